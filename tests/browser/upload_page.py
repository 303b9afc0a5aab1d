"""Works the upload page as a person does."""

from playwright.sync_api import Locator, Page, expect

from tests.accounts import sign_in

PATH = "/aanleveren"
CHECK_MILLISECONDS = 300_000
"""The first check imports much, and may make the template of the gate first."""


def open_as(page: Page, address: str, who: str, language: str = "nl") -> None:
    """Sign in as an account of `tests.accounts` and open the page."""
    page.context.add_cookies([{"name": "language", "value": language, "url": address}])
    sign_in(page, address, who)
    page.goto(f"{address}{PATH}")
    expect(page.locator("#upload-zone")).to_be_visible()


def upload(page: Page, *paths) -> None:
    """Choose files, all at once."""
    with page.expect_file_chooser() as chooser:
        page.locator("#upload-choose").click()
    chooser.value.set_files(paths)


def item(page: Page, name: str) -> Locator:
    """Return the line of a file with all that unfolds under it."""
    return page.locator(".upload-item").filter(
        has=page.locator(".upload-name").get_by_text(name, exact=True)
    )


def unfold(page: Page, name: str) -> Locator:
    """Unfold the line of a file; gives it."""
    one = item(page, name)
    one.locator("summary").first.click()
    return one


def wait_for(
    page: Page, name: str, text: str, milliseconds: int = CHECK_MILLISECONDS
) -> None:
    """Wait until a file stands so."""
    expect(item(page, name).locator(".badge")).to_contain_text(
        text, timeout=milliseconds
    )


def choose(page: Page, inside: Locator, label: str, option: str) -> None:
    """Choose an option of a field, by its text or the start of it."""
    inside.get_by_role("textbox", name=label).click()
    page.get_by_role("option", name=option).first.click()
