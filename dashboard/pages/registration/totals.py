"""Totals that were reported beside the rows, and habits that differ by district."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.grid import Column, grid
from dashboard.components.section import section
from dashboard.pages.registration.scope import Scope
from dashboard.release import registration_queries
from dashboard.server.release_store import Row
from dashboard.words import formats
from dashboard.words.i18n import gettext as _
from dashboard.words.i18n import language


def reconciliation(scope: Scope) -> Component:
    """Return every reported total beside the rows behind it, differences first."""
    found = registration_queries.reconciliation(
        scope.release, scope.parameters, language()
    )
    rows = [_total(scope, row) for row in scope.named(found)]
    is_plain = not scope.least
    columns = [
        Column("is_equal", _("Result"), 130, is_filtered=True),
        Column("statement", _("Reported total"), 320, grows=True),
        Column("published_value", _("Reported"), 130, is_number=True),
        Column("found_value", _("From the rows"), 140, is_number=is_plain),
        Column("difference", _("Difference"), 130, is_number=is_plain),
        Column("pilot", _("Pilot"), 220),
        Column("district", _("District"), 190),
        Column("period_start", _("Period"), 130),
    ]
    differing = sum(row["is_equal"] is False for row in found)
    count = _("%(differing)s of %(all)s totals differ.") % {
        "differing": formats.number(differing),
        "all": formats.number(len(found)),
    }
    return section(
        "reconciliation",
        _("Reported totals beside the rows"),
        _("Totals that districts or publications report, none smoothed away."),
        [
            html.P(count, className="shown"),
            grid("reconciliation", _("Reported totals"), columns, rows),
        ],
    )


def _total(scope: Scope, row: Row) -> Row:
    words = {True: _("Equal"), False: _("Differs"), None: _("Not compared")}
    start = row["period_start"]
    shown = row | {
        "is_equal": words[row["is_equal"]],
        "period_start": formats.month(start) if start else None,
    }
    if not scope.least:
        return shown
    # The difference would give a number away that is too small to show.
    is_small = scope.is_small(row["found_value"])
    return shown | {
        "found_value": scope.counted(row["found_value"]),
        "difference": formats.NOTHING
        if is_small
        else formats.number(row["difference"], 2),
    }


def habit_words() -> dict[str, str]:
    """Return the habits of registration in which districts may differ."""
    return {
        "visit_not_at_home": _("Visits written down as nobody at home"),
        "light_help_as_no_help": _("Information and advice written down as no help"),
        "advice_despite_no_help": _("Advice written down, though help was refused"),
        "unknown_result": _("Results left unknown"),
        "unmapped_codes": _("Codes that nobody has mapped yet"),
    }


def divergence(scope: Scope) -> Component:
    """Return the habits of every district beside those of all others together."""
    found = registration_queries.divergence(scope.release, scope.parameters)
    rows = [_habit(scope, row) for row in found]
    columns = [
        Column("habit", _("Habit"), 300, grows=True),
        Column("district", _("District"), 190, is_filtered=True),
        Column("here", _("Here"), 190),
        Column("elsewhere", _("In the other districts"), 170),
        Column("judged", _("Difference"), 240),
    ]
    return section(
        "divergence",
        _("Same words, other habits"),
        _(
            "Where a district writes the same thing down in another way than the "
            "others, its figures are not comparable. It does not say who is right."
        ),
        [grid("divergence", _("Habits of registration"), columns, rows)],
    )


def _habit(scope: Scope, row: Row) -> Row:
    part, whole = row["numerator"], row["denominator"]
    is_small = scope.is_small(part, whole, whole - part)
    here = _("%(share)s (%(part)s of %(whole)s)") % {
        "share": formats.percent(row["share"]),
        "part": formats.number(part),
        "whole": formats.number(whole),
    }
    is_apart = bool(row["is_apart"]) and not is_small
    return {
        "habit": habit_words().get(row["habit"], row["habit"]),
        "district": scope.district_names.get(row["district"], row["district"]),
        "here": _("Too small to show") if is_small else here,
        "elsewhere": formats.percent(row["others_share"]),
        "judged": _("more than chance makes") if is_apart else _("within chance"),
    }
