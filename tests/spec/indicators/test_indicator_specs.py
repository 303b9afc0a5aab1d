"""Every spec holds on the SQL of the release, and every indicator has one."""

from datetime import date

import pytest

from tests.spec.indicators.catalogue import SPECS, computed_from_units
from tests.spec.indicators.render_documentation import DOCUMENT, render
from tests.spec.indicators.spec import FIGURES, Spec, parse
from tests.spec.indicators.world import World
from warehouse.figures.indicators import read_indicators


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _found(world: World, spec: Spec) -> dict[tuple, dict]:
    world.load({table: parse(text) for table, text in spec.facts.items()})
    rows = read_indicators(
        world.database,
        spec.indicators(),
        list(spec.by),
        date_from=_day(spec.date_from),
        date_to=_day(spec.date_to),
        where=spec.where,
    )
    return {_key(row, "indicator_id", spec.by): row for row in rows}


def _key(row: dict, name: str, by: tuple[str, ...]) -> tuple:
    return (row[name], row.get("category"), *(row[key] for key in by))


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.name)
def test_spec(world, spec):
    found = _found(world, spec)
    expected = {_key(row, "indicator", spec.by): row for row in spec.rows_expected()}
    for key, row in expected.items():
        for figure in FIGURES:
            wanted = None if row[figure] is None else float(row[figure])
            assert found[key][figure] == pytest.approx(wanted, abs=5e-4), (key, figure)
    if spec.name != "plan":
        others = {key: row["numerator"] for key, row in found.items()}
        assert not [key for key in others.keys() - expected.keys() if others[key]]


def test_every_indicator_has_a_spec():
    specified = {name for spec in SPECS for name in spec.indicators()}
    assert sorted(specified) == sorted(computed_from_units())


def test_names_of_specs_are_unique():
    names = [spec.name for spec in SPECS]
    assert len(set(names)) == len(names)


def test_documentation_is_current():
    advice = "run: python -m tests.spec.indicators.render_documentation"
    assert DOCUMENT.read_text(encoding="utf-8") == render(), advice
