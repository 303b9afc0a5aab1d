"""What killed processes leave is swept; what somebody is busy with stays."""

import os
import time

import pytest

from warehouse.publishing.sweeping import SECONDS_OF_A_DAY, sweep
from warehouse.settings import Settings

FOLDERS = ("gate-x1", "docs-x1")
FILES = ("delivery-D-1.parquet", ".delivery-D-1.parquet.42.part")


@pytest.fixture
def settings(tmp_path) -> Settings:
    chosen = Settings(home=tmp_path, _env_file=None)
    for name in FOLDERS:
        (chosen.work_dir / name / "deeper").mkdir(parents=True)
    for name in FILES:
        (chosen.work_dir / name).touch()
    return chosen


def left_in(folder) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_the_remains_of_yesterday_are_removed(settings):
    (settings.work_dir / "U-1.lock").touch()
    for path in settings.work_dir.iterdir():
        old = time.time() - SECONDS_OF_A_DAY - 60
        os.utime(path, (old, old))

    sweep(settings)

    assert left_in(settings.work_dir) == {"U-1.lock"}


def test_what_may_be_under_way_stays(settings):
    sweep(settings)
    assert left_in(settings.work_dir) == {*FOLDERS, *FILES}


def test_a_build_that_was_broken_off_is_removed_at_once(settings):
    (settings.work_dir / "build-20260101-000000-000" / "target").mkdir(parents=True)
    sweep(settings)
    assert left_in(settings.work_dir) == {*FOLDERS, *FILES}


def test_a_half_written_or_unknown_landing_file_is_removed(settings):
    settings.landing_dir.mkdir(parents=True)
    for name in ("D-1.parquet", ".D-2.parquet.42.part"):
        (settings.landing_dir / name).touch()
    sweep(settings)
    assert left_in(settings.landing_dir) == set()
