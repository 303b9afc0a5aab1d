"""A view lives in its address: choosing, sending, going back, another language."""

import pytest
from playwright.sync_api import expect
from screen import A, B, choose, number, open_page, wait_until_drawn

pytestmark = pytest.mark.browser

PILOT_A = "Vroegmelding Centrum 2007 (A)"
PILOT_B = "Vroeg-Eropaf Transvaal 2007 (B)"


def test_a_filter_changes_the_numbers_and_the_address(page, address):
    open_page(page, address)
    choose(page, "Pilot", PILOT_B)
    expect(page).to_have_url(f"{address}/?pilot={B}")
    expect(page.locator(".subtitle-text")).to_contain_text(PILOT_B)
    assert number(page, "signals") == 75


def test_a_shared_link_reproduces_the_view(page, address, browser):
    open_page(page, f"{address}/?pilot={A}")
    choose(page, "Stadsdeel", "Centrum")
    expect(page.locator(".subtitle-text")).to_contain_text("Centrum ·")
    colleague = browser.new_context().new_page()
    open_page(colleague, page.url)
    assert "district=centrum" in page.url
    assert number(colleague, "signals") == number(page, "signals") == 11
    expect(colleague.get_by_role("textbox", name="Pilot")).to_have_value(PILOT_A)
    colleague.context.close()


def test_going_back_and_forward(page, address):
    open_page(page, f"{address}/?pilot={A}")
    choose(page, "Pilot", PILOT_B)
    expect(page.locator(".subtitle-text")).to_contain_text(PILOT_B)
    page.go_back()
    expect(page.locator(".subtitle-text")).to_contain_text(PILOT_A)
    assert number(page, "signals") == 11
    expect(page.get_by_role("textbox", name="Pilot")).to_have_value(PILOT_A)
    page.go_forward()
    expect(page.locator(".subtitle-text")).to_contain_text(PILOT_B)
    assert number(page, "signals") == 75


def test_clearing_the_filters(page, address):
    open_page(page, f"{address}/?pilot={A}")
    page.get_by_role("link", name="Wis filters").click()
    expect(page.locator(".subtitle-text")).to_contain_text("Alle pilots")
    expect(page).to_have_url(f"{address}/")


def test_switching_the_language_keeps_the_view(page, address):
    open_page(page, f"{address}/?pilot={B}")
    page.get_by_role("link", name="English").click()
    wait_until_drawn(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Overview")
    expect(page).to_have_url(f"{address}/?pilot={B}")
    assert number(page, "signals") == 75
    page.get_by_role("link", name="Nederlands").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Overzicht")


def test_the_keyboard_chooses_and_keeps_its_place(page, address):
    open_page(page, f"{address}/?pilot={B}")
    pilot = page.get_by_role("textbox", name="Pilot")
    pilot.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("option", name=PILOT_B)).to_be_visible()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page.locator(".subtitle-text")).not_to_contain_text(PILOT_B)
    expect(pilot).to_be_focused()


def test_another_page_takes_the_focus_to_its_heading(page, address):
    open_page(page, address)
    page.get_by_role("link", name="Vergelijken").click()
    expect(page.locator("#page-heading")).to_have_text("Vergelijken")
    expect(page.locator("#page-heading")).to_be_focused()


def test_findings_can_be_filtered(page, address):
    open_page(page, f"{address}/registratie")
    choose(page, "Ernst", "Waarschuwing")
    expect(page).to_have_url(f"{address}/registratie?severity=warning")
    cells = page.locator("#grid-findings [role=gridcell][col-id=severity]")
    expect(cells.first).to_have_text("Waarschuwing")
    assert set(cells.all_inner_texts()) <= {"Waarschuwing"}
