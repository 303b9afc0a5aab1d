"""The audit trail: who saw or changed what, and whether anybody changed the trail."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from dash import Dash, Input, Output, html
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboard.components.attributes import hook
from dashboard.components.filters import choice, filter_bar
from dashboard.components.forms import button, done, form, refused
from dashboard.components.grid import Column, grid
from dashboard.components.section import page_head, section
from dashboard.model.selection import to_search
from dashboard.server.context import demand, ledger
from dashboard.server.page import Page
from dashboard.server.release_store import Release, Row
from dashboard.words import formats, roles
from dashboard.words.i18n import gettext as _
from warehouse.accounts import audit
from warehouse.identity import Right
from warehouse.ledger.account_tables import AuditEntry

PATH = "/logboek"
RIGHT = Right.READ_AUDIT_TRAIL
GROUP = "manage"
NEEDS_RELEASE = False

_MOST = 500
_DAYS = ("1", "7", "30", "365")


def title() -> str:
    """Return the name of the page."""
    return _("Audit trail")


def render(_release: Release | None, query: dict[str, str]) -> Page:
    """Build the page; `query` says about whom, about what and since when."""
    demand(RIGHT)
    days = query.get("days") if query.get("days") in _DAYS else None
    wish = _wish(query, days)
    with ledger().reading() as session:
        entries = audit.read_entries(session, wish, _MOST)
        actors = audit.known_actors(session)
        actions = audit.known_actions(session)
        accounts = audit.account_names(session)
    everybody, everything = _("Everybody"), _("Everything")
    named = [(code, roles.action(code)) for code in actions]
    search = {"actor": wish.actor, "action": wish.action, "days": days}
    content = [
        page_head(title(), _("Who saw or changed what; nobody can edit it here")),
        filter_bar(
            [
                choice("actor", _("Who"), wish.actor, [*actors.items()], everybody),
                choice("action", _("What"), wish.action, named, everything),
                choice("days", _("When"), days, _spans(), _("Any time")),
            ],
            PATH,
        ),
        section(
            "entries",
            _("Entries"),
            "",
            [_list([_row(entry, accounts) for entry in entries]), _whole_form()],
        ),
    ]
    return Page(title(), content, to_search(search))


def register(app: Dash) -> None:
    """Connect the button."""
    app.callback(
        Output("trail-answer", "children"),
        Input("verify-trail", "n_clicks"),
        prevent_initial_call=True,
    )(verify)


def verify(clicks: int | None) -> Component:
    """Return whether every entry fits the one before."""
    demand(RIGHT)
    if not clicks:
        raise PreventUpdate
    with ledger().reading() as session:
        chain = audit.verify(session)
    if chain.broken_at:
        text = _("The trail was changed: entry %(entry)s does not fit.")
        return refused(text % {"entry": chain.broken_at})
    text = _("The trail is whole: %(entries)s entries, the last hash is %(hash)s.")
    entries = formats.number(chain.entries)
    return done(text % {"entries": entries, "hash": chain.last_hash})


def _whole_form() -> Component:
    return form(
        _("Is the trail whole?"),
        [button("verify-trail", _("Check every entry"), "plain")],
        "trail-answer",
    )


def _list(rows: list[Row]) -> Component:
    columns = [
        Column("when", _("When"), 180),
        Column("who", _("Who"), 190),
        Column("what", _("What"), 210),
        Column("object", _("About"), 230, grows=True),
        Column("detail", _("More"), 280, grows=True),
    ]
    text = _("The latest %(count)s entries that fit.")
    shown = text % {"count": formats.number(len(rows))}
    return html.Div(
        [
            html.P(shown, className="shown", **hook("entries", len(rows))),
            grid("audit", title(), columns, rows),
        ],
        className="account-list",
    )


def _row(entry: AuditEntry, accounts: Mapping[str, str]) -> Row:
    named = accounts.get(entry.object_id, entry.object_id)
    return {
        "when": formats.moment(entry.happened_at),
        "who": entry.actor_name,
        "what": roles.action(entry.action),
        "object": f"{roles.thing(entry.object_kind)} {named}",
        "detail": "; ".join(roles.detail(*item) for item in entry.detail.items()),
    }


def _wish(query: dict[str, str], days: str | None) -> audit.Wish:
    since = datetime.now(UTC).date() - timedelta(days=int(days) - 1) if days else None
    return audit.Wish(query.get("actor"), query.get("action"), since)


def _spans() -> list[tuple[str, str]]:
    """The spans of days to choose from, today the first."""
    text = _("The last %(count)s days")
    return [(_DAYS[0], _("Today"))] + [
        (days, text % {"count": days}) for days in _DAYS[1:]
    ]
