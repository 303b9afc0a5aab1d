"""The cases of the checks that are the same for many fields."""

from datetime import date, timedelta
from typing import Any

from expectations.catalogue.catalogue import Check, derived_fields
from expectations.gate.columns import feeding_columns
from tests.spec.checks.check_cases import Case, Spec, bad, good, outside
from tests.spec.checks.check_tables import ENTITY_COLUMNS

RECEIVED_ON = date(2009, 6, 1)
SAMPLES = {
    "date": date(2007, 3, 13),
    "integer": 2,
    "boolean": True,
    "varchar": "known",
    "varchar[]": ["known"],
    "decimal(18,2)": 12.5,
    "decimal(18,4)": 2.25,
}


def family_spec(check: Check) -> Spec:
    """The four cases of a member of a family."""
    return _FAMILIES[check.family or ""](check)


def _sample(check: Check) -> Any:
    return SAMPLES[ENTITY_COLUMNS[check.entity][_field(check)]]


def _field(check: Check) -> str:
    assert check.field
    return check.field


def _format(check: Check) -> str:
    return next(
        iter(feeding_columns(check.entity, check.field)), "overdrachtsformulier"
    )


def _missing(check: Check) -> Spec:
    name, of = _field(check), {"format": _format(check)}
    known, unknown = of | {name: _sample(check)}, of | {name: None}
    if check.threshold:
        tenth_unknown = Case([unknown, *[known] * 9], "pass", wrong=[1], assessed=10)
    else:
        tenth_unknown = good(
            unknown | {"unreadable_fields": [name]},
            unknown | {"unmapped_fields": [name]},
        )
    if name in derived_fields()[check.entity]:
        elsewhere = outside(unknown | {"rejection": "test row"})
    else:
        elsewhere = _undelivered(check, unknown)
    return Spec(good(known), bad(unknown), tenth_unknown, elsewhere)


def _undelivered(check: Check, row: dict[str, Any]) -> Case:
    columns = feeding_columns(check.entity, check.field)[row["format"]]
    return outside(
        row, status="not_assessed", without=[column.name for column in columns]
    )


def _listed(check: Check, listing: str, value: Any) -> Spec:
    name = _field(check)
    return Spec(
        clean=good({name: _sample(check)}),
        violating=bad({name: value, listing: [name]}),
        boundary=good({name: _sample(check), listing: ["another_field"]}),
        not_applicable=outside({name: None}),
    )


def _unreadable(check: Check) -> Spec:
    return _listed(check, "unreadable_fields", None)


def _unmapped(check: Check) -> Spec:
    is_list = isinstance(_sample(check), list)
    return _listed(check, "unmapped_fields", ["unmapped"] if is_list else "unmapped")


def _in_future(check: Check) -> Spec:
    name = _field(check)
    return Spec(
        clean=good({name: date(2007, 3, 13)}),
        violating=bad({name: RECEIVED_ON + timedelta(days=1)}),
        boundary=good({name: RECEIVED_ON}),
        not_applicable=outside({name: None}),
    )


def _rejected(rejection: str, other: str) -> Spec:
    return Spec(
        clean=good({"rejection": None}),
        violating=bad({"rejection": None}, {"rejection": rejection}, wrong=[2]),
        boundary=good({"rejection": other}),
        not_applicable=outside(),
    )


_FAMILIES = {
    "missing": _missing,
    "unreadable": _unreadable,
    "unmapped": _unmapped,
    "in_future": _in_future,
    "test_row": lambda check: _rejected("test row", "repeated in this file"),
    "repeated_in_file": lambda check: _rejected("repeated in this file", "test row"),
}
