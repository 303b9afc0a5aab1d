"""Protection against workbooks that unpack to more than a machine can hold."""

import re
import zipfile
from collections.abc import Iterator

from warehouse.messages import refused
from warehouse.settings import Settings

MEGABYTE = 1024 * 1024
MOST_ENTRIES = 2_000
# Real workbooks shrink to a tenth or, full of repetition, to a fiftieth.
MOST_SHRINKING = 250
SMALL = 5 * MEGABYTE
# The most cells of a grid from A1 to the last filled cell.
MOST_CELLS = 60_000_000
LETTERS = 26

# A cell beyond column AZ or row 99,999; without one a grid is never too large.
FAR_CELL = re.compile(rb"""\br=["'](?:[A-Z]{3}\d|[B-Z][A-Z]\d|[A-Z]{1,3}\d{6})""")
FILLED_CELL = re.compile(
    rb"""<(?:\w+:)?c\b[^>]*?\br=["']([A-Z]{1,3})(\d{1,7})["']"""
    rb"""(?:[^>]*[^/>])?>\s*<(?:\w+:)?(?:v|is|f)\b"""
)


def check_archive(archive: zipfile.ZipFile, settings: Settings) -> None:
    """Refuse an archive with too many, too large or too tightly packed entries.

    Every entry is unpacked once, so that a directory that lies about sizes is found
    out (zipfile stops at the stated size, and the checksum then fails).
    """
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    too_tight = unpacked > SMALL and unpacked > MOST_SHRINKING * max(packed, 1)
    too_large = unpacked > settings.max_unpacked_mb * MEGABYTE
    if len(entries) > MOST_ENTRIES or too_tight or too_large:
        raise refused("content.zip_bomb", limit=settings.max_unpacked_mb)
    for entry in entries:
        _check_entry(archive, entry)


def _check_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    has_far_cell = False
    for piece in _pieces(archive, entry):
        has_far_cell = has_far_cell or FAR_CELL.search(piece) is not None
    # The reader keeps a full grid up to the last filled cell: one value in a far
    # corner would fill the memory.
    if has_far_cell:
        _check_grid(archive, entry)


def _check_grid(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    width = height = 0
    for piece in _pieces(archive, entry):
        for letters, number in FILLED_CELL.findall(piece):
            width = max(width, _column_number(letters))
            height = max(height, int(number))
    if width * height > MOST_CELLS:
        raise refused("content.too_wide")


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * LETTERS + letter - ord("A") + 1
    return number


def _pieces(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """The entry in pieces of some megabytes, cut between two cells."""
    rest = b""
    with archive.open(entry) as stream:
        while piece := stream.read(4 * MEGABYTE):
            whole, mark, rest_of_piece = (rest + piece).rpartition(b"<c ")
            if mark:
                yield whole
                rest = mark + rest_of_piece
            else:
                rest = rest_of_piece[-MEGABYTE:]
                yield rest_of_piece
    yield rest
