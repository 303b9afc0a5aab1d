"""Delivering, holding, replacing and withdrawing, as an uploader sees it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.integration.files import CENTRUM, SIGNALS, transfer_form
from warehouse.cli.commands import app
from warehouse.cli.language import settings
from warehouse.cli.status import read_status
from warehouse.settings import Settings

REFUSED, HELD = 2, 3


@pytest.fixture
def home(demo_home, tmp_path) -> Path:
    """An empty home with the delivery gate ready, which takes dbt a while to make."""
    folder = tmp_path / "home"
    folder.mkdir()
    (folder / "gate").symlink_to(demo_home / "gate")
    return folder


@pytest.fixture
def deliver(home, monkeypatch):
    """Deliver a file: its exit code and what the command prints as JSON.

    In this process, which imports the checks only once.
    """
    monkeypatch.setenv("EROPAF_HOME", str(home))
    settings.cache_clear()
    yield deliver_in_process
    settings.cache_clear()


def deliver_in_process(file, *options, command="deliver"):
    result = CliRunner().invoke(app, [command, str(file), *options, "--json"])
    assert result.stdout, result.exception
    return result.exit_code, json.loads(result.stdout)


def states(home) -> dict[str, int]:
    status = read_status(Settings(home=home, _env_file=None))
    return {state: count for state, count in status["deliveries"].items() if count}


def landed(home) -> list[str]:
    return sorted(file.stem for file in (home / "landing").glob("*"))


def test_an_accepted_delivery_prints_the_stable_interface(deliver, home, tmp_path):
    file = transfer_form(tmp_path / "formulier.csv", (*SIGNALS, "TEST;;Ymere;;0"))
    code, answer = deliver(file, *CENTRUM, "--yes")

    assert code == 0
    assert answer["status"] == "accepted"
    assert answer["format"] == "overdrachtsformulier"
    assert answer["district"] == "centrum"
    assert answer["pilot"] == "vroegmelding-centrum-2007"
    counts = [answer[f"rows_{name}"] for name in ("read", "accepted", "rejected")]
    assert counts == [4, 3, 1]
    assert {"check_id", "severity", "field", "row", "message"} <= set(
        *answer["findings"][:1]
    )
    assert landed(home) == [answer["delivery_id"]]


def test_the_same_bytes_are_not_loaded_twice(deliver, home, tmp_path):
    file = transfer_form(tmp_path / "formulier.csv")
    _, first = deliver(file, *CENTRUM, "--yes")
    copy = tmp_path / "andere-naam.csv"
    copy.write_bytes(file.read_bytes())
    code, second = deliver(copy, *CENTRUM, "--yes")

    assert (code, second["already_known"]) == (0, True)
    assert second["delivery_id"] == first["delivery_id"]
    assert states(home) == {"accepted": 1}


def test_two_processes_with_the_same_file_load_it_once(home, tmp_path):
    file = transfer_form(tmp_path / "formulier.csv")
    command = [Path(sys.executable).with_name("eropaf"), "deliver", file, *CENTRUM]
    together = [
        subprocess.Popen(
            [*command, "--yes", "--json"],
            env=os.environ | {"EROPAF_HOME": str(home)},
            cwd=home,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    answers = [json.loads(process.communicate(timeout=300)[0]) for process in together]

    assert [process.returncode for process in together] == [0, 0]
    assert len({answer["delivery_id"] for answer in answers}) == 1
    assert sorted(answer["already_known"] for answer in answers) == [False, True]
    assert states(home) == {"accepted": 1}
    assert len(landed(home)) == 1


def test_a_replacement_takes_the_place_of_the_first(deliver, home, tmp_path):
    _, first = deliver(transfer_form(tmp_path / "a.csv"), *CENTRUM, "--yes")
    better = transfer_form(tmp_path / "b.csv", SIGNALS[:2])
    code, second = deliver(better, *CENTRUM, "--yes", "--replace", first["delivery_id"])

    assert code == 0
    assert second["delivery_id"] != first["delivery_id"]
    assert states(home) == {"accepted": 1, "replaced": 1}


def test_replacing_what_is_not_there_is_refused(deliver, home, tmp_path):
    file = transfer_form(tmp_path / "a.csv")
    code, answer = deliver(file, *CENTRUM, "--replace", "D-20070101-bcdfgh")

    assert (code, answer["status"]) == (REFUSED, "refused")
    assert "D-20070101-bcdfgh" in answer["findings"][0]["message"]
    assert landed(home) == []


def test_a_file_that_no_pilot_claims_is_held_until_somebody_says(
    deliver, home, tmp_path
):
    file = transfer_form(tmp_path / "a.csv")
    code, held = deliver(file, "--yes")
    assert (code, held["status"]) == (HELD, "held")
    blocking = [f for f in held["findings"] if f["severity"] == "blocking"]
    assert {one["check_id"] for one in blocking} == {
        "placing.pilot_unknown",
        "placing.district_unknown",
    }

    code, answer = deliver(held["delivery_id"], *CENTRUM, command="accept")
    assert (code, answer["status"]) == (0, "accepted")
    assert answer["pilot"] == "vroegmelding-centrum-2007"


def test_delivering_a_held_file_again_with_the_answer_accepts_it(
    deliver, home, tmp_path
):
    file = transfer_form(tmp_path / "a.csv")
    assert deliver(file, "--yes")[0] == HELD
    code, answer = deliver(file, *CENTRUM, "--yes")

    assert (code, answer["status"]) == (0, "accepted")
    assert states(home) == {"accepted": 1, "replaced": 1}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("foto.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(64)),
        ("leeg.csv", b""),
        ("halve-tabel.csv", b"Meldnummer;Corporatie;Huurachterstand\n1;Ymere;100\n"),
    ],
)
def test_a_wrong_file_is_refused_and_nothing_of_it_is_stored(
    deliver, home, tmp_path, name, content
):
    (tmp_path / name).write_bytes(content)
    code, answer = deliver(tmp_path / name, *CENTRUM, "--yes")

    assert (code, answer["status"]) == (REFUSED, "refused")
    assert answer["findings"][0]["message"]
    assert landed(home) == []
    assert not list((home / "work").glob("*.parquet"))
