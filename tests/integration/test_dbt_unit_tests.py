"""The unit tests that stand beside the models, run by dbt itself."""

import duckdb
import pytest

from warehouse.releases.dbt import DbtWorkplace, run_dbt
from warehouse.releases.landing import create_landing


@pytest.mark.slow
def test_every_unit_test_of_the_models_passes(tmp_path):
    place = DbtWorkplace(tmp_path / "warehouse.duckdb", tmp_path / "dbt")
    with duckdb.connect(str(place.database)) as connection:
        create_landing(connection)
    # A unit test asks the database for the columns of the models that it feeds.
    without_tests = [f"--exclude-resource-type={one}" for one in ("test", "unit_test")]
    assert run_dbt("build", place, ["--empty", *without_tests]) == []

    assert run_dbt("test", place, ["--select", "test_type:unit"]) == []
