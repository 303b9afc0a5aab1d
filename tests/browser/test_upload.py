"""The month's files on the upload page, as a coordinator and a deliverer work."""

import re
import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from serving import serving

from tests.accounts import sign_in
from tests.integration.files import HEADER, SIGNALS

pytestmark = pytest.mark.browser

PATH = "/aanleveren"
CHECK_MILLISECONDS = 300_000
"""The first check imports much, and may make the template of the gate first."""


@pytest.fixture(scope="module")
def workplace(demo_home, tmp_path_factory):
    """A served copy of the demonstration that may be changed."""
    home = tmp_path_factory.mktemp("workplace") / "home"
    shutil.copytree(demo_home, home, symlinks=True)
    with serving(home) as address:
        yield address


@pytest.fixture
def files(tmp_path):
    """Write a transfer form with own numbers; gives its path."""

    def write(name: str, *rows: str, header: str = f"{HEADER};Maanden achterstand"):
        own = [row.replace("X-", f"{name}-") for row in rows]
        path = tmp_path / f"{name}.csv"
        path.write_text("\n".join([header, *own, ""]), encoding="utf-8")
        return path

    return write


def open_as(page: Page, address: str, who: str, language: str = "nl") -> None:
    page.context.add_cookies([{"name": "language", "value": language, "url": address}])
    sign_in(page, address, who)
    page.goto(f"{address}{PATH}")
    expect(page.locator("#upload-zone")).to_be_visible()


def upload(page: Page, *paths) -> None:
    with page.expect_file_chooser() as chooser:
        page.locator("#upload-choose").click()
    chooser.value.set_files(paths)


def item(page: Page, name: str):
    return page.locator(".upload-item").filter(has_text=f"{name}.csv").first


def wait_for(page: Page, name: str, text: str) -> None:
    expect(item(page, name).locator(".badge")).to_have_text(
        text, timeout=CHECK_MILLISECONDS
    )


def violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found]


def test_a_coordinator_uploads_reads_and_decides(page, workplace, files, tmp_path):
    whole = [f"{one};2" for one in SIGNALS]
    good = files("goed", *whole)
    doubtful = files("twijfel", *whole[:2], "X-9;14-13-2007;Ymere;YM-900003;410,50;2")
    wrong = files("fout", "1;Ymere", header="Meldnummer;Corporatie")
    open_as(page, workplace, "coordinator")
    expect(page.locator("#upload-limits")).to_contain_text("50 MB")
    upload(page, good, doubtful, wrong)

    wait_for(page, "fout", "Geweigerd")
    expect(item(page, "fout")).to_contain_text("Maanden achterstand")
    wait_for(page, "goed", "Wacht op een besluit")
    wait_for(page, "twijfel", "Wacht op een besluit")

    # The findings, in the words of the report.
    one = item(page, "twijfel")
    one.locator("summary").first.click()
    grid = one.locator(".ag-root")
    expect(grid).to_contain_text("Bij welke pilot hoort dit bestand?")
    one.get_by_label("Zoek in de bevindingen").fill("datum")
    expect(grid).not_to_contain_text("Bij welke pilot")
    expect(grid).to_contain_text("de datum van de melding")
    with page.expect_download() as download:
        one.get_by_role("link", name="Verslag (XLSX)").click()
    report = tmp_path / "report.xlsx"
    download.value.save_as(report)
    assert report.read_bytes()[:2] == b"PK"
    one.get_by_text("Lees en kopieer de brief").click()
    letter = one.get_by_label("De brief, klaar om te versturen")
    expect(letter).to_have_value(re.compile(r"twijfel\.csv"))

    # The question is answered, and the delivery accepted.
    good_one = item(page, "goed")
    good_one.locator("summary").first.click()
    choose(page, good_one, "Stadsdeel", "Centrum")
    choose(page, good_one, "Pilot", "Vroegmelding Centrum 2007 (A)")
    good_one.get_by_role("button", name="Aanvaarden").click()
    expect(good_one.locator(".badge")).to_contain_text(
        "Aanvaard, te zien om ongeveer", timeout=CHECK_MILLISECONDS
    )
    expect(page.locator("#upload-release")).to_contain_text("nieuwe uitgave")

    # Refusing needs a reason.
    one.get_by_role("button", name="Weigeren").click()
    expect(one.locator(".form-answer")).to_contain_text("waarom")
    one.get_by_label("Waarom").fill("De afzender stuurt een betere.")
    one.get_by_role("button", name="Weigeren").click()
    wait_for(page, "twijfel", "Geweigerd")
    assert violations(page) == []

    # The page is closed, and found again.
    page.goto(f"{workplace}/maandbord")
    page.goto(f"{workplace}{PATH}")
    expect(item(page, "goed").locator(".badge")).to_contain_text("Aanvaard")


def choose(page: Page, inside, label: str, option: str) -> None:
    inside.get_by_role("textbox", name=label).click()
    page.get_by_role("option", name=option, exact=True).click()


def test_a_deliverer_sees_it_waiting_and_decides_nothing(page, workplace, files):
    open_as(page, workplace, "deliverer")
    upload(page, files("eigen", *(f"{one};3" for one in SIGNALS)))
    wait_for(page, "eigen", "Wacht op een besluit")
    expect(item(page, "eigen")).to_contain_text("Centrum")
    item(page, "eigen").locator("summary").first.click()
    expect(item(page, "eigen")).to_contain_text("Het coördinatiepunt besluit")
    expect(page.get_by_role("button", name="Aanvaarden")).to_have_count(0)
    expect(page.locator(".upload-item").filter(has_text="twijfel.csv")).to_have_count(0)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_keyboard_suffices_and_nothing_bars_anybody(page, workplace, language):
    open_as(page, workplace, "coordinator", language)
    with page.expect_file_chooser():
        page.locator("#upload-choose").focus()
        page.keyboard.press("Enter")
    said = page.locator(".said > summary")
    said.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#upload-said-district")).to_be_visible()
    first = page.locator(".upload-item summary").first
    first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".upload-detail").first).not_to_be_empty()
    assert violations(page) == []


def test_a_phone_needs_no_sideways_scrolling(page, workplace):
    page.set_viewport_size({"width": 390, "height": 844})
    open_as(page, workplace, "coordinator")
    page.locator(".upload-item summary").first.click()
    expect(page.locator(".upload-detail").first).not_to_be_empty()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
