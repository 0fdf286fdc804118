// A card that tells what a link leads to, for whoever points at it with a mouse or reaches it by keyboard. Nothing
// depends on it: where its data can't be had, links are links. Instant navigation may run this file again.
(() => {
  const page = document.documentElement;
  if ("apercus" in page.dataset) return;
  page.dataset.apercus = "";

  const FILES = document.currentScript.src.replace(/\.js$/, "");
  const ROOT = new URL("..", FILES).href;
  const PAUSE = 250; // milliseconds on a link before it is asked what it leads to
  const GRACE = 300; // on the way from a link to its card
  const GAP = 6; // pixels between the two, and from the edges of the window

  let told; // the promise of all cards
  let card;
  let link = null; // of which the card tells, or is about to
  let dismissed = null; // whose card has been sent away while the pointer or the focus is still there
  let timer;

  const loaded = (name, attributes) =>
    new Promise((resolve, reject) => {
      const element = Object.assign(document.createElement(name), attributes);
      element.addEventListener("load", resolve);
      element.addEventListener("error", reject);
      document.head.append(element);
    });

  // The data are a script, which a page from file:// may load, too; it may not fetch.
  const cards = () => {
    told ??= Promise.all([
      loaded("script", { src: `${FILES}-fiches.js` }),
      loaded("link", { rel: "stylesheet", href: `${FILES}.css` }),
    ]).then(() => window.dossierApercus, () => ({}));
    return told;
  };

  // The address of what a link leads to, in prose or in a drawing, if a card might tell of it; a popup of the map tells
  // enough by itself, and would lie under it.
  const goal = (node) => {
    const { origin, pathname, href } = new URL(node.href.baseVal ?? node.href, document.baseURI);
    return origin + pathname === location.origin + location.pathname ? "" : href.split("#")[0];
  };
  const linkAt = (node) => {
    const found = node instanceof Element ? node.closest(".md-content :is(a[href], svg a)") : null;
    return found && !found.closest(".leaflet-popup") && goal(found).startsWith(ROOT) ? found : null;
  };

  // The office that was held on the days of the page that is being read, as role_at of generator/link/library.py gives it.
  const office = (offices) => {
    const [first, last] = (document.querySelector("article[data-day]")?.dataset.day ?? "").split("/");
    return last && offices?.findLast(([from, to]) => (!from || from <= last) && (!to || to >= first));
  };

  const filled = ({ name, status, ties, facts, offices, line }) => {
    const dated = document.querySelector("article[data-day]") !== null;
    const lines = { nom: name, statut: status, liens: ties, faits: dated && offices ? office(offices)?.[2] : facts, ligne: line };
    card.replaceChildren(
      ...Object.entries(lines).filter(([, text]) => text).map(([kind, text]) =>
        Object.assign(document.createElement("p"), { className: `apercu-${kind}`, textContent: text })),
    );
  };

  // Under the link, or over it where there is no room under it: never on it, and within the window.
  const placed = () => {
    const at = link.getBoundingClientRect();
    const under = at.bottom + GAP + card.offsetHeight <= innerHeight || at.top < card.offsetHeight + GAP;
    const left = Math.max(GAP, Math.min(at.left, page.clientWidth - card.offsetWidth - GAP));
    const origin = card.offsetParent.getBoundingClientRect();
    card.style.left = `${left - origin.left}px`;
    card.style.top = `${(under ? at.bottom + GAP : at.top - GAP - card.offsetHeight) - origin.top}px`;
  };

  const hide = () => {
    clearTimeout(timer);
    link?.removeAttribute("aria-describedby");
    link = null;
    if (card) card.hidden = true;
  };

  const show = async () => {
    const asked = link;
    const found = (await cards())[goal(asked).slice(ROOT.length)];
    if (!found || link !== asked) return;
    if (!card) card = Object.assign(document.createElement("div"), { id: "apercu", className: "apercu", role: "tooltip" });
    if (!card.isConnected) document.querySelector("main").append(card);
    filled(found);
    card.hidden = false;
    placed();
    link.setAttribute("aria-describedby", card.id);
  };

  const want = (node, pause) => {
    clearTimeout(timer);
    if (node === link || node === dismissed) return;
    hide();
    dismissed = null;
    link = node;
    timer = setTimeout(show, pause);
  };

  const leave = (pause) => {
    clearTimeout(timer);
    dismissed = null;
    if (link && !link.matches(":focus-visible")) timer = setTimeout(hide, pause);
  };

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const node = linkAt(event.target);
    if (node) want(node, PAUSE);
    else if (card?.contains(event.target)) clearTimeout(timer);
    else leave(GRACE);
  });
  page.addEventListener("pointerleave", () => leave(GRACE));
  document.addEventListener("focusin", ({ target }) => {
    const node = linkAt(target);
    if (node?.matches(":focus-visible")) want(node, 0);
  });
  document.addEventListener("focusout", hide);
  document.addEventListener("click", ({ target }) => card?.contains(target) || hide());
  document.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !link) return;
    const sent = link;
    hide();
    dismissed = sent;
  });
})();
