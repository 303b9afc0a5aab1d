"""What somebody sees who is refused, or whose request fails."""

from flask import Flask, jsonify, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from dashboard.access.addresses import SIGN_IN
from dashboard.access.drawing import draw
from dashboard.access.guard import API
from dashboard.access.sign_in import draw_sign_in
from dashboard.access.trail import note_refusal
from dashboard.server.context import ForbiddenError
from dashboard.words import roles
from dashboard.words.i18n import gettext as _

FORBIDDEN = 403
_OTHER = 500


def install(server: Flask) -> None:
    """Answer every refusal and failure in plain words, or as JSON to a program."""
    server.register_error_handler(ForbiddenError, _forbidden)
    server.register_error_handler(CSRFError, _stale_form)
    server.register_error_handler(HTTPException, _failed)


def _forbidden(error: ForbiddenError) -> ResponseReturnValue:
    # The path only: a query may hold whatever somebody typed.
    note_refusal(request.path, str(error))
    return _answer(FORBIDDEN)


def _stale_form(_error: CSRFError) -> ResponseReturnValue:
    if request.path == SIGN_IN:
        text = _("This page was open too long. Try once more.")
        return draw_sign_in(text, "", request.form.get("user_name", ""), 400)
    return _answer(400)


def _failed(error: HTTPException) -> ResponseReturnValue:
    return _answer(error.code or _OTHER, error)


def _answer(status: int, error: HTTPException | None = None) -> ResponseReturnValue:
    title, text = _words(status)
    headers = dict(error.get_headers()) if error else {}
    headers.pop("Content-Type", None)
    if request.path.startswith(API):
        answer = jsonify(type="about:blank", title=title, status=status, detail=text)
        answer.mimetype = "application/problem+json"
        return answer, status, headers
    if not _wants_page():
        return jsonify(error=title, message=text), status, headers
    page = draw("problem.html.j2", title, text=text, to_start=_("To the overview"))
    return page, status, headers


def _wants_page() -> bool:
    best = request.accept_mimetypes.best_match(["application/json", "text/html"])
    return best == "text/html"


def _words(status: int) -> tuple[str, str]:
    """The heading and the explanation of a status."""
    known = {
        400: (
            _("This did not work"),
            _("The page was open too long, or something was missing. Load it anew."),
        ),
        403: roles.not_for_you(),
        404: (_("This page does not exist"), _("The address leads nowhere.")),
        413: (_("This file is too large"), _("Deliver it in parts.")),
        429: (
            _("Too many requests"),
            _("Wait a minute, then try again."),
        ),
    }
    general = (
        _("Something went wrong"),
        _("The server could not do this. Its log says why; try again later."),
    )
    return known.get(status, known[400] if status < _OTHER else general)
