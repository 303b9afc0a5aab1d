"""What a first visit of the dashboard fetches: bytes on the way, per page."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.accounts import sign_in
from tests.browser.screen import wait_until_drawn
from tests.browser.serving import serving

PAGES = {"/": "overview", "/meldingen": "signals, with charts"}
FLAGS = ["--no-sandbox", "--disable-background-networking"]


@dataclass(frozen=True)
class Fetched:
    """What was fetched of one page, in bytes, and with how many requests."""

    cold: int
    requests: int
    warm: int


def measure_first_pages(home: Path) -> dict[str, Fetched]:
    """Open pages of a served home in an empty browser, and once more."""
    with serving(home) as address, _chromium() as browser:
        return {name: _visit(browser, address, path) for path, name in PAGES.items()}


@contextmanager
def _chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=FLAGS
        )
        yield browser
        browser.close()


def _visit(browser: Browser, address: str, path: str) -> Fetched:
    page = browser.new_context().new_page()
    sign_in(page, address, "viewer")
    sizes: list[int] = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on(
        "Network.loadingFinished",
        lambda event: sizes.append(event["encodedDataLength"]),
    )
    page.goto(address + path)
    wait_until_drawn(page)
    cold, requests = sum(sizes), len(sizes)
    sizes.clear()
    page.reload()
    wait_until_drawn(page)
    page.context.close()
    return Fetched(int(cold), requests, int(sum(sizes)))


def section(found: dict[str, Fetched]) -> str:
    """Return the measured pages as a section of the report."""
    rows = [
        f"| {name} | {one.cold / 1024:,.0f} | {one.requests} | {one.warm / 1024:,.0f} |"
        for name, one in found.items()
    ]
    return "\n".join(
        [
            "## A first page in an empty browser",
            "",
            "KB on the way: scripts and style sheets compressed, figures not; then the "
            "same page loaded anew.",
            "",
            "| page | KB at first | requests | KB again |",
            "|---|---:|---:|---:|",
            *rows,
            "",
        ]
    )
