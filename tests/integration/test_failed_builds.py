"""A build that fails says why and leaves the published release alone."""

from dataclasses import replace

import duckdb
import pytest

from expectations.catalogue.catalogue import load_catalogue
from tests.conftest import DEMO_AS_OF
from warehouse.errors import UserError
from warehouse.publishing.make_release import build_release
from warehouse.releases.dbt import DbtFailure
from warehouse.releases.store import current_release
from warehouse.settings import Settings


@pytest.fixture
def settings(demo_home_copy) -> Settings:
    return Settings(home=demo_home_copy, as_of=DEMO_AS_OF, _env_file=None)


def refuse_to_build(settings: Settings) -> str:
    """The words with which a build fails that leaves everything as it was."""
    before = current_release(settings)
    with pytest.raises(UserError) as caught:
        build_release(settings)
    assert current_release(settings) == before
    with duckdb.connect(str(settings.warehouse_file), read_only=True) as connection:
        assert connection.execute("select count(*) from marts.fct_signals").fetchone()
    assert not list(settings.work_dir.glob("build-*"))
    assert [one.name for one in settings.releases_dir.iterdir()] == [before.release_id]
    return caught.value.message("nl")


def test_a_blocking_check_that_fails_stops_the_release(settings, monkeypatch):
    signals = next(one for one in load_catalogue() if one.entity == "signals")
    impossible = replace(
        signals,
        check_id="no_signal_is_good_enough",
        severity="blocking",
        gate="release",
        assesses="true",
        violates="true",
        threshold=0.0,
    )
    checks = (*load_catalogue(), impossible)
    monkeypatch.setattr("expectations.gate.gate.load_catalogue", lambda: checks)

    assert "no_signal_is_good_enough" in refuse_to_build(settings)


def test_a_model_that_fails_stops_the_release(settings, monkeypatch):
    failure = DbtFailure("model", "fct_signals", "Binder Error: no such column")
    monkeypatch.setattr(
        "warehouse.publishing.make_release.run_dbt", lambda *_: [failure]
    )

    assert "model fct_signals (Binder Error" in refuse_to_build(settings)
