"""Opening the ledger: SQLite in WAL mode, or PostgreSQL by URL, always migrated."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, event, make_url, text
from sqlalchemy.orm import Session

BUSY_SECONDS = 30


class Ledger:
    """A migrated ledger; every piece of work runs in one transaction of it."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session whose objects stay readable after it is closed."""
        with Session(self._engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session that holds the ledger's write lock; commits at the end."""
        with Session(self._engine, expire_on_commit=False) as session, session.begin():
            _lock_for_writing(session)
            yield session

    def close(self) -> None:
        """Give back every connection."""
        self._engine.dispose()


@contextmanager
def open_ledger(url: str) -> Iterator[Ledger]:
    """Open the ledger at a SQLAlchemy URL, made or migrated when needed."""
    ledger = connect_ledger(url)
    try:
        yield ledger
    finally:
        ledger.close()


def connect_ledger(url: str) -> Ledger:
    """Open a ledger that stays open, for a server; migrated when needed."""
    engine = _create_engine(url)
    try:
        _migrate(engine)
    except BaseException:
        engine.dispose()
        raise
    return Ledger(engine)


def _create_engine(url: str) -> Engine:
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return create_engine(parsed)
    if parsed.database:
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(parsed, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:  # noqa: ANN401
    # SQLite switches to WAL only outside a transaction, once for the file.
    for pragma in ("journal_mode = wal", "foreign_keys = on", "synchronous = full"):
        connection.execute(f"pragma {pragma}")


def _lock_for_writing(session: Session) -> None:
    """One writer at a time, so that numbers and files never cross."""
    if session.get_bind().dialect.name == "sqlite":
        # The driver opens a transaction at the first write; taking the lock
        # before the first read keeps that read true until the commit.
        session.connection().exec_driver_sql("begin immediate")
    else:
        session.execute(text("lock table deliveries in exclusive mode"))


def _migrate(engine: Engine) -> None:
    config = Config()
    config.set_main_option("script_location", "warehouse.ledger:migrations")
    newest = ScriptDirectory.from_config(config).get_current_head()
    with engine.connect() as connection:
        if MigrationContext.configure(connection).get_current_revision() == newest:
            return
    with engine.begin() as connection:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("begin immediate")
        else:
            # Any number will do, as long as every migrating process takes the same.
            connection.execute(text("select pg_advisory_xact_lock(20090101)"))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
