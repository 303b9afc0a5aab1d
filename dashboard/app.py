"""Makes the dashboard: a Dash app that a WSGI server can serve."""

from collections.abc import Collection
from contextlib import suppress

from dash import Dash
from flask import Flask, Response, g, jsonify, redirect, request
from werkzeug.wrappers import Response as RedirectResponse

from dashboard.access import rights
from dashboard.access.addresses import safe_target
from dashboard.access.install import install as install_access
from dashboard.api import install as api
from dashboard.components.waiting import skeleton
from dashboard.pages import PAGES
from dashboard.release.read_ahead import prepare, read_ahead
from dashboard.server import appearance, compression, registry, security
from dashboard.server.boundaries import boundaries_of
from dashboard.server.context import store
from dashboard.server.release_store import Release, Store
from dashboard.shell import frame
from dashboard.shell.navigation import BRAND
from dashboard.words import i18n
from warehouse.identity import COMMAND_LINE
from warehouse.settings import Settings

OK = 200
_YEAR_SECONDS = 365 * 24 * 3600
_PAGE_ROUTES = ("/", "/<path:path>")
# What Dash shows until its scripts have run, in English only.
_WAITING = '<div class="_dash-loading">\n        Loading...\n    </div>'

_INDEX = """<!DOCTYPE html>
<html lang="{%lang%}" data-appearance="{%appearance%}">
    <head>
        {%metas%}
        <title>{%title%}</title>
        {%favicon%}
        {%css%}
    </head>
    <body>
        {%app_entry%}
        <footer hidden>
            {%config%}
            {%scripts%}
            {%renderer%}
        </footer>
    </body>
</html>"""


class _LocalisedDash(Dash):
    """Dash that says in which language and in which colours its page is."""

    def interpolate_index(self, *values: str, **parts: str) -> str:
        page = super().interpolate_index(*values, **parts)
        page = page.replace("{%lang%}", i18n.language())
        page = page.replace("{%appearance%}", appearance.choice())
        return page.replace(_WAITING, skeleton(), 1)


def create_app(settings: Settings, *, reads_ahead: bool = False) -> Dash:
    """Return the dashboard on the release that `settings` points to.

    Its `server` is the WSGI application. Works without a release, and shows the
    first one as soon as it is published; `reads_ahead` lets it read of a new one,
    beside its work, what visitors are likely to ask. Raises `UserError` when the file
    of boundaries that the settings name cannot be drawn.
    """

    def open_release(release: Release) -> None:
        prepare(release)
        if reads_ahead:
            read_ahead(release, settings.language)

    server = Flask("dashboard", static_folder=None)
    server.extensions["settings"] = settings
    server.extensions["store"] = Store(settings.warehouse_file, open_release)
    registry.install(server.extensions, PAGES)
    server.extensions["boundaries"] = boundaries_of(settings)
    i18n.install(server, settings.language)
    compression.install(server)
    install_access(server, settings)
    _add_routes(server)
    _tell_status_of_pages(server)
    api.install(server)
    app = _LocalisedDash(
        "dashboard",
        server=server,  # type: ignore[arg-type]  # its annotation forgets Flask
        title=BRAND,
        update_title="",
        index_string=_INDEX,
        use_pages=False,
        enable_mcp=False,
        meta_tags=[
            {"name": "viewport", "content": "width=device-width, initial-scale=1"},
            {"name": "robots", "content": "noindex"},
        ],
        suppress_callback_exceptions=True,
    )
    app.layout = frame.layout
    frame.register(app)
    for page in PAGES.values():
        if hasattr(page, "register"):
            page.register(app)
    security.install(app)
    _warm_up(server)
    return app


def _add_routes(server: Flask) -> None:
    """Add what is not a page: health, current release, language, light or dark."""

    @server.get("/healthz")
    def health() -> Response:
        return jsonify(status="ok", release=store().current_id())

    @server.get("/release")
    def release() -> Response:
        answer = jsonify(release=store().current_id())
        answer.headers["Cache-Control"] = "no-store"
        return answer

    @server.get("/taal/<code>")
    def choose_language(code: str) -> RedirectResponse:
        return _remember(i18n.COOKIE, code, i18n.LANGUAGES)

    @server.get("/weergave/<code>")
    def choose_appearance(code: str) -> RedirectResponse:
        return _remember(appearance.COOKIE, code, appearance.CHOICES)


def _remember(cookie: str, wish: str, wishes: Collection[str]) -> RedirectResponse:
    """Go back to where the visitor was; keep the wish when it is one of `wishes`."""
    answer = redirect(safe_target(request.args.get("next", "/")))
    if wish in wishes:
        answer.set_cookie(
            cookie,
            wish,
            max_age=_YEAR_SECONDS,
            httponly=True,
            samesite="Lax",
            secure=request.is_secure,
        )
    return answer


def _tell_status_of_pages(server: Flask) -> None:
    """Answer 404 or 403 where Dash itself would say that all is well."""

    @server.after_request
    def tell(response: Response) -> Response:
        if request.endpoint in _PAGE_ROUTES and response.status_code == OK:
            response.status_code = rights.status_of(request.path)
        return response


def _warm_up(server: Flask) -> None:
    """Run Dash's set-up once here: threads that race for it answer with errors.

    The overview is drawn once for nobody: the first visitor finds the release open.
    """
    with server.test_request_context("/healthz"):
        server.preprocess_request()
    # A page that cannot be drawn says so to who asks for it.
    with suppress(Exception), server.test_request_context("/"):
        server.preprocess_request()
        g.identity = COMMAND_LINE
        PAGES["/"].render(store().current(), {})
