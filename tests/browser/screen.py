"""Reads and works the pages as a visitor does."""

from playwright.sync_api import Locator, Page, expect

from dashboard.pages import PAGES
from tests.accounts import ROLES, identity_of, sign_in
from warehouse.identity import Right

A, B = "vroegmelding-centrum-2007", "vroeg-eropaf-transvaal-2007"
_IS_DRAWN = """() => !document.querySelector("#page[data-dash-is-loading]")
    && [...document.querySelectorAll("#page .dash-graph")]
        .every(one => one.querySelector(".main-svg"))
    && [...document.querySelectorAll("#page .ag-theme-quartz")]
        .every(one => one.querySelector(".ag-root"))"""


def open_page(
    page: Page, address: str, language: str = "nl", role: str = "coordinator"
) -> None:
    """Open an address in a language and wait until its heading is there.

    Signs in first, as the account `role` of `tests.accounts`, unless this browser has
    signed in before.
    """
    server = "/".join(address.split("/")[:3])
    page.context.add_cookies([{"name": "language", "value": language, "url": server}])
    if "eropaf_session" not in {one["name"] for one in page.context.cookies()}:
        sign_in(page, server, role)
    page.goto(address)
    wait_until_drawn(page)


def wait_until_drawn(page: Page) -> None:
    """Wait for the heading, and for the charts and grids that the page has."""
    expect(page.locator("#page-heading")).to_be_attached()
    page.wait_for_function(_IS_DRAWN)


def card(page: Page, indicator_id: str) -> Locator:
    """Return the card of an indicator."""
    return page.locator(f"[data-indicator={indicator_id}][data-category='']").first


def number(page: Page, indicator_id: str, measure: str = "value") -> float:
    """Return an unformatted number of a card."""
    found = card(page, indicator_id).locator(f"[data-measure={measure}]")
    return float(found.get_attribute("data-value"))


def choose(page: Page, filter_name: str, option: str) -> None:
    """Choose an option of a filter with the mouse."""
    page.get_by_role("textbox", name=filter_name).click()
    page.get_by_role("option", name=option, exact=True).click()


def paths_of(role: str) -> list[str]:
    """The pages that are tested as `role`: those no earlier role may open."""
    order = ["coordinator", *ROLES]
    first = {}
    for path, module in PAGES.items():
        right = getattr(module, "RIGHT", Right.READ_FIGURES)
        able = [name for name in order if identity_of(name).may(right)]
        first[path] = able[0]
    return [path for path in PAGES if first[path] == role]
