"""Every check says what its specification says, through both gates."""

import pytest

from expectations.catalogue.catalogue import load_catalogue
from expectations.gate.gate import run_gate
from expectations.gate.relations import TABLE_OF_ENTITY
from tests.spec.checks.check_world import build_world, fixtures, specs_once

FIXTURES = fixtures()


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory):
    """What a gate says of each fixture: verdicts[gate][fixture name]."""
    found = {"delivery": {}, "release": {}}
    for world in sorted({fixture.case.world for fixture in FIXTURES}):
        members = {one.name: one for one in FIXTURES if one.case.world == world}
        path = tmp_path_factory.mktemp("world") / "fixtures.duckdb"
        build_world(path, members.values(), published=world)
        for gate in found:
            if not any(one.check.runs_at(gate) for one in members.values()):
                continue
            results = run_gate(path, gate, most_rows=100_000)
            found[gate] |= _judged(results, members)
    return found


def _judged(results, members):
    by_check = {result.check.check_id: result for result in results}
    judged = {}
    for name, fixture in members.items():
        result = by_check.get(fixture.check.check_id)
        if result is None:
            continue
        groups = [one for one in result.groups if name in (one.district, one.pilot)]
        rows = [row for row in result.rows if name in (row.district, row.pilot)]
        judged[name] = (result, groups, rows)
    return judged


def test_every_check_has_four_cases():
    assert set(specs_once()) == {check.check_id for check in load_catalogue()}
    assert len(FIXTURES) == 4 * len(load_catalogue())


@pytest.mark.parametrize(
    "fixture", FIXTURES, ids=lambda one: f"{one.check.check_id}-{one.kind}"
)
def test_check(fixture, verdicts):
    case, check = fixture.case, fixture.check
    for gate, judged in verdicts.items():
        if not check.runs_at(gate):
            assert fixture.name not in judged
            continue
        result, groups, rows = judged[fixture.name]
        assert result.error is None
        if not groups:
            assert (case.status, len(case.rows)) == ("not_applicable", 0)
            continue
        (group,) = groups
        assert group.status == case.status
        assert group.assessed == case.expected_assessed
        assert group.violating == len(case.wrong)
        if check.entity not in TABLE_OF_ENTITY:
            assert sorted(row.row_number for row in rows) == sorted(case.wrong)


@pytest.mark.parametrize("check", load_catalogue(), ids=lambda one: one.check_id)
def test_cases_tell_the_verdicts_apart(check):
    spec = specs_once()[check.check_id]
    assert spec.clean.status == "pass"
    assert spec.violating.status == "fail"
    assert spec.not_applicable.status in ("not_applicable", "not_assessed")
    assert spec.boundary not in (spec.clean, spec.violating)
