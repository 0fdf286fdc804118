// Light or dark: the system decides until the reader does, and again once both want the same. The choice is kept where
// the theme's own script in the masthead looks for it before anything is drawn, as the attribute of the body that the
// stylesheets read. Runs once, even under instant navigation, which keeps the masthead and the body.
(() => {
  const button = document.querySelector(".theme-button");
  if (!button) return;
  const body = document.body;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const dark = () => (body.dataset.mdColorScheme ? body.dataset.mdColorScheme === "slate" : system.matches);

  const told = () => {
    button.setAttribute("aria-label", dark() ? button.dataset.dark : button.dataset.light);
    button.title = button.getAttribute("aria-label");
    const ground = getComputedStyle(body).backgroundColor; // what the browser may paint its own frame with
    document.querySelectorAll('meta[name="theme-color"]').forEach((meta) => { meta.content = ground; });
  };

  button.addEventListener("click", () => {
    const wanted = !dark();
    const chosen = wanted === system.matches ? null : { scheme: wanted ? "slate" : "default" };
    Object.keys(body.dataset).filter((name) => name.startsWith("mdColor")).forEach((name) => { delete body.dataset[name]; });
    if (chosen) body.dataset.mdColorScheme = chosen.scheme;
    __md_set("__palette", chosen && { color: chosen });
    told();
  });
  system.addEventListener("change", told);
  told();
  button.hidden = false;
})();
