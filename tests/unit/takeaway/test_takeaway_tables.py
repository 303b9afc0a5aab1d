"""Every table comes away with the page's own numbers, typed and harmless."""

import csv
from io import StringIO

import pytest
from components import draw, find, text
from taken import FIGURE_PAGES, cards_of, document, sheets, take

from dashboard.takeaway.files.document import Card, Chart, Table
from dashboard.takeaway.files.text_file import csv_bytes
from dashboard.takeaway.files.workbook import spread
from dashboard.words.written import Written
from tests.accounts import client_of

SAID = Written("65% (49 van 75)", 49 / 75, "percent", part=49, whole=75)
TABLE = Table("t", "Tabel", ["Maand", "Bereikt"], [["=1+1", SAID], ["mrt", "–"]])


@pytest.mark.parametrize("path", FIGURE_PAGES)
def test_every_card_of_a_page_is_in_its_document(app, path):
    found = {
        (block.indicator_id, block.category): block.number
        for block in document(app, path).blocks
        if isinstance(block, Card) and block.indicator_id
    }
    assert found == cards_of(draw(app, path))


def test_most_pages_have_cards(app):
    assert sum(bool(cards_of(draw(app, path))) for path in FIGURE_PAGES) > 6


def test_a_chart_keeps_its_rows_and_its_figure(app):
    charts = [one for one in document(app, "/bereik").blocks if isinstance(one, Chart)]
    chart = next(one for one in charts if one.figure)
    drawn = find(draw(app, "/bereik").content, "data-chart", chart.name)
    assert chart.title in text(drawn)
    assert chart.table.rows
    assert chart.figure["data"][0]["x"]
    assert chart.summary


def test_a_workbook_has_typed_numbers_and_says_what_they_are(client):
    answer = take(client, "xlsx", "/bereik")
    found = sheets(answer.data)
    about, *others = found.values()
    assert "first" in {row[1] for row in about}
    numbers = [cell for rows in others for row in rows for cell in row]
    assert sum(isinstance(cell, (int, float)) for cell in numbers) > 20


def test_parts_of_a_number_get_columns_of_their_own():
    heads, rows = spread(TABLE, "nl")
    assert heads == ["Maand", "Bereikt", "Bereikt: teller", "Bereikt: noemer"]
    assert rows[0][2:] == [49, 75]
    assert rows[1][1:] == ["–", None, None]


@pytest.mark.parametrize(
    ("language", "separator", "value"),
    [("nl", ";", "0,653333"), ("en", ",", "0.653333")],
)
def test_a_text_file_opens_in_excel_and_runs_nothing(language, separator, value):
    content = csv_bytes(TABLE, language).decode()
    assert content.startswith("\ufeff")
    rows = list(csv.reader(StringIO(content[1:]), delimiter=separator))
    assert rows[1] == ["'=1+1", value, "49", "75"]


def test_one_table_comes_by_its_name(app, client):
    name = next(document(app, "/bereik").tables()).name
    answer = take(client, "csv", "/bereik", name)
    assert answer.content_type.startswith("text/csv")
    assert f"eropaf-bereik-{name}-first.csv" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize(
    ("form", "path", "table"),
    [
        ("exe", "/bereik", None),
        ("csv", "/bereik", None),
        ("pdf", "/bereik", "funnel"),
        ("xlsx", "/bereik", "nowhere"),
        ("xlsx", "/nowhere", None),
        ("xlsx", "/accounts", None),
        ("xlsx", "/leveringen", None),
    ],
)
def test_what_is_not_there_is_not_handed_over(client, form, path, table):
    assert take(client, form, path, table).status_code == 404


def test_somebody_of_a_district_takes_away_what_they_see(app):
    content = take(
        client_of(app, "district_viewer"), "xlsx", "/bereik", district="noord"
    )
    about = next(iter(sheets(content.data).values()))
    assert any("Centrum" in str(row[1]) for row in about)
    assert not any("Noord" in str(row[1]) for row in about)
