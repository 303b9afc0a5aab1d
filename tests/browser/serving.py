"""Serves a home folder with the installed command, on a free port."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from tests.accounts import make_accounts
from warehouse.settings import Settings

START_SECONDS = 60


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def serving(home: Path, **settings: str) -> Iterator[str]:
    """Serve a home folder as `eropaf serve` does; gives the address.

    Every account of `tests.accounts` is there. `settings` are `EROPAF_*` ones.
    """
    make_accounts(Settings(_env_file=None, home=home))
    port = free_port()
    command = Path(sys.executable).with_name("eropaf")
    process = subprocess.Popen(
        [command, "serve", "--port", str(port)],
        cwd=home,
        env=os.environ | {"EROPAF_HOME": str(home), **settings},
        stdout=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        wait_until_healthy(process, address)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


def wait_until_healthy(process: subprocess.Popen, address: str) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        assert process.poll() is None, "the server stopped"
        try:
            with urlopen(f"{address}/healthz", timeout=5):
                return
        except OSError:
            time.sleep(0.3)
    raise AssertionError("the server did not answer")
