"""Which code and which standard made something: digests of their files."""

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path

from seeds.formats import REPOSITORY
from warehouse.releases.manifest import Versions

_CODE = (
    "dbt_project/**/*.sql",
    "dbt_project/**/*.yml",
    "expectations/**/*.py",
    "expectations/**/*.sql",
    "expectations/**/*.yml",
    "seeds/*.py",
    "warehouse/**/*.py",
)
_STANDARD = ("seeds/standard/**/*.csv", "expectations/**/*.yml")


@cache
def current_versions() -> Versions:
    """The versions of everything that makes a release."""
    return Versions(
        package=version("eropaf-monitor"),
        code=digest(_CODE),
        standard=digest(_STANDARD),
        dbt=version("dbt-core"),
        duckdb=version("duckdb"),
    )


def digest(patterns: Iterable[str], root: Path = REPOSITORY) -> str:
    """A digest of the names and contents of the files that match, 16 digits."""
    files = {file for pattern in patterns for file in root.glob(pattern)}
    whole = hashlib.sha256()
    for file in sorted(files):
        if file.is_file() and "target" not in file.parts:
            whole.update(file.relative_to(root).as_posix().encode())
            whole.update(file.read_bytes())
    return whole.hexdigest()[:16]
