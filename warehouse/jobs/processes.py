"""Processes that are started from here, with the settings of this one."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence

from pydantic import SecretStr

from warehouse.settings import Settings


def start_module(
    settings: Settings, module: str, argument: str, descriptors: Sequence[int] = ()
) -> "subprocess.Popen[bytes]":
    """Start a module of ours that reads its settings from the environment.

    `argument` is one of our own ids or numbers; it inherits the open `descriptors`,
    whose numbers follow it on the command line.
    """
    numbers = map(str, descriptors)
    return subprocess.Popen(  # noqa: S603  our own interpreter and modules
        [sys.executable, "-m", module, argument, *numbers],
        env=child_environment(settings),
        pass_fds=descriptors,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )


def child_environment(settings: Settings) -> dict[str, str]:
    """The environment from which a process reads the same settings."""
    chosen = settings.model_dump(include=settings.model_fields_set, exclude_none=True)
    return os.environ | {
        f"EROPAF_{name.upper()}": _written(value) for name, value in chosen.items()
    }


def _written(value: object) -> str:
    if isinstance(value, SecretStr):
        return value.get_secret_value()
    return json.dumps(value) if isinstance(value, dict | list) else str(value)
