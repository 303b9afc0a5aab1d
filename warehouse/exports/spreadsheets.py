"""Spreadsheets that run nothing: no cell that somebody else wrote is a formula."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from pathlib import Path
from typing import BinaryIO

import xlsxwriter

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet program takes for the start of a formula."""

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel reads a text file in the letters of an old Windows."""


def looks_like_formula(text: str) -> bool:
    """Tell whether a spreadsheet program may run `text` as a formula."""
    return text.lstrip(" \n").startswith(FORMULA_SIGNS) or text.startswith("\n")


def neutral(text: str) -> str:
    """Return `text` for a text file, with an apostrophe before a formula's sign."""
    return f"'{text}" if looks_like_formula(text) else text


def open_workbook(file: Path | BinaryIO) -> xlsxwriter.Workbook:
    """Open a workbook in which texts never become formulas or links."""
    target = str(file) if isinstance(file, Path) else file
    options = {
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "in_memory": True,
    }
    return xlsxwriter.Workbook(target, options)


def csv_text(
    heading: Sequence[str], rows: Iterable[Sequence[object]], separator: str = ";"
) -> str:
    """Return a text file that Excel opens as it is; empty cells are empty.

    Numbers are written as they come: the caller puts them in the reader's notation
    and gives them as numbers or as texts that are not formulas.
    """
    target = StringIO()
    writer = csv.writer(target, delimiter=separator, lineterminator="\r\n")
    writer.writerow([neutral(text) for text in heading])
    for row in rows:
        writer.writerow([_cell(value) for value in row])
    return BYTE_ORDER_MARK + target.getvalue()


def _cell(value: object) -> object:
    if value is None:
        return ""
    return neutral(value) if isinstance(value, str) else value
