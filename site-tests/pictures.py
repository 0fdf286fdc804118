"""Take a picture of every kind of page, on a phone, a tablet and a desk, by day, by night and on paper.

`python -m pictures [PATH …]`, from site-tests/, writes build/screenshots from the site in build/site;
`python -m pictures readme` takes the pictures of the README anew.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Final, Literal

from browsing import opened_browser
from harness import served
from PIL import Image
from playwright.sync_api import Browser, Page, PdfMargins

ROOT: Final = Path(__file__).resolve().parents[1]
SITE: Final = ROOT / "build" / "site"
TARGET: Final = ROOT / "build" / "screenshots"
WIDTHS: Final = {390: 844, 768: 1024, 1280: 800}
"""The windows, in CSS pixels: width to height."""
SCHEMES: Final[tuple[Literal["light", "dark"], ...]] = ("light", "dark")
MARGINS: Final[PdfMargins] = {"top": "18mm", "right": "18mm", "bottom": "18mm", "left": "18mm"}
TALLEST: Final = 3600
"""Where the picture of a long page ends, in CSS pixels: what follows is more of the same."""

SHOWN: Final = ROOT / "site-tests" / "screenshots"
COLOURS: Final = 160
"""A picture for the README has so many: pages are flat, and the repository is fetched by everybody."""


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture for the README: the page and the window in which it is seen, in CSS pixels."""

    path: str
    width: int = 1280
    height: int = 800
    scheme: Literal["light", "dark"] = "light"


README: Final = {
    "accueil": Shot("/"),
    "article": Shot("/articles/2017-11-21-assad-a-sotchi/"),
    "chronologie": Shot("/chronologie/", scheme="dark"),
    "divergences": Shot("/divergences/"),
    "dirigeant-telephone": Shot("/dirigeants/bachar-el-assad/", width=390, height=844),
    "carte-telephone": Shot("/carte/", width=390, height=844, scheme="dark"),
}


def main(paths: list[str]) -> None:
    """Write the pictures of the pages at some paths, or of one page of each kind; or those of the README."""
    if paths == ["readme"]:
        with served(SITE) as address, opened_browser() as browser:
            for name, shot in README.items():
                (SHOWN / f"{name}.png").write_bytes(_taken(browser, address, shot))
        return
    if not paths:
        shutil.rmtree(TARGET, ignore_errors=True)
    TARGET.mkdir(parents=True, exist_ok=True)
    with served(SITE) as address, opened_browser() as browser:
        for path in paths or one_of_each_kind(SITE):
            for scheme in SCHEMES:
                _on_screens(browser, address, path, scheme)
            _on_paper(browser, address, path)
            print(path, flush=True)


def _taken(browser: Browser, address: str, shot: Shot) -> bytes:
    """A window of a page as a small PNG."""
    context = browser.new_context(
        color_scheme=shot.scheme, reduced_motion="reduce", viewport={"width": shot.width, "height": shot.height}
    )
    page = context.new_page()
    page.goto(address + shot.path, wait_until="networkidle")
    picture = Image.open(BytesIO(page.screenshot())).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    context.close()
    out = BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()


def one_of_each_kind(site: Path) -> Iterator[str]:
    """The paths of the pages at the site's root, and in each section that of its longest page."""
    files = sorted(site.rglob("*.html"))
    parts = {file: PurePosixPath(file.relative_to(site).as_posix()).parts for file in files}
    yield from (_path(parts[file]) for file in files if len(parts[file]) < 3)
    sections = sorted({parts[file][0] for file in files if len(parts[file]) == 3})
    for section in sections:
        inside = [file for file in files if len(parts[file]) == 3 and parts[file][0] == section]
        yield _path(parts[max(inside, key=lambda file: file.stat().st_size)])


def _path(parts: Iterable[str]) -> str:
    return "/" + "/".join(parts).removesuffix("index.html")


def _on_screens(browser: Browser, address: str, path: str, scheme: Literal["light", "dark"]) -> None:
    context = browser.new_context(color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    for width, height in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": height})
        page.goto(address + path, wait_until="load")
        tall = max(height, min(TALLEST, _height(page)))
        page.screenshot(
            path=TARGET / f"{_name(path)}-{width}-{scheme}.png",
            clip={"x": 0, "y": 0, "width": width, "height": tall},
            full_page=True,
        )
    context.close()


def _height(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollHeight"))


def _on_paper(browser: Browser, address: str, path: str) -> None:
    """The page as a printer gets it, in A4; its first sheet as a picture, where pdftoppm is installed."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + path, wait_until="load")
    sheets = TARGET / f"{_name(path)}-paper"
    page.pdf(path=f"{sheets}.pdf", format="A4", margin=MARGINS)
    context.close()
    if shutil.which("pdftoppm"):
        subprocess.run(["pdftoppm", "-png", "-r", "80", "-singlefile", f"{sheets}.pdf", sheets], check=True)


def _name(path: str) -> str:
    return path.strip("/").removesuffix(".html").replace("/", "--") or "home"


if __name__ == "__main__":
    main(sys.argv[1:])
