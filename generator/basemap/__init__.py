"""The basemap: the world's countries as the UN recognises them, made from Natural Earth.

`python -m generator.basemap` makes `data/world.json`; no dossier is built with it. Its tools are not
dependencies of a build. To install them, in a virtual environment and a folder of one's own:

    pip install shapely==2.1.2 babel==2.18.0
    npm install world-atlas@2.0.2 mapshaper@0.7.70

and then, with Node.js, from the root of the project:

    python -m generator.basemap --countries NODE_MODULES/world-atlas/countries-10m.json \
        --mapshaper NODE_MODULES/mapshaper/bin/mapshaper

Other versions may give other bytes. The manifest `data/vendor.toml` holds the fingerprint of the
file: change it with the file.

The road that data takes: `topojson` decodes world-atlas, `territories` corrects its borders, `sewing`
makes one line of each border, `levels` says how much each point of it matters, `output` writes it
down. `generator.basemap.lands` reads it, and draws a part of the points: many near a dossier's places.
"""
