"""The mapping page's services: what a steward sees, saves and undoes."""

from collections import defaultdict
from datetime import datetime
from typing import Any

from warehouse.accounts.access import require, require_place
from warehouse.accounts.audit import record
from warehouse.identity import Identity, Right
from warehouse.jobs.build_requests import ask_for_release
from warehouse.ledger.connection import open_ledger
from warehouse.ledger.tables import CodeMapping
from warehouse.messages import user_error
from warehouse.settings import Settings
from warehouse.stewardship.mappings.effect import Effect, effect_of
from warehouse.stewardship.mappings.record import (
    MappingRequest,
    check_request,
    list_mappings,
    live_mappings,
    record_mappings,
    undo_mapping,
)
from warehouse.stewardship.mappings.waiting import WaitingText, waiting_texts
from warehouse.stewardship.mappings.work_list import may_hold, work_list

_KEY = ("code_list", "format", "district", "source_code")


def read_work_list(settings: Settings, who: Identity) -> list[dict[str, Any]]:
    """What nobody mapped, in the release (`occurrences`) or waiting (`waiting`).

    Keys as those of `work_list`; a text that is only in waiting deliveries has no
    suggestion yet. Only the places of `who`. Raises UserError without the right.
    """
    require(who, Right.MAP_CODES)
    is_released = settings.warehouse_file.exists()
    rows = work_list(settings) if is_released else []
    found = {_key(row): row | {"waiting": 0} for row in rows}
    for key, texts in _waiting(settings).items():
        entry = found.setdefault(key, _unreleased(texts))
        entry["waiting"] = sum(one.occurrences for one in texts)
    mappings = live_mappings(settings)
    for row in found.values():
        if any(may_hold(mapping, row) for mapping in mappings):
            row["status"] = "mapped"
    return [row for row in found.values() if who.sees(row["district"])]


def preview_effect(
    settings: Settings, who: Identity, request: MappingRequest
) -> Effect:
    """What a mapping would change; UserError when it could not be saved."""
    return effect_of(settings, _allowed(who, request))


def save_mapping(
    settings: Settings, who: Identity, request: MappingRequest
) -> tuple[CodeMapping, datetime]:
    """Record a mapping and ask for a release; also, when its figures are expected.

    Raises UserError without the right, for a place of somebody else, and for what
    `warehouse.stewardship.mappings.record.record_mappings` refuses.
    """
    (mapping,) = record_mappings(settings, [_allowed(who, request)], who.name)
    _note(settings, who, "mapping.record", mapping)
    return mapping, ask_for_release(settings, who)


def undo(
    settings: Settings, who: Identity, mapping_id: int
) -> tuple[CodeMapping, datetime]:
    """Let a mapping no longer hold, and ask for a release as `save_mapping` does.

    Raises UserError without the right, and when no such mapping holds or it goes for
    a place of somebody else.
    """
    require(who, Right.MAP_CODES)
    if mapping_id not in {one.mapping_id for one in read_mappings(settings, who)}:
        raise user_error("mapping.unknown", mapping_id=mapping_id)
    mapping = undo_mapping(settings, mapping_id, who.name)
    _note(settings, who, "mapping.undo", mapping)
    return mapping, ask_for_release(settings, who)


def read_mappings(settings: Settings, who: Identity) -> list[CodeMapping]:
    """Every mapping that goes for a place of `who`, the latest first."""
    require(who, Right.MAP_CODES)
    return [one for one in reversed(list_mappings(settings)) if who.sees(one.district)]


def _allowed(who: Identity, request: MappingRequest) -> MappingRequest:
    require(who, Right.MAP_CODES)
    require_place(who, request.district)
    return check_request(request)


def _key(row: dict[str, Any]) -> tuple[str | None, ...]:
    return tuple(row[name] for name in _KEY)


def _waiting(settings: Settings) -> dict[tuple[str | None, ...], list[WaitingText]]:
    found: dict[tuple[str | None, ...], list[WaitingText]] = defaultdict(list)
    for text in waiting_texts(settings):
        found[_key(vars(text))].append(text)
    return found


def _unreleased(texts: list[WaitingText]) -> dict[str, Any]:
    """A row of the work list for a text that no release holds."""
    first = texts[0]
    return {
        **{name: getattr(first, name) for name in (*_KEY, "source_text")},
        "occurrences": 0,
        "deliveries": len({one.delivery_id for one in texts}),
        "examples": [
            {
                "delivery_id": one.delivery_id,
                "sheet": None,
                "row_number": None,
                "column_name": one.column_name,
            }
            for one in texts
        ],
        "status": "open",
        "suggested_code": None,
        "similar_spelling": None,
        "suggestion_score": None,
    }


def _note(settings: Settings, who: Identity, action: str, mapping: CodeMapping) -> None:
    detail = {
        "code_list": mapping.code_list,
        "source_code": mapping.source_code,
        "code": mapping.code,
        "format": mapping.format,
        "district": mapping.district,
    }
    with open_ledger(settings.database_url) as ledger, ledger.writing() as session:
        record(session, who, action, "mapping", str(mapping.mapping_id), **detail)
