// The live map's manners: what folium's script draws is made reachable by keyboard, told in words, stepped
// through in time, and kept legible. Instant navigation runs this file again on each page: it holds no state
// outside the map, and its only listener on the window goes with the figure.
(() => {
  const STILL = matchMedia("(prefers-reduced-motion: reduce)");
  const NEAR = { few: 16, crowd: 44 }; // pixels between two places below which one marker stands for both
  const SMALL = 150; // pixels: where what is drawn closer beside the map is narrower, one marker stands for all of it
  const ROOM = 0.3; // share of the map's size around it where the markers of a crowd already stand
  const SHIFTS = [[0, 0], [0, -14], [0, 14], [-1, 0], [1, 0]]; // of lands' names: half widths aside, pixels lower
  const BESIDE_ARC = 4; // pixels from a journey in which none of them stands
  const SIDES = ["droite", "gauche", "haut", "bas"];
  const WORDS = JSON.parse(document.currentScript.dataset.mots); // by generator/render/theme.py
  const PLURALS = new Intl.PluralRules(document.documentElement.lang);
  const put = (text, values) => text.replace(/%\((\w+)\)s/g, (_, name) => values[name]);
  const agreed = (forms, num, values = {}) => put(forms[PLURALS.select(num)] ?? forms.other, { num, ...values });

  // A map down the page costs nothing until it is nearly in sight: `start` is called again then. The large one is
  // what its page is about, and has moments to which an address may lead.
  const wanted = (id, start) => {
    const figure = document.getElementById(id).closest(".carte");
    if ("proche" in figure.dataset || figure.classList.contains("carte--grande")) return true;
    new IntersectionObserver((seen, watch) => {
      if (!seen.some((entry) => entry.isIntersecting)) return;
      watch.disconnect();
      figure.dataset.proche = "";
      start();
    }, { rootMargin: "200px" }).observe(figure);
    return false;
  };

  // Before Leaflet measures its box: the drawing makes way, so that the page is laid out once.
  const place = (id) => {
    const figure = document.getElementById(id).closest(".carte");
    figure.classList.add("carte--vive");
    figure.querySelector(".carte-vive").hidden = false;
  };

  // A place alone is shown with enough around it to be recognised: as many degrees as its drawing has at least.
  const nearest = (map) => Math.log2((map.getSize().x * 360) / (26 * 256));

  const ouvre = (map, bounds, asked) => {
    map.fitBounds(bounds, { animate: false, ...(asked ? {} : { padding: [44, 36], maxZoom: nearest(map) }) });
    map.setMinZoom(Math.max(1, map.getZoom() - 2));
    map.attributionControl.setPrefix(false);
    const lands = window.dossierFond.features;
    L.geoJson([true, false].map((disputed) => ({
      type: "Feature",
      properties: { disputed },
      // one path for all that look alike: a browser styles each element again and again
      geometry: {
        type: "MultiPolygon",
        coordinates: lands.filter((land) => Boolean(land.properties.disputed) === disputed)
          .flatMap((land) => land.geometry.coordinates),
      },
    })), {
      interactive: false,
      smoothFactor: 0.5,
      renderer: L.svg(),
      attribution: "Natural Earth",
      style: (land) => ({ className: land.properties.disputed ? "carte-terre carte-conteste" : "carte-terre" }),
    }).addTo(map);
  };

  const safe = (text) => {
    const span = document.createElement("span");
    span.textContent = text;
    return span.innerHTML;
  };

  // How many events have happened at a place, or how many are told of where none has: in all, or up to a moment.
  const number = ({ rangs, etablis }, moment = 0) =>
    (etablis.length ? etablis : rangs).filter((rank) => !(moment > 0) || rank <= moment).length;
  const spoken = (many) => `, ${agreed(WORDS.events, many)}`;

  const sign = (name, many, style) => L.divIcon({
    className: `carte-lieu ${style}`,
    html: `<span class="carte-point${many > 99 ? " carte-point--long" : ""}" aria-hidden="true">${many || ""}</span><span class="carte-etiquette">${safe(name)}`
      + `<span class="carte-muet">${spoken(many)}</span></span>`,
    iconSize: [26, 26],
    iconAnchor: [13, 13],
  });

  // A popup opens beside the buttons of the zoom, not under them: on a phone it is as narrow as that takes.
  const BESIDE = 105; // pixels: the buttons, and the popup's own margins
  const popup = (map) => {
    const width = Math.max(150, Math.min(300, map.getSize().x - BESIDE));
    return { maxWidth: width, minWidth: Math.min(180, width), autoPanPaddingTopLeft: [50, 8] };
  };

  const lieux = (map, places) => {
    map.lieux = places.map(({ id, nom, lat, lon, sur, rangs, etablis, fiche }) => L.marker([lat, lon], {
      icon: sign(nom, number({ rangs, etablis }), `${sur ? "" : "carte-lieu--incertain "}${rangs.length ? "" : "carte-lieu--vide"}`),
      lieu: id, nom, rangs, etablis,
    }).bindPopup(map.foule ? () => map.foule.told(fiche, id) : fiche, popup(map)));
  };

  // What a drawing beside the map shows closer.
  const cadre = (map, bounds) => {
    map.cadre = L.latLngBounds(bounds);
    L.rectangle(bounds, { interactive: false, className: "carte-cadre", renderer: L.svg() }).addTo(map);
  };

  const small = (map) => {
    if (!map.cadre) return false;
    const [one, other] = [map.cadre.getSouthWest(), map.cadre.getNorthEast()].map((at) => map.latLngToLayerPoint(at));
    return other.x - one.x < SMALL;
  };

  const prete = (map) => {
    const box = map.getContainer();
    const figure = box.closest(".carte");
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", WORDS.map);
    L.control.zoom({ zoomInTitle: WORDS.closer, zoomOutTitle: WORDS.farther }).addTo(map);
    const view = { map, figure, box, markers: map.lieux ?? [], arcs: [], groups: [], lands: [], left: [] };
    map.eachLayer((layer) => {
      if (layer.feature && "rang" in layer.feature.properties) view.arcs.push(layer);
    });
    window.dossierNoms.forEach(([text, lat, lon, rank]) => view.lands.push(landName(map, text, [lat, lon], rank)));
    view.arcs.forEach((arc) => {
      arrow(arc, figure);
      arc.bindTooltip(arc.feature.properties.dit, { sticky: true, className: "carte-bulle" });
      arc.getElement()?.setAttribute("role", "img"); // the keyboard comes by it
      arc.getElement()?.setAttribute("aria-label", arc.feature.properties.dit);
    });
    gestures(view);
    popups(view);
    const size = new ResizeObserver(() => map.invalidateSize({ pan: false }));
    size.observe(box);
    view.left.push(() => size.disconnect());
    whenLeft(view);
    if (figure.dataset.tuiles) offerTiles(view);
    map.on("zoomend resize", () => group(view)); // moving the map changes no distance: an open popup stays
    map.on("moveend resize", () => present(view)); // which a change of zoom ends with, too
    document.fonts.ready.then(() => arrange(view));
    group(view);
    present(view);
    moments(view);
  };

  // Tiles come from somebody else: the reader is told what that sends to whom, and asked.
  const offerTiles = ({ map, figure }) => {
    const said = JSON.parse(figure.dataset.tuilesMots);
    const offer = document.createElement("p");
    offer.className = "carte-offre";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "carte-pas";
    button.textContent = said.streets;
    offer.append(button, ` ${said.notice}`);
    button.addEventListener("click", () => {
      L.tileLayer(figure.dataset.tuiles, { maxZoom: 18, attribution: said.contributors }).addTo(map);
      map.setMaxZoom(18);
      figure.classList.add("carte--tuiles");
      offer.remove();
    });
    figure.append(offer);
  };

  // Instant navigation takes the figure out of the page: whatever holds on to the map lets go then.
  const whenLeft = ({ map, figure, left }) => {
    const watch = new MutationObserver(() => {
      if (figure.isConnected) return;
      watch.disconnect();
      left.forEach((letGo) => letGo());
      map.remove();
      figure.replaceChildren(); // the theme keeps the nodes of pages that were left
      window.L = undefined; // the next Leaflet would keep this one for its noConflict
    });
    watch.observe(document.body, { childList: true, subtree: true });
  };

  // ---- What stands where ----

  const landName = (map, text, at, rank) => {
    const span = document.createElement("span");
    span.textContent = text;
    const icon = L.divIcon({ className: "carte-nom", html: span, iconSize: [0, 0] });
    const marker = L.marker(at, { icon, interactive: false, keyboard: false }).addTo(map);
    marker.getElement().setAttribute("aria-hidden", "true");
    return { marker, rank };
  };

  // The drawing's arrowhead, in a copy: what is hidden with the drawing would not be seen.
  const arrow = (arc, figure) => {
    const path = arc.getElement();
    const head = figure.querySelector(".carte-statique marker");
    if (!path || !head) return;
    const id = `${head.id}-vive`;
    if (!document.getElementById(id)) {
      const copy = head.cloneNode(true);
      copy.id = id;
      path.ownerSVGElement.prepend(copy);
    }
    path.setAttribute("marker-end", `url(#${id})`);
  };

  const boxAt = (point, dx, dy, width, height) => [point.x + dx, point.y + dy, point.x + dx + width, point.y + dy + height];
  const touches = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

  const arrange = (view) => {
    const { map } = view;
    const size = map.getSize();
    const shown = standing(view).filter((marker) => map.hasLayer(marker));
    const corner = view.box.getBoundingClientRect();
    const buttons = [...view.box.querySelectorAll(".leaflet-control")].map((node) => node.getBoundingClientRect())
      .map((box) => [box.left - corner.left, box.top - corner.top, box.right - corner.left, box.bottom - corner.top]);
    const signs = shown.map((m) => boxAt(map.latLngToContainerPoint(m.getLatLng()), -13, -13, 26, 26));
    const taken = [...signs, ...buttons];
    const free = (wanted, own) => wanted[0] >= 0 && wanted[1] >= 0 && wanted[2] <= size.x && wanted[3] <= size.y
      && !taken.some((other, index) => index !== own && touches(wanted, other));
    // All sizes are read before anything is written: a browser lays out once.
    const labels = shown.map((marker) => marker.getElement().querySelector(".carte-etiquette"));
    const sizes = labels.map((label) => [label.offsetWidth + 4, label.offsetHeight]);
    const spans = view.lands.map(({ marker }) => marker.getElement().firstChild);
    const spanSizes = spans.map((span) => [span.offsetWidth + 6, span.offsetHeight]);
    shown.forEach((marker, own) => {
      const point = map.latLngToContainerPoint(marker.getLatLng());
      const [w, h] = sizes[own];
      const places = {
        droite: boxAt(point, 13, -h / 2, w, h), gauche: boxAt(point, -13 - w, -h / 2, w, h),
        haut: boxAt(point, -w / 2, -13 - h, w, h), bas: boxAt(point, -w / 2, 13, w, h),
      };
      const side = SIDES.find((name) => free(places[name], own));
      labels[own].dataset.cote = side ?? "aucun";
      if (side) taken.push(places[side]);
    });
    taken.push(...along(view)); // a name of a land is crossed by nothing: it stands a little aside, or not at all
    view.lands.forEach(({ marker, rank }, index) => {
      const point = map.latLngToContainerPoint(marker.getLatLng());
      const [w, h] = spanSizes[index];
      const at = ([x, y]) => boxAt(point, x * w / 2 - w / 2, y - h / 2, w, h);
      const shift = map.getZoom() >= [0, 2.5, 3.75, 5][rank] ? SHIFTS.find((way) => free(at(way), -1)) : undefined;
      const { style } = spans[index];
      style.visibility = shift ? "visible" : "hidden";
      if (!shift) return;
      [style.left, style.top] = [`${shift[0] * w / 2}px`, `${shift[1]}px`];
      taken.push(at(shift));
    });
  };

  // Boxes along the journeys that are elements of their own, near enough for nothing to slip between two.
  const along = ({ map, arcs }) => arcs.flatMap((arc) => {
    const points = arc.getLatLngs().map((at) => map.latLngToContainerPoint(at));
    return points.slice(1).flatMap((end, index) => {
      const steps = 1 + Math.floor(end.distanceTo(points[index]) / BESIDE_ARC);
      return Array.from({ length: steps }, (_, step) => {
        const at = points[index].add(end.subtract(points[index]).multiplyBy(step / steps));
        return boxAt(at, -BESIDE_ARC, -BESIDE_ARC, 2 * BESIDE_ARC, 2 * BESIDE_ARC);
      });
    });
  });

  // Places too near each other to be told apart are one marker, whose popup holds those of all.
  const group = (view) => {
    const { map } = view;
    const apart = map.foule ? NEAR.crowd : NEAR.few;
    const framed = small(map) ? (marker) => map.cadre.contains(marker.getLatLng()) : () => false;
    view.groups.forEach((g) => g.marker.remove());
    view.groups = [];
    const spots = view.markers.map((marker) => ({ marker, point: map.latLngToLayerPoint(marker.getLatLng()), alone: true, framed: framed(marker) }));
    const cells = new Map(); // squares as wide: what is near stands in the same or the next one
    const cell = ({ x, y }, dx = 0, dy = 0) => `${Math.floor(x / apart) + dx} ${Math.floor(y / apart) + dy}`;
    spots.forEach((spot) => {
      const key = cell(spot.point);
      if (cells.has(key)) cells.get(key).push(spot);
      else cells.set(key, [spot]);
    });
    const around = ({ point }) => [-1, 0, 1].flatMap((dx) => [-1, 0, 1].flatMap((dy) => cells.get(cell(point, dx, dy)) ?? []));
    spots.forEach((spot) => { spot.marker.options.avec = null; });
    spots.forEach((spot) => {
      if (!spot.alone) return;
      const near = (spot.framed ? spots : around(spot)).filter((other) => other.alone && other.framed === spot.framed
        && (spot.framed || other.point.distanceTo(spot.point) < apart));
      if (near.length < 2) return;
      const members = near.map((other) => other.marker);
      near.forEach((other) => { other.alone = false; other.marker.options.avec = members; });
      view.groups.push({ marker: grouped(map, members), members });
    });
    view.markers.filter((m) => m.options.avec).forEach((m) => m.remove());
    view.figure.classList.toggle("carte--groupee", view.groups.length > 0);
  };

  // The markers that stand for all places, one by one or for many.
  const standing = ({ groups, markers }) => [...groups.map((g) => g.marker), ...markers.filter((m) => !m.options.avec)];

  // Puts them on the map: each of them, for the keyboard to find; of a crowd those in sight, for a browser makes
  // a layer of every one.
  const present = (view) => {
    const { map } = view;
    const sight = map.foule && map.getBounds().pad(ROOM);
    standing(view).forEach((marker) => {
      const wanted = !sight || sight.contains(marker.getLatLng()) || marker.isPopupOpen();
      if (wanted !== map.hasLayer(marker)) marker[wanted ? "addTo" : "removeFrom"](map);
    });
    dim(view);
    arrange(view);
  };

  const grouped = (map, members) => {
    // named by the place of which there is most to tell
    const names = [...members].sort((one, other) => other.options.rangs.length - one.options.rangs.length).map((m) => m.options.nom);
    const short = names.length > 2 ? agreed(WORDS.several, names.length - 1, { first: names[0] })
      : put(WORDS.two, { one: names[0], other: names[1] });
    const [rangs, etablis] = ["rangs", "etablis"].map((name) => members.flatMap((m) => m.options[name]));
    const content = () => members.slice(0, 20).map((m) => m.getPopup().getContent())
      .map((told) => (told.call ? told() : told)).join("<hr>")
      + (members.length > 20 ? `<p>${agreed(WORDS.more, members.length - 20)}</p>` : "");
    const bounds = L.latLngBounds(members.map((m) => m.getLatLng()));
    const style = `carte-lieu--groupe${small(map) && map.cadre.contains(bounds) ? " carte-lieu--cadre" : ""}`;
    return L.marker(bounds.getCenter(), { icon: sign(short, number({ rangs, etablis }), style), rangs, etablis })
      .bindPopup(content, popup(map));
  };

  // ---- Keyboard, finger, wheel ----

  const gestures = ({ map, box }) => {
    // One finger scrolls the page, two move the map, on a phone as on a screen that knows a mouse, too; the wheel
    // zooms only once the map has been entered.
    if (L.Browser.mobile) map.dragging.disable();
    box.addEventListener("pointerdown", ({ pointerType }) => {
      map.dragging[pointerType === "touch" ? "disable" : "enable"]();
    }, true);
    box.addEventListener("keydown", (event) => {
      if (event.key !== " " || !event.target.matches(".carte-lieu")) return;
      event.preventDefault(); // a marker is a button: the space bar presses it
      event.target.click();
    });
    const panBy = map.panBy;
    map.panBy = (offset, options) => panBy.call(map, offset, STILL.matches ? { ...options, animate: false } : options);
    box.style.touchAction = "pan-y";
    map.on("focus click", () => map.scrollWheelZoom.enable());
    map.on("blur mouseout", () => map.scrollWheelZoom.disable());
  };

  const popups = ({ map, box }) => {
    let opener = null;
    box.addEventListener("keydown", (event) => { if (event.key === "Escape") map.closePopup(); });
    map.on("popupopen", ({ popup }) => {
      const element = popup.getElement();
      element.setAttribute("role", "dialog");
      element.setAttribute("aria-label", popup._source.getElement().querySelector(".carte-etiquette").firstChild.textContent);
      element.querySelector(".leaflet-popup-close-button").setAttribute("aria-label", WORDS.close);
      opener = popup._source.getElement();
      if (document.activeElement === opener) element.querySelector(".carte-titre a").focus({ preventScroll: true });
    });
    map.on("popupclose", ({ popup }) => {
      const inside = popup.getElement()?.contains(document.activeElement);
      if (inside && opener?.isConnected) opener.focus({ preventScroll: true });
    });
  };

  // ---- Time: the list of moments under the map is what one steps through ----

  // The chronology's filters, which the way from there has in the address: one steps through what they leave.
  const has = (item, filter) => item.dataset.filtres.split(" ").includes(filter);
  const asks = ([name, value]) => `${name}=${value}`;
  const filtered = (all) => {
    const filters = [...new URLSearchParams(location.search)].map(asks).filter((each) => all.some((item) => has(item, each)));
    return all.filter((item) => filters.every((each) => has(item, each)));
  };
  const unfiltered = (all) => {
    const query = new URLSearchParams(location.search);
    [...query].filter((pair) => all.some((item) => has(item, asks(pair)))).forEach(([name]) => query.delete(name));
    history.replaceState(history.state, "", `${location.pathname}${query.size ? `?${query}` : ""}${location.hash}`);
  };

  const moments = (view) => {
    const all = [...document.querySelectorAll(".carte-moments li")];
    let list = filtered(all);
    if (!all.length || !view.figure.classList.contains("carte--grande")) return;
    const form = document.createElement("form");
    form.className = "carte-temps";
    form.innerHTML = '<button type="button" class="carte-pas" data-pas="-1"></button>'
      + '<label class="carte-muet" for="carte-moment"></label>'
      + `<input id="carte-moment" type="range" min="0" max="${list.length}" value="0" step="1">`
      + '<button type="button" class="carte-pas" data-pas="1"></button>'
      + '<p class="carte-recit" aria-live="polite"></p><p class="carte-filtres"><span></span> <button type="button" class="carte-pas"></button></p>';
    form.querySelector("label").textContent = WORDS.moment;
    form.querySelectorAll("[data-pas]").forEach((button) => { button.textContent = button.dataset.pas > 0 ? WORDS.on : WORDS.back; });
    view.figure.insertBefore(form, view.figure.querySelector("figcaption"));
    const range = form.querySelector("input");
    const left = form.querySelector(".carte-filtres");
    left.querySelector("button").textContent = WORDS.everything;
    const tell = () => {
      document.querySelectorAll(".vers-chronologie").forEach((way) => { way.search = location.search; });
      range.max = list.length;
      left.hidden = list.length === all.length;
      left.firstChild.textContent = agreed(WORDS.left, list.length, { all: all.length });
    };
    const widen = () => {
      unfiltered(all);
      list = all;
      tell();
    };
    tell();
    const told = form.querySelector(".carte-recit");
    remember(view);
    const sentence = (item) => {
      const words = item.cloneNode(true);
      words.querySelectorAll(".details:has(a)").forEach((way) => way.remove()); // the way to the chronology
      return words.textContent.trim();
    };
    const show = (number) => {
      const item = list[number - 1];
      range.value = number;
      range.setAttribute("aria-valuetext", item
        ? put(WORDS.at, { number, all: list.length, moment: sentence(item) }) : WORDS.all);
      told.replaceChildren(...(item ? [...item.cloneNode(true).childNodes] : [WORDS.start]));
      form.querySelectorAll("[data-pas]").forEach((b) => {
        // not `disabled`, which would take the focus from who has just pressed it
        b.setAttribute("aria-disabled", (b.dataset.pas < 0 && number === 0) || (b.dataset.pas > 0 && number === list.length));
      });
      view.moment = item ? +item.dataset.rang : 0;
      view.unsure = Boolean(item?.querySelector(".status"));
      dim(view);
      move(view, item);
    };
    const go = (number) => {
      const bounded = Math.min(Math.max(number, 0), list.length);
      history.replaceState(history.state, "", bounded ? `#${nameOf(list[bounded - 1])}` : location.pathname + location.search);
      show(bounded);
    };
    // « #moment=… » names a moment on the map; « #moment-… », its line in the list, stands for it in links from
    // other pages, which must lead somewhere where no script runs.
    const nameOf = (item) => item.id.replace("moment-", "moment=");
    const asked = () => {
      const item = all.find((each) => `#${nameOf(each)}` === location.hash.replace("#moment-", "#moment="));
      if (item && !list.includes(item)) widen(); // who asks for a moment is shown it
      return list.indexOf(item) + 1;
    };
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("click", (event) => { if (event.target.dataset.pas) go(+range.value + +event.target.dataset.pas); });
    range.addEventListener("input", () => go(+range.value));
    left.querySelector("button").addEventListener("click", () => {
      const item = list[range.value - 1];
      widen();
      show(list.indexOf(item) + 1);
      range.focus();
    });
    const follow = () => show(asked());
    addEventListener("hashchange", follow);
    view.left.push(() => removeEventListener("hashchange", follow));
    follow();
    if (!asked()) return;
    go(asked()); // by its own name: at the other one the browser would scroll to the list
    const seen = () => view.figure.scrollIntoView({ block: "start", behavior: "instant" });
    seen();
    if (document.readyState !== "complete") addEventListener("load", () => requestAnimationFrame(seen), { once: true });
  };

  const dim = ({ map, arcs, markers, groups, moment, unsure }) => {
    if (moment === undefined) return;
    map.foule?.montre(moment);
    arcs.forEach((arc) => {
      const rank = arc.feature.properties.rang;
      arc.getElement()?.classList.toggle("carte-avenir", moment > 0 && rank > moment);
      arc.getElement()?.classList.toggle("carte-present", moment > 0 && rank === moment);
    });
    const drawn = arcs.filter((arc) => arc.feature.properties.rang <= moment);
    const reached = new Set(drawn.flatMap((arc) => arc.feature.properties.bouts));
    const stand = (marker, places) => {
      const element = marker.getElement();
      if (!element) return;
      const ranks = marker.options.rangs;
      const seen = ranks.some((rank) => rank <= moment) || places.some((place) => reached.has(place));
      element.classList.toggle("carte-pale", moment > 0 && !seen);
      element.classList.toggle("carte-ici", moment > 0 && ranks.includes(moment));
      element.classList.toggle("carte-ici--incertain", unsure);
      const many = number(marker.options, moment);
      element.querySelector(".carte-point").textContent = many || "";
      element.querySelector(".carte-muet").textContent = spoken(many);
    };
    markers.forEach((marker) => stand(marker, [marker.options.lieu]));
    groups.forEach(({ marker, members }) => stand(marker, members.map((m) => m.options.lieu)));
  };

  // All that happens at a moment: its place, and the whole of its journeys.
  const reach = ({ map, arcs, markers, moment }, item) => {
    const bounds = L.latLngBounds(map.foule?.atteint(moment) ?? []);
    markers.filter((m) => m.options.lieu === item.dataset.lieu).forEach((m) => bounds.extend(m.getLatLng()));
    arcs.filter((arc) => arc.feature.properties.rang === moment).forEach((arc) => bounds.extend(arc.getBounds()));
    return bounds;
  };

  // Shows all of a moment, from no nearer than the reader chose to stand.
  const move = (view, item) => {
    const { map } = view;
    map.closePopup();
    const bounds = item && reach(view, item);
    if (!bounds?.isValid()) return;
    const zoom = Math.min(view.near, map.getBoundsZoom(bounds, false, L.point(88, 72)));
    const [low, high] = [bounds.getSouthWest(), bounds.getNorthEast()].map((corner) => map.project(corner, zoom));
    const middle = map.unproject(low.add(high).divideBy(2), zoom);
    const how = { animate: !STILL.matches, duration: 0.6 };
    view.led = true;
    if (zoom === map.getZoom()) map.panTo(middle, how);
    else map.flyTo(middle, zoom, how);
  };

  const remember = (view) => {
    const { map } = view;
    view.near = map.getZoom();
    map.on("zoomend", () => { if (!view.led) view.near = map.getZoom(); });
    map.on("moveend", () => { view.led = false; });
  };

  window.dossierCarte = { wanted, place, ouvre, lieux, cadre, prete };
})();
