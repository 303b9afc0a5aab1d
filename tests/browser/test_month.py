"""A month's work as the coordination point does it, up to the new figures."""

import io
import re
from pathlib import Path

import openpyxl
import pytest
from axe_playwright_python.sync_playwright import Axe
from month_files import (
    EVENTS,
    FORM,
    MENDED,
    MONTH,
    SIGNALS,
    UNREADABLE,
    write_month,
)
from playwright.sync_api import Page, expect
from screen import number, wait_until_drawn
from serving import serving
from upload_page import PATH, choose, item, unfold, upload, wait_for

from tests.accounts import PASSWORD
from tests.conftest import DEMO_AS_OF

pytestmark = [pytest.mark.browser, pytest.mark.slow]

BUILD_MILLISECONDS = 600_000
"""Far more than a build takes, for a machine that has much else to do."""


@pytest.fixture
def workplace(demo_home_copy):
    """A served demonstration in which a release is built as soon as it can be."""
    settings = {"EROPAF_AS_OF": DEMO_AS_OF, "EROPAF_BUILD_DELAY": "1"}
    with serving(demo_home_copy, **settings) as address:
        yield address


def test_a_month_from_seven_files_to_new_figures(
    page, workplace, demo_home_copy, tmp_path
):
    write_month(tmp_path)
    sign_in_by_hand(page, workplace)
    before = number(page, "signals")

    page.goto(f"{workplace}{PATH}")
    expect(page.locator("#upload-limits")).to_contain_text("50 MB")
    upload(page, *(tmp_path / name for name in MONTH))
    wait_for(page, UNREADABLE, "Geweigerd")
    expect(item(page, UNREADABLE)).to_contain_text("Maanden achterstand")
    right = [name for name in MONTH if name not in (UNREADABLE, EVENTS)]
    for name in (EVENTS, *right):
        wait_for(page, name, "Wacht op een besluit")

    read_what_is_wrong(page)
    replace_what_is_wrong(page, tmp_path)
    for name in right:
        accept(page, name)
    accepted = [MENDED, *right]
    wait_until_seen(page, workplace, demo_home_copy, accepted)

    page.goto(f"{workplace}/")
    wait_until_drawn(page)
    assert number(page, "signals") == before + sum(SIGNALS.values())
    releases = list((demo_home_copy / "releases").iterdir())
    assert len(releases) == 2, "the acceptances share one release"


def sign_in_by_hand(page: Page, address: str) -> None:
    """Sign in on the page to which who is not signed in is brought."""
    page.goto(f"{address}/")
    page.get_by_label("Gebruikersnaam").fill("coordinator")
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Inloggen").click()
    wait_until_drawn(page)


def read_what_is_wrong(page: Page) -> None:
    """Read and search the findings, the workbook and the letter of a held file."""
    wrong = unfold(page, EVENTS)
    grid = wrong.locator(".ag-root")
    expect(grid).to_contain_text("de pilot")
    wrong.get_by_label("Zoek in de bevindingen").fill("datum")
    expect(grid).not_to_contain_text("de pilot")
    expect(grid).to_contain_text("datum")
    with page.expect_download() as download:
        wrong.get_by_role("link", name="Verslag (XLSX)").click()
    report = openpyxl.load_workbook(io.BytesIO(download.value.path().read_bytes()))
    cells = {
        str(cell)
        for sheet in report
        for row in sheet.iter_rows(values_only=True)
        for cell in row
    }
    assert any(EVENTS in cell for cell in cells)
    assert any("datum" in cell for cell in cells)
    wrong.get_by_text("Lees en kopieer de brief").click()
    letter = wrong.get_by_label("De brief, klaar om te versturen")
    expect(letter).to_have_value(re.compile(re.escape(EVENTS)))
    assert Axe().run(page).response["violations"] == []


def replace_what_is_wrong(page: Page, folder) -> None:
    """Let a mended file take the place of the held one; that needs a reason."""
    upload(page, folder / MENDED)
    wait_for(page, MENDED, "Wacht op een besluit")
    mended = unfold(page, MENDED)
    choose(page, mended, "Vervangt", EVENTS)
    mended.get_by_role("button", name="Aanvaarden").click()
    expect(mended.locator(".form-answer")).to_contain_text("waarom")
    mended.get_by_label("Waarom").fill("De afzender heeft een betere gestuurd.")
    mended.get_by_role("button", name="Aanvaarden").click()
    expect(mended.locator(".form-answer")).to_contain_text("nog eens gekeurd")


def accept(page: Page, name: str) -> None:
    """Accept a file; the form does not say itself where it belongs."""
    one = unfold(page, name)
    if name == FORM:
        choose(page, one, "Stadsdeel", "Centrum")
        choose(page, one, "Pilot", "Vroegmelding Centrum 2007 (A)")
    one.get_by_role("button", name="Aanvaarden").click()
    expect(one.locator(".form-answer")).to_contain_text("nog eens gekeurd")


def wait_until_seen(page: Page, address: str, home: Path, names: list[str]) -> None:
    """Wait until the published release holds the files, the page being closed once."""
    expect(page.locator("#upload-release")).to_contain_text(
        "nieuwe uitgave", timeout=BUILD_MILLISECONDS
    )
    page.goto(f"{address}/maandbord")
    page.goto(f"{address}{PATH}")
    for name in names:
        wait_for(page, name, "In uitgave", BUILD_MILLISECONDS)
    expect(item(page, EVENTS).locator(".badge")).to_have_text("Vervangen")
    expect(page.locator("#upload-release")).to_be_empty()
    release = (home / "warehouse.duckdb").resolve().parent.name
    expect(item(page, names[0]).locator(".badge")).to_contain_text(release)
    # An open page asks now and then whether there is a new release.
    expect(page.locator("#release-id")).to_have_text(
        release, timeout=BUILD_MILLISECONDS
    )
