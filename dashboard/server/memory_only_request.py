"""Requests of which nothing is ever written to a temporary file."""

from typing import IO, TYPE_CHECKING, Any

from flask import Request
from werkzeug.exceptions import UnsupportedMediaType

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

FILES = "/aanleveren/bestanden"
API = "/api/"
BYTES = "application/octet-stream"
MOST_FORM_BYTES = 16 * 1024 * 1024


class MemoryOnlyRequest(Request):
    """A request that refuses files in forms, which Werkzeug would write to the disk.

    A file comes as the body itself, limited by the route that reads it; whatever else
    is sent is small.
    """

    def __init__(
        self,
        environ: "WSGIEnvironment",
        **options: Any,  # noqa: ANN401  passed on as they are
    ) -> None:
        """Limit what is read for a form or for JSON."""
        super().__init__(environ, **options)
        takes_files = self.path == FILES or self.path.startswith(API)
        if not (takes_files and self.mimetype == BYTES):
            self.max_content_length = MOST_FORM_BYTES

    def _get_file_stream(self, *_: object, **__: object) -> IO[bytes]:
        raise UnsupportedMediaType("send a file as the body of a request of its own")
