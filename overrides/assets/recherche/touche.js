// The search from any page: the key « / » leads to it, unless the reader has put that off (WCAG 2.1.4).
// Runs once, even under instant navigation, which keeps the masthead: its form must know its address for good.
(() => {
  const box = document.querySelector(".search-box");
  if (!box) return;
  box.action = box.action;

  const off = () => {
    try {
      return localStorage.getItem("recherche-touche") === "non";
    } catch {
      return false;
    }
  };
  const writing = (node) => node.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(node.tagName);

  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (writing(event.target) || off()) return;
    event.preventDefault();
    const field = [...document.querySelectorAll("[data-recherche-champ]")].findLast((node) => node.checkVisibility());
    if (field) {
      field.focus();
      field.select();
    } else box.requestSubmit(); // on a phone only the button is there
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") event.target.blur();
  });
})();
