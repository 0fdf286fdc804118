"""The lists of vendored files and their folders agree."""

import hashlib
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
MANIFESTS = {
    "overrides/assets/vendor.toml": (
        "accueil.css",
        "apercus.css",
        "apercus.js",
        "carte/",
        "chronologie/",
        "dossier.css",
        "favicon.svg",
        "icone-180.png",
        "icone-512.png",
        "menu.js",
        "papier.css",
        "theme.js",
        "polices.css",
        "recherche/",
        "rencontres/",
    ),
    "generator/basemap/data/vendor.toml": (),
}
"""Each list, and those files and folders around it that are our own: all others must be in the list."""

pytestmark = pytest.mark.parametrize("manifest", [ROOT / path for path in MANIFESTS], ids=list(MANIFESTS))


def packages(manifest: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads(manifest.read_text("utf-8"))["package"]
    return found


def test_every_vendored_file_is_listed_with_its_fingerprint(manifest: Path) -> None:
    listed = {path: entry["sha256"] for package in packages(manifest) for path, entry in package["files"].items()}
    ours = ("vendor.toml", *MANIFESTS[manifest.relative_to(ROOT).as_posix()])
    found = {
        path.relative_to(manifest.parents[1]).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(manifest.parent.rglob("*"))
        if path.is_file() and not path.relative_to(manifest.parent).as_posix().startswith(ours)
    }
    assert listed == found


def test_every_package_says_where_it_comes_from(manifest: Path) -> None:
    for package in packages(manifest):
        assert {"name", "origin", "version", "licence", "files"} == package.keys()


def test_every_file_says_what_it_comes_from_and_how_it_was_edited_if_it_was(manifest: Path) -> None:
    for package in packages(manifest):
        for entry in package["files"].values():
            assert entry.keys() - {"edits"} == {"from", "sha256"}
            assert all(entry.values())
