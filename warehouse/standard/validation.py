"""What a cell of the workbook accepts, as Excel's data validation."""

from datetime import date, datetime
from typing import Any

from warehouse.standard.fields import Field, Standard
from warehouse.standard.wording import choices_of, form_of, say

LONGEST_TITLE, LONGEST_MESSAGE = 32, 255
LAST_DAY = date(2099, 12, 31)
NUMBERS = {"amount": "decimal", "decimal": "decimal", "integer": "integer"}
DATES = frozenset({"date", "month"})


def list_name(field: Field) -> str:
    """The name in the workbook of a field's drop-down list."""
    return f"list_{field.code_list or field.type}"


def cell_rule(field: Field, standard: Standard, language: str) -> dict[str, Any] | None:
    """The rule for the cells of a field, as xlsxwriter takes it; None without one.

    A rule warns and never forbids: an unknown word or value is still data.
    """
    if choices_of(field, standard, language):
        return _list_rule(field, language)
    if field.type in DATES:
        return _range_rule(field, "date", language)
    if field.type in NUMBERS:
        return _range_rule(field, NUMBERS[field.type], language)
    return None


def _list_rule(field: Field, language: str) -> dict[str, Any]:
    several = field.type == "codes"
    hint = say("writing.codes" if several else "template.choose", language)
    return {
        "validate": "list",
        "source": f"={list_name(field)}",
        "error_type": "information" if several else "warning",
        "input_title": _title(field, language),
        "input_message": hint[:LONGEST_MESSAGE],
        "error_message": say("template.not_listed", language)[:LONGEST_MESSAGE],
    }


def _range_rule(field: Field, kind: str, language: str) -> dict[str, Any]:
    text = say("template.not_plausible", language, form=form_of(field, language))
    rule: dict[str, Any] = {
        "validate": kind,
        "error_type": "warning",
        "input_title": _title(field, language),
        "input_message": say(f"writing.{field.type}", language)[:LONGEST_MESSAGE],
        "error_message": text[:LONGEST_MESSAGE],
    }
    lowest, highest = _bounds(field, kind)
    if highest is None:
        return {**rule, "criteria": ">=", "value": lowest}
    return {**rule, "criteria": "between", "minimum": lowest, "maximum": highest}


def _bounds(field: Field, kind: str) -> tuple[Any, Any]:
    """The lowest and highest plausible value; only a number may lack the highest."""
    if kind == "date":
        first = datetime.fromisoformat(field.lowest)
        return first, datetime.fromisoformat(field.highest or LAST_DAY.isoformat())
    return float(field.lowest), float(field.highest) if field.highest else None


def _title(field: Field, language: str) -> str:
    return field.label.text(language)[:LONGEST_TITLE]
