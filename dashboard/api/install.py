"""Puts the HTTP interface on the server."""

from typing import NoReturn

from flask import Flask, Response, request

from dashboard.access.guard import API
from dashboard.api import deliveries, description, figures, problems, releases
from dashboard.api.description import ROOT, VERSION
from dashboard.api.problems import MissingError


def install(server: Flask) -> None:
    """Add every operation, their problems and their description; call once."""
    problems.install(server)
    for part in (deliveries, figures, releases):
        part.register(server)
    description.install(server, deliveries.FILES | releases.FILES)
    server.add_url_rule(f"{API}<path:path>", "api_nothing", _nothing)

    @server.after_request
    def tell_version(response: Response) -> Response:
        if request.path.startswith(ROOT):
            response.headers["API-Version"] = VERSION
            response.headers.setdefault("Cache-Control", "no-store")
        return response


def _nothing(path: str) -> NoReturn:
    """Answer a program with a problem: Dash would draw a page."""
    raise MissingError
