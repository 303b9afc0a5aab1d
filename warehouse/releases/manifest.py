"""The manifest: what went into a release, made by what, and how long it took."""

from datetime import date, datetime
from pathlib import Path
from typing import Self

from pydantic import BaseModel

FILE_NAME = "manifest.json"


class ReleasedDelivery(BaseModel):
    """A delivery whose records are in the release."""

    delivery_id: str
    sequence: int
    format: str
    district: str | None
    pilot: str | None
    period: date | None
    rows_read: int
    is_invented: bool = False


class Versions(BaseModel):
    """What made the release; `code` and `standard` are digests of the files."""

    package: str
    code: str
    standard: str
    dbt: str
    duckdb: str


class Timings(BaseModel):
    """Seconds of each part of the build."""

    intake: float = 0
    dbt: float = 0
    disclosure: float = 0
    audit: float = 0
    publish: float = 0


class Erased(BaseModel):
    """Rows that were erased from a release after it was built, from all tables."""

    erasure_id: int
    erased_at: datetime
    replaces: str
    rows: int


class Manifest(BaseModel):
    """Everything one wants to know of a release without opening it."""

    release_id: str
    built_at: datetime
    as_of: date
    versions: Versions
    deliveries: list[ReleasedDelivery]
    small_number: int | None = None
    rows: dict[str, int] = {}
    checks: dict[str, int] = {}
    findings: dict[str, int] = {}
    timings: Timings = Timings()
    erasures: list[Erased] = []

    def write(self, folder: Path) -> None:
        """Write the manifest into the folder of its release."""
        text = self.model_dump_json(indent=2)
        (folder / FILE_NAME).write_text(text + "\n", encoding="utf-8")

    @classmethod
    def read(cls, folder: Path) -> Self:
        """Read the manifest of the release in `folder`."""
        return cls.model_validate_json((folder / FILE_NAME).read_bytes())
