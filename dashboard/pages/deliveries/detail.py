"""The life of one delivery: its steps, its findings, and what is done with it."""

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.components.attributes import Attributes, aria_label, hook
from dashboard.components.delivery_report import report_links
from dashboard.components.grid import Column, grid
from dashboard.components.section import page_head, section
from dashboard.components.tables import Cell, plain_table
from dashboard.model.selection import to_search
from dashboard.pages.deliveries import differences, forms
from dashboard.server.context import settings
from dashboard.server.page import Page
from dashboard.words import formats
from dashboard.words.i18n import gettext as _
from dashboard.words.i18n import language
from dashboard.words.states import (
    district_labels,
    format_labels,
    pilot_labels,
    severity_labels,
    state_labels,
)
from expectations.catalogue.catalogue import load_catalogue
from warehouse.deliveries.history.life import Life, read_life
from warehouse.deliveries.outcome import Finding, Outcome
from warehouse.errors import UserError
from warehouse.identity import Identity
from warehouse.ledger.tables import State

LIST = "/leveringen"


def render(who: Identity, delivery_id: str, title: str) -> Page:
    """Build the page of a delivery; says so when there is none that `who` may see."""
    search = to_search({"levering": delivery_id})
    try:
        life = read_life(settings(), who, delivery_id)
    except UserError as error:
        return Page(title, [page_head(title, error.message(language())), _back()])
    heading = _("Delivery %(id)s") % {"id": life.outcome.delivery_id}
    content = [
        page_head(heading, life.outcome.file_name),
        _back(),
        html.Div(life_parts(life), id=forms.LIFE),
        forms.forms(life, who),
    ]
    return Page(heading, content, search)


def life_parts(life: Life) -> list[Component]:
    """Return what is known of a delivery, which an action draws anew."""
    return [
        _facts(life),
        report_links(life.outcome.delivery_id),
        _steps(life),
        _findings(life.outcome),
        differences.differences(life),
        _statements(life),
        _releases(life),
    ]


def _back() -> Component:
    return html.P(dcc.Link(_("All deliveries"), href=LIST))


def _facts(life: Life) -> Component:
    outcome = life.outcome
    facts: list[tuple[str, str, Cell]] = [
        ("state", _("State"), state_labels()[outcome.status]),
        ("format", _("Format"), format_labels().get(outcome.format or "")),
        ("district", _("District"), district_labels().get(outcome.district or "")),
        ("pilot", _("Pilot"), pilot_labels().get(outcome.pilot or "")),
        ("period", _("Month"), _month(outcome)),
        ("received", _("Received"), formats.moment(life.received_at)),
        ("rows_read", _("Rows read"), outcome.rows_read),
        ("rows_accepted", _("Rows that count"), outcome.rows_accepted),
        ("rows_rejected", _("Rows not counted"), outcome.rows_rejected),
        ("replaces", _("Replaces"), _other(life.replaces)),
        ("replaced_by", _("Replaced by"), _other(life.replaced_by)),
    ]
    return html.Dl(
        [
            html.Div([html.Dt(label), html.Dd(_shown(value), **_hook(name, value))])
            for name, label, value in facts
        ],
        className="facts-list",
    )


def _month(outcome: Outcome) -> str | None:
    return formats.month(outcome.period) if outcome.period else None


def _shown(value: Cell) -> Cell:
    if isinstance(value, int):
        return formats.number(value)
    return value or formats.NOTHING


def _hook(name: str, value: Cell) -> Attributes:
    return hook(name, value) if isinstance(value, int) else hook(name)


def _other(delivery_id: str | None) -> Component | None:
    if delivery_id is None:
        return None
    return dcc.Link(delivery_id, href=LIST + to_search({"levering": delivery_id}))


def _steps(life: Life) -> Component:
    words = state_labels() | {State.RECEIVED: _("Received")}
    items = [
        html.Li(
            [
                html.Strong(words[step.state]),
                html.Span(
                    " · ".join(
                        filter(None, (formats.moment(step.happened_at), step.actor))
                    ),
                    className="life-when",
                ),
                step.reason or "",
            ]
        )
        for step in life.steps
    ]
    return section(
        "life",
        _("Life"),
        _("What happened to it, by whom and why. Times are in UTC."),
        [html.Ol(items, className="life")],
    )


def _findings(outcome: Outcome) -> Component:
    words, meanings = severity_labels(), _meanings()
    rows = [
        {
            "severity": words[one.severity],
            "meaning": meanings.get(one.check_id) or one.message(language()),
            "sheet": one.sheet,
            "row": one.row,
            "column": one.column,
            "check_id": one.check_id,
        }
        for one in outcome.findings
    ]
    columns = [
        Column("severity", _("Severity"), 130),
        Column("meaning", _("What, and how to mend it"), 420, grows=True),
        Column("sheet", _("Sheet"), 100),
        Column("row", _("Row"), 90, is_number=True),
        Column("column", _("Column"), 160),
        Column("check_id", _("Check"), 200),
    ]
    return section(
        "findings",
        _("Findings"),
        _("Grouped by kind, and below each by itself with row and column."),
        [_grouped(outcome, meanings), grid("findings", _("Findings"), columns, rows)]
        if rows
        else [html.P(_("Nothing was found."), className="shown")],
    )


def _grouped(outcome: Outcome, meanings: dict[str, str]) -> Component:
    alike: dict[tuple[str, str], list[Finding]] = {}
    for one in outcome.findings:
        alike.setdefault((one.severity, one.check_id), []).append(one)
    words = severity_labels()
    return plain_table(
        _("Findings by kind"),
        [_("Severity"), _("What it finds"), _("Findings")],
        [
            [
                words[severity],
                meanings.get(check_id) or members[0].message(language()),
                len(members),
            ]
            for (severity, check_id), members in alike.items()
        ],
    )


def _meanings() -> dict[str, str]:
    is_english = language() == "en"
    return {
        one.check_id: f"{one.meaning_en} {one.advice_en}"
        if is_english
        else f"{one.meaning_nl} {one.advice_nl}"
        for one in load_catalogue()
    }


def _statements(life: Life) -> Component:
    said = [
        [
            formats.moment(one.explained_at),
            one.explained_by,
            one.check_id,
            one.row_number,
            one.text,
        ]
        for one in life.explanations
    ]
    signs = [
        [
            formats.moment(one.signed_at),
            one.signed_by,
            _("Declared fit") if one.is_fit else _("Taken back"),
            one.note,
        ]
        for one in life.sign_offs
    ]
    heads = [_("When"), _("Who"), _("Check"), _("Row"), _("Explanation")]
    return section(
        "statements",
        _("Explanations and sign-off"),
        "",
        [
            plain_table(_("Explanations"), heads, said),
            plain_table(
                _("Sign-off"), [_("When"), _("Who"), _("What"), _("Note")], signs
            ),
        ],
    )


def _releases(life: Life) -> Component:
    rows = [
        [
            one.release_id,
            formats.moment(one.built_at),
            formats.day(one.as_of),
            _("Published") if one.is_published else _("Kept"),
        ]
        for one in life.releases
    ]
    heads = [_("Release"), _("Built"), _("As of"), _("State")]
    return section(
        "releases",
        _("In which releases"),
        _("The kept releases that hold its records."),
        [
            html.Div(
                plain_table(_("Releases"), heads, rows), **aria_label(_("Releases"))
            )
        ],
    )
