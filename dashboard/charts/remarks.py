"""What the districts themselves say of their figures: explanations and sign-offs."""

from collections.abc import Mapping

from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import named
from dashboard.components.section import section
from dashboard.model.selection import Selection
from dashboard.release import registration_queries
from dashboard.server.context import audience
from dashboard.server.release_store import Release, Row
from dashboard.words import formats
from dashboard.words.i18n import gettext as _
from dashboard.words.i18n import language
from expectations.catalogue.catalogue import load_catalogue


def explanations(
    release: Release, parameters: Row, district_names: Mapping[str, str]
) -> Component:
    """Return what was explained and declared fit, for the page about registration."""
    return section(
        "explanations",
        _("What the districts say themselves"),
        _("Explanations of findings, and who declared a delivery fit for use."),
        [_list(_read(release, parameters), district_names)],
    )


def beside_figures(
    release: Release, selection: Selection, district_names: Mapping[str, str]
) -> Component | None:
    """Return the explanations about a chosen district or pilot, folded; else None."""
    if not (selection.district or selection.pilot):
        return None
    seen = audience().districts
    rows = _read(
        release,
        {
            "district": selection.district,
            "districts": None if seen is None else sorted(seen),
        },
    )
    own = [row for row in rows if selection.pilot in (None, row["pilot"])]
    if not own:
        return None
    heading = _("What the district says of these figures (%(n)s)") % {"n": len(own)}
    return html.Details(
        [html.Summary(heading), _list(own, district_names)],
        className="remarks",
        **named("data-remarks", str(len(own))),
    )


def _read(release: Release, parameters: Row) -> list[Row]:
    districts = parameters["districts"]
    seen = None if districts is None else tuple(districts)
    return release.remember(
        ("statements", parameters["district"], seen),
        lambda: registration_queries.statements(release, parameters),
    )


def _list(rows: list[Row], district_names: Mapping[str, str]) -> Component:
    if not rows:
        return html.P(_("Nobody explained anything yet."), className="chart-empty")
    meanings = _meanings()
    return html.Ul(
        [_item(row, meanings, district_names) for row in rows], className="notes"
    )


def _item(
    row: Row, meanings: Mapping[str, str], district_names: Mapping[str, str]
) -> Component:
    check = row["check_id"]
    about = meanings.get(check, check) if check else _("Declared fit for use")
    head = [
        html.Span(
            district_names.get(row["district"], row["district"]), className="note-month"
        ),
        html.Span(about, className="note-place"),
        html.Span(
            f"{row['said_by']}, {formats.day(row['said_at'])}", className="note-by"
        ),
    ]
    return html.Li(
        [
            html.Div(head, className="note-head"),
            html.P(row["said"], className="note-text") if row["said"] else None,
        ],
        className="note",
    )


def _meanings() -> dict[str, str]:
    is_english = language() == "en"
    return {
        check.check_id: check.meaning_en if is_english else check.meaning_nl
        for check in load_catalogue()
    }
