"""No cell that somebody else wrote is a formula."""

import csv
from io import BytesIO, StringIO

import openpyxl
import pytest

from warehouse.exports.spreadsheets import csv_text, neutral, open_workbook

PLANTED = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =1",
    "\n=1",
    '=HYPERLINK("x")',
]


@pytest.mark.parametrize("text", PLANTED)
def test_a_formula_becomes_text(text):
    assert neutral(text) == f"'{text}"
    rows = list(csv.reader(StringIO(csv_text(["a"], [[text]])), delimiter=";"))
    assert rows[1] == [f"'{text}"]


@pytest.mark.parametrize("text", ["", "a=1", "13 maart 2007", "Oud-West", "1"])
def test_other_text_stays_as_it_is(text):
    assert neutral(text) == text


def test_numbers_and_nothing_are_not_quoted():
    rows = csv_text(["n", "m"], [[-1.5, None]]).splitlines()
    assert rows[1:] == ["-1.5;"]


@pytest.mark.parametrize("text", PLANTED)
def test_a_workbook_holds_no_formula(text):
    target = BytesIO()
    with open_workbook(target) as workbook:
        workbook.add_worksheet().write(0, 0, text)
    cell = openpyxl.load_workbook(target).active["A1"]
    assert cell.data_type == "s"
