"""Questions about indicators that cannot be answered are refused clearly."""

from datetime import date

import duckdb
import pytest

from warehouse.errors import UserError
from warehouse.figures.indicators import Question, _plain, read_indicators, write_query


@pytest.fixture
def release(tmp_path):
    """A release that holds names only, enough to refuse a question."""
    database = tmp_path / "release.duckdb"
    with duckdb.connect(str(database)) as connection:
        connection.execute("create schema standard")
        connection.execute(
            "create table standard.indicators as select * from (values"
            " ('signals', 'count', null, 1), ('recidivism_curve', 'curve', null, 2)"
            ") as t(indicator_id, aggregate, category_list, sort_order)"
        )
        connection.execute("create table standard.districts as select 'noord' district")
        connection.execute("create table standard.pilots as select 'p1' as pilot")
    return database


def test_an_unknown_indicator_is_refused_with_those_that_exist(release):
    with pytest.raises(UserError) as error:
        read_indicators(release, ["signal"])
    assert error.value.message_en == "Unknown indicator: signal. Choose from: signals."
    assert error.value.message_nl.startswith("Onbekend als indicator: signal.")


def test_a_curve_is_no_single_value(release):
    with pytest.raises(UserError, match="recidivism_curve"):
        read_indicators(release, ["recidivism_curve"])


@pytest.mark.parametrize("question", [{"by": ["stad"]}, {"where": {"stad": ["x"]}}])
def test_an_unknown_dimension_is_refused_with_those_that_exist(release, question):
    with pytest.raises(UserError, match=r"Unknown dimension: stad\. .* pilot"):
        read_indicators(release, **question)


@pytest.mark.parametrize("dimension", ["district", "pilot"])
def test_a_misspelt_place_is_not_taken_for_one_without_signals(release, dimension):
    with pytest.raises(UserError, match=f"Unknown {dimension}: nord"):
        read_indicators(release, where={dimension: ["nord"]})


def test_without_a_release_it_says_how_to_make_one(tmp_path):
    with pytest.raises(UserError, match="eropaf build"):
        read_indicators(tmp_path / "absent.duckdb")


def test_values_asked_for_never_become_sql():
    sql, parameters = write_query(Question(where={"corporation": ["x' or true"]}))
    assert "or true" not in sql
    assert parameters["in_corporation"] == ["x' or true"]


@pytest.mark.parametrize(
    ("value", "shown"),
    [(75.0, 75), (0.65, 0.65), (None, None), (date(2007, 3, 1), "2007-03-01")],
)
def test_values_are_plain_json(value, shown):
    assert repr(_plain(value)) == repr(shown)
