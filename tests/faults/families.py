"""The faults that follow from the catalogue: every member of every family."""

from collections.abc import Collection, Iterator, Mapping

from expectations.catalogue.catalogue import Check, load_catalogue, source_fields
from seeds.formats import Column, formats
from tests.faults.plan import Fault, Row, again, cells, fault

UNREADABLE = {
    "date": "31-02-2009",
    "month": "ooit",
    "amount": "veel geld",
    "decimal": "veel",
    "integer": "veel",
    "yes_no": "misschien",
    "tick": "misschien",
    "clock": "straks",
    "birth_date": "jaren zestig",
    "postcode": "Q12",
}
UNMAPPED = "zomaar iets"
SIMPLE = ("unreadable", "unmapped", "missing")


def family_faults(
    source_format: str,
    positions: Mapping[str, int],
    own: Collection[str] = (),
    around: Mapping[str, Row] | None = None,
) -> list[Fault]:
    """A fault for each check on a field that a column of the format feeds.

    `positions` says in which row of a unit an entity's fields stand; `own` are the
    checks that the format plants in its own way, `around` what else to write.
    """
    return [
        fault(
            check.check_id,
            cells({**(around or {}).get(check.check_id, {}), column.header: text}, at),
            check.check_id,
            at=at,
        )
        for check, column, text in _simple(source_format)
        if check.check_id not in own and check.entity in positions
        for at in [positions[check.entity]]
    ]


def rejected_rows(entity: str, marked: str, at: int = 0) -> list[Fault]:
    """A trial row, marked in a free column, and a row that stands there twice."""
    return [
        fault("test row", cells({marked: "TEST"}, at), f"{entity}_test_row", at=at),
        fault("repeated", again(at=at), f"{entity}_repeated_in_file", at=at),
    ]


def sparse_checks(source_format: str, entities: Collection[str]) -> list[Check]:
    """The checks that tolerate a share of empty cells, on columns of the format."""
    return [
        check
        for check, _, _ in _simple(source_format, tolerant=True)
        if check.entity in entities
    ]


def column_of(source_format: str, check: Check) -> Column:
    """The first column of the format that feeds the check's field."""
    return next(_columns(source_format, check))


def _simple(
    source_format: str, tolerant: bool = False
) -> Iterator[tuple[Check, Column, str]]:
    for check in load_catalogue():
        if check.family not in SIMPLE or bool(check.threshold) is not tolerant:
            continue
        column = next(_columns(source_format, check), None)
        if column is None or not check.runs_at("delivery"):
            continue
        kind = "month" if check.field == "month" else column.pseudonym or column.kind
        text = {
            "missing": "",
            "unmapped": UNMAPPED if kind in ("code", "codes") else None,
            "unreadable": UNREADABLE.get(kind),
        }[check.family or ""]
        if text is not None:
            yield check, column, text


def _columns(source_format: str, check: Check) -> Iterator[Column]:
    key = (check.entity, check.field or "")
    field = source_fields().get(key, check.field)
    for column in formats()[source_format].columns:
        if column.field == f"{check.entity}.{field}":
            yield column
