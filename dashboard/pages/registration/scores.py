"""The scores of the registration, by district and month by month."""

from collections.abc import Mapping, Sequence
from datetime import date

from dash import html
from dash.development.base_component import Component

from dashboard import figures
from dashboard.components.attributes import hook, named
from dashboard.components.chart import chart, empty_chart
from dashboard.components.section import section
from dashboard.components.table_in_sight import in_sight
from dashboard.model.periods import months_between
from dashboard.pages.registration.scope import Scope
from dashboard.release import registration_queries
from dashboard.server import theme
from dashboard.server.release_store import Row
from dashboard.words import formats
from dashboard.words.i18n import gettext as _

_GOOD, _FAIR = 0.95, 0.8
"""From where a score is called good, and from where fair."""


def score_words() -> dict[str, str]:
    """Return the scores, in the order in which they are shown."""
    return {
        "completeness": _("Complete"),
        "validity": _("Valid"),
        "consistency": _("Consistent"),
        "timeliness": _("On time"),
        "unmapped_share": _("Untranslated codes"),
    }


def scores(scope: Scope) -> Component:
    """Return the scores of every district in a table, and of all by month."""
    by_district = registration_queries.scores_by_district(
        scope.release, scope.parameters
    )
    by_month = registration_queries.scores_by_month(scope.release, scope.parameters)
    return section(
        "scores",
        _("How good the registration is"),
        _(
            "Of what had to be filled in, what was; of what was, what passed the "
            "checks. Of untranslated codes, fewer is better."
        ),
        [_table(scope, by_district), _months(scope, by_month)],
    )


def _table(scope: Scope, rows: Sequence[Row]) -> Component:
    words = score_words()
    found = {(row["district"], row["score"]): row for row in rows}
    places = list(dict.fromkeys(row["district"] for row in rows))
    heads = [_("District"), *words.values()]
    name = _("Scores by district, over all months")
    return in_sight(
        "scores",
        name,
        [
            html.Caption(name),
            html.Thead(html.Tr([html.Th(head, scope="col") for head in heads])),
            html.Tbody(
                [
                    html.Tr(
                        [
                            html.Th(
                                scope.district_names.get(place, place), scope="row"
                            ),
                            *(
                                _cell(scope, score, found.get((place, score)))
                                for score in words
                            ),
                        ]
                    )
                    for place in places
                ]
            ),
        ],
        "score-table",
    )


def _cell(scope: Scope, score: str, row: Row | None) -> Component:
    """A score with a word, so that its colour is not alone."""
    if row is None or not row["denominator"]:
        return html.Td(_("Not applicable"), className="score score-none")
    if scope.is_small(row["denominator"]):
        return html.Td(_("Too small to show"), className="score score-none")
    value = row["numerator"] / row["denominator"]
    goodness = 1 - value if score == "unmapped_share" else value
    kind = _kind(goodness)
    return html.Td(
        [
            html.Span(
                formats.percent(value), className="score-value", **hook(score, value)
            ),
            html.Span(_kind_words()[kind], className="score-word"),
        ],
        className=f"score score-{kind}",
        **named("data-category", row["district"]),
    )


def _kind(goodness: float) -> str:
    if goodness >= _GOOD:
        return "good"
    return "fair" if goodness >= _FAIR else "poor"


def _kind_words() -> dict[str, str]:
    return {"good": _("good"), "fair": _("fair"), "poor": _("poor")}


def _months(scope: Scope, rows: Sequence[Row]) -> Component:
    name = _("Scores by month")
    values = {(row["score"], row["month"]): _value(scope, row) for row in rows}
    if not values:
        return empty_chart(name, _("No figures per month"))
    found = [month for _score, month in values]
    months = months_between(min(found), max(found))
    words = score_words()
    shown = [score for score in words if any(key[0] == score for key in values)]
    series = [
        figures.Series(
            words[score],
            [values.get((score, month)) for month in months],
            theme.SERIES[place],
            theme.SYMBOLS[place],
            texts=[_month_text(words[score], month, values, score) for month in months],
        )
        for place, score in enumerate(shown)
    ]
    body = [
        [
            formats.month(month),
            *(formats.percent(values.get((score, month))) for score in shown),
        ]
        for month in months
    ]
    return chart(
        "scores-months",
        name,
        figures.month_lines(
            [formats.month(month, is_short=True) for month in months],
            series,
            is_share=True,
        ),
        summary=_in_words(values, months, shown),
        table=([_("Month"), *(words[score] for score in shown)], body),
    )


def _value(scope: Scope, row: Row) -> float | None:
    if not row["denominator"] or scope.is_small(row["denominator"]):
        return None
    return float(row["numerator"] / row["denominator"])


def _month_text(
    name: str, month: date, values: Mapping[tuple[str, date], float | None], score: str
) -> str:
    value = formats.percent(values.get((score, month)))
    return f"{name}, {formats.month(month)}: {value}"


def _in_words(
    values: Mapping[tuple[str, date], float | None],
    months: Sequence[date],
    shown: Sequence[str],
) -> str:
    words = score_words()
    last = [
        f"{words[score].lower()} {formats.percent(values.get((score, months[-1])))}"
        for score in shown
    ]
    return _("In %(month)s: %(scores)s.") % {
        "month": formats.month(months[-1]),
        "scores": ", ".join(last),
    }
