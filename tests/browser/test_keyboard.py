"""Every page can be worked with the keyboard alone, and the focus is never lost."""

import re

import pytest
from playwright.sync_api import Page, expect
from screen import B, open_page

pytestmark = pytest.mark.browser

MOST_STOPS = 800
STOPS = (
    "document.querySelectorAll('a[href], button, input, summary, [tabindex]').length"
)

# Keeps every place that the focus came to, and whether one can see it there.
WATCH = """() => {
    window.visited = new Set();
    window.unseen = [];
    const isOutlined = one => one && getComputedStyle(one).outlineStyle !== "none";
    document.addEventListener("focusin", event => {
        window.visited.add(event.target);
        const box = event.target.closest(
            ".mantine-MultiSelect-input, .dash-input-container");
        if (event.target.closest(".ag-root-wrapper")) return; // it draws a border
        if (!isOutlined(event.target) && !isOutlined(box)) {
            window.unseen.push(event.target.outerHTML.slice(0, 120));
        }
    });
}"""
# What must be reachable: all that is in sight and does something. A grid, a table of
# dates and a set of radio buttons have one stop, and arrow keys inside.
MISSED = """() => [...document.querySelectorAll(
        "a[href], button, input, select, textarea, summary, [tabindex='0']")]
    .filter(one => one.checkVisibility({visibilityProperty: true}) && !one.disabled)
    .filter(one => one.tabIndex >= 0 && !one.closest(".ag-root-wrapper, dialog"))
    .filter(one => one.type !== "radio" && one.type !== "file")
    .filter(one => !one.closest("details:not([open])") || one.matches("summary"))
    .filter(one => !window.visited.has(one))
    .map(one => one.outerHTML.slice(0, 120))"""


def walk(page: Page) -> None:
    """Press Tab from the top of the page until the browser has been through."""
    page.evaluate(WATCH)
    page.evaluate("document.activeElement.blur()")
    for _ in range(min(page.evaluate(STOPS) + 10, MOST_STOPS)):
        page.keyboard.press("Tab")


@pytest.mark.parametrize(
    ("path", "role"),
    [
        ("/meldingen", "coordinator"),
        ("/kosten", "coordinator"),
        ("/registratie", "coordinator"),
        ("/maandbord", "coordinator"),
        ("/codes", "steward"),
        ("/accounts", "administrator"),
    ],
)
def test_tab_reaches_whatever_does_something(page, address, path, role):
    open_page(page, f"{address}{path}", role=role)
    walk(page)
    assert page.evaluate(MISSED) == []
    assert page.evaluate("window.unseen") == []


def test_the_first_stop_leads_past_the_menu(page, address):
    open_page(page, address)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Naar de inhoud")
    expect(skip).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_menu_of_a_phone(page, address):
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, address)
    button = page.get_by_role("button", name="Menu")
    expect(button).to_have_attribute("aria-expanded", "false")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Overzicht")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#menu")).to_be_hidden()
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#page-heading")).to_be_focused()
    expect(page.locator("#menu")).to_be_hidden()


def test_the_panel_of_a_number(page, address):
    open_page(page, f"{address}/meldingen?pilot={B}")
    button = page.get_by_role("button", name="Definitie van").first
    button.focus()
    page.keyboard.press("Enter")
    panel = page.get_by_role("dialog", name="Definitie, verloop en tabel")
    expect(panel.locator("#panel-title")).to_be_focused()
    expect(panel.get_by_role("table")).to_be_visible()
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate(
            "document.activeElement === document.body"
            " || document.activeElement.closest('dialog') !== null"
        )
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(button).to_be_focused()


def test_a_grid_is_worked_with_arrows_and_left_with_tab(page, address):
    open_page(page, f"{address}/accounts", role="administrator")
    grid = page.locator(".grid").first
    head = grid.get_by_role("columnheader").nth(1)
    head.focus()
    page.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "ascending")
    page.keyboard.press("ArrowDown")
    expect(grid.get_by_role("gridcell").nth(1)).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.ag-body') === null")
    page.keyboard.press("Shift+Tab")
    grid.get_by_role("columnheader").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/accounts\?.+"))


def test_a_chart_is_taken_away(page, address):
    open_page(page, f"{address}/meldingen?pilot={B}")
    menu = page.get_by_label("Meenemen:").first
    menu.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Plaatje (PNG)")).to_be_focused()
    with page.expect_download() as picture:
        page.keyboard.press("Enter")
    content = picture.value.path().read_bytes()
    assert content.startswith(b"\x89PNG")
    assert picture.value.suggested_filename.endswith(".png")
    expect(menu).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    with page.expect_download() as drawing:
        page.keyboard.press("Enter")
    text = drawing.value.path().read_text(encoding="utf-8")
    assert "Vroeg-Eropaf Transvaal 2007 (B)" in text
    assert page.locator("#release-id").inner_text() in text
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Plaatje (PNG)")).to_be_hidden()


def test_the_folded_filters(page, address):
    open_page(page, f"{address}/meldingen?pilot={B}")
    fold = page.locator("#more-filters summary")
    fold.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("option", name="Model 2")).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".chip")).to_have_count(2)
    expect(fold).to_have_text("Meer filters (1)")
    expect(page.locator("#more-filters input").first).to_be_focused()
    page.locator(".chip").nth(1).focus()
    page.keyboard.press("Enter")
    expect(page.locator(".chip")).to_have_count(1)


def test_a_view_is_kept_opened_and_thrown_away(page, address):
    open_page(page, f"{address}/?pilot={B}")
    page.get_by_role("button", name="Weergave bewaren").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.get_by_role("textbox", name="Naam").focus()
    page.keyboard.type("Mijn wijk")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#keep-answer")).to_have_text("Bewaard als Mijn wijk.")
    page.keyboard.press("Escape")
    page.goto(f"{address}/weergaven")
    page.get_by_role("main").get_by_role("link", name="Mijn wijk").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}/?pilot={B}")
    page.goto(f"{address}/weergaven")
    page.get_by_role("button", name="Verwijderen: Mijn wijk").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#kept-answer")).to_be_focused()
    expect(page.locator("#kept-answer")).to_have_text("Mijn wijk is verwijderd.")
