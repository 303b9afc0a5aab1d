"""An uploaded file beside the delivery before it."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.tables import Cell, plain_table
from dashboard.words import formats
from dashboard.words.i18n import gettext as _
from dashboard.words.states import severity_labels
from warehouse.deliveries.uploads.comparison import Compared, Comparison


def comparison(found: Comparison | None) -> Component:
    """Return the table of counts, or a line when nothing came before."""
    return html.Div(
        [html.H3(_("Beside the delivery before")), *_content(found)],
        className="upload-part",
    )


def _content(found: Comparison | None) -> list[Component]:
    if found is None:
        text = _("There is no earlier accepted delivery of this kind and place.")
        return [html.P(text, className="shown")]
    earlier = found.earlier
    about = earlier.period or earlier.received_at.date()
    caption = _("Beside %(file)s (%(about)s)") % {
        "file": earlier.file_name,
        "about": formats.month(about) if earlier.period else formats.day(about),
    }
    heads = [
        _("What is counted"),
        _("This delivery"),
        _("The one before"),
        _("Difference"),
    ]
    rows: list[list[Cell]] = [
        [_word(one), one.now, one.before, _signed(one.difference)]
        for one in found.counts
    ]
    return [
        plain_table(caption, heads, rows),
        *_columns(_("No longer delivered: %(names)s."), found.missing_columns),
        *_columns(_("Not delivered before: %(names)s."), found.new_columns),
    ]


def _columns(text: str, names: tuple[str, ...]) -> list[Component]:
    if not names:
        return []
    return [html.P(text % {"names": ", ".join(names)}, className="shown")]


def _word(one: Compared) -> str:
    words = {
        "rows_read": _("Rows read"),
        "rows_accepted": _("Rows that count"),
        "rows_rejected": _("Rows not counted"),
        "unmapped": _("Codes that nobody knows"),
    }
    return words.get(one.name) or severity_labels()[one.name]


def _signed(difference: int) -> str:
    sign = "+" if difference > 0 else ""
    return f"{sign}{formats.number(difference)}"
