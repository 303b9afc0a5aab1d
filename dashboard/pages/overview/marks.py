"""What to keep in mind with the overview: doubtful and provisional numbers."""

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.components.section import section
from dashboard.model.measures import Doubt, Measure
from dashboard.pages.overview.themes import registration_card
from dashboard.release.view import View
from dashboard.words import formats
from dashboard.words.i18n import gettext as _

_MOST = 5


def marks(view: View) -> Component:
    """Return which numbers are doubtful and why, and which are not final."""
    measures = list(view.values.values.values())
    doubts = _by_check(measures)
    notes = []
    if any(one.is_provisional for one in measures):
        notes.append(
            html.P(
                _(
                    "These figures are provisional: households of a pilot in this "
                    "choice are still being followed."
                ),
                className="remark",
            )
        )
    if not doubts:
        notes.append(html.P(_("No failing check makes these figures doubtful.")))
    return section(
        "marks",
        _("How sure are we?"),
        _("Checks that fail in this choice, and the figures that they make doubtful."),
        [
            html.Div(
                [
                    html.Div(registration_card(view), className="themes"),
                    html.Div(
                        [
                            *notes,
                            *([_list(doubts)] if doubts else []),
                            dcc.Link(
                                _("To the quality of the registration"),
                                href="/registratie",
                            ),
                        ]
                    ),
                ],
                className="sureness",
            )
        ],
    )


def _by_check(measures: list[Measure]) -> list[tuple[Doubt, list[str]]]:
    """The failing checks, those that hit most rows first, with what they touch."""
    touched: dict[str, tuple[Doubt, dict[str, None]]] = {}
    for one in measures:
        for doubt in one.doubts:
            touched.setdefault(doubt.check_id, (doubt, {}))[1][one.indicator.label] = (
                None
            )
    found = [(doubt, list(labels)) for doubt, labels in touched.values()]
    return sorted(found, key=lambda one: one[0].violating, reverse=True)


def _list(doubts: list[tuple[Doubt, list[str]]]) -> Component:
    rows = [
        html.Li(
            [
                html.Strong(doubt.meaning),
                " ",
                _("%(violating)s of %(assessed)s rows; touches %(count)s figures.")
                % {
                    "violating": formats.number(doubt.violating),
                    "assessed": formats.number(doubt.assessed),
                    "count": len(labels),
                },
            ]
        )
        for doubt, labels in doubts[:_MOST]
    ]
    more = len(doubts) - _MOST
    if more > 0:
        rows.append(html.Li(_("and %(count)s more") % {"count": more}))
    return html.Ul(rows, className="doubts")
