// The chronology's filters: they live in the page's address, and hold for the timeline and the list alike.
// Instant navigation runs this file again on each page: it keeps nothing outside the form.
(() => {
  const form = document.querySelector(".filtres");
  if (!form) return;
  const WORDS = JSON.parse(document.currentScript.dataset.mots); // by generator/render/theme.py
  const PLURALS = new Intl.PluralRules(document.documentElement.lang);
  const put = (text, values) => text.replace(/%\((\w+)\)s/g, (_, name) => values[name]);
  const agreed = (forms, num, values = {}) => put(forms[PLURALS.select(num)] ?? forms.other, { num, ...values });
  const fields = [...form.querySelectorAll("select")];
  const count = form.querySelector(".filtres-compte");
  const all = form.querySelector(".filtres-tout");
  const items = [...document.querySelectorAll(".chronology .event")];
  const years = [...document.querySelectorAll(".chronology .year")];
  const signs = [...document.querySelectorAll(".frise-evenement")].map((sign) => ({
    sign,
    way: sign.querySelector("a"),
    ids: sign.dataset.evenements.split(" "),
    title: sign.querySelector("title"),
    number: sign.querySelector(".frise-nombre"),
    said: sign.querySelector(".frise-groupe tspan"),
    href: sign.querySelector("a").getAttribute("xlink:href"),
  }));

  const XLINK = "http://www.w3.org/1999/xlink";
  const lineOf = (id) => document.getElementById(`evenement-${id}`);
  const yearOf = (id) => lineOf(id).closest(".year").querySelector("h2").textContent.trim();
  const span = (first, last) => (first === last ? first : put(WORDS.span, { first, last }));

  const idOf = (item) => item.id.replace("evenement-", "");
  const fits = (item) => fields.every(({ name, value }) => !value || item.dataset[name].split(" ").includes(value));

  // The phone's timeline closes up over what the filters hide, by the rule of generator/render/timeline/upright.py:
  // time is to scale between the rows, and no mark of a year stands on another.
  const lay = (drawing) => {
    const [left, , width] = drawing.getAttribute("viewBox").split(" ");
    const { debut, echelle, bord, pas } = drawing.dataset;
    let [top, reached, free] = [+bord, +debut, 0];
    drawing.querySelectorAll("[data-jour]:not(.frise-ecarte)").forEach((piece) => {
      const { jour, fin, haut } = piece.dataset;
      top += echelle * Math.max(0, jour - reached);
      reached = Math.max(reached, fin ?? jour);
      if (!haut) free = (top = Math.max(top, free)) + +pas;
      piece.setAttribute("transform", `translate(0 ${top.toFixed(1)})`);
      top += +(haut ?? 0);
    });
    const foot = Math.max(top, free).toFixed(1);
    drawing.setAttribute("viewBox", `${left} 0 ${width} ${foot}`);
    const trunk = drawing.querySelector(".frise-tronc");
    trunk.setAttribute("d", trunk.getAttribute("d").replace(/V.*/, `V${foot}`));
  };

  // So does the wide one: lanes and rows that are left move up, and few signs have a row each, for their titles.
  const close = (drawing, filtered) => {
    const [tete, rangee, bord] = ["tete", "rangee", "bord"].map((name) => +drawing.dataset[name]);
    let [was, now] = [tete, tete];
    drawing.querySelectorAll(".frise-voie").forEach((lane) => {
      const own = [...lane.querySelectorAll(".frise-evenement")];
      const left = own.filter((sign) => !sign.classList.contains("frise-ecarte"));
      const apart = filtered && left.length <= drawing.dataset.titres && !left.every((sign) => sign.querySelector(".frise-titre"));
      const rows = apart ? left : [...new Set(left.map((sign) => sign.dataset.rangee))].sort();
      lane.classList.toggle("frise-ecarte", !rows.length);
      lane.setAttribute("transform", `translate(0 ${now - was})`);
      left.forEach((sign) => {
        sign.dataset.place = rows.indexOf(apart ? sign : sign.dataset.rangee);
        sign.setAttribute("transform", `translate(0 ${(sign.dataset.place - sign.dataset.rangee) * rangee})`);
      });
      was += lane.dataset.rangees * rangee + bord;
      now += rows.length && rows.length * rangee + bord;
    });
    const [, , width, high] = drawing.getAttribute("viewBox").split(" ");
    drawing.dataset.haut ??= high;
    drawing.setAttribute("viewBox", `0 0 ${width} ${+drawing.dataset.haut + now - was}`);
    drawing.querySelectorAll(".frise-axe path").forEach((mark) => {
      mark.setAttribute("d", mark.getAttribute("d").replace(/V.*/, `V${now.toFixed(1)}`));
    });
    drawing.querySelector(".frise-pied").setAttribute("transform", `translate(0 ${now - was})`);
  };

  // What had no title for want of room has one where the filters make room for it.
  const titleOf = (id) => lineOf(id).querySelector(".event-title").textContent;
  const entitle = (drawing, lane, shown) => {
    const seen = signs.filter(({ sign }) => lane.contains(sign) && !sign.classList.contains("frise-ecarte"));
    const reach = new Map(seen.map(({ sign }) => [sign, sign.getBBox()]));
    const free = (own, from, to) => from >= +drawing.dataset.gauche && to <= +drawing.dataset.droite
      && !seen.some(({ sign }) => sign !== own && sign.dataset.place === own.dataset.place
        && reach.get(sign).x < to && from < reach.get(sign).x + reach.get(sign).width);
    seen.forEach(({ sign, way, ids }) => {
      const left = ids.filter((id) => shown.has(id));
      if (left.length > 1 || way.querySelector(".frise-titre")) return;
      const { x, y, width, height } = reach.get(sign);
      const text = document.createElementNS("http://www.w3.org/2000/svg", "text");
      text.textContent = titleOf(left[0]);
      text.setAttribute("class", "frise-titre frise-ajout");
      text.setAttribute("aria-hidden", "true");
      text.setAttribute("y", y + height / 2 + 4);
      way.append(text);
      const long = text.getBBox().width;
      const start = [x + width + 4, x - 4 - long].find((from) => free(sign, from - 4, from + long + 4));
      if (start === undefined) text.remove();
      else text.setAttribute("x", start);
      reach.set(sign, sign.getBBox());
    });
  };

  const show = () => {
    const shown = new Set(items.filter(fits).map(idOf));
    items.forEach((item) => { item.hidden = !shown.has(idOf(item)); });
    years.forEach((year) => { year.hidden = !year.querySelector(".event:not([hidden])"); });
    signs.forEach(({ sign, way, ids, title, number, said, href }) => {
      const left = ids.filter((id) => shown.has(id));
      sign.classList.toggle("frise-ecarte", !left.length);
      if (!number || !left.length) return;
      number.textContent = left.length;
      title.textContent = `${agreed(WORDS.events, left.length)}, ${span(yearOf(left[0]), yearOf(left.at(-1)))}`;
      if (said) said.textContent = title.textContent;
      way.setAttributeNS(XLINK, "xlink:href", left.length < ids.length ? `#${lineOf(left[0]).id}` : href);
    });
    const filtered = fields.some(({ value }) => value);
    document.querySelectorAll(".frise-dessin--haute").forEach(lay);
    document.querySelectorAll(".frise-ajout").forEach((text) => text.remove());
    document.querySelectorAll(".frise-dessin--large").forEach((drawing) => {
      close(drawing, filtered);
      if (filtered && drawing.checkVisibility()) drawing.querySelectorAll(".frise-voie").forEach((lane) => entitle(drawing, lane, shown));
    });
    document.querySelector(".frise")?.classList.toggle("frise--filtree", filtered);
    all.disabled = !filtered;
    count.textContent = filtered ? agreed(WORDS.left, shown.size, { all: items.length }) : agreed(WORDS.events, items.length);
  };

  const write = () => {
    const query = new URLSearchParams(location.search);
    fields.forEach(({ name }) => query.delete(name));
    fields.filter(({ value }) => value).forEach(({ name, value }) => query.set(name, value));
    const asked = query.size ? `?${query}` : "";
    history.replaceState(history.state, "", location.pathname + asked + location.hash);
    carry();
  };

  // The way to the map takes the filters along, and the map's way back brings them home (carte/vue.js).
  const carry = () => {
    document.querySelectorAll("a[href].vers-carte").forEach((link) => { link.search = location.search; });
    document.querySelectorAll("svg .vers-carte").forEach((link) => {
      const [to, moment] = link.getAttribute("xlink:href").split("#");
      link.setAttributeNS(XLINK, "xlink:href", `${to.split("?")[0]}${location.search}#${moment}`);
    });
  };

  const read = () => {
    const query = new URLSearchParams(location.search);
    fields.forEach((field) => {
      const value = query.get(field.name) ?? "";
      field.value = [...field.options].some((option) => option.value === value) ? value : "";
    });
    carry();
  };

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => { write(); show(); });
  const clear = () => {
    fields.forEach((field) => { field.value = ""; });
    write();
  };
  all.addEventListener("click", () => {
    clear();
    show();
    fields[0].focus();
  });
  form.hidden = false;
  read();
  const asked = location.hash.replace("#evenement-", "");
  const wanted = lineOf(asked);
  if (wanted && !fits(wanted)) clear(); // who asks for an event is shown it
  show();
  if (location.search) wanted?.scrollIntoView(); // what the filters hide stood over it
  signs.filter(({ ids }) => ids.includes(asked)).forEach(({ sign }) => sign.classList.add("frise-choisi"));
})();
