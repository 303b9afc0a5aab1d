"""What kind of file a delivery really is, told from its first bytes."""

import zipfile
from io import BytesIO
from typing import Literal

from warehouse.intake.archive import check_archive
from warehouse.messages import refused
from warehouse.settings import Settings

Kind = Literal["text", "workbook", "json"]

ZIP = b"PK\x03\x04"
EMPTY_ZIP = b"PK\x05\x06"
OLE = bytes.fromhex("D0CF11E0A1B11AE1")
ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")

PICTURES = (
    b"\xff\xd8\xff",
    b"\x89PNG",
    b"GIF8",
    b"BM",
    b"II*\x00",
    b"MM\x00*",
)
COMPRESSED = (b"\x1f\x8b", b"BZh", b"7z\xbc\xaf", b"Rar!", b"\xfd7zXZ")
BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def recognise_content(content: bytes, settings: Settings) -> Kind:
    """The kind of file that `content` is; RefusedError when we cannot read it."""
    _refuse_what_is_no_table(content)
    if content.startswith((ZIP, EMPTY_ZIP)):
        _check_workbook(content, settings)
        return "workbook"
    start = _first_letter(content)
    if start == "<":
        raise refused("content.markup")
    return "json" if start in {"{", "["} else "text"


def _refuse_what_is_no_table(content: bytes) -> None:
    """Refuse the files that are often sent by mistake, each with its own advice."""
    if not content.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise refused("content.empty")
    if content.startswith(OLE):
        protected = ENCRYPTED_STREAM in content
        raise refused("content.password" if protected else "content.old_excel")
    if _is_picture(content):
        raise refused("content.picture")
    if content.startswith(b"%PDF"):
        raise refused("content.pdf")
    if content.startswith(COMPRESSED):
        raise refused("content.compressed")


def _is_picture(content: bytes) -> bool:
    # A bitmap's two letters could begin a text, so its reserved zeros count too.
    if content.startswith(b"BM") and content[6:10] != b"\x00" * 4:
        return False
    return (
        content.startswith(PICTURES)
        or content[4:8] == b"ftyp"
        or (content.startswith(b"RIFF") and content[8:12] == b"WEBP")
    )


def _check_workbook(content: bytes, settings: Settings) -> None:
    """Refuse a zip that is no .xlsx workbook, or that unpacks beyond reason."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = set(archive.namelist())
            if "xl/workbook.xml" not in names:
                raise refused(_why_no_workbook(names))
            check_archive(archive, settings)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError) as error:
        raise refused("content.broken_workbook") from error
    except RuntimeError as error:
        # zipfile says so when an entry is encrypted.
        raise refused("content.password") from error


def _why_no_workbook(names: set[str]) -> str:
    if "xl/workbook.bin" in names:
        return "content.binary_workbook"
    if "content.xml" in names:
        return "content.open_document"
    return "content.compressed"


def _first_letter(content: bytes) -> str:
    start = content[:4096]
    for mark in BYTE_ORDER_MARKS:
        start = start.removeprefix(mark)
    return start.replace(b"\x00", b"").lstrip()[:1].decode("latin-1")
