"""Operations on figures: the same values, for the same audience, as on the pages."""

from dataclasses import asdict

from flask import Flask, Response, jsonify, request

from dashboard.api import models
from dashboard.api.description import FIGURES, ROOT, operation
from dashboard.api.problems import InvalidRequestError
from dashboard.model.measures import Measure, Measures
from dashboard.model.selection import KEYS, Options, Selection
from dashboard.release import view_values
from dashboard.server.context import demand, store
from dashboard.words.i18n import gettext as _
from dashboard.words.i18n import language
from warehouse.identity import Right

_ALL = ""


def register(server: Flask) -> None:
    """Add the operations to the server."""
    path = f"{ROOT}/indicator-values"
    server.add_url_rule(path, "api_list_values", list_values, methods=["GET"])


@operation(FIGURES, models.Figures, query=models.IndicatorsQuery)
def list_values() -> Response:
    """Read indicators of a selection, split by one dimension where asked.

    Counts below the small number of the release, and what would betray them, have the
    state `hidden` unless the token may see small numbers.
    """
    demand(Right.READ_FIGURES)
    asked: models.IndicatorsQuery = request.context.query  # type: ignore[attr-defined]
    release = store().current()
    selection = _selection(asked, view_values.options(release))
    found = (
        view_values.split(release, selection, asked.by, language())
        if asked.by
        else {_ALL: view_values.measures(release, selection, language())}
    )
    wanted = set(asked.indicator.split(",")) if asked.indicator else None
    items = [
        _figure(measure, group or None)
        for group, values in found.items()
        for measure in _chosen(values, wanted)
    ]
    chosen = {key: code for key, code in asdict(selection).items() if code}
    answer = models.Figures(release_id=release.id, selection=chosen, items=items)
    return jsonify(answer.model_dump(mode="json"))


def _selection(asked: models.IndicatorsQuery, options: Options) -> Selection:
    """Return the selection; a choice that cannot be honoured is an error here.

    A page leaves out what it does not know; a program would take the answer for that
    of its question.
    """
    wish = {key: getattr(asked, key) for key in KEYS if getattr(asked, key)}
    selection = Selection.from_query(wish, options)
    refused = [key for key, code in wish.items() if getattr(selection, key) != code]
    if refused:
        reason = _("There is no such code in this release, or it is not yours to see.")
        raise InvalidRequestError([(key, reason) for key in refused])
    return selection


def _chosen(values: Measures, wanted: set[str] | None) -> list[Measure]:
    if wanted is None:
        return list(values.values.values())
    unknown = wanted - set(values.catalogue)
    if unknown:
        raise InvalidRequestError([("indicator", ", ".join(sorted(unknown)))])
    return [
        one
        for name in sorted(wanted)
        for one in ([*values.categories(name)] or [values.get(name)])
    ]


def _figure(one: Measure, group: str | None) -> models.Figure:
    numbers = ("numerator", "denominator", "value", "lower", "upper", "unknown")
    return models.Figure(
        indicator_id=one.indicator.indicator_id,
        category=one.category,
        group=group,
        state=one.state,
        as_of=one.as_of,
        is_provisional=one.is_provisional,
        is_doubtful=bool(one.doubts),
        **{name: getattr(one, name) for name in numbers},
    )
