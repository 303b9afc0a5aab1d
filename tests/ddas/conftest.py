"""A home folder with a released warehouse made of DDAS deliveries only."""

import json
from pathlib import Path

import pytest

from tests.ddas.ddas_files import write
from tests.ddas.result_table import every_result

DISTRICTS = {"0.9": "noord", "1.0": "osdorp", "1.1": "zuidoost", "1.2": "centrum"}


@pytest.fixture(scope="session")
def ddas_home(tmp_path_factory, run_eropaf) -> Path:
    """One delivery of each version, with every result of that version once."""
    home = tmp_path_factory.mktemp("ddas")
    for version, district in DISTRICTS.items():
        file = write(home / f"ddas-{version}.json", every_result(version))
        done = run_eropaf(
            home, "deliver", file, "--district", district, "--yes", "--json"
        )
        assert done.returncode == 0, done.stdout + done.stderr
        assert json.loads(done.stdout)["pilot"] == "stedelijk-2009"
    built = run_eropaf(home, "build", EROPAF_AS_OF="2026-03-01")
    assert built.returncode == 0, built.stdout + built.stderr
    return home


@pytest.fixture
def ask(ddas_home, run_eropaf):
    """The rows that a query on the released warehouse gives."""

    def answer(sql: str) -> list[dict]:
        done = run_eropaf(ddas_home, "query", sql, "--json")
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return answer
