"""Reading text files, whatever their encoding, line ends and separator."""

import csv
import io
import re
from collections.abc import Iterator
from functools import partial
from itertools import chain

from warehouse.intake.sheets import Row, Sheet, UnclosedQuoteError
from warehouse.messages import refused

SEPARATORS = (";", ",", "\t", "|")
LONGEST_FIELD = 1_000_000

UTF16_LITTLE, UTF16_BIG = b"\xff\xfe", b"\xfe\xff"
CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")
DOS_END_OF_FILE = "\x1a"
# A last line of our own; a quote that is never closed swallows it.
END_MARK = "\x00end of file"


def find_encoding(content: bytes) -> str:
    """UTF-8, UTF-16 or Windows-1252, whichever fits; RefusedError if none does."""
    for encoding in _candidates(content):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if CONTROL_CHARACTERS.search(text.rstrip(DOS_END_OF_FILE)) is None:
            return encoding
    raise refused("content.no_text")


def text_sheets(content: bytes) -> list[Sheet]:
    """The file read with each separator in turn; the header tells which is right."""
    encoding = find_encoding(content)
    found = [each for each in SEPARATORS if each.encode() in content]
    return [
        Sheet(None, partial(_rows, content, encoding, separator))
        for separator in found or SEPARATORS[:1]
    ]


def _candidates(content: bytes) -> tuple[str, ...]:
    if content.startswith((UTF16_LITTLE, UTF16_BIG)):
        return ("utf-16",)
    start = content[:2000]
    if start[1::2].count(0) > len(start) / 4:
        return ("utf-16-le",)
    if start[::2].count(0) > len(start) / 4:
        return ("utf-16-be",)
    return ("utf-8-sig", "cp1252")


def _rows(content: bytes, encoding: str, separator: str) -> Iterator[Row]:
    """Every record, numbered by the physical line on which it begins."""
    text = io.TextIOWrapper(io.BytesIO(content), encoding, newline="")
    lines = chain((line.rstrip(DOS_END_OF_FILE) for line in text), [END_MARK])
    csv.field_size_limit(LONGEST_FIELD)
    reader = csv.reader(lines, delimiter=separator)
    number = 1
    try:
        for cells in reader:
            if cells and cells[-1].endswith(END_MARK):
                _check_closed(cells, number)
                return
            yield Row(number, [cell.strip() for cell in cells])
            number = reader.line_num + 1
    except csv.Error as error:
        raise UnclosedQuoteError(number) from error


def _check_closed(cells: list[str], number: int) -> None:
    if cells != [END_MARK]:
        raise UnclosedQuoteError(number)
