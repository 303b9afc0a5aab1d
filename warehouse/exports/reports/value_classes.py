"""What kind of value a finding is about, said without the value."""

from expectations.catalogue.catalogue import Check
from seeds.formats import formats
from warehouse.messages import message

_UNREADABLE = {
    "date": "unreadable_date",
    "clock": "unreadable_date",
    "amount": "unreadable_number",
    "decimal": "unreadable_number",
    "integer": "unreadable_number",
    "yes_no": "unreadable_yes_no",
    "tick": "unreadable_yes_no",
}
_BY_FAMILY = ("missing", "unmapped", "in_future", "test_row", "repeated_in_file")


def value_class(
    check: Check | None, check_id: str, source_format: str | None, heading: str | None
) -> str:
    """The key of the class, such as `missing`; `check` is null for intake's own."""
    if check is None:
        return "note" if check_id.startswith("note.") else "question"
    if check.family == "unreadable":
        return _UNREADABLE.get(_kind(source_format, heading), "unreadable")
    return check.family if check.family in _BY_FAMILY else check.kind


def value_class_label(key: str, language: str) -> str:
    """The name of a class in `language`."""
    return message(f"value.{key}").text(language)


def _kind(source_format: str | None, heading: str | None) -> str:
    """The declared kind of the column with a heading, `text` when there is none."""
    declared = formats().get(source_format or "")
    columns = declared.columns if declared else ()
    return next((one.kind for one in columns if one.header == heading), "text")
