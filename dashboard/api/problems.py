"""Errors as problem details (RFC 9457), in the language that was asked for."""

from collections.abc import Sequence
from http import HTTPStatus

from flask import Flask, Response, jsonify, request

from dashboard.access.guard import API
from dashboard.server.release_store import NoReleaseError
from dashboard.words.i18n import gettext as _
from dashboard.words.i18n import language
from warehouse.errors import UserError

MIMETYPE = "application/problem+json"


class InvalidRequestError(Exception):
    """A request that does not fit its description; `fields` are names and reasons."""

    def __init__(self, fields: Sequence[tuple[str, str]]) -> None:
        super().__init__("the request does not fit")
        self.fields = fields


class MissingError(Exception):
    """What is asked for does not exist, or is not the asker's to see."""


def problem(
    status: int, detail: str, fields: Sequence[tuple[str, str]] = ()
) -> Response:
    """Return a problem; `fields` are the names of what does not fit, and why."""
    body: dict[str, object] = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
    }
    if fields:
        body["invalid_params"] = [
            {"name": name, "reason": reason} for name, reason in fields
        ]
    answer = jsonify(body)
    answer.status_code = status
    answer.mimetype = MIMETYPE
    return answer


def install(server: Flask) -> None:
    """Answer what goes wrong under `/api/` with a problem."""
    server.register_error_handler(InvalidRequestError, _invalid)
    server.register_error_handler(MissingError, _missing)
    server.register_error_handler(UserError, _refused)
    server.register_error_handler(NoReleaseError, _no_release)


def _invalid(error: InvalidRequestError) -> Response:
    return problem(400, _("The request does not fit its description."), error.fields)


def _missing(_error: MissingError) -> Response:
    return problem(404, _("There is nothing at this address that is yours to see."))


def _no_release(_error: NoReleaseError) -> Response:
    return problem(404, _("No release has been published yet."))


def _refused(error: UserError) -> Response:
    if not request.path.startswith(API):
        raise error
    return problem(400, error.message(language()))
