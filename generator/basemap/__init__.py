"""The basemap: countries as the UN recognises them, cut from Natural Earth and simplified.

`python -m generator.basemap` makes the two GeoJSON files in `data/`, and `--check` only checks
them; no dossier is built with it. Its tools are not dependencies of the project. To install them,
in a virtual environment and a folder of one's own:

    pip install shapely==2.1.2 babel==2.18.0
    npm install world-atlas@2.0.2 mapshaper@0.7.70

and then, with Node.js, from the root of the project:

    python -m generator.basemap --countries NODE_MODULES/world-atlas/countries-10m.json \
        --mapshaper NODE_MODULES/mapshaper/bin/mapshaper

Other versions may give other bytes. Without arguments the folder is `data/`, whose manifest
`data/vendor.toml` holds the fingerprint of each file: change it with the file.

The road that data takes: `topojson` decodes world-atlas, `territories` corrects its borders,
`simplify` has mapshaper thin them out, `features` writes GeoJSON, `check` reads it back.
`outputs` and `places` say what is asked for; they need no tool.
"""
