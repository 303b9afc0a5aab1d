"""One definition: all that the catalogue says about an indicator."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import named
from dashboard.release.definition_queries import Entry
from dashboard.words import catalogue_words
from dashboard.words.formats import NOTHING
from dashboard.words.i18n import gettext as _
from dashboard.words.i18n import language
from seeds.formats import formats


def entry_card(entry: Entry) -> Component:
    """Return the card of an indicator; `data-words` is what a search looks through."""
    terms = [
        html.Div([html.Dt(term), html.Dd(text)], className="fact")
        for term, text in _facts(entry)
        if text
    ]
    return html.Article(
        [
            html.H3(entry.label, className="card-label"),
            html.P(entry.definition, className="definition-text"),
            html.Details(
                [
                    html.Summary(_("How it is counted"), className="fold-label"),
                    html.Dl(terms, className="facts"),
                ],
                className="definition-more",
            ),
        ],
        id=f"definition-{entry.indicator_id}",
        className="definition",
        **named("data-words", _words(entry)),
        **named("data-indicator", entry.indicator_id),
    )


def _facts(entry: Entry) -> list[tuple[str, str]]:
    words = catalogue_words
    return [
        (_("Numerator"), entry.numerator),
        (_("Denominator"), entry.denominator),
        (_("Counted"), words.units().get(entry.unit, entry.unit)),
        (_("Written as"), words.aggregates().get(entry.aggregate, entry.aggregate)),
        (_("Reading"), words.directions().get(entry.direction, entry.direction)),
        (_("Split into"), entry.categories),
        (_("Fed by"), _fed_by(entry.fed_by)),
        (_("Source"), words.sources().get(entry.source, entry.source)),
        (_("In the other language"), entry.other_label),
        (_("Code"), entry.indicator_id),
    ]


def _fed_by(names: str) -> str:
    if names == "none":
        return NOTHING
    return ", ".join(_feeder(name) for name in names.split(";"))


def _feeder(name: str) -> str:
    if name == "plan":
        return _("the plans of the pilots")
    if name == "quality":
        return _("the checks")
    known = formats().get(name)
    return known.label(language()) if known else name


def _words(entry: Entry) -> str:
    return " ".join(
        [entry.indicator_id, entry.label, entry.other_label, entry.definition]
    ).lower()
