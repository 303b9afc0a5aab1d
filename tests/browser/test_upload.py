"""The upload page as a deliverer works, by keyboard, and on a phone.

What a coordinator does on it is in `test_month`.
"""

import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from serving import serving
from upload_page import item, open_as, unfold, upload, wait_for

from tests.integration.files import transfer_form

pytestmark = pytest.mark.browser

OWN = "eigen.csv"


@pytest.fixture(scope="module")
def workplace(demo_home, tmp_path_factory):
    """A served copy of the demonstration that may be changed."""
    home = tmp_path_factory.mktemp("workplace") / "home"
    shutil.copytree(demo_home, home, symlinks=True)
    with serving(home) as address:
        yield address


def violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found]


def test_a_deliverer_sees_it_waiting_and_decides_nothing(page, workplace, tmp_path):
    open_as(page, workplace, "deliverer")
    upload(page, transfer_form(tmp_path / OWN))
    wait_for(page, OWN, "Wacht op een besluit")
    expect(item(page, OWN)).to_contain_text("Centrum")
    expect(unfold(page, OWN)).to_contain_text("Het coördinatiepunt besluit")
    expect(page.get_by_role("button", name="Aanvaarden")).to_have_count(0)


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


def test_a_refusal_needs_a_reason(page, workplace):
    open_as(page, workplace, "coordinator")
    one = unfold(page, OWN)
    one.get_by_role("button", name="Weigeren").click()
    expect(one.locator(".form-answer")).to_contain_text("waarom")
    one.get_by_label("Waarom").fill("De afzender stuurt een betere.")
    one.get_by_role("button", name="Weigeren").click()
    wait_for(page, OWN, "Geweigerd")
