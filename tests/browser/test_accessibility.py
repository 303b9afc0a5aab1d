"""No page has a barrier that axe knows: in both languages, light and dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from screen import B, open_page, paths_of, wait_until_drawn

from dashboard.pages import PAGES

pytestmark = pytest.mark.browser

ALL_RULES = {"resultTypes": ["violations"]}
# The only rule whose answer depends on the colours.
CONTRAST = ALL_RULES | {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
# A hundred and more definitions are alike: a few of them are enough.
VIEWS = {"/begrippen": "/begrippen?zoek=reached"}
DESK = {"width": 1280, "height": 720}
PHONE = {"width": 390, "height": 844}
FITS = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
FOLLOWING_MILLISECONDS, STEP_MILLISECONDS = 5000, 100
# Whatever does something can take the focus, and shows it: an outline, on itself or on
# the box around it. Grids draw a border of their own.
UNFOCUSED = """() => [...document.querySelectorAll(
        "a[href], button, input, select, textarea, summary, [tabindex='0']")]
    .filter(one => one.checkVisibility({visibilityProperty: true}) && !one.disabled)
    .filter(one => one.tabIndex >= 0 && !one.closest(".ag-root-wrapper, dialog"))
    .filter(one => !one.closest("details:not([open])") || one.matches("summary"))
    .filter(one => {
        one.focus();
        const box = one.closest(".mantine-MultiSelect-input, .dash-input-container");
        return document.activeElement !== one || ![one, box].some(
            part => part && getComputedStyle(part).outlineStyle !== "none");
    })
    .map(one => `no focus to see: ${one.outerHTML.slice(0, 120)}`)"""
PAINT = """scheme => {
    const root = document.documentElement;
    root.dataset.appearance = scheme;
    root.setAttribute("data-mantine-color-scheme", scheme);
}"""


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


def problems_of(page: Page, language: str) -> list[str]:
    """What a visitor who sees, points or moves differently meets on an open page."""
    found = violations(page)
    heading = page.get_by_role("heading", level=1).inner_text()
    if page.title() != f"{heading} · Eropaf Monitor":
        found.append(f"title: {page.title()}")
    if page.evaluate("document.documentElement.lang") != language:
        found.append("language of the page")
    page.keyboard.press("Tab")
    found += page.evaluate(UNFOCUSED)
    found += sideways(page)
    return found


def sideways(page: Page) -> list[str]:
    """How much wider than a phone a page stays, once its charts have followed."""
    page.set_viewport_size(PHONE)
    # Waiting inside the page would need what its policy forbids: asked from outside.
    for _ in range(FOLLOWING_MILLISECONDS // STEP_MILLISECONDS):
        if page.evaluate(FITS):
            break
        page.wait_for_timeout(STEP_MILLISECONDS)
    width = page.evaluate("document.documentElement.scrollWidth")
    does_fit = page.evaluate(FITS)
    page.set_viewport_size(DESK)
    return [] if does_fit else [f"{width} pixels wide on a phone"]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("role", ["coordinator", "steward", "administrator"])
def test_no_page_has_a_barrier(page, address, role, language):
    found = {}
    for path in paths_of(role):
        open_page(page, f"{address}{VIEWS.get(path, path)}", language, role=role)
        found[path] = problems_of(page, language)
    assert {path: problems for path, problems in found.items() if problems} == {}


@pytest.mark.parametrize("path", ["/", "/meldingen", "/maandbord", "/vergelijken"])
def test_the_dark_has_contrast(page, address, path):
    open_page(page, f"{address}{path}")
    page.evaluate(PAINT, "dark")
    assert violations(page, CONTRAST) == []


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
    pages, tools = (page.locator(part).bounding_box() for part in (".nav", ".tools"))
    assert pages["y"] + pages["height"] <= tools["y"] + 1


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
