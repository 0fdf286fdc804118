// The page of the search: asks Pagefind's index, shows what it finds by kind, and keeps its state in the address.
// Instant navigation runs this file again on each visit: it listens to nothing outside the page.
(() => {
  const FIRST = 5; // results of a kind that are shown at once: each is a file to be fetched
  const ALIKE = 4; // letters that two forms of a word have in common at least, where they have as many
  const PAUSE = 150; // milliseconds of silence after which what is being typed is looked up
  const SLOW = 300; // milliseconds after which a search that has not answered says that it is at it
  const ENDING = 2; // letters of an ending, as of a plural, by which a word that is asked for may be the longer one
  const ORDER = ["leader", "event", "article", "place", "source", "page"]; // where nothing else tells what is meant
  const ROOT = new URL("../../", document.currentScript.src);
  const WORDS = JSON.parse(document.currentScript.dataset.mots); // by generator/render/theme.py
  const PLURALS = new Intl.PluralRules(document.documentElement.lang);
  const put = (text, values) => text.replace(/%\((\w+)\)s/g, (_, name) => values[name]);
  const agreed = (forms, num, values = {}) => put(forms[PLURALS.select(num)] ?? forms.other, { num, ...values });
  const EMPTY_WORDS = new Set(WORDS.grammar.empty);
  const ELISION = new RegExp(`(^|[^\\p{L}])(?:${WORDS.grammar.elided})'(?=\\p{L})`, "giu");
  const SPACES = WORDS.grammar.spaces.map(([found, set]) => [new RegExp(found, "g"), set]);

  const form = document.getElementById("chercher");
  const field = document.getElementById("recherche-mots");
  const state = document.getElementById("recherche-etat");
  const shelf = document.getElementById("resultats");
  const names = document.getElementById("noms");
  const filters = [...form.querySelectorAll("select")];
  const kinds = [...form.elements.sorte.options].filter((option) => option.value);
  let asked = 0;
  let timer;
  let late;
  let engine;

  // What stands in the index: straight apostrophes, and no word before one; words that say nothing would only
  // keep pages out, for a page must have them all.
  const words = (text) => {
    const plain = text.replace(/[’ʼ‘]/g, "'").replace(ELISION, "$1").trim();
    const telling = plain.split(/\s+/).filter((word) => !EMPTY_WORDS.has(word.toLowerCase()));
    return telling.length ? telling.join(" ") : plain;
  };

  // The index has straight apostrophes and plain spaces; a reader has those of the language.
  const typeset = (text) => SPACES.reduce((set, [found, meant]) => set.replace(found, meant), text);

  const folded = (text) =>
    text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("œ", "oe").replaceAll("æ", "ae");
  const tokens = (text) => folded(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const ligatured = (text) => text.replace(/oe/gi, "œ").replace(/ae/gi, "æ"); // not folded by Pagefind
  const begins = (word, term) => word.startsWith(term.slice(0, ALIKE));

  // Pagefind answers a word that no page has with one that begins it, « el » for « elysee »: that is no answer.
  const answers = (terms, { content, locations, meta }) => {
    const all = content.split(/\s+/);
    const found = [meta.title, ...locations.map((at) => all[at] ?? "")].flatMap(tokens);
    return terms.every((term) => found.some((word) => begins(word, term)));
  };

  // A word is what is asked for, or begins so while it is being typed; « président » is not « présidence ».
  const same = (word, term) => word.startsWith(term) || (word.length >= ALIKE && term.startsWith(word)
    && term.length - word.length <= ENDING);
  const says = (terms, text) => {
    const told = tokens(words(text));
    return terms.length > 0 && terms.every((term) => told.some((word) => same(word, term)));
  };

  // How surely a page is what is meant: 2 where a name of its own is asked for, no word less; 1 where a name or its
  // headline has the words, or its date; 0 where only its text does.
  const meant = (terms, { meta }) => {
    const names = [meta.title, ...(meta.noms ?? "").split("|")].filter((name) => says(terms, name));
    const whole = (name) => tokens(words(name)).every((word) => terms.some((term) => same(word, term)));
    if (names.some(whole)) return 2;
    return Number(names.length > 0 || says(terms, meta.jour ?? ""));
  };

  const made = (tag, className, ...children) => {
    const node = document.createElement(tag);
    if (className) node.className = className;
    node.append(...children);
    return node;
  };

  const passage = (excerpt) => {
    const parsed = new DOMParser().parseFromString(excerpt, "text/html").body;
    const pieces = [...parsed.childNodes].map((node) =>
      node.nodeName === "MARK" ? made("mark", "", typeset(node.textContent)) : typeset(node.textContent));
    return made("p", "passage", "…\u202f", ...pieces, "\u202f…");
  };

  // Who is asked for by name is shown in a line of his own, rather than where the name stands most often.
  const shown = (terms, { meta, excerpt }) =>
    (meta.resume && says(terms, meta.title) ? made("p", "passage", typeset(meta.resume)) : passage(excerpt));

  const item = (terms, result) => {
    const { raw_url: path, meta } = result;
    const link = made("a", "", typeset(meta.title));
    link.href = new URL(path.replace(/^\//, ""), ROOT);
    const head = made("p", "result-title", link);
    if (meta.statut) head.append(" ", made("span", `status status--${meta.classe}`, meta.statut));
    if (meta.liens) head.append(" ", made("span", "interest", typeset(meta.liens)));
    if (meta.jour) head.append(" ", made("span", "details", meta.jour));
    return made("li", "", head, shown(terms, result));
  };

  const listed = async (results, terms) =>
    (await Promise.all(results.map((result) => result.data()))).map((result) => item(terms, result));

  const group = async ({ option, results, terms }) => {
    const title = made("h2", "", `${option.text} `, made("span", "figure", String(results.length)));
    title.id = `resultats-${option.value}`;
    const list = made("ul", "", ...(await listed(results.slice(0, FIRST), terms)));
    const section = made("section", "", title, list);
    section.setAttribute("aria-labelledby", title.id);
    const rest = results.slice(FIRST);
    if (!rest.length) return section;
    const more = made("button", "more-results", agreed(WORDS.others, rest.length));
    more.type = "button";
    more.addEventListener("click", async () => {
      const items = await listed(rest, terms);
      more.remove();
      list.append(...items);
      items[0].querySelector("a").focus();
    });
    section.append(more);
    return section;
  };

  const pagefind = () => {
    const home = new URL("assets/pagefind/", ROOT);
    const table = async () => (await fetch(new URL("filtres.json", home))).json();
    engine ??= Promise.all([import(new URL("pagefind.js", home)), table()]);
    return engine;
  };

  const ofKind = async (option, all, terms) => {
    const results = all.filter(({ marks }) => marks.includes(`sorte-${option.value}`)).map(({ result }) => result);
    const firsts = await Promise.all(results.slice(0, FIRST).map((result) => result.data()));
    if (!firsts.length || !answers(terms, firsts[0])) return { option, results: [] };
    return { option, results, terms, meant: Math.max(...firsts.map((first) => meant(terms, first))) };
  };

  // Scores of different kinds say little beside one another: the page of a source is short, that of a leader long.
  const place = ({ option }) => ORDER.indexOf(option.value);

  const groups = async (text, chosen) => {
    const [{ search }, table] = await pagefind();
    const asked = Object.entries(chosen).map(([name, value]) => `${name}-${value}`);
    for (const spelling of new Set([words(text), words(ligatured(text))])) {
      const { results } = await search(spelling || null);
      const all = results.map((result) => ({ result, marks: table[result.id] ?? [] }))
        .filter(({ marks }) => asked.every((mark) => marks.includes(mark)));
      const found = (await Promise.all(kinds.map((option) => ofKind(option, all, tokens(spelling)))))
        .filter((one) => one.results.length);
      if (found.length) return found.sort((a, b) => b.meant - a.meant || place(a) - place(b));
    }
    return [];
  };

  const remember = (text, chosen) => {
    const address = new URL(location.href);
    const told = Object.entries({ q: text, ...chosen }).filter(([, value]) => value);
    address.search = new URLSearchParams(told);
    history.replaceState(history.state, "", address);
  };

  const tell = (sentence, ...sections) => {
    clearTimeout(late);
    state.textContent = sentence;
    shelf.replaceChildren(...sections);
    shelf.setAttribute("aria-busy", "false");
  };

  const show = async () => {
    const turn = ++asked;
    clearTimeout(timer);
    clearTimeout(late);
    late = setTimeout(() => (state.textContent = WORDS.searching), SLOW);
    shelf.setAttribute("aria-busy", "true");
    const text = field.value.trim();
    const chosen = Object.fromEntries(filters.filter((one) => one.value).map((one) => [one.name, one.value]));
    remember(text, chosen);
    const idle = !text && !Object.keys(chosen).length;
    names.hidden = !idle;
    if (idle) {
      tell("");
      return;
    }
    try {
      const found = await groups(text, chosen);
      const sections = await Promise.all(found.map(group));
      if (turn !== asked) return; // something else has been typed meanwhile
      const total = found.reduce((sum, { results }) => sum + results.length, 0);
      const values = { num: total.toLocaleString(document.documentElement.lang), words: typeset(text) };
      const nothing = put(text ? WORDS.noneFor : WORDS.none, values);
      names.hidden = total > 0;
      tell(total ? agreed(text ? WORDS.foundFor : WORDS.found, total, values) : nothing, ...sections);
    } catch (error) {
      if (turn !== asked) return;
      engine = undefined;
      names.hidden = false;
      tell(WORDS.failed);
      console.error(error);
    }
  };

  const walk = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [field, ...shelf.querySelectorAll("a, button")];
    const here = stops.indexOf(document.activeElement);
    if (here < 0) return;
    if (step && stops[here + step]) {
      event.preventDefault();
      stops[here + step].focus();
    } else if (event.key === "Escape") {
      event.preventDefault(); // a browser would empty the field
      if (here) field.focus();
      else field.blur();
    }
  };

  const settings = () => {
    const box = document.getElementById("recherche-touche");
    try {
      box.checked = localStorage.getItem("recherche-touche") !== "non";
      box.addEventListener("change", () => localStorage.setItem("recherche-touche", box.checked ? "oui" : "non"));
    } catch {
      box.closest("p").hidden = true; // a browser that keeps nothing
    }
    document.getElementById("recherche-aide").hidden = false;
  };

  const given = new URLSearchParams(location.search);
  [field, ...filters].forEach((one) => (one.value = given.get(one.name) ?? ""));
  filters.forEach((one) => one.selectedIndex < 0 && (one.value = ""));
  form.hidden = false;
  settings();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show();
  });
  filters.forEach((one) => one.addEventListener("change", show));
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(show, PAUSE);
  });
  form.addEventListener("keydown", walk);
  shelf.addEventListener("keydown", walk);
  if (location.search) show();
  else pagefind();
  if (!location.hash) field.focus({ preventScroll: true });
})();
