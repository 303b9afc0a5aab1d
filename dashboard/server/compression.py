"""Makes scripts and style sheets small on their way; they are most of a first page.

Answers that hold figures are not compressed: beside what a visitor typed they carry the
token of the session, and the length of a compressed answer would betray it.
"""

from flask import Flask, Request
from flask_compress import Compress

_WEEK_SECONDS = 7 * 24 * 3600


class _Shelf:
    """Keeps what was compressed: the same few files for everybody."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        return self._kept.get(key)

    def set(self, key: str, content: bytes) -> None:
        self._kept[key] = content


def install(server: Flask) -> None:
    """Let `server` compress, once each, what every visitor gets alike."""
    server.config.update(
        COMPRESS_MIMETYPES=["text/css", "application/javascript", "text/javascript"],
        COMPRESS_ALGORITHM=["br", "gzip"],
        COMPRESS_ALGORITHM_STREAMING=["br"],
        COMPRESS_BR_LEVEL=7,
        COMPRESS_CACHE_BACKEND=_Shelf,
        COMPRESS_CACHE_KEY=_address,
        # Addresses change with the content, so a browser need not ask again.
        SEND_FILE_MAX_AGE_DEFAULT=_WEEK_SECONDS,
    )
    Compress(server)


def _address(request: Request) -> str:
    return request.full_path
