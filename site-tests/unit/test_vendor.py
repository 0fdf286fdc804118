"""The list of vendored files and the folder agree."""

import hashlib
import tomllib
from pathlib import Path

ASSETS = Path(__file__).resolve().parents[2] / "overrides" / "assets"
VENDORED = ("fonts",)
"""Folders of overrides/assets that hold nothing but what others made."""


def test_every_vendored_file_is_listed_with_its_fingerprint() -> None:
    packages = tomllib.loads((ASSETS / "vendor.toml").read_text("utf-8"))["package"]
    listed = {path: entry["sha256"] for package in packages for path, entry in package["files"].items()}
    found = {
        f"assets/{path.relative_to(ASSETS).as_posix()}": hashlib.sha256(path.read_bytes()).hexdigest()
        for folder in VENDORED
        for path in sorted((ASSETS / folder).rglob("*"))
        if path.is_file()
    }
    assert listed == found


def test_every_package_says_where_it_comes_from() -> None:
    for package in tomllib.loads((ASSETS / "vendor.toml").read_text("utf-8"))["package"]:
        assert {"name", "origin", "version", "licence", "files"} == package.keys()
