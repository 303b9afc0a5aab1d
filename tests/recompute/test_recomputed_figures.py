"""What the pages show in any state of the filters is what the facts say."""

import random

import pytest

from dashboard import views
from dashboard.selection import COLUMNS, GROUPS, Selection
from dashboard.store import Release
from dashboard.value_queries import rows
from tests.recompute.from_facts import CATEGORIES, MIDDLES, Facts
from warehouse.disclosure.reader import Audience

STATES = 300
ALL = Audience(sees_small=True)


@pytest.fixture(scope="module")
def release(demo_home):
    return Release(str((demo_home / "warehouse.duckdb").resolve()))


@pytest.fixture(scope="module")
def facts(release):
    return Facts(release.file)


def random_selection(options, chance):
    """A state: places, a period, no group, mostly one, sometimes two."""
    names = [name for name in ("district", "pilot", "period") if chance.random() < 0.5]
    names += chance.sample(list(GROUPS), chance.choice([0, *[1] * 8, 2]))
    chosen = {name: getattr(options, name) for name in names}
    return Selection(
        **{k: chance.choice(codes) for k, codes in chosen.items() if codes}
    )


def selections(release):
    options = views.options(release, ALL)
    chance = random.Random(2009)
    return [random_selection(options, chance) for _ in range(STATES)]


def days_of(selection):
    span = selection.span
    return (span.first, span.last) if span else ()


def same(found, expected):
    if expected is None:
        return found is None
    return found == pytest.approx(float(expected), abs=1e-6)


def test_every_state_shows_what_the_facts_count(release, facts):
    compared = 0
    for selection in selections(release):
        values = views.measures(release, selection, "nl", ALL)
        where, days = selection.conditions, days_of(selection)
        for (name, category), (part, whole) in facts.counts(where, days).items():
            shown = values.values.get((name, category))
            if shown is None:
                assert not part, (selection, name)
                assert not whole, (selection, name)
                continue
            assert same(shown.numerator, part or 0), (selection, name)
            assert whole is None or same(shown.denominator, whole), (selection, name)
            compared += bool(part)
    assert compared > STATES


def test_every_state_shows_the_categories_and_middles_of_the_facts(release, facts):
    for selection in selections(release)[: STATES // 3]:
        values = views.measures(release, selection, "nl", ALL)
        where, days = selection.conditions, days_of(selection)
        for (name, code), among in CATEGORIES.items():
            for shown in values.categories(name):
                counted = facts.of_category(code, among, shown.category, where, days)
                if shown.category != "unknown":
                    assert same(shown.numerator, counted[0] or 0), (selection, name)
                assert same(shown.denominator, counted[1]), (selection, name)
        for name, asked in MIDDLES.items():
            shown = values.values.get((name, ""))
            expected = facts.middle(*asked, where, days)
            assert same(shown and shown.value, expected), (selection, name)


@pytest.mark.parametrize("dimension", [*COLUMNS, "year", "quarter", "month"])
def test_the_parts_of_a_split_add_up(release, dimension):
    whole = views.measures(release, Selection(), "nl", ALL)
    parts = rows(release, Selection(), dimension, ALL)
    for name in ("signals", "attempted_share", "reached_signals_share"):
        of_parts = [
            row["numerator"]
            for of_code in parts.values()
            for row in of_code
            if row["indicator_id"] == name and row["category"] is None
        ]
        assert sum(of_parts) == whole.get(name).numerator, name
