"""A ledger with deliveries, and a plan that owes little enough to see through."""

from datetime import date

import pytest

from warehouse.settings import Settings
from warehouse.stewardship.months import board
from warehouse.stewardship.months.plan import Obligation, PlanLine

TODAY = date(2007, 6, 5)
FORMS = Obligation("centrum", "vroegmelding-centrum-2007", "overdrachtsformulier")
REGAS = Obligation("centrum", "vroegmelding-centrum-2007", "regas")
TALLY = Obligation("noord", None, "turflijst")
REGION = Obligation(None, None, "boedelbeheer")


def line(owed: Obligation, due_day: int = 10, first: date = date(2007, 1, 1)):
    return PlanLine(owed, None, due_day, first, date(2007, 12, 31))


@pytest.fixture
def home(tmp_path, monkeypatch) -> Settings:
    plan = (line(FORMS), line(REGAS, 15), line(TALLY), line(REGION))
    monkeypatch.setattr(board, "load_plan", lambda: plan)
    return Settings(home=tmp_path / "home", as_of=TODAY, _env_file=None)
