"""Where a text of the work list stands, and what a mapping of it changes."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import hook
from dashboard.components.tables import Cell, plain_table
from dashboard.model.selection import to_search
from dashboard.server.release_store import Row
from dashboard.words import formats
from dashboard.words.i18n import gettext as _
from dashboard.words.i18n import language
from dashboard.words.states import district_labels, format_labels
from seeds.formats import formats as source_formats
from seeds.rows import read_seed
from warehouse.standard.codes import code_labels
from warehouse.stewardship.mappings.effect import Effect


def examples(row: Row) -> Component:
    """Return the places where the text stands, five at most."""
    found = [
        [
            _delivery(one["delivery_id"]),
            one["sheet"],
            one["row_number"] and str(one["row_number"]),
            _heading(row["format"], one["column_name"]),
        ]
        for one in row["examples"]
    ]
    heads = [_("Delivery"), _("Sheet"), _("Row"), _("Column")]
    return plain_table(_("Examples"), heads, found)


def _delivery(delivery_id: str) -> Component:
    query = to_search({"levering": delivery_id})
    return html.A(delivery_id, href=f"/leveringen{query}")


def _heading(source_format: str, column_name: str) -> str:
    declared = source_formats().get(source_format)
    column = declared.column(column_name) if declared else None
    return column.header if column else column_name


def effect_text(effect: Effect) -> list[Component]:
    """Return in words and a table what the mapping would change."""
    label = code_labels(effect.request.code_list, language()).get(
        effect.request.code, effect.request.code
    )
    summary = _("%(rows)s rows of the release become “%(code)s”.") % {
        "rows": formats.number(effect.rows),
        "code": label,
    }
    return [
        html.P(
            html.Strong(summary),
            **hook("effect_rows", effect.rows),
        ),
        *_remarks(effect),
        plain_table(_("What changes"), _heads(), _places(effect)),
        html.P(_indicators(effect), **hook("indicators", len(effect.indicators))),
    ]


def _remarks(effect: Effect) -> list[Component]:
    """Return what else there is to know before saving."""
    told = []
    if effect.waiting_rows:
        text = _("%(rows)s rows of deliveries that wait for a release become it too.")
        told.append(text % {"rows": formats.number(effect.waiting_rows)})
    others = effect.rows_with_text - effect.rows
    if others > 0:
        text = _(
            "%(rows)s other rows hold this text and have a code already, or do not "
            "count; a code changes only where your mapping is more specific or later."
        )
        told.append(text % {"rows": formats.number(others)})
    if effect.code_now:
        labels = code_labels(effect.request.code_list, language())
        text = _("Everywhere else the text means “%(code)s” already.")
        told.append(text % {"code": labels.get(effect.code_now, effect.code_now)})
    return [html.P(text) for text in told]


def _heads() -> list[str]:
    return [_("Delivery"), _("Format"), _("District"), _("Rows"), _("In a release")]


def _places(effect: Effect) -> list[list[Cell]]:
    texts, names = format_labels(), district_labels()
    released: list[list[Cell]] = [
        [
            _delivery(one.delivery_id),
            texts.get(one.format, one.format),
            names.get(one.district or "", one.district),
            one.rows,
            _("yes"),
        ]
        for one in effect.touched
    ]
    waiting: list[list[Cell]] = [
        [
            _delivery(one.delivery_id),
            texts.get(one.format, one.format),
            names.get(one.district or "", one.district),
            one.occurrences,
            _("not yet"),
        ]
        for one in effect.waiting
    ]
    return released + waiting


def _indicators(effect: Effect) -> str:
    """Name the indicators that count with the columns in which something changes."""
    column = "label_en" if language() == "en" else "label_nl"
    names = {row["indicator_id"]: row[column] for row in read_seed("indicators.csv")}
    if not effect.indicators:
        return _("No indicator counts with this field.")
    listed = ", ".join(names.get(one, one) for one in effect.indicators)
    return _("Indicators that may change: %(names)s.") % {"names": listed}
