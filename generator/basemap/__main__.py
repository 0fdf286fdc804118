"""`python -m generator.basemap` makes the files of the basemap; with `--check` it only checks them."""

import argparse
import json
import sys
from pathlib import Path

from generator.basemap.check import faults
from generator.basemap.features import collection
from generator.basemap.outputs import DATA, OUTPUTS
from generator.basemap.simplify import simplified
from generator.basemap.territories import recognised
from generator.basemap.topojson import outlines


def make(countries: Path, mapshaper: Path, folder: Path) -> None:
    """Write the files of the basemap into a folder."""
    territories = recognised(outlines(json.loads(countries.read_text("utf-8"))))
    for output in OUTPUTS:
        text = collection(simplified(territories, output.details, mapshaper), territories)
        (folder / output.name).write_text(text, "utf-8", newline="\n")


def main() -> int:
    """Make and check the files, or only check them; 1 where something is wrong with them."""
    parser = argparse.ArgumentParser(prog="python -m generator.basemap", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=DATA, help="of the files (by default %(default)s)")
    parser.add_argument("--check", action="store_true", help="make nothing, only check the files")
    parser.add_argument("--countries", type=Path, help="countries-10m.json of world-atlas")
    parser.add_argument("--mapshaper", type=Path, help="bin/mapshaper of mapshaper")
    asked = parser.parse_args()
    if not asked.check:
        if not asked.countries or not asked.mapshaper:
            parser.error("--countries and --mapshaper are needed, or --check")
        make(asked.countries, asked.mapshaper, asked.folder)
    found = faults(asked.folder)
    print("\n".join(found) or "All is right.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
