"""`eropaf erase` asks for identifiers out of sight, and does what was confirmed."""

from collections.abc import Iterator

import pytest
from typer.testing import CliRunner

from warehouse.cli import language
from warehouse.cli.commands import app
from warehouse.cli.privacy import FIELDS
from warehouse.ledger.connection import open_ledger
from warehouse.ledger.privacy_tables import Erasure, ErasureState
from warehouse.settings import Settings


@pytest.fixture
def settings(tmp_path, monkeypatch) -> Iterator[Settings]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EROPAF_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("EROPAF_LANGUAGE", "en")
    language.settings.cache_clear()
    yield Settings(_env_file=None)
    language.settings.cache_clear()


def erase(answer: str):
    """Run the command for somebody of whom the contract number is known."""
    answers = ["YM-900001", *[""] * (len(FIELDS) - 1), answer]
    return CliRunner().invoke(app, ["erase"], input="\n".join([*answers, ""]))


def states(settings) -> list[ErasureState]:
    with open_ledger(settings.database_url) as ledger, ledger.reading() as session:
        return [one.state for one in session.query(Erasure)]


def test_who_confirms_has_the_person_erased(settings):
    result = erase("y")
    assert result.exit_code == 0, result.output
    assert "900001" not in result.output
    assert "Found: 0 rows" in result.output
    assert states(settings) == [ErasureState.DONE]


def test_who_does_not_confirm_erases_nothing(settings):
    result = erase("n")
    assert result.exit_code == 0, result.output
    assert "Nothing was erased." in result.output
    assert states(settings) == [ErasureState.FOUND]


def test_what_was_broken_off_is_finished(settings):
    erase("n")
    with open_ledger(settings.database_url) as ledger, ledger.writing() as session:
        session.query(Erasure).one().state = ErasureState.ASKED
    result = CliRunner().invoke(app, ["erase", "--resume"])
    assert result.exit_code == 0, result.output
    assert states(settings) == [ErasureState.DONE]
