"""Telling from the headers which format a delivery has, never from its name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from seeds.formats import Format
from warehouse.errors import RefusedError
from warehouse.intake.headers import Header, find_header, fit
from warehouse.intake.sheets import Sheet, places
from warehouse.messages import Message, message, refused, user_error
from warehouse.privacy.personal_data import safe_label

# An incomplete header with this many more known headings than a complete one of
# another format shows a file of the incomplete one.
CLEAR_LEAD = 3
HALF = 0.5


@dataclass(frozen=True)
class Recognised:
    """A format with the sheets that hold its records, and what was left aside."""

    format: Format
    sheets: tuple[tuple[Sheet, Header], ...]
    notes: tuple[Message, ...]


def known_formats(formats: Iterable[Format], forced: str | None) -> tuple[Format, ...]:
    """The formats that come into question; UserError for an unknown name."""
    every = tuple(formats)
    if forced is None:
        return every
    chosen = tuple(each for each in every if each.name == forced)
    if not chosen:
        names = ", ".join(each.name for each in every)
        raise user_error("format.unknown", names=names)
    return chosen


def recognise(sheets: Sequence[Sheet], known: Sequence[Format]) -> Recognised:
    """The format of the sheets; RefusedError names what is missing or double."""
    parts = [part for each in known for part in each.parts]
    found = [(sheet, find_header(sheet, parts)) for sheet in sheets]
    best = _best_header([header for _, headers in found for header in headers])
    if best is None:
        if len(known) == 1:
            raise refused("format.not_the_chosen", name=known[0].name)
        raise refused("format.not_recognised_at_all")
    with_header, notes = [], []
    for sheet, header in _headers_of(best.format, found):
        if header is None or not _belongs(header, best):
            notes.append(_ignored(sheet, "note.sheet_without_header"))
        else:
            _check_header(sheet, header)
            with_header.append((sheet, header))
    chosen, hidden = _leave_out_hidden(with_header)
    notes.extend(_ignored(sheet, "note.sheet_hidden") for sheet in hidden)
    whole = next(each for each in known if each.name == best.format.name)
    return Recognised(whole, tuple(chosen), tuple(notes))


def _best_header(headers: Sequence[Header]) -> Header | None:
    complete = [header for header in headers if header.is_complete]
    partial = [header for header in headers if not header.is_complete]
    best = max(complete, key=fit, default=None)
    nearest = max(partial, key=_share_of_required, default=None)
    if best is None:
        return nearest
    _check_unambiguous(best, complete)
    if nearest and _size(nearest) >= _size(best) + CLEAR_LEAD:
        return nearest
    return best


def _size(header: Header) -> int:
    return len(header.positions)


def _share_of_required(header: Header) -> tuple[float, int]:
    required = len(header.format.required)
    return (required - len(header.missing)) / required, _size(header)


def _check_unambiguous(best: Header, complete: Sequence[Header]) -> None:
    rivals = {header.format.name for header in complete if fit(header) == fit(best)}
    if len(rivals) > 1:
        raise refused("format.ambiguous", names=", ".join(sorted(rivals)))


def _headers_of(
    chosen: Format, found: Sequence[tuple[Sheet, Sequence[Header]]]
) -> list[tuple[Sheet, Header | None]]:
    """Each sheet with its header for the chosen format, whatever its entity.

    A text file was read with every separator; only the best reading is one.
    """
    pairs = [
        (
            sheet,
            next((each for each in headers if each.format.name == chosen.name), None),
        )
        for sheet, headers in found
    ]
    if pairs[0][0].name is not None:
        return pairs
    return [max(pairs, key=lambda pair: _size(pair[1]) if pair[1] else 0)]


def _belongs(header: Header, best: Header) -> bool:
    """Whether a sheet holds records: a summary shares but a few headings."""
    if header.is_complete:
        return True
    if header.format.entity != best.format.entity:
        return _share_of_required(header)[0] >= HALF
    return 2 * _size(header) > _size(best)


def _check_header(sheet: Sheet, header: Header) -> None:
    if header.missing:
        raise _missing_columns(sheet, header)
    if header.doubles:
        name, headings = next(iter(header.doubles.items()))
        column = header.format.column(name)
        raise refused(
            "header.double",
            column=column.header if column else name,
            headings=", ".join(f"'{safe_label(heading)}'" for heading in headings),
            row=header.row_number,
            **places(sheet.name),
        )


def _leave_out_hidden(
    pairs: Sequence[tuple[Sheet, Header]],
) -> tuple[list[tuple[Sheet, Header]], list[Sheet]]:
    """Hidden sheets are copies or leftovers, unless nothing else holds records."""
    visible = [pair for pair in pairs if not pair[0].is_hidden]
    if not visible:
        return list(pairs), []
    return visible, [sheet for sheet, _ in pairs if sheet.is_hidden]


def _ignored(sheet: Sheet, key: str) -> Message:
    return message(key, sheet=safe_label(sheet.name or ""))


def _missing_columns(sheet: Sheet, header: Header) -> RefusedError:
    missing = header.missing
    found_share, _ = _share_of_required(header)
    key = "header.missing_one" if len(missing) == 1 else "header.missing_more"
    return refused(
        key if found_share >= HALF else "format.nearest",
        format_nl=header.format.label_nl,
        format_en=header.format.label_en,
        columns=", ".join(f"'{column.header}'" for column in missing),
        spellings="; ".join(
            " / ".join((column.header, *column.aliases)) for column in missing
        ),
        row=header.row_number,
        **places(sheet.name),
    )
