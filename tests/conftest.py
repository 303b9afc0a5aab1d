"""What every suite may need: the command line and a built demonstration."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.oracle.building import build_region
from warehouse.releases.files import exclusive_lock

DEMO_AS_OF = "2009-01-05"
Run = Callable[..., subprocess.CompletedProcess[str]]
Region = Callable[[int], tuple[Path, list[dict]]]


@pytest.fixture(scope="session", autouse=True)
def gate(tmp_path_factory) -> Path:
    """The folder in which all homes of a test run have the database of their gate.

    Making it runs dbt, which takes some ten seconds.
    """
    folder = _shared(tmp_path_factory) / "gate"
    os.environ["EROPAF_GATE"] = str(folder)
    return folder


@pytest.fixture(scope="session")
def run_eropaf(gate) -> Run:
    """Run the installed command in a home folder: ``run_eropaf(home, *arguments)``.

    Settings of the machine do not reach it; ``settings`` adds ``EROPAF_*`` ones.
    """
    command = Path(sys.executable).with_name("eropaf")

    def run(home, *arguments, **settings):
        machine = {k: v for k, v in os.environ.items() if not k.startswith("EROPAF_")}
        own = {"EROPAF_HOME": str(home), "EROPAF_AS_OF": DEMO_AS_OF}
        own |= {"EROPAF_GATE": str(gate), **settings}
        return subprocess.run(
            [command, *map(str, arguments)],
            cwd=home,
            env=machine | own,
            capture_output=True,
            text=True,
            timeout=600,
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def demo_home(tmp_path_factory, run_eropaf) -> Path:
    """A home folder with the exact pilots released; read it, never change it."""
    return _home_once(tmp_path_factory, run_eropaf, "demonstration", "--without-city")


@pytest.fixture(scope="session")
def city_home(tmp_path_factory, run_eropaf) -> Path:
    """A home folder with the invented city too; takes minutes, so use it sparingly.

    It is seen from the city's own last day.
    """
    return _home_once(tmp_path_factory, run_eropaf, "city", EROPAF_AS_OF="")


@pytest.fixture(scope="session")
def region_home(tmp_path_factory) -> Region:
    """Give the home folder of the oracle's region of a seed, and what was delivered.

    The home has every kind of record, over districts and pilots; read it, never
    change it.
    """

    def region(seed: int) -> tuple[Path, list[dict]]:
        folder = _once(
            tmp_path_factory,
            f"region-{seed}",
            lambda folder: build_region(folder, seed),
        )
        told = folder.with_suffix(".done").read_text(encoding="utf-8")
        return folder / "home", json.loads(told)

    return region


def _home_once(tmp_path_factory, run_eropaf, name: str, *options, **settings) -> Path:
    """Build a home with the demonstration once per test run."""

    def build(home: Path) -> str:
        result = run_eropaf(home, "demo", *options, **settings)
        assert result.returncode == 0, result.stdout + result.stderr
        return result.stdout + result.stderr

    return _once(tmp_path_factory, name, build)


def _once(tmp_path_factory, name: str, build: Callable[[Path], str]) -> Path:
    """Fill a folder once per test run, also when that is spread over processes.

    What `build` tells is written beside the folder.
    """
    shared = _shared(tmp_path_factory)
    folder, done = shared / name, shared / f"{name}.done"
    with exclusive_lock(shared / f"{name}.lock", wait=True):
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            done.write_text(build(folder), encoding="utf-8")
    return folder


def _shared(tmp_path_factory) -> Path:
    """The folder that all processes of a test run see."""
    folder: Path = tmp_path_factory.getbasetemp()
    return folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder


@pytest.fixture(scope="session")
def demo_output(demo_home) -> str:
    """What the command printed while it made the demonstration."""
    return demo_home.with_suffix(".done").read_text(encoding="utf-8")


@pytest.fixture
def demo_home_copy(demo_home, tmp_path) -> Path:
    """A copy of the demonstration that a test may change."""
    return shutil.copytree(demo_home, tmp_path / "home", symlinks=True)
