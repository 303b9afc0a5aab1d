"""A served home that can be killed whole, and people who upload to it over HTTP."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

import httpx
from argon2 import PasswordHasher

from warehouse.identity import Role
from warehouse.ledger.account_tables import User
from warehouse.ledger.connection import open_ledger
from warehouse.settings import Settings

EROPAF = (sys.executable, "-m", "warehouse")
PASSWORD = "vier lange woorden achtereen"
WAIT_SECONDS = 900
"""Far more than it takes, for a machine that has much else to do."""
_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
_HASH = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)


def add_people(settings: Settings, people: dict[str, list[str] | None]) -> None:
    """Add accounts by name: deliverers of districts, a coordinator for None."""
    with open_ledger(settings.database_url) as ledger, ledger.writing() as session:
        for name, districts in people.items():
            session.add(
                User(
                    user_id=f"u-{name}",
                    user_name=name,
                    display_name=name,
                    role=Role.DELIVERER if districts else Role.COORDINATOR,
                    districts=districts,
                    password_hash=_HASH,
                    created_at=datetime.now(UTC),
                )
            )


class Server:
    """`eropaf serve` in a process group of its own, so that all of it can be killed."""

    def __init__(self, home: Path, **settings: str) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}"
        machine = {k: v for k, v in os.environ.items() if not k.startswith("EROPAF_")}
        machine["EROPAF_GATE"] = os.environ["EROPAF_GATE"]
        self.log = home.parent / "server.log"
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [
                    Path(sys.executable).with_name("eropaf"),
                    "serve",
                    "--port",
                    str(port),
                ],
                cwd=home,
                env=machine | {"EROPAF_HOME": str(home), **settings},
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        wait_until(self._answers)

    def _answers(self) -> bool:
        assert self.process.poll() is None, self.log.read_text()
        try:
            return httpx.get(f"{self.address}/healthz").status_code == 200
        except httpx.HTTPError:
            return False

    def kill(self) -> None:
        """Kill every process of it at once, as a power cut does."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        """Ask it to stop."""
        self.process.terminate()
        self.process.wait(timeout=60)


class Person:
    """Somebody who has signed in to a server."""

    def __init__(self, address: str, name: str) -> None:
        self.client = httpx.Client(base_url=address, timeout=60)
        form = self.client.get("/inloggen").text
        answer = self.client.post(
            "/inloggen",
            data={
                "user_name": name,
                "password": PASSWORD,
                "csrf_token": _TOKEN.search(form).group(1),
            },
        )
        assert answer.status_code == 302, answer.text
        self.client.get("/")

    def upload(
        self, content: bytes, name: str = "form.csv", said: str = "{}", **headers: str
    ) -> httpx.Response:
        """Send a file as the page does."""
        return self.client.post(
            "/aanleveren/bestanden",
            content=content,
            headers={
                "Content-Type": "application/octet-stream",
                "X-CSRFToken": self.client.cookies["_csrf_token"],
                "X-Upload-Name": quote(name),
                "X-Upload-Said": quote(said),
                **headers,
            },
        )


def wait_until(is_so: Callable[[], bool], seconds: float = WAIT_SECONDS) -> None:
    """Wait for something to become true."""
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.2)
