"""Where a dossier's files are."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders of the dossier at `root`, of the theme that builds it, and of what a build makes."""

    root: Path
    theme: Path
    """The folder with mkdocs.yml and overrides/: the dossier's own, else that of this project."""
    build: Path

    @property
    def content(self) -> Path:
        """What the editors write."""
        return self.root / "content"

    @property
    def docs(self) -> Path:
        """The Markdown pages, MkDocs' `docs_dir`."""
        return self.build / "docs"

    @property
    def site(self) -> Path:
        """The finished site."""
        return self.build / "site"

    @property
    def overrides(self) -> Path:
        """The theme's own templates and files."""
        return self.theme / "overrides"

    @property
    def mkdocs(self) -> Path:
        """MkDocs' configuration."""
        return self.theme / "mkdocs.yml"


def folders(root: Path) -> Folders:
    """The folders of the dossier at `root`."""
    project = Path(__file__).resolve().parent.parent
    return Folders(root, root if (root / "mkdocs.yml").is_file() else project, root / "build")
