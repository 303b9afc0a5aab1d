"""Who gets what: every route, page and callback of the dashboard, by role.

A test asks each of them as nobody and as every account of `tests.accounts`, and
compares the answer with this table. A route or callback that is not in it fails, and
so does a row for something that is gone. To add one:

* a page of `dashboard.pages`: nothing; its RIGHT must be in PAGES below;
* a route: a row in ROUTES under its method and rule, with who may use it, and an
  address to ask for when the rule has a `<part>` (a made-up id will do: who has no
  right must hear 403 before 404, or existence leaks);
* a callback: a row in CALLBACKS under its module and function, with its right.
  It is called with None for every input and an empty list for every ALL, or with
  `values` by `id.property`. So call `demand(...)` before anything else, also before
  raising PreventUpdate, and do not fall over nothing.

Who may: ANYBODY, SIGNED_IN, a `Right` (whoever has it), or TOKEN (under `/api/`, where
a signed-in browser counts as nobody). Somebody who may gets neither 401, 403 nor a
server error; somebody who may not gets 403; nobody gets 401, or for a page the way to
the sign-in page.
"""

from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from warehouse.identity import Right


class Who(Enum):
    """Who may ask, when it is not a matter of a right."""

    ANYBODY = "anybody"
    SIGNED_IN = "signed in"
    TOKEN = "token"


ANYBODY, SIGNED_IN, TOKEN = Who


@dataclass(frozen=True)
class Answer:
    """Who may ask something, and how it is asked."""

    who: Who | Right
    address: str | None = None
    form: dict[str, str] = field(default_factory=dict)
    values: dict[str, Any] = field(default_factory=dict)


PAGES: dict[str, Right] = {
    "/": Right.READ_FIGURES,
    "/meldingen": Right.READ_FIGURES,
    "/bereik": Right.READ_FIGURES,
    "/resultaten": Right.READ_FIGURES,
    "/deurwaarder": Right.READ_FIGURES,
    "/terugval": Right.READ_FIGURES,
    "/vergelijken": Right.READ_FIGURES,
    "/registratie": Right.READ_FIGURES,
    "/plan": Right.READ_FIGURES,
    "/termijnen": Right.READ_FIGURES,
    "/kosten": Right.READ_FIGURES,
    "/eigen-kracht": Right.READ_FIGURES,
    "/begrippen": Right.READ_FIGURES,
    "/notities": Right.READ_FIGURES,
    "/aanleveren": Right.DELIVER,
    "/maandbord": Right.READ_DELIVERIES,
    "/leveringen": Right.READ_DELIVERIES,
    "/codes": Right.MAP_CODES,
    "/privacy": Right.ERASE_PERSONS,
    "/weergaven": Right.READ_FIGURES,
    "/accounts": Right.MANAGE_ACCOUNTS,
    "/logboek": Right.READ_AUDIT_TRAIL,
}

ROUTES: dict[tuple[str, str], Answer] = {
    # Open to the world
    ("GET", "/healthz"): Answer(ANYBODY),
    ("GET", "/inloggen"): Answer(ANYBODY),
    ("GET", "/stijl/<name>"): Answer(ANYBODY, "/stijl/00-base.css"),
    ("GET", "/taal/<code>"): Answer(ANYBODY, "/taal/en"),
    ("GET", "/weergave/<code>"): Answer(ANYBODY, "/weergave/dark"),
    # The frame of the dashboard
    ("GET", "/"): Answer(SIGNED_IN),
    ("GET", "/<path:path>"): Answer(SIGNED_IN, "/nowhere"),
    ("GET", "/release"): Answer(SIGNED_IN),
    ("GET", "/wachtwoord"): Answer(SIGNED_IN),
    ("POST", "/wachtwoord"): Answer(SIGNED_IN),
    ("POST", "/uitloggen"): Answer(SIGNED_IN),
    # Files of the workspace
    ("GET", "/leveringen/<delivery_id>/verslag.<form>"): Answer(
        Right.READ_DELIVERIES, "/leveringen/D-20260101-bcdfgh/verslag.xlsx"
    ),
    # Taking a page away
    ("GET", "/meenemen/<form>"): Answer(
        Right.READ_FIGURES, "/meenemen/xlsx?pagina=/bereik"
    ),
    # Uploads
    ("POST", "/aanleveren/bestanden"): Answer(Right.DELIVER),
    ("GET", "/aanleveren/stand"): Answer(Right.DELIVER),
    ("GET", "/aanleveren/<upload_id>/verslag.<form>"): Answer(
        Right.DELIVER, "/aanleveren/U-20260101-bcdfghjk/verslag.xlsx"
    ),
    # The HTTP interface: tests/api asks what each token may
    ("GET", "/api/v1/openapi.json"): Answer(ANYBODY),
    ("GET", "/api/<path:path>"): Answer(TOKEN, "/api/nothing"),
    ("POST", "/api/v1/uploads"): Answer(TOKEN),
    ("GET", "/api/v1/uploads/<upload_id>"): Answer(TOKEN, "/api/v1/uploads/U-1"),
    ("GET", "/api/v1/deliveries"): Answer(TOKEN),
    ("GET", "/api/v1/deliveries/<delivery_id>"): Answer(
        TOKEN, "/api/v1/deliveries/D-1"
    ),
    ("GET", "/api/v1/deliveries/<delivery_id>/findings"): Answer(
        TOKEN, "/api/v1/deliveries/D-1/findings"
    ),
    ("GET", "/api/v1/deliveries/<delivery_id>/report.xlsx"): Answer(
        TOKEN, "/api/v1/deliveries/D-1/report.xlsx"
    ),
    ("POST", "/api/v1/deliveries/<delivery_id>/withdrawals"): Answer(
        TOKEN, "/api/v1/deliveries/D-1/withdrawals"
    ),
    ("GET", "/api/v1/indicator-values"): Answer(TOKEN),
    ("GET", "/api/v1/releases"): Answer(TOKEN),
    ("GET", "/api/v1/releases/<release_id>/warehouse.duckdb"): Answer(
        TOKEN, "/api/v1/releases/r-1/warehouse.duckdb"
    ),
    ("GET", "/api/v1/exports/ddas"): Answer(TOKEN),
    # Dash's own
    ("GET", "/_dash-layout"): Answer(SIGNED_IN),
    ("GET", "/_dash-dependencies"): Answer(SIGNED_IN),
    ("GET", "/_reload-hash"): Answer(SIGNED_IN),
    ("GET", "/_favicon.ico"): Answer(SIGNED_IN),
    ("GET", "/assets/<path:filename>"): Answer(SIGNED_IN, "/assets/client.js"),
    (
        "GET",
        "/_dash-component-suites/<string:package_name>/<path:fingerprinted_path>",
    ): Answer(SIGNED_IN, "/_dash-component-suites/dash/dcc/async-graph.js"),
}

