"""The shipped demonstration files are exactly what their maker writes."""

import csv
import subprocess
import sys

import pytest

from tests.acceptance.demonstration_files import DEMONSTRATION, FILES

SHIPPED = sorted(path.name for path in FILES.iterdir())


@pytest.fixture(scope="module")
def made_again(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made-again")
    maker = DEMONSTRATION / "make_deliveries.py"
    subprocess.run([sys.executable, maker, folder], check=True, capture_output=True)
    return folder


@pytest.mark.parametrize("name", SHIPPED)
def test_a_file_is_made_again_byte_for_byte(made_again, name):
    assert (made_again / name).read_bytes() == (FILES / name).read_bytes()


def test_no_file_is_missing(made_again):
    assert sorted(path.name for path in made_again.iterdir()) == SHIPPED


def test_every_file_is_delivered_once():
    with (DEMONSTRATION / "deliveries.csv").open(encoding="utf-8") as file:
        delivered = [row["file"] for row in csv.DictReader(file)]
    assert sorted(delivered) == [f"deliveries/{name}" for name in SHIPPED]
