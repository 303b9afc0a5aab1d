"""Taking charts, tables and pages away with a real browser."""

import struct
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect
from pptx import Presentation
from screen import card, number, open_page

SVG = "{http://www.w3.org/2000/svg}svg"


def downloaded(page: Page, click) -> bytes:
    with page.expect_download() as waiting:
        click()
    return Path(waiting.value.path()).read_bytes()


@pytest.fixture
def chart(page, address):
    open_page(page, f"{address}/bereik")
    found = page.locator("[data-chart=funnel]")
    found.locator(".chart-menu-button").click()
    return found


def test_a_chart_becomes_a_picture(page, chart):
    item = chart.get_by_role("button", name="Plaatje (PNG)")
    content = downloaded(page, item.click)
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", content[16:24])
    assert width > 1000
    assert height > 500


def test_a_chart_becomes_a_drawing(page, chart):
    item = chart.get_by_role("button", name="Tekening (SVG)")
    content = downloaded(page, item.click)
    drawing = ElementTree.fromstring(content)
    assert drawing.tag == SVG
    assert "Bereik" in "".join(drawing.itertext())


def test_the_table_of_a_chart_comes_with_the_numbers_on_the_page(page, chart):
    content = downloaded(page, chart.get_by_role("link", name="Tabel (XLSX)").click)
    sheet = load_workbook(BytesIO(content)).worksheets[1]
    shown = chart.locator("table tbody tr").first.locator("td").nth(1).text_content()
    assert f"{sheet.cell(4, 2).value:,.0f}".replace(",", ".") == shown


def test_a_page_becomes_slides_and_a_document(page, address):
    open_page(page, f"{address}/bereik")
    menu = page.locator(".page-menu")
    menu.get_by_text("Meenemen").click()
    content = downloaded(page, menu.get_by_role("link", name="Document (PDF)").click)
    assert content.startswith(b"%PDF")
    slides = menu.get_by_role("link", name="Dia's (PowerPoint)")
    deck = Presentation(BytesIO(downloaded(page, slides.click)))
    words = [
        shape.text_frame.text
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_text_frame
    ]
    value = card(page, "reached_share").locator("[data-measure=value]").text_content()
    assert any("Bereikt" in text and value in text for text in words)
    assert 0 < number(page, "reached_share") < 1


def test_the_menu_of_a_page_works_with_the_keyboard(page, address):
    open_page(page, f"{address}/bereik")
    summary = page.locator(".page-menu > summary")
    summary.focus()
    page.keyboard.press("Enter")
    link = page.get_by_role("link", name="Document (PDF)")
    expect(link).to_be_visible()
    page.keyboard.press("Tab")
    expect(link).to_be_focused()
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()
    expect(summary).to_be_focused()
