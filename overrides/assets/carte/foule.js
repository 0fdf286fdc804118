// Thousands of journeys on one canvas instead of an element each; only a crowded map loads this. Instant
// navigation runs the file again on each page: it holds no state outside the map.
(() => {
  const DASHES = { "carte-suppose": [9, 4], "carte-announced": [2, 4], "carte-denied": [2, 4], "carte-doubtful": [2, 4] };
  const ROOM = 0.25; // share of the map's size painted beyond each of its edges, for when it is moved

  const dashOf = (style) => style.split(" ").map((name) => DASHES[name]).find(Boolean) ?? [];

  // The part of a curve that may be seen: whole where it is short, else those of its pieces that come near.
  // What lies far outside is left out, for a browser dashes every pixel of a line before it clips it.
  const trace = (way, a, c, b, wide) => {
    const long = a.distanceTo(c) + c.distanceTo(b);
    const pieces = Math.min(32, Math.ceil(long / (wide.x + wide.y)));
    const at = (t) => a.multiplyBy((1 - t) ** 2).add(c.multiplyBy(2 * t * (1 - t))).add(b.multiplyBy(t ** 2));
    for (let piece = 0, from = a; piece < pieces; piece += 1) {
      const to = at((piece + 1) / pieces);
      const [p, bend] = pieces === 1 ? [b, c] : [to, from.add(to).divideBy(2)];
      const near = ["x", "y"].every((k) => Math.max(from[k], p[k], bend[k]) > 0 && Math.min(from[k], p[k], bend[k]) < wide[k]);
      if (near) {
        way.moveTo(from.x, from.y);
        way.quadraticCurveTo(bend.x, bend.y, p.x, p.y);
      }
      from = to;
    }
  };

  const paint = (context, layer, origin, wide) => {
    const { map, rows, styles, moment } = layer;
    const ways = new Map(); // one path for each style, in the past and in the present
    rows.forEach(([lat0, lon0, lat1, lon1, lane, rank, style]) => {
      if (moment > 0 && rank > moment) return;
      const a = map.latLngToLayerPoint([lat0, lon0]).subtract(origin);
      const b = map.latLngToLayerPoint([lat1, lon1]).subtract(origin);
      const bend = 0.16 + 0.11 * lane; // as in generator/render/map/geometry.py
      const c = L.point((a.x + b.x) / 2 + (b.y - a.y) * bend, (a.y + b.y) / 2 - (b.x - a.x) * bend);
      const key = `${style} ${moment > 0 && rank === moment ? "now" : ""}`;
      if (!ways.has(key)) ways.set(key, new Path2D());
      trace(ways.get(key), a, c, b, wide);
    });
    context.strokeStyle = getComputedStyle(map.getContainer()).getPropertyValue("--accent");
    ways.forEach((way, key) => {
      const [style, now] = key.split(" ");
      context.setLineDash(dashOf(styles[style]));
      context.lineWidth = now ? 3 : 0.75;
      context.globalAlpha = now ? 1 : 0.3;
      context.stroke(way);
    });
  };

  const layerOf = (map, styles, rows) => {
    const canvas = L.DomUtil.create("canvas", "carte-foule leaflet-zoom-hide", map.getPane("overlayPane"));
    const layer = { map, styles, rows, moment: 0, wanted: 0 };
    const draw = () => {
      const size = map.getSize();
      const scale = devicePixelRatio;
      const origin = map.containerPointToLayerPoint(size.multiplyBy(-ROOM)).round();
      const wide = size.multiplyBy(1 + 2 * ROOM);
      canvas.width = wide.x * scale;
      canvas.height = wide.y * scale;
      canvas.style.width = `${wide.x}px`;
      canvas.style.height = `${wide.y}px`;
      L.DomUtil.setPosition(canvas, origin);
      const context = canvas.getContext("2d");
      context.scale(scale, scale);
      paint(context, layer, origin, wide);
    };
    // However much changes in one frame is painted once, and after the map has been shown.
    const ask = () => {
      cancelAnimationFrame(layer.wanted);
      layer.wanted = requestAnimationFrame(draw);
    };
    map.on("moveend zoomend viewreset resize", ask);
    const scheme = new MutationObserver(ask);
    scheme.observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
    map.on("unload", () => {
      scheme.disconnect();
      cancelAnimationFrame(layer.wanted);
    });
    ask();
    return (moment) => {
      layer.moment = moment;
      ask();
    };
  };

  // A place's popup: its heading, then the moments that the page lists for it.
  const told = (heading, id) => {
    const here = [...document.querySelectorAll(`.carte-moments li[data-lieu="${id}"]`)];
    return heading + (here.length ? `<ul>${here.map((item) => `<li>${item.innerHTML}</li>`).join("")}</ul>` : "");
  };

  const trajets = (map, styles, rows) => {
    const atteint = (moment) => rows.filter((row) => row[5] === moment)
      .flatMap(([lat0, lon0, lat1, lon1]) => [[lat0, lon0], [lat1, lon1]]);
    map.foule = { montre: layerOf(map, styles, rows), atteint, told };
  };

  window.dossierFoule = { trajets };
})();
