// In the page while it is being edited (`make serve`): reloads it after a good build, shows what is wrong after a bad one.
(() => {
  const shown = document.currentScript.dataset.build; // asked of the page: a build may come before one listens
  const banner = document.createElement("pre");
  banner.setAttribute("role", "alert");
  banner.hidden = true;
  Object.assign(banner.style, {
    position: "fixed", inset: "auto 0 0 0", zIndex: 1000, margin: 0, padding: "1rem 1.2rem", maxHeight: "50vh",
    overflow: "auto", whiteSpace: "pre-wrap", font: "14px/1.5 ui-monospace, monospace", background: "#8c1d10", color: "#fff",
  });
  document.body.append(banner);
  new EventSource("/_dossier/veille").onmessage = (event) => {
    const state = JSON.parse(event.data);
    if (state.build !== shown && !state.message) location.reload();
    banner.textContent = state.message;
    banner.hidden = !state.message;
  };
})();
