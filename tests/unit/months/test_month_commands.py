"""The month board by command line."""

import json

import pytest
from typer.testing import CliRunner

from tests.unit.explanations.ledgers import new_delivery
from warehouse.cli import months as commands
from warehouse.cli.commands import app
from warehouse.ledger.tables import State


@pytest.fixture
def run(home, monkeypatch):
    """Run a command on the home of the test; what it prints."""
    monkeypatch.setattr(commands, "settings", lambda: home)

    def run_command(*arguments: str) -> str:
        result = CliRunner().invoke(app, arguments)
        assert result.exit_code == 0, result.output
        return result.stdout

    return run_command


def test_the_board_is_listed_month_by_month(home, run):
    delivery_id = new_delivery(
        home,
        State.RECEIVED,
        State.ACCEPTED,
        district="noord",
        format="turflijst",
        period=home.as_of.replace(month=4, day=1),
    )
    rows = json.loads(run("months", "--until", "2007-05", "--json"))
    noord = {row["month"]: row for row in rows if row["district"] == "noord"}
    assert noord["2007-04"]["standing"] == "accepted"
    assert noord["2007-04"]["deliveries"] == [delivery_id]
    assert noord["2007-05"]["standing"] == "expected"
    assert noord["2007-05"]["due_on"] == "2007-06-10"
    assert noord["2007-01"]["standing"] == "missing"


def test_a_reminder_is_written(run):
    text = run("remind", "centrum", "--until", "2007-05")
    assert "Aan: Centrum" in text
    assert "april 2007" in text
