"""Publishing, keeping and rolling back releases."""

from contextlib import ExitStack
from datetime import UTC, date, datetime

import duckdb
import pytest

from warehouse.errors import UserError
from warehouse.releases.lock import build_lock
from warehouse.releases.manifest import Manifest, Versions
from warehouse.releases.store import (
    DATABASE_NAME,
    current_release,
    list_releases,
    prune,
    publish,
    rollback,
)
from warehouse.settings import Settings


@pytest.fixture
def settings(tmp_path):
    return Settings(home=tmp_path / "home", keep_releases=3, _env_file=None)


def publish_one(settings: Settings, release_id: str, answer: int = 0) -> None:
    folder = settings.work_dir / "building"
    folder.mkdir(parents=True)
    with duckdb.connect(str(folder / DATABASE_NAME)) as connection:
        connection.execute("create schema marts")
        connection.execute(f"create table marts.answer as select {answer} as value")
        connection.execute(
            'create view "warehouse"."marts"."seen" as '
            'select * from "warehouse"."marts"."answer"'
        )
    manifest = Manifest(
        release_id=release_id,
        built_at=datetime.now(UTC),
        as_of=date(2009, 1, 1),
        versions=Versions(package="0", code="b", standard="c", dbt="1", duckdb="1"),
        deliveries=[],
    )
    publish(settings, folder, manifest)


def read_answer(file) -> int:
    with duckdb.connect(str(file), read_only=True) as connection:
        return connection.execute("select value from marts.seen").fetchone()[0]


def test_readers_open_the_link_and_the_release_alike(settings):
    publish_one(settings, "1", answer=42)

    assert read_answer(settings.warehouse_file) == 42
    assert read_answer(settings.warehouse_file.resolve()) == 42
    assert not settings.warehouse_file.readlink().is_absolute()


def test_a_home_that_is_moved_still_has_its_release(settings, tmp_path):
    publish_one(settings, "1", answer=42)
    moved = settings.home_dir.rename(tmp_path / "elsewhere")

    assert read_answer(moved / "warehouse.duckdb") == 42


def test_the_newest_are_kept_and_rolling_back_switches(settings):
    for number in range(1, 6):
        publish_one(settings, str(number), answer=number)
        prune(settings)
    assert [one.release_id for one in list_releases(settings)] == ["5", "4", "3"]

    rollback(settings, "3")
    assert read_answer(settings.warehouse_file) == 3
    assert current_release(settings).release_id == "3"


def test_a_published_release_stays_however_old(settings):
    for number in range(1, 4):
        publish_one(settings, str(number), answer=number)
    rollback(settings, "1")
    stricter = settings.model_copy(update={"keep_releases": 1})
    prune(stricter)

    assert [one.release_id for one in list_releases(settings)] == ["3", "1"]
    assert read_answer(settings.warehouse_file) == 1


def test_an_unknown_release_leaves_the_published_one(settings):
    publish_one(settings, "1", answer=42)
    with pytest.raises(UserError):
        rollback(settings, "2")
    assert read_answer(settings.warehouse_file) == 42


def test_a_reader_with_an_open_release_is_not_disturbed(settings):
    publish_one(settings, "1", answer=1)
    with duckdb.connect(str(settings.warehouse_file), read_only=True) as reader:
        publish_one(settings, "2", answer=2)
        seen = reader.execute("select value from marts.seen").fetchone()
        assert seen == (1,)
        assert read_answer(settings.warehouse_file) == 2


def test_one_build_at_a_time(settings):
    with ExitStack() as stack:
        stack.enter_context(build_lock(settings.home_dir))
        with pytest.raises(UserError):
            stack.enter_context(build_lock(settings.home_dir))
    with build_lock(settings.home_dir):
        pass