ELSEWHERE = {
    ("POST", "/inloggen"): "test_sign_in_routes",
    ("POST", "/_dash-update-component"): "CALLBACKS",
}
"""Routes with a test of their own, and where that is."""

CALLBACKS: dict[str, Answer] = {
    # Says inside the page that it is not for somebody: test_page_rights asks.
    "shell.frame.show": Answer(SIGNED_IN),
    "shell.panel.show": Answer(Right.READ_FIGURES),
    "pages.costs.page.recompute": Answer(Right.READ_FIGURES),
    "pages.costs.page.put_back": Answer(Right.READ_FIGURES),
    "pages.notes.page.write": Answer(Right.ANNOTATE),
    "pages.notes.page.mend": Answer(Right.ANNOTATE),
    "pages.upload.list.add_new": Answer(Right.DELIVER),
    "pages.upload.list.follow": Answer(Right.DELIVER),
    "pages.upload.list.unfold": Answer(Right.DELIVER),
    "pages.upload.actions.decide": Answer(Right.DELIVER),
    "pages.upload.actions.build_again": Answer(Right.DECIDE),
    "pages.month_board.actions.register on declare.n_clicks": Answer(Right.DELIVER),
    "pages.month_board.actions.register on back.n_clicks": Answer(Right.DELIVER),
    "pages.month_board.actions.register on off.n_clicks": Answer(Right.PLAN_MONTHS),
    "pages.deliveries.actions.register on explain.n_clicks": Answer(Right.EXPLAIN),
    "pages.deliveries.actions.register on sign.n_clicks": Answer(Right.EXPLAIN),
    "pages.deliveries.actions.register on unsign.n_clicks": Answer(Right.EXPLAIN),
    "pages.deliveries.actions.register on withdraw.n_clicks": Answer(Right.DECIDE),
    "pages.deliveries.actions.register on restore.n_clicks": Answer(Right.DECIDE),
    "pages.codes.actions.register on map-effect.n_clicks": Answer(Right.MAP_CODES),
    "pages.codes.actions.register on map.n_clicks": Answer(Right.MAP_CODES),
    "pages.codes.actions.register on undo.n_clicks": Answer(Right.MAP_CODES),
    "pages.privacy.actions.register on find-person.n_clicks": Answer(
        Right.ERASE_PERSONS
    ),
    "pages.privacy.actions.register on erase-person.n_clicks": Answer(
        Right.ERASE_PERSONS
    ),
    "shell.save_view.keep": Answer(Right.READ_FIGURES),
    "pages.saved_views.act": Answer(Right.READ_FIGURES),
    **{
        f"pages.accounts.actions.connect on {button}.n_clicks": Answer(
            Right.MANAGE_ACCOUNTS
        )
        for button in (
            *("new-account", "change-account", "reset-account", "disable-account"),
            *("enable-account", "make-token", "revoke-token"),
        )
    },
    "pages.audit_trail.verify": Answer(Right.READ_AUDIT_TRAIL),
}
