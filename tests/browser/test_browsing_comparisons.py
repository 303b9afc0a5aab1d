"""Comparing, reckoning, searching and noting, as a programme manager does."""

import pytest
from playwright.sync_api import expect
from screen import A, B, choose, open_page, wait_until_drawn

pytestmark = pytest.mark.browser

NOTE = "nieuw convenant met drie corporaties"


def test_two_sides_are_chosen_and_the_difference_is_marked(page, address):
    open_page(page, f"{address}/vergelijken?left={A}&right={B}")
    cell = page.locator(
        "[data-indicator=reached_share][data-category=difference] [data-measure]"
    ).first
    assert float(cell.get_attribute("data-value")) > 0
    expect(page.locator("#all-figures .badge-apart").first).to_be_visible()

    before = page.url
    choose(page, "Andere kant", "Stadsdeel: Oost-Watergraafsmeer")
    page.wait_for_url(lambda url: url != before)
    wait_until_drawn(page)
    assert "right=district%3Aoost-watergraafsmeer" in page.url
    expect(page.locator("#side-by-side .caution")).to_contain_text("dezelfde meldingen")

    page.go_back()
    wait_until_drawn(page)
    assert f"right={B}" in page.url


def test_the_published_balance_of_noord_comes_out_of_the_form(page, address):
    open_page(page, f"{address}/kosten")
    balance = page.locator("#cost-balance")
    page.get_by_label("Voorkomen ontruimingen, in plaats van de regel").fill("15")
    page.get_by_label("Totale kosten in euro, in plaats van de leveringen").fill(
        "200788"
    )
    middle = balance.locator("[data-measure=net][data-category=middle]")
    expect(middle).to_have_text("€ 21.462")
    expect(
        balance.locator("[data-measure=benefit][data-category=middle]")
    ).to_have_text("€ 222.250")

    page.get_by_label("Baten van één voorkomen ontruiming, midden").fill("20000")
    expect(middle).to_have_text("€ 99.212")

    page.get_by_role("button", name="Parameters terugzetten").click()
    field = page.get_by_label("Baten van één voorkomen ontruiming, midden")
    expect(field).to_have_value("€ 14.816,67")
    expect(middle).not_to_have_text("€ 99.212")


def test_definitions_are_searched_without_leaving_the_page(page, address):
    open_page(page, f"{address}/begrippen?zoek=reached_share")
    card = page.locator("#definition-reached_share")
    expect(card).to_be_visible()
    expect(page.locator("#definition-signals")).to_be_hidden()

    page.evaluate("window.isSamePage = true")
    field = page.get_by_role("searchbox")
    field.fill("")
    expect(page.locator("#definition-signals")).to_be_visible()
    field.press_sequentially("huurschuld bij")
    expect(card).to_be_hidden()
    expect(page.locator("#definitions-count")).to_contain_text("gevonden")
    assert "zoek=huurschuld+bij" in page.url

    field.fill("xyzzy")
    expect(page.locator("#definitions-none")).to_be_visible()
    assert page.evaluate("window.isSamePage")


def test_a_note_is_written_seen_in_a_chart_changed_and_removed(page, address):
    open_page(page, f"{address}/notities?pilot={B}")
    choose(page, "Maand", "april 2007")
    page.get_by_label("Wat er gebeurde").fill(NOTE)
    page.get_by_role("button", name="Notitie bewaren").click()
    expect(page.locator("#note-said")).to_have_text("De notitie is bewaard.")
    own = page.get_by_label("Notitie bij april 2007", exact=True)
    expect(own).to_have_value(NOTE)

    open_page(page, f"{address}/termijnen?pilot={B}")
    noted = page.locator(".noted", has_text=NOTE).first
    expect(noted.locator(".notes li")).to_contain_text("april 2007")
    assert NOTE in noted.locator("[role=img]").get_attribute("aria-label")
    expect(noted.locator(".annotation-text", has_text="1")).to_be_visible()

    open_page(page, f"{address}/notities?pilot={B}")
    own.fill("convenant")
    page.get_by_role("button", name="Notitie bij april 2007: Wijzigen").click()
    expect(page.locator("#note-said")).to_have_text("De notitie is gewijzigd.")
    page.get_by_role("button", name="Notitie bij april 2007: Weghalen").click()
    expect(page.locator("#note-said")).to_have_text("De notitie is weggehaald.")
    expect(own).to_have_count(0)
