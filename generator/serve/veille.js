// In the page while it is being edited (`make serve`): brings it up to date after a good build and shows, folded, what
// is to be looked at; shows what is wrong after a bad one.
(() => {
  // What an edit changes in a page, and the theme does not hold on to; and what it does.
  const PARTS = ["article", ".md-sidebar__inner", ".md-header__topic .md-ellipsis"];
  const FRAME = [".md-tabs", "footer"];
  let shown = document.currentScript.dataset.build; // asked of the page: a build may come before one listens
  let asked = Promise.resolve();
  const banner = document.createElement("pre");
  banner.setAttribute("role", "alert");
  banner.hidden = true;
  Object.assign(banner.style, {
    position: "fixed", inset: "auto 0 0 0", zIndex: 1000, margin: 0, padding: "1rem 1.2rem", maxHeight: "50vh",
    overflow: "auto", whiteSpace: "pre-wrap", font: "14px/1.5 ui-monospace, monospace", background: "#8c1d10", color: "#fff",
  });
  const notice = document.createElement("aside");
  notice.setAttribute("aria-label", "Avertissements");
  notice.setAttribute("aria-live", "polite");
  notice.hidden = true;
  Object.assign(notice.style, {
    position: "fixed", left: "0.8rem", bottom: "0.8rem", zIndex: 999, maxWidth: "min(60rem, calc(100vw - 1.6rem))",
    maxHeight: "50vh", overflow: "auto", padding: "0.4rem 0.8rem", border: "1px solid #8a6100", borderRadius: "4px",
    font: "14px/1.5 ui-monospace, monospace", background: "#fff4d6", color: "#3d2c00",
  });
  const folded = notice.appendChild(document.createElement("details"));
  const count = folded.appendChild(document.createElement("summary"));
  count.style.cursor = "pointer";
  const list = folded.appendChild(document.createElement("ul"));
  Object.assign(list.style, { margin: "0.4rem 0", paddingLeft: "1.2rem", overflowWrap: "anywhere" });
  document.body.append(notice, banner);
  const told = (event, display) => addEventListener(event, () => [notice, banner].forEach((box) => { box.style.display = display; }));
  told("beforeprint", "none");
  told("afterprint", "");

  const frame = (page) => FRAME.map((part) => page.querySelector(part)?.textContent.replace(/\s+/g, " ")).join();
  const parts = (page) => PARTS.map((part) => [...page.querySelectorAll(part)]);
  // Scripts in an article draw into it, and styles come with them: such a page begins anew.
  const needs = (page) => [...page.querySelectorAll("head link[rel=stylesheet], article script")]
    .map((node) => node.getAttribute("href") ?? node.getAttribute("src"))
    .filter((address) => !address.includes("/apercus."));
  const alike = (page) => !page.querySelector("article script") && `${needs(page)}` === `${needs(document)}`
    && frame(page) === frame(document)
    && `${parts(page).map((found) => found.length)}` === `${parts(document).map((found) => found.length)}`;

  // Exchanging what has changed shows an edit in half the time that loading the page takes, and keeps its place.
  const look = (build) => build.slice(0, build.lastIndexOf(".")); // as generator/serve/server.py names builds
  const renew = async (build) => {
    if (look(build) !== look(shown)) return location.reload();
    const answer = await fetch(location.href);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const watch = page.querySelector("script[data-build]");
    if (!answer.ok || !watch || !alike(page)) return location.reload();
    shown = watch.dataset.build;
    document.title = page.title;
    const renewed = parts(page);
    parts(document).forEach((found, part) => found.forEach((node, at) => node.replaceWith(renewed[part][at])));
  };

  new EventSource("/_dossier/veille").onmessage = (event) => {
    const state = JSON.parse(event.data);
    banner.textContent = state.message;
    banner.hidden = !state.message;
    count.textContent = `${state.warnings.length} avertissement${state.warnings.length > 1 ? "s" : ""}`;
    list.replaceChildren(...state.warnings.map((warning) => {
      const item = document.createElement("li");
      item.textContent = warning;
      return item;
    }));
    notice.hidden = Boolean(state.message) || !state.warnings.length;
    if (!state.message) asked = asked.then(() => (state.build === shown ? null : renew(state.build))).catch(() => location.reload());
  };
})();
