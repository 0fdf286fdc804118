"""The web manifest: how a phone names and shows the dossier on its home screen."""

import json
from typing import Final

from generator.model import Settings
from generator.text.french import typeset

MANIFEST: Final = "manifest.webmanifest"
"""Its path from `docs_dir`; the addresses in it are relative to it."""
_PAPER: Final = "#fcfaf5"
"""The paper of overrides/assets/dossier.css."""


def manifest(settings: Settings, language: str) -> str:
    """The manifest of a dossier in a language."""
    told = {
        "name": typeset(settings.title),
        "short_name": typeset(settings.title),
        "description": typeset(settings.subtitle),
        "lang": language,
        "start_url": "./",
        "scope": "./",
        "display": "browser",
        "background_color": _PAPER,
        "theme_color": _PAPER,
        "icons": [
            {"src": "assets/favicon.svg", "type": "image/svg+xml", "sizes": "any"},
            {"src": "assets/icone-180.png", "type": "image/png", "sizes": "180x180"},
            {"src": "assets/icone-512.png", "type": "image/png", "sizes": "512x512"},
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"
