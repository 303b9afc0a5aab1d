"""The time limits themselves, in words: how long, for whom, since when."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import hook
from dashboard.components.table_in_sight import in_sight
from dashboard.release.norm_queries import Norm
from dashboard.release.view import View
from dashboard.words import formats
from dashboard.words.i18n import gettext as _


def norm_table(norms: Sequence[Norm], view: View) -> Component:
    """Return the limits, each with its term of validity and its source."""
    pilots = view.labels("pilot")
    heads = [_("Limit"), _("Norm"), _("Pilot"), _("Holds"), _("Source")]
    name = _("The limits, and where they come from")
    return in_sight(
        "norms",
        name,
        [
            html.Caption(name),
            html.Thead(html.Tr([html.Th(head, scope="col") for head in heads])),
            html.Tbody([_row(norm, pilots) for norm in norms]),
        ],
        "norm-table",
    )


def _row(norm: Norm, pilots: dict[str, str]) -> Component:
    return html.Tr(
        [
            html.Th(_words().get(norm.norm, norm.norm), scope="row"),
            html.Td(_amount(norm), **hook(f"norm-{norm.norm}", norm.amount)),
            html.Td(pilots.get(norm.pilot, norm.pilot) if norm.pilot else _("all")),
            html.Td(_validity(norm)),
            html.Td(norm.source, className="norm-source"),
        ]
    )


def in_words(norm: Norm) -> str:
    """Return a limit and its source as a sentence."""
    return _("Norm: %(amount)s. %(source)s.") % {
        "amount": _amount(norm),
        "source": norm.source,
    }


def _words() -> dict[str, str]:
    return {
        "feedback": _("Feedback to the corporation"),
        "examination": _("Signal examined"),
        "receipt": _("Receipt confirmed"),
        "objection": _("Time to object"),
    }


def _amount(norm: Norm) -> str:
    is_least = norm.norm == "objection"
    if (norm.unit, norm.amount) == ("working_days", 1):
        return _("at least 1 working day") if is_least else _("at most 1 working day")
    words = {
        ("days", False): _("at most %(n)s days"),
        ("working_days", False): _("at most %(n)s working days"),
        ("months", False): _("at most %(n)s months"),
        ("days", True): _("at least %(n)s days"),
        ("working_days", True): _("at least %(n)s working days"),
        ("months", True): _("at least %(n)s months"),
    }[norm.unit, is_least]
    return words % {"n": norm.amount}


def _validity(norm: Norm) -> str:
    if norm.valid_from and norm.valid_to:
        return _("from %(first)s to %(last)s") % {
            "first": formats.day(norm.valid_from),
            "last": formats.day(norm.valid_to),
        }
    if norm.valid_from:
        return _("from %(first)s") % {"first": formats.day(norm.valid_from)}
    if norm.valid_to:
        return _("to %(last)s") % {"last": formats.day(norm.valid_to)}
    return _("always")
