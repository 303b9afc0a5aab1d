"""What the uploader is told about rows and columns that were left aside."""

from collections.abc import Iterator

from warehouse.intake.columns import Records
from warehouse.intake.extras import Extras
from warehouse.intake.sheets import places
from warehouse.messages import Message, message


def note_leftovers(
    sheet: str | None, totals: int, notes: int, repeated_headers: int = 0
) -> Iterator[Message]:
    """How many rows below the header were no records."""
    counts = {
        "note.totals": totals,
        "note.notes": notes,
        "note.repeated_headers": repeated_headers,
    }
    for key, count in counts.items():
        if count:
            yield message(key, count=count, **places(sheet))


def note_columns(records: Records, extras: Extras) -> Iterator[Message]:
    """Which unknown columns were kept, and which may hold a person and were not."""
    where = places(records.sheet)
    for key, headings in (
        ("note.extra_kept", extras.kept),
        ("note.extra_dropped", extras.dropped),
    ):
        if headings:
            listed = ", ".join(f"'{heading}'" for heading in headings)
            yield message(key, columns=listed, **where)
    if records.overflowing_rows:
        yield message(
            "note.too_many_cells",
            count=len(records.overflowing_rows),
            row=records.overflowing_rows[0],
            **where,
        )
    elif records.has_untitled_cells:
        yield message("note.untitled", **where)
