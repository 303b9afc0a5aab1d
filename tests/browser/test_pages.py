"""Every page opens in both languages, shows the numbers, and suits everybody."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from screen import PATHS, A, B, card, number, open_page

pytestmark = pytest.mark.browser

HEADINGS = {
    "nl": ["Overzicht", "Vergelijken", "Registratie"],
    "en": ["Overview", "Compare", "Registration"],
}


def violations(page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("path", PATHS)
def test_each_page_opens_without_barriers(page, address, path, language):
    open_page(page, f"{address}{path}", language)
    heading = HEADINGS[language][PATHS.index(path)]
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    expect(page).to_have_title(f"{heading} · Eropaf Monitor")
    assert page.evaluate("document.documentElement.lang") == language
    assert violations(page) == []


def test_an_open_filter_and_an_open_definition_have_no_barriers(page, address):
    open_page(page, f"{address}/?pilot={B}")
    card(page, "attempted_share").get_by_role("button").click()
    expect(page.get_by_role("group", name="Definitie van")).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("textbox", name="Stadsdeel").click()
    assert violations(page) == []


@pytest.mark.parametrize(
    ("pilot", "indicator_id", "numerator", "denominator"),
    [
        (A, "attempted_share", 7, 11),
        (A, "at_home_share", 5, 7),
        (B, "attempted_share", 49, 75),
        (B, "second_attempt_share", 29, 75),
        (B, "at_home_share", 22, 49),
        (B, "paid_or_arranged_share", 35, 49),
        (B, "madi_contact_share", 9, 49),
        (B, "arrears_again_share", 41, 75),
    ],
)
def test_the_published_figures_stand_on_the_page(
    page, address, pilot, indicator_id, *, numerator, denominator
):
    open_page(page, f"{address}/?pilot={pilot}")
    assert number(page, indicator_id, "numerator") == numerator
    assert number(page, indicator_id, "denominator") == denominator
    assert number(page, indicator_id) == pytest.approx(numerator / denominator)


@pytest.mark.parametrize("path", PATHS)
def test_a_phone_needs_no_sideways_scrolling(page, address, path):
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, f"{address}{path}")
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 390
