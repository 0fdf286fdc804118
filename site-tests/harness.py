"""What tests of the built site have in their hands."""

from dataclasses import dataclass
from pathlib import Path

from generator.pipeline import Summary


@dataclass(frozen=True)
class Site:
    """A built site and the address at which it is served."""

    folder: Path
    address: str
    summary: Summary

    @property
    def pages(self) -> tuple[str, ...]:
        """The paths of all pages, from the site's root."""
        found = (path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))
        return tuple(sorted("/" + path.removesuffix("index.html") for path in found))


@dataclass
class Watch:
    """What a page said and asked for."""

    console: list[str]
    foreign: list[str]
