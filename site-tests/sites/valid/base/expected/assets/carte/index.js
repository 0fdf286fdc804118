(function () {
            var map_carte_index_1 = L.map(
                "map_carte_index_1",
                {
                    center: [46.401, 6.589],
                    crs: L.CRS.EPSG3857,
                    ...{
  "zoom": 4,
  "zoomControl": false,
  "preferCanvas": false,
  "zoomSnap": 0.25,
  "scrollWheelZoom": false,
}
                }
            );
dossierCarte.fond(map_carte_index_1);
            var marker_carte_index_3 = L.marker(
                [46.401, 6.589],
                {
  "lieu": "evian",
  "rangs": [
1,
],
}
            ).addTo(map_carte_index_1);
            var div_icon_carte_index_5 = L.divIcon({
  "html": "\u003cspan class=\"carte-point\" aria-hidden=\"true\"\u003e1\u003c/span\u003e\u003cspan class=\"carte-etiquette\"\u003e\u00c9vian\u003cspan class=\"carte-muet\"\u003e, 1 \u00e9v\u00e9nement\u003c/span\u003e\u003c/span\u003e",
  "iconSize": [26, 26],
  "iconAnchor": [13, 13],
  "className": "carte-lieu",
});
    var popup_carte_index_6 = L.popup({
  "maxWidth": 300,
  "minWidth": 180,
}).setContent("\u003cp class=\"carte-titre\"\u003e\u003ca href=\"lieux/evian/\"\u003e\u00c9vian\u003c/a\u003e\u003c/p\u003e\u003cp\u003e1 \u00e9v\u00e9nement\u003c/p\u003e\u003cul\u003e\u003cli\u003e2\u00a0mai 2031\u003cbr\u003e\u003ca href=\"evenements/visite-evian-2031-05-02/\"\u003eAline Vaucher se rend \u00e0 \u00c9vian\u003c/a\u003e\u003c/li\u003e\u003c/ul\u003e");
marker_carte_index_3.bindPopup(popup_carte_index_6);
                marker_carte_index_3.setIcon(div_icon_carte_index_5);
dossierCarte.prete(map_carte_index_1, [[45.0, 5.0], [48.0, 9.0]]);
})();
