"""No page has a barrier that axe knows: in both languages, light and dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from screen import B, open_page, wait_until_drawn

from dashboard.pages import PAGES
from tests.accounts import ROLES, identity_of
from warehouse.accounts.identity import Right

pytestmark = pytest.mark.browser

ALL_RULES = {"resultTypes": ["violations"]}
# The only rule whose answer depends on the colours.
CONTRAST = ALL_RULES | {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
PAINT = """scheme => {
    const root = document.documentElement;
    root.dataset.appearance = scheme;
    root.setAttribute("data-mantine-color-scheme", scheme);
}"""


def paths_of(role: str) -> list[str]:
    """The pages that are tested as `role`: those no earlier role may open."""
    order = ["coordinator", *ROLES]
    first = {}
    for path, module in PAGES.items():
        right = getattr(module, "RIGHT", Right.READ_FIGURES)
        able = [name for name in order if identity_of(name).may(right)]
        first[path] = able[0]
    return [path for path in PAGES if first[path] == role]


def violations(page: Page, options: dict = ALL_RULES) -> list[str]:
    found = Axe().run(page, options=options)
    return [
        f"{one['id']}: {one['nodes'][0]['html'][:200]}"
        for one in found.response["violations"]
    ]


def barriers(page: Page) -> dict[str, list[str]]:
    """What is wrong with a page, per colour scheme."""
    found = {}
    for scheme, options in (("light", ALL_RULES), ("dark", CONTRAST)):
        page.evaluate(PAINT, scheme)
        found[scheme] = violations(page, options)
    return {scheme: problems for scheme, problems in found.items() if problems}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("role", ["coordinator", "steward", "administrator"])
def test_no_page_has_a_barrier(page, address, role, language):
    found = {}
    for path in paths_of(role):
        open_page(page, f"{address}{path}", language, role=role)
        heading = page.get_by_role("heading", level=1)
        expect(page).to_have_title(f"{heading.inner_text()} · Eropaf Monitor")
        assert page.evaluate("document.documentElement.lang") == language
        problems = barriers(page)
        if problems:
            found[path] = problems
    assert found == {}


def test_every_page_is_tested_as_somebody():
    roles = ("coordinator", "steward", "administrator")
    assert {path for role in roles for path in paths_of(role)} == set(PAGES)


def test_open_filters_panels_and_menus_have_no_barriers(page, address):
    open_page(page, f"{address}/meldingen?pilot={B}")
    page.get_by_text("Meer filters").click()
    page.get_by_role("textbox", name="Stadsdeel").click()
    assert barriers(page) == {}
    page.keyboard.press("Escape")
    page.get_by_label("Meenemen:").first.click()
    assert barriers(page) == {}
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Weergave bewaren").click()
    assert barriers(page) == {}
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Definitie van").first.click()
    expect(page.locator("#panel-title")).to_be_visible()
    assert barriers(page) == {}


def test_a_phone_with_an_open_menu_has_no_barriers(page, address):
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, address)
    page.get_by_role("button", name="Menu").click()
    assert barriers(page) == {}


def test_charts_are_drawn_in_the_dark(page, address):
    page.emulate_media(color_scheme="dark")
    open_page(page, f"{address}/meldingen?pilot={B}")
    ink = "getComputedStyle(document.querySelector('#page .xtick text')).fill"
    assert page.evaluate(ink) == "rgb(169, 183, 192)"
    page.get_by_role("link", name="Licht").click()
    wait_until_drawn(page)
    assert page.evaluate(ink) == "rgb(75, 91, 102)"
    expect(page.get_by_role("link", name="Licht")).to_have_attribute(
        "aria-current", "true"
    )
