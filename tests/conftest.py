"""What every suite may need: the command line and a built demonstration."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from warehouse.releases.files import exclusive_lock

DEMO_AS_OF = "2009-01-05"
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def run_eropaf() -> Run:
    """Run the installed command in a home folder: ``run_eropaf(home, *arguments)``.

    Settings of the machine do not reach it; ``settings`` adds ``EROPAF_*`` ones.
    """
    command = Path(sys.executable).with_name("eropaf")

    def run(home, *arguments, **settings):
        machine = {k: v for k, v in os.environ.items() if not k.startswith("EROPAF_")}
        own = {"EROPAF_HOME": str(home), "EROPAF_AS_OF": DEMO_AS_OF, **settings}
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


def _home_once(tmp_path_factory, run_eropaf, name: str, *options, **settings) -> Path:
    """Build a home once per test run, also when that is spread over processes."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    home, done = shared / name, shared / f"{name}.done"
    with exclusive_lock(shared / f"{name}.lock", wait=True):
        if not done.exists():
            shutil.rmtree(home, ignore_errors=True)
            home.mkdir()
            result = run_eropaf(home, "demo", *options, **settings)
            assert result.returncode == 0, result.stdout + result.stderr
            done.write_text(result.stdout + result.stderr, encoding="utf-8")
    return home


@pytest.fixture(scope="session")
def demo_output(demo_home) -> str:
    """What the command printed while it made the demonstration."""
    return demo_home.with_suffix(".done").read_text(encoding="utf-8")


@pytest.fixture
def demo_home_copy(demo_home, tmp_path) -> Path:
    """A copy of the demonstration that a test may change."""
    return shutil.copytree(demo_home, tmp_path / "home", symlinks=True)
