// The menu of a small screen, for the keyboard and for screen readers: the theme opens it by a label, which neither
// reaches. Runs once, even under instant navigation, which keeps the masthead.
(() => {
  const button = document.querySelector(".menu-button");
  const drawer = document.getElementById("__drawer");
  if (!button || !drawer) return;
  const menu = () => document.querySelector(".md-sidebar--primary");

  const open = (wanted) => {
    if (drawer.checked !== wanted) drawer.click(); // which the theme listens to
  };

  // The menu takes the focus as soon as it is seen, which a movement of the theme puts off by some frames.
  const enter = (frames) => {
    const first = menu()?.querySelector("a");
    if (!drawer.checked || !first) return;
    first.focus({ preventScroll: true });
    if (document.activeElement !== first && frames) requestAnimationFrame(() => enter(frames - 1));
  };

  const told = () => {
    button.setAttribute("aria-expanded", drawer.checked);
    enter(60);
  };

  button.addEventListener("click", () => open(!drawer.checked));
  drawer.addEventListener("change", told);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !drawer.checked) return;
    open(false);
    button.focus();
  });
  // The page lies under the menu: who leaves the menu closes it.
  document.addEventListener("focusin", ({ target }) => {
    if (drawer.checked && !menu()?.contains(target) && !button.contains(target)) open(false);
  });
})();
