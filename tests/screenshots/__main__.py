"""Takes a picture of every page, in every language, colour scheme and width.

    python -m tests.screenshots [HOME] [--to FOLDER] [--only PATH ...]

Serves the home folder HOME (`var`, unless named) and signs in as every role that sees
a page first. Accounts of the tests are added to a copy of its ledger, never to itself.
"""

import argparse
import itertools
import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from dashboard.pages import PAGES
from tests.accounts import ROLES, identity_of, sign_in
from tests.browser.screen import wait_until_drawn
from tests.browser.serving import serving
from warehouse.identity import Right

WIDTHS = {390: 844, 1280: 900, 1920: 1080}
LANGUAGES = ("nl", "en")
SCHEMES = ("light", "dark")
FLAGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
]
SETTLING_MILLISECONDS = 700
DRAWING_MILLISECONDS = 30_000


def main() -> None:
    """Take the pictures and say where they are."""
    chosen = _arguments()
    expect.set_options(timeout=DRAWING_MILLISECONDS)
    with tempfile.TemporaryDirectory() as aside, sync_playwright() as playwright:
        home = copy_home(chosen.home, Path(aside))
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=FLAGS
        )
        with serving(home) as address:
            looks = itertools.product(chosen.languages, chosen.schemes, chosen.widths)
            for language, scheme, width in looks:
                folder = chosen.to / f"{language}-{scheme}-{width}"
                folder.mkdir(parents=True, exist_ok=True)
                for role, paths in paths_by_role(chosen.only).items():
                    page = open_browser(browser, address, role, language, scheme, width)
                    for path in paths:
                        picture(page, address + path, folder / f"{_name(path)}.png")
                    page.context.close()
        browser.close()
    print(chosen.to)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("home", type=Path, nargs="?", default=Path("var"))
    parser.add_argument("--to", type=Path, default=Path("screenshots"))
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--languages", nargs="*", default=LANGUAGES)
    parser.add_argument("--schemes", nargs="*", default=SCHEMES)
    parser.add_argument("--widths", nargs="*", type=int, default=list(WIDTHS))
    return parser.parse_args()


def copy_home(home: Path, aside: Path) -> Path:
    """Copy what serving a home folder needs, with its current release only."""
    copy = aside / "home"
    copy.mkdir()
    for file in home.iterdir():
        if file.is_file() and not file.is_symlink():
            shutil.copy2(file, copy)
    current = (home / "warehouse.duckdb").resolve()
    release = Path("releases") / current.parent.name
    shutil.copytree(current.parent, copy / release)
    (copy / "warehouse.duckdb").symlink_to(release / current.name)
    return copy


def paths_by_role(only: list[str]) -> dict[str, list[str]]:
    """Return the pages under the first role that may open them."""
    found: dict[str, list[str]] = {}
    for path, module in PAGES.items():
        right = getattr(module, "RIGHT", Right.READ_FIGURES)
        able = [role for role in _ROLES if identity_of(role).may(right)]
        if able and (not only or path in only):
            found.setdefault(able[0], []).append(path)
    return found


_ROLES = ("coordinator", *(role for role in ROLES if role != "coordinator"))


def open_browser(browser: Browser, address: str, role: str, *look: str | int) -> Page:
    """Return a page of somebody signed in; `look` is language, scheme and width."""
    language, scheme, width = look
    context = browser.new_context(
        viewport={"width": int(width), "height": WIDTHS.get(int(width), 900)},
        color_scheme=scheme,
    )
    context.add_cookies([{"name": "language", "value": language, "url": address}])
    page = context.new_page()
    sign_in(page, address, role)
    return page


def picture(page: Page, address: str, file: Path) -> None:
    """Take a picture of the whole of a page once it is drawn."""
    page.goto(address)
    wait_until_drawn(page)
    page.wait_for_timeout(SETTLING_MILLISECONDS)
    page.screenshot(path=file, full_page=True)


def _name(path: str) -> str:
    return path.strip("/").replace("/", "-") or "overzicht"


if __name__ == "__main__":
    main()
