"""Whatever happens to a build, the published release serves."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

from tests.integration.files import CENTRUM, transfer_form


@pytest.fixture
def home(demo_home_copy) -> Path:
    return demo_home_copy


def release_of(home, run_eropaf) -> str:
    answer = run_eropaf(home, "status", "--json")
    return json.loads(answer.stdout)["release"]["release_id"]


def count_signals(home, condition: str = "true") -> int:
    with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as connection:
        query = f"select count(*) from marts.fct_signals where {condition}"
        return connection.execute(query).fetchone()[0]


def wait_for_build(home, process) -> None:
    """Until dbt has begun to fill the new file."""
    for _ in range(600):
        files = list((home / "work").glob("build-*/warehouse.duckdb*"))
        if sum(file.stat().st_size for file in files) > 1_000_000:
            return
        assert process.poll() is None, "the build ended before it could be killed"
        time.sleep(0.1)
    raise AssertionError("the build never began")


@pytest.mark.parametrize("file", ["warehouse.duckdb", "the release itself"])
def test_everything_in_a_release_can_be_read(demo_home, file):
    link = demo_home / "warehouse.duckdb"
    opened = link if file == link.name else link.resolve()
    with duckdb.connect(str(opened), read_only=True) as connection:
        relations = connection.execute(
            "select table_schema, table_name from information_schema.tables"
        ).fetchall()
        for schema, name in relations:
            connection.execute(f'select * from "{schema}"."{name}" limit 1').fetchall()
    assert {"marts", "quality"} <= {schema for schema, _ in relations}
    assert "landing" not in {schema for schema, _ in relations}
    assert not list(link.resolve().parent.glob("*.wal"))


def test_a_killed_build_leaves_the_release_and_the_next_one_succeeds(home, run_eropaf):
    before, signals = release_of(home, run_eropaf), count_signals(home)
    process = subprocess.Popen(
        [Path(sys.executable).with_name("eropaf"), "build"],
        env=os.environ | {"EROPAF_HOME": str(home)},
        cwd=home,
        stdout=subprocess.DEVNULL,
    )
    wait_for_build(home, process)
    os.kill(process.pid, signal.SIGKILL)
    process.wait(timeout=30)

    assert list((home / "work").glob("build-*"))
    assert release_of(home, run_eropaf) == before
    assert count_signals(home) == signals

    built = run_eropaf(home, "build", "--json")
    assert built.returncode == 0, built.stderr
    assert release_of(home, run_eropaf) == json.loads(built.stdout)["release_id"]
    assert not list((home / "work").glob("build-*"))


def test_deliveries_count_from_the_next_release_and_rollback_takes_them_back(
    home, run_eropaf, tmp_path
):
    before, signals = release_of(home, run_eropaf), count_signals(home)
    form = transfer_form(tmp_path / "a.csv")
    answer = run_eropaf(home, "deliver", form, *CENTRUM, "--yes", "--json")
    delivery_id = json.loads(answer.stdout)["delivery_id"]
    assert count_signals(home) == signals

    assert run_eropaf(home, "build").returncode == 0
    assert count_signals(home) == signals + 3
    assert count_signals(home, f"delivery_id = '{delivery_id}'") == 3

    assert run_eropaf(home, "rollback", before).returncode == 0
    assert release_of(home, run_eropaf) == before
    assert count_signals(home) == signals

    assert run_eropaf(home, "withdraw", delivery_id).returncode == 0
    assert run_eropaf(home, "build").returncode == 0
    assert count_signals(home) == signals
    # Its records stay, so that it can be restored.
    assert (home / "landing" / f"{delivery_id}.parquet").exists()


def test_a_landing_file_that_cannot_be_read_stops_the_build(home, run_eropaf):
    before, signals = release_of(home, run_eropaf), count_signals(home)
    damaged = next((home / "landing").glob("*.parquet"))
    damaged.write_bytes(b"PAR1")

    failed = run_eropaf(home, "build")
    assert failed.returncode == 1
    assert damaged.stem in failed.stderr
    assert "Traceback" not in failed.stderr
    assert release_of(home, run_eropaf) == before
    assert count_signals(home) == signals


def test_a_query_can_only_read(demo_home, run_eropaf, tmp_path):
    target = tmp_path / "out.csv"
    for sql in ("delete from marts.fct_signals", f"copy (select 1) to '{target}'"):
        assert run_eropaf(demo_home, "query", sql).returncode == 1
    assert not target.exists()

    answer = run_eropaf(demo_home, "query", "select 1.5 as a, null as b", "--json")
    assert json.loads(answer.stdout) == [{"a": 1.5, "b": None}]
