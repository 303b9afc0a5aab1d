"""Serves the dashboard with gunicorn, on this machine only unless told otherwise."""

import gc
from collections.abc import Callable
from typing import Any

from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter
from gunicorn.workers.base import Worker

from warehouse.settings import Settings
from warehouse.worker.supervision import worker_beside

WORKERS = 2
THREADS = 4
GARBAGE = (20_000, 20, 100)
"""New objects before a collection of the young, the middle and all."""


class DashboardServer(BaseApplication):
    """Gunicorn with settings from our own, never from a file or its own variables."""

    def __init__(
        self, settings: Settings, host: str, port: int, on_ready: Callable[[], None]
    ) -> None:
        self._settings = settings
        self._address = f"{host}:{port}"
        self._on_ready = on_ready
        super().__init__()

    def load_config(self) -> None:
        """Set what differs from gunicorn's defaults."""
        chosen: dict[str, Any] = {
            "bind": self._address,
            "workers": WORKERS,
            "worker_class": "gthread",
            "threads": THREADS,
            # A slow machine may need long to import; a worker is never killed for it.
            "timeout": 0,
            # Longer than somebody thinks between two clicks.
            "keepalive": 65,
            "graceful_timeout": 10,
            "control_socket_disable": True,
            "proc_name": "eropaf-monitor",
            "loglevel": "warning",
            "post_worker_init": self._announce,
        }
        for name, value in chosen.items():
            self.cfg.set(name, value)

    def load(self) -> Any:  # noqa: ANN401  gunicorn takes any WSGI application
        """The dashboard, made in each worker after the fork."""
        from dashboard.app import create_app  # noqa: PLC0415

        return create_app(self._settings, reads_ahead=True).server

    def _announce(self, worker: Worker) -> None:
        _collect_seldom()
        # The first worker that has the application can answer.
        if worker.age == 1:
            self._on_ready()


def _collect_seldom() -> None:
    """Let Python not go through all that a release keeps in memory at every turn.

    It would take a fifth of a second, in which every visitor waits.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*GARBAGE)


def serve(
    settings: Settings, host: str, port: int, on_ready: Callable[[], None]
) -> None:
    """Serve until stopped, with a worker for the background work beside it.

    `on_ready` is called once the dashboard answers. Raises `UserError` before anything
    starts when the file of boundaries cannot be drawn.
    """
    from dashboard.server.boundaries import boundaries_of  # noqa: PLC0415

    boundaries_of(settings)
    with worker_beside(settings):
        Arbiter(DashboardServer(settings, host, port, on_ready)).run()
