"""What a delivery changed beside the one that it repeats or replaces."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.grid import Column, grid
from dashboard.components.section import section
from dashboard.components.tables import plain_table
from dashboard.words import formats
from dashboard.words.i18n import gettext as _
from warehouse.deliveries.history.life import MOST_DIFFERENCES, Life


def differences(life: Life) -> Component:
    """Return the counts and the list; a line when there is nothing to compare."""
    intro = _("As the published release compares them: counted, and row by row.")
    if not life.comparisons:
        none = _("The published release compares it with no earlier delivery.")
        return _section("", [html.P(none, className="shown")])
    content: list[Component] = [_counts(life)]
    if life.differences:
        content += [_limit(life), _list(life)]
    return _section(intro, content)


def _section(intro: str, content: list[Component]) -> Component:
    return section("differences", _("Differences"), intro, content)


def _counts(life: Life) -> Component:
    heads = [
        _("Earlier delivery"),
        _("Why compared"),
        _("Records"),
        _("New"),
        _("Changed"),
        _("Gone"),
        _("Equal"),
    ]
    columns = ("added", "changed", "vanished", "unchanged")
    rows = [
        [
            row["earlier_delivery_id"],
            _relations().get(row["relation"], row["relation"]),
            row["entity"],
            *(row[name] for name in columns),
        ]
        for row in life.comparisons
    ]
    return plain_table(_("Compared with"), heads, rows)


def _relations() -> dict[str, str]:
    return {
        "replaces": _("it replaces this one"),
        "repeats": _("it is about the same"),
    }


def _limit(life: Life) -> Component:
    if len(life.differences) < MOST_DIFFERENCES:
        return html.Div()
    text = _("The first %(count)s differences are listed.")
    return html.P(text % {"count": formats.number(MOST_DIFFERENCES)}, className="shown")


def _list(life: Life) -> Component:
    words = {"added": _("New"), "changed": _("Changed"), "vanished": _("Gone")}
    rows = [
        {
            "difference": words.get(row["difference"], row["difference"]),
            "entity": row["entity"],
            "month": formats.month(row["month"]) if row["month"] else None,
            "row": row["row_number"],
            "earlier_row": row["earlier_row_number"],
            "fields": ", ".join(row["changed_fields"] or ()),
            "earlier": row["earlier_delivery_id"],
        }
        for row in life.differences
    ]
    columns = [
        Column("difference", _("Difference"), 130),
        Column("entity", _("Records"), 150),
        Column("month", _("Month"), 130),
        Column("row", _("Row"), 90, is_number=True),
        Column("earlier_row", _("Row before"), 110, is_number=True),
        Column("fields", _("What changed"), 300, grows=True),
        Column("earlier", _("Earlier delivery"), 190),
    ]
    return grid("differences", _("Differences"), columns, rows)
