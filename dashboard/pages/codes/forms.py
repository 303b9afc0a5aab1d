"""The forms of the mapping page: a code for a text, its effect, undoing."""

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.components.forms import (
    Options,
    button,
    choice_part,
    day_field,
    form,
    select,
    standing_choice,
    text_area,
)
from dashboard.components.grid import Column, grid
from dashboard.components.section import section
from dashboard.pages.codes.examples import examples
from dashboard.server.context import settings
from dashboard.server.release_store import Row
from dashboard.words import formats
from dashboard.words.i18n import gettext as _
from dashboard.words.i18n import language
from dashboard.words.states import district_labels, format_labels, list_labels
from warehouse.identity import Identity
from warehouse.ledger.tables import CodeMapping
from warehouse.standard.codes import code_labels
from warehouse.stewardship.mappings.stewardship import read_mappings

TEXT = "map-text"
EVERYWHERE = "everywhere"
CHOICE = "undo-choice"


def mapping_form(row: Row, who: Identity) -> Component:
    """Return the form that gives the text of `row` a code."""
    title = _("A code for “%(text)s”") % {"text": row["source_text"]}
    intro = _("Code list %(list)s.") % {
        "list": list_labels().get(row["code_list"], row["code_list"])
    }
    chosen = {name: row[name] for name in ("code_list", "source_text")}
    return section(
        "map",
        title,
        intro,
        [
            dcc.Store(id=TEXT, data=chosen),
            examples(row),
            form(_("Code and where it holds"), _fields(row, who), "map-answer"),
        ],
    )


def _fields(row: Row, who: Identity) -> list[Component]:
    codes = list(code_labels(row["code_list"], language()).items())
    return [
        select("map-code", _("Code"), codes, row["suggested_code"]),
        select("map-format", _("Holds in"), _formats(row), row["format"]),
        select("map-district", _("Holds for"), _districts(row, who), _own(row, who)),
        day_field("map-from", _("From (may stay empty)")),
        day_field("map-to", _("Up to (may stay empty)")),
        text_area("map-note", _("Note"), _("Where you know it from. Write no names.")),
        button("map-effect", _("Show the effect"), "plain"),
        html.Div(id="map-shown", role="status", className="form-wide"),
        button("map", _("Save the code")),
    ]


def _formats(row: Row) -> Options:
    own: str = row["format"]
    return [(own, format_labels().get(own, own)), (EVERYWHERE, _("Every format"))]


def _districts(row: Row, who: Identity) -> Options:
    own: str = row["district"] or ""
    found = [(own, district_labels().get(own, own))] if own else []
    return [*found, (EVERYWHERE, _("All districts"))] if who.sees(None) else found


def _own(row: Row, who: Identity) -> str | None:
    return EVERYWHERE if who.sees(None) else row["district"]


def history(who: Identity) -> list[Component]:
    """Return the list of mappings, which an action draws anew."""
    columns = [
        Column("status", _("State"), 120),
        Column("source_text", _("Text"), 200, grows=True),
        Column("code", _("Code"), 180),
        Column("code_list", _("Code list"), 180),
        Column("scope", _("Holds for"), 240),
        Column("mapped", _("Mapped"), 220),
        Column("undone", _("Undone"), 220),
        Column("note", _("Note"), 200),
    ]
    rows = [_history_row(one) for one in read_mappings(settings(), who)]
    return [grid("mappings", _("What stewards mapped"), columns, rows)]


def _history_row(one: CodeMapping) -> Row:
    return {
        "status": _("Holds") if one.undone_at is None else _("Undone"),
        "source_text": one.source_text,
        "code": code_labels(one.code_list, language()).get(one.code, one.code),
        "code_list": list_labels().get(one.code_list, one.code_list),
        "scope": _scope(one),
        "mapped": f"{one.mapped_by}, {formats.moment(one.mapped_at)}",
        "undone": f"{one.undone_by}, {formats.moment(one.undone_at)}"
        if one.undone_at
        else None,
        "note": one.note,
    }


def _scope(one: CodeMapping) -> str:
    parts = [
        format_labels().get(one.format, one.format) if one.format else None,
        district_labels().get(one.district, one.district) if one.district else None,
        f"≥ {formats.day(one.valid_from)}" if one.valid_from else None,
        f"≤ {formats.day(one.valid_to)}" if one.valid_to else None,
    ]
    return ", ".join(filter(None, parts)) or _("everywhere")


def undo_form(who: Identity) -> Component:
    """Return the form that undoes a mapping."""
    return form(
        _("Undo a mapping"),
        [
            choice_part(CHOICE, standing_mappings(who)),
            button("undo", _("Undo"), "plain"),
        ],
        "undo-answer",
    )


def standing_mappings(who: Identity) -> list[Component]:
    """Return the choice of a mapping that holds, which `who` may undo."""
    options = [
        (str(one.mapping_id), f"{one.source_text} → {one.code} ({_scope(one)})")
        for one in read_mappings(settings(), who)
        if one.undone_at is None
    ]
    return standing_choice("undo-which", _("Mapping"), options)
