"""Reading a steward's mappings from a CSV file."""

import csv
from collections.abc import Mapping
from datetime import date
from io import StringIO
from pathlib import Path

from warehouse.errors import UserError
from warehouse.messages import user_error
from warehouse.stewardship.mappings.record import MappingRequest, check_request

REQUIRED = ("code_list", "source_text", "code")
OPTIONAL = ("format", "district", "valid_from", "valid_to", "note")


def read_mappings(file: Path) -> list[MappingRequest]:
    """The mappings in a CSV file with the headings of the work list.

    Separated by comma or semicolon, in UTF-8. Raises UserError that names the line
    when the file or a mapping in it cannot be used.
    """
    try:
        text = file.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise user_error("mapping.not_utf8") from None
    separator = ";" if text.partition("\n")[0].count(";") else ","
    reader = csv.DictReader(StringIO(text, newline=""), delimiter=separator)
    missing = [name for name in REQUIRED if name not in (reader.fieldnames or ())]
    if missing:
        raise user_error("mapping.headings_missing", headings=", ".join(missing))
    return [_request(row, reader.line_num) for row in reader]


def _request(row: Mapping[str, str | None], line: int) -> MappingRequest:
    filled = {name: (row.get(name) or "").strip() for name in REQUIRED + OPTIONAL}
    try:
        return check_request(
            MappingRequest(
                code_list=filled["code_list"],
                source_text=filled["source_text"],
                code=filled["code"],
                format=filled["format"] or None,
                district=filled["district"] or None,
                valid_from=_day(filled["valid_from"]),
                valid_to=_day(filled["valid_to"]),
                note=filled["note"] or None,
            )
        )
    except UserError as error:
        raise user_error(
            "mapping.wrong_line",
            line=line,
            reason_nl=error.message_nl,
            reason_en=error.message_en,
        ) from None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise user_error("mapping.no_day") from None
