"""The pages of the outcomes in a real browser: flows, curves, tiles and their links."""

import pytest
from playwright.sync_api import expect
from screen import A, B, choose, number, open_page, wait_until_drawn

pytestmark = pytest.mark.browser


def test_a_headline_leads_to_its_page_within_the_same_choice(page, address):
    open_page(page, f"{address}/?pilot={B}")
    page.locator(".theme-name").get_by_role("link", name="Wie bereiken we?").click()
    expect(page.locator("#page-heading")).to_have_text("Bereik en bezoek")
    wait_until_drawn(page)
    expect(page).to_have_url(f"{address}/bereik?pilot={B}")
    assert number(page, "attempted_share", "numerator") == 49


def test_the_ways_of_working_stand_side_by_side(page, address):
    open_page(page, address)
    chart = page.locator("[data-chart=ways]")
    expect(chart.locator(".legendtext")).to_have_count(2)
    open_page(page, f"{address}/?pilot={B}")
    expect(page.locator("#ways")).to_contain_text("geen twee manieren van werken")


def test_the_steps_of_the_bailiff_flow_without_eval(page, address):
    open_page(page, f"{address}/deurwaarder?pilot={B}")
    chart = page.locator("[data-chart=bailiff-flow]")
    expect(chart.locator(".sankey-node").first).to_be_visible()
    names = chart.locator(".node-label").all_text_contents()
    assert any("sommatie" in name for name in names)
    assert "summons" not in " ".join(names)
    expect(chart.get_by_role("cell", name="sommatie → dagvaarding")).to_be_visible()


def test_on_a_phone_the_table_stands_for_the_flow(page, address):
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, f"{address}/deurwaarder?pilot={B}")
    chart = page.locator("[data-chart=bailiff-flow]")
    expect(chart.get_by_role("cell", name="sommatie → dagvaarding")).to_be_visible()
    expect(chart.locator(".sankey-node").first).to_be_hidden()


def test_curves_are_grouped_by_choice_and_come_back(page, address):
    open_page(page, f"{address}/terugval?pilot={A}")
    curves = page.locator("[data-chart=curves]")
    expect(curves.get_by_text("Alle zaken").first).to_be_attached()
    choose(page, "Per groep", "Hulp geaccepteerd of niet")
    expect(page).to_have_url(f"{address}/terugval?pilot={A}&group=accepted")
    expect(curves.get_by_text("Hulp niet geaccepteerd").first).to_be_attached()
    page.go_back()
    expect(page).to_have_url(f"{address}/terugval?pilot={A}")
    expect(curves.get_by_text("Alle zaken").first).to_be_attached()


def test_numbers_at_risk_stand_below_the_curve(page, address):
    open_page(page, f"{address}/terugval?pilot={A}")
    curves = page.locator("[data-chart=curves]")
    expect(curves.locator(".annotation-text", has_text="11").first).to_be_visible()
    axis = curves.locator(".xtick").first.bounding_box()
    number_left = curves.locator(".annotation-text", has_text="11").first.bounding_box()
    assert number_left["y"] > axis["y"]


def test_a_tile_opens_its_district(page, address):
    open_page(page, f"{address}/meldingen")
    page.locator(".tile-map").get_by_role("link", name="Centrum").click()
    expect(page.locator(".subtitle-text")).to_contain_text("Centrum ·")
    expect(page).to_have_url(f"{address}/meldingen?district=centrum")
    wait_until_drawn(page)
    assert number(page, "signals") == 11
    expect(page.locator(".map-here")).to_contain_text("Centrum")


def test_small_numbers_are_hidden_on_every_page_from_a_viewer(page, address):
    open_page(page, f"{address}/terugval?pilot={A}&group=accepted", role="viewer")
    remarks = " ".join(page.locator(".remark").all_inner_texts())
    assert "veelvouden" in remarks
