"""The coordinator looks for a person, erases them, and leaves no trace of typing."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from screen import open_page
from serving import serving

pytestmark = pytest.mark.browser

CONTRACT = "YM-203643"
"""Somebody of pilot B with six rows in five deliveries."""


@pytest.fixture
def address(demo_home_copy):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("EROPAF_BUILD_DELAY", "3600")
        with serving(Path(demo_home_copy)) as served:
            yield served


def violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found]


def test_a_person_is_found_and_erased_by_keyboard_alone(page, address):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    open_page(page, f"{address}/privacy", "en")
    field = page.get_by_label("Contract number or tenant number")
    assert field.get_attribute("autocomplete") == "off"

    field.focus()
    page.keyboard.type(CONTRACT)
    page.get_by_role("button", name="Look for records").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-measure=rows_found]")).to_have_attribute(
        "data-value", "6"
    )
    expect(field).to_have_value("")
    assert violations(page) == []

    page.get_by_role("button", name="Erase everything").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("First tick that it is their right.")).to_be_visible()
    page.get_by_label("I know who asks for this").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Erase everything").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("It is being erased")).to_be_visible()

    until_erased(page, f"{address}/privacy")
    assert not [url for url in asked if "203643" in url]
    assert CONTRACT not in page.content()


def until_erased(page: Page, address: str) -> None:
    """Look again until the worker has done it."""
    for _attempt in range(30):
        open_page(page, address, "en")
        if page.get_by_role("gridcell", name="Erased", exact=True).count():
            return
        page.wait_for_timeout(2000)
    raise AssertionError("the worker did not erase anybody")
