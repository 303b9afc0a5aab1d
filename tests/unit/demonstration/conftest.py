"""The invented city's files, made once, and the modules that make them."""

import csv
import importlib
import subprocess
import sys

import pytest

from warehouse.cli.demo import DEMONSTRATION


@pytest.fixture(scope="session")
def make_files():
    """Run the maker as a command: ``make_files(folder, hash_seed)``."""

    def make(folder, hash_seed="0"):
        maker = [sys.executable, str(DEMONSTRATION / "make_city.py"), str(folder)]
        environment = {"PYTHONHASHSEED": hash_seed}
        subprocess.run(maker, check=True, capture_output=True, env=environment)
        return folder

    return make


@pytest.fixture(scope="session")
def city_files(tmp_path_factory, make_files):
    """A folder with the city's files and their listing."""
    return make_files(tmp_path_factory.mktemp("city"))


@pytest.fixture(scope="session")
def listing(city_files):
    """The rows of the listing."""
    with (city_files / "deliveries.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="session")
def maker():
    """Import a module of the makers: ``maker("city.region")``."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(DEMONSTRATION))
        yield importlib.import_module


@pytest.fixture(scope="session")
def dealt(maker):
    """The signals of each district, by its code, with their bailiff's steps."""
    region, bailiffs = maker("city.region"), maker("city.bailiffs")
    signals = {
        district.code: region.deal_signals(district, position)
        for position, district in enumerate(maker("city.districts").DISTRICTS)
    }
    steps = {code: bailiffs.deal_steps(code, each) for code, each in signals.items()}
    return signals, steps
