"""`python -m generator.basemap` makes the basemap."""

import argparse
import json
from pathlib import Path

from generator.basemap.form import FILE
from generator.basemap.output import text
from generator.basemap.sewing import sewn
from generator.basemap.territories import recognised
from generator.basemap.topojson import outlines


def main() -> None:
    """Write the basemap."""
    parser = argparse.ArgumentParser(prog="python -m generator.basemap", description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=FILE, help="to write (by default %(default)s)")
    parser.add_argument("--countries", type=Path, required=True, help="countries-10m.json of world-atlas")
    parser.add_argument("--mapshaper", type=Path, required=True, help="bin/mapshaper of mapshaper")
    asked = parser.parse_args()
    territories = recognised(outlines(json.loads(asked.countries.read_text("utf-8"))))
    made = text(sewn(territories, asked.mapshaper), territories)
    asked.file.write_text(made, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
