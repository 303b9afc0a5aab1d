"""The frame around every page, and the callbacks that fill it."""

import logging
from urllib.parse import parse_qsl

import dash_mantine_components as dmc
from dash import (
    ALL,
    ClientsideFunction,
    Dash,
    Input,
    Output,
    State,
    ctx,
    dcc,
    html,
    no_update,
)
from dash.development.base_component import Component

from dashboard.access import rights
from dashboard.components.panel import dialog
from dashboard.components.section import message
from dashboard.pages import PAGES
from dashboard.server import appearance, takeaway_address, theme
from dashboard.server.context import ForbiddenError, store
from dashboard.server.page import Page
from dashboard.server.release_store import NoReleaseError
from dashboard.shell import panel, save_view
from dashboard.shell.banner_and_footer import banner, footer
from dashboard.shell.navigation import BRAND, header
from dashboard.takeaway import routes
from dashboard.words.i18n import gettext as _

POLL_MILLISECONDS = 3000

log = logging.getLogger(__name__)


def layout() -> Component:
    """Return the frame, in the language of the request."""
    return dmc.MantineProvider(
        [
            html.A(_("To the content"), href="#main", className="skip-link"),
            dcc.Location(id="address", refresh="callback-nav"),
            dcc.Store(id="release", data=store().current_id()),
            dcc.Store(id="rendered-search"),
            dcc.Store(id="page-title"),
            dcc.Interval(id="poll", interval=POLL_MILLISECONDS),
            html.Div(id="unused", hidden=True),
            html.Div(
                [
                    html.Header(id="header", className="header"),
                    html.Div(
                        [
                            html.Div(id="banner"),
                            html.Main(html.Div(id="page"), id="main", tabIndex=-1),
                            html.Footer(id="footer", className="footer"),
                        ],
                        className="content",
                    ),
                ],
                className="frame",
            ),
            html.Div(id="status", role="status", className="status"),
            dcc.Store(id="asked"),
            save_view.keep_dialog(),
            dialog(
                "panel",
                _("Definition, trend and table"),
                html.Div(id="panel-content"),
            ),
        ],
        theme=theme.MANTINE,
        forceColorScheme=appearance.scheme(),
    )


def register(app: Dash) -> None:
    """Connect the address and the release to the page."""
    panel.register(app)
    save_view.register(app)
    routes.register(app)
    app.callback(
        Output("page", "children"),
        Output("header", "children"),
        Output("footer", "children"),
        Output("banner", "children"),
        Output("rendered-search", "data"),
        Output("page-title", "data"),
        Output("status", "children"),
        Input("address", "pathname"),
        Input("address", "search"),
        Input("release", "data"),
    )(show)
    app.clientside_callback(
        ClientsideFunction("eropaf", "filtersToAddress"),
        Output("address", "search"),
        Input({"type": "filter", "name": ALL}, "value"),
        State({"type": "filter", "name": ALL}, "id"),
        State("rendered-search", "data"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("eropaf", "followRelease"),
        Output("release", "data"),
        Input("poll", "n_intervals"),
        State("release", "data"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("eropaf", "announcePage"),
        Output("unused", "title"),
        Input("page-title", "data"),
        State("address", "pathname"),
    )


def show(
    path: str | None, search: str | None, known_release: str | None
) -> tuple[object, ...]:
    """Return page, header, footer, banner, query, title and status for an address."""
    query = dict(parse_qsl((search or "").removeprefix("?")))
    causes = set(ctx.triggered_prop_ids)
    is_redrawn = bool(causes) and causes <= {"address.search", "release.data"}
    page, release_id = render(path or "/", query, is_redrawn=is_redrawn)
    is_new = ctx.triggered_id == "release" and known_release is not None
    news = _("New figures: release %(id)s") % {"id": release_id}
    # A page of work follows what it shows by itself, and may hold a half-filled form.
    keeps_itself = not getattr(PAGES.get(path or "/"), "NEEDS_RELEASE", True)
    return (
        no_update if is_new and keeps_itself else page.content,
        header(path or "/", search or "", query),
        footer(release_id),
        banner(),
        page.search,
        f"{page.title} · {BRAND}",
        html.Span(news, className="notice") if is_new else "",
    )


def render(
    path: str, query: dict[str, str], *, is_redrawn: bool = False
) -> tuple[Page, str | None]:
    """Return the page at `path` and the release it was read from; never raises."""
    module = PAGES.get(path)
    if module is None:
        return _page_without_content(
            _("This page does not exist"), _("Choose a page from the menu.")
        ), store().current_id()
    try:
        rights.admit(path, module, is_redrawn=is_redrawn)
        if not getattr(module, "NEEDS_RELEASE", True):
            return module.render(None, query), store().current_id()
        release = store().current()
        if takeaway_address.can_be_taken(module):
            takeaway_address.remember(path, query)
        return module.render(release, query), release.id
    except ForbiddenError as error:
        return _page_without_content(*rights.refuse(path, error)), store().current_id()
    except NoReleaseError:
        return _page_without_content(
            _("No figures yet"),
            _(
                "No release has been published. `eropaf demo` makes one from the "
                "demonstration deliveries; this page shows it by itself."
            ),
        ), None
    except Exception:
        log.exception("page %s failed", path)
        return _page_without_content(
            _("This page cannot be shown"),
            _(
                "Reading the release went wrong. The log of the server says why; "
                "the other pages may still work."
            ),
        ), store().current_id()


def _page_without_content(title: str, text: str) -> Page:
    heading = html.H1(title, id="page-heading", tabIndex=-1, className="sr-only")
    return Page(title, [heading, message(title, text)])
