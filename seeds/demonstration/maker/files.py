"""Write text files and workbooks whose bytes depend on their content alone."""

import csv
import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path

import xlsxwriter

CREATED = datetime(2009, 1, 5, 9, 0, 0)
ZIP_MOMENT = (2009, 1, 5, 9, 0, 0)


def write_text(
    path: Path,
    header: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    separator: str,
    encoding: str = "utf-8",
    line_end: str = "\r\n",
) -> Path:
    """Write rows as separated text and return the path."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=separator, lineterminator=line_end)
    writer.writerow(header)
    writer.writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def write_workbook(path: Path, fill: Callable[[xlsxwriter.Workbook], None]) -> Path:
    """Let ``fill`` make the sheets of a workbook, write it, return the path."""
    buffer = io.BytesIO()
    workbook = xlsxwriter.Workbook(buffer, {"in_memory": True})
    workbook.set_properties({"author": "", "created": CREATED})
    fill(workbook)
    workbook.close()
    path.write_bytes(_without_compression(buffer))
    return path


def _without_compression(buffer: io.BytesIO) -> bytes:
    # Compressed bytes differ between builds of zlib; stored ones never do.
    stored = io.BytesIO()
    with zipfile.ZipFile(buffer) as source, zipfile.ZipFile(stored, "w") as target:
        for name in source.namelist():
            member = zipfile.ZipInfo(name, ZIP_MOMENT)
            member.create_system = 0
            target.writestr(member, source.read(name))
    return stored.getvalue()
