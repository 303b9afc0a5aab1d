"""The OpenAPI description of the interface, and what holds for every operation."""

from collections.abc import Callable, Mapping
from functools import wraps
from http import HTTPStatus
from typing import Any

from flask import Flask, Response, jsonify
from pydantic import BaseModel, ValidationError
from spectree import Response as Answers
from spectree import SecurityScheme, SpecTree, Tag
from spectree.models import SecureType, SecuritySchemeData

from dashboard.api.models import Problem
from dashboard.api.problems import MIMETYPE, InvalidRequestError

VERSION = "1.0.0"
ROOT = "/api/v1"
BEARER = "organisation_token"
BYTES = "application/octet-stream"
JSON = "application/json"

DELIVERIES = Tag(name="deliveries", description="Files, their checking and findings.")
FIGURES = Tag(name="figures", description="Indicators, with small numbers protected.")
RELEASES = Tag(name="releases", description="The warehouse as files, and exports.")

_PROBLEMS = tuple(
    f"HTTP_{status}" for status in (400, 401, 403, 404, 413, 415, 429, 503)
)
_BINARY = {"type": "string", "format": "binary"}
_OBJECT = {"type": "object"}
_ABOUT = (
    "Deliver registrations, follow their checking and read figures. Send the token of "
    "your organisation as `Authorization: Bearer`. Errors are problem details "
    "(RFC 9457); texts are in Dutch, or in English when `Accept-Language` asks for it."
)

Operation = Callable[..., Any]


def _refuse_invalid(
    _request: object,
    _answer: object,
    error: Exception | None,
    _view: object,
    _adapter: object,
) -> None:
    if isinstance(error, ValidationError):
        # The reason names the rule, never what was sent.
        raise InvalidRequestError(
            [(".".join(map(str, one["loc"])), one["msg"]) for one in error.errors()]
        )


_tree = SpecTree(
    "flask",
    title="Eropaf Monitor",
    description=_ABOUT,
    version=VERSION,
    openapi_version="3.1.0",
    # Its own routes are never added; a path of ours would hide our operations.
    path="described-by-us",
    page_templates={},
    mode="strict",
    naming_strategy=lambda model: model.__name__,
    nested_naming_strategy=lambda _parent, child: child,
    annotations=False,
    before=_refuse_invalid,
    security_schemes=[
        SecurityScheme(
            name=BEARER,
            data=SecuritySchemeData(type=SecureType.HTTP, scheme="bearer"),
        )
    ],
    security={BEARER: []},
)


def operation(
    tag: Tag,
    answer: type[BaseModel] | None,
    *,
    query: type[BaseModel] | None = None,
    json: type[BaseModel] | None = None,
    status: int = 200,
    streams: bool = False,
) -> Callable[[Operation], Operation]:
    """Describe an operation: what it takes and answers, and the problems of all.

    A request that does not fit is answered with a problem that names each field; what
    fits stands in `request.context`. What `streams` is described only: checking the
    answer would read all of it into memory.
    """
    answers: dict[str, Any] = dict.fromkeys(_PROBLEMS, Problem)
    answers[f"HTTP_{status}"] = answer
    checked: Callable[[Operation], Operation] = _tree.validate(
        query=query, json=json, resp=Answers(**answers), tags=(tag,)
    )
    return _only_described(checked) if streams else checked


def _only_described(checked: Callable[[Operation], Operation]) -> Operation:
    def around(view: Operation) -> Operation:
        # The description is found through what a function wraps.
        @wraps(checked(view))
        def run(*values: Any, **named: Any) -> Any:  # noqa: ANN401  any view
            return view(*values, **named)

        return run

    return around


def install(server: Flask, files: Mapping[str, tuple[str, str]]) -> None:
    """Serve the description; call after the last operation was added.

    `files` names, by method and path, what is sent or answered without a model of ours:
    `body` or `answer`, and its media type.
    """
    _tree.app = server
    with server.app_context():
        description = _complete(_tree._generate_spec(), files)

    @server.get(f"{ROOT}/openapi.json", endpoint="api_description")
    def describe() -> Response:
        return jsonify(description)


def _complete(
    description: dict[str, Any], files: Mapping[str, tuple[str, str]]
) -> dict[str, Any]:
    """Say what the models cannot: problems have a media type, files are bytes."""
    for path, methods in description["paths"].items():
        for method, told in methods.items():
            _as_problems(told["responses"])
            kind, mimetype = files.get(f"{method} {path}", ("", ""))
            schema = _OBJECT if mimetype == JSON else _BINARY
            content = {mimetype: {"schema": schema}}
            if kind == "body":
                told["requestBody"] = {"required": True, "content": content}
            elif kind == "answer":
                told["responses"]["200"]["content"] = content
    return description


def _as_problems(responses: dict[str, Any]) -> None:
    for status, answer in responses.items():
        is_problem = int(status) >= HTTPStatus.BAD_REQUEST
        if is_problem and JSON in answer.get("content", {}):
            answer["content"] = {MIMETYPE: answer["content"][JSON]}
