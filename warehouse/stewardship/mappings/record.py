"""Recording, undoing and listing the mappings of stewards."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from seeds.formats import formats
from warehouse.ledger.connection import open_ledger
from warehouse.ledger.tables import CodeMapping
from warehouse.messages import user_error
from warehouse.privacy.free_text import check_free_text, check_name
from warehouse.privacy.personal_data import MASK, can_identify
from warehouse.releases.landing import LandedMapping
from warehouse.settings import Settings
from warehouse.standard.codes import codes_by_list
from warehouse.standard.places import districts
from warehouse.stewardship.mappings.spelling import parts_of, says_nothing


@dataclass(frozen=True)
class MappingRequest:
    """What a steward wants: a spelling of a list, its code, and where that holds.

    Without a format, a district or a day it holds everywhere, for each of these.
    """

    code_list: str
    source_text: str
    code: str
    format: str | None = None
    district: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    note: str | None = None


def check_request(request: MappingRequest) -> MappingRequest:
    """The request with its note trimmed; UserError when it cannot be recorded."""
    codes = codes_by_list().get(request.code_list)
    if codes is None:
        known = ", ".join(sorted(codes_by_list()))
        raise user_error("mapping.unknown_list", given=request.code_list, known=known)
    if request.code not in codes:
        known = ", ".join(sorted(codes))
        raise user_error(
            "mapping.unknown_code",
            code=request.code,
            code_list=request.code_list,
            known=known,
        )
    _check_text(request)
    _check_scope(request)
    return MappingRequest(**{**asdict(request), "note": check_free_text(request.note)})


def record_mappings(
    settings: Settings, requests: Iterable[MappingRequest], by: str
) -> list[CodeMapping]:
    """Write mappings down, all or none; what holds already is not written twice.

    Raises UserError for a request that cannot be recorded.
    """
    steward = check_name(by)
    checked = [check_request(request) for request in requests]
    with open_ledger(settings.database_url) as ledger, ledger.writing() as session:
        return [_recorded(session, request, steward) for request in checked]


def undo_mapping(settings: Settings, mapping_id: int, by: str) -> CodeMapping:
    """Let a mapping no longer hold; it stays in the history.

    Raises UserError when there is none of that number or it was undone before.
    """
    steward = check_name(by)
    with open_ledger(settings.database_url) as ledger, ledger.writing() as session:
        mapping = session.get(CodeMapping, mapping_id)
        if mapping is None:
            raise user_error("mapping.unknown", mapping_id=mapping_id)
        if mapping.undone_at is not None:
            raise user_error("mapping.undone_already", mapping_id=mapping_id)
        mapping.undone_by = steward
        mapping.undone_at = datetime.now(UTC)
        return mapping


def list_mappings(settings: Settings) -> list[CodeMapping]:
    """Every mapping there ever was, in the order in which they were recorded."""
    with open_ledger(settings.database_url) as ledger, ledger.reading() as session:
        return list(
            session.scalars(select(CodeMapping).order_by(CodeMapping.mapping_id))
        )


def live_mappings(settings: Settings) -> list[CodeMapping]:
    """The mappings that hold now."""
    return [one for one in list_mappings(settings) if one.undone_at is None]


def landed_mappings(settings: Settings) -> list[LandedMapping]:
    """The mappings that hold now, as a database under construction takes them."""
    return [
        LandedMapping(
            mapping_id=mapping.mapping_id,
            code_list=mapping.code_list,
            source_code=mapping.source_code,
            code=mapping.code,
            format=mapping.format,
            district=mapping.district,
            valid_from=mapping.valid_from,
            valid_to=mapping.valid_to,
        )
        for mapping in live_mappings(settings)
    ]


def as_json(mapping: CodeMapping) -> dict[str, Any]:
    """The mapping as the command line prints it."""
    names = [column.name for column in CodeMapping.__table__.columns]
    status = "holds" if mapping.undone_at is None else "undone"
    return {name: getattr(mapping, name) for name in names} | {"status": status}


def key_of(request: MappingRequest) -> str:
    """The spelling by which the request will be found."""
    return parts_of(request.code_list, request.source_text)[0]


def _check_text(request: MappingRequest) -> None:
    text = request.source_text
    if says_nothing(text):
        raise user_error("mapping.says_nothing")
    if MASK in text or can_identify(text):
        raise user_error("mapping.personal_data")
    parts: Sequence[str] = parts_of(request.code_list, text)
    if len(parts) != 1:
        raise user_error("mapping.several_parts", code_list=request.code_list)


def _check_scope(request: MappingRequest) -> None:
    if request.format and request.format not in formats():
        raise user_error(
            "mapping.unknown_format", given=request.format, known=", ".join(formats())
        )
    if request.district and request.district not in districts():
        known = ", ".join(sorted(districts()))
        raise user_error("place.unknown_district", code=request.district, known=known)
    first, last = request.valid_from or date.min, request.valid_to or date.max
    if first > last:
        raise user_error("mapping.ends_before_it_begins")


def _recorded(session: Session, request: MappingRequest, by: str) -> CodeMapping:
    """The mapping of the ledger that says what the request asks, old or new."""
    last = session.scalars(
        select(CodeMapping)
        .where(
            CodeMapping.undone_at.is_(None),
            CodeMapping.code_list == request.code_list,
            CodeMapping.source_code == key_of(request),
            CodeMapping.format.is_not_distinct_from(request.format),
            CodeMapping.district.is_not_distinct_from(request.district),
            CodeMapping.valid_from.is_not_distinct_from(request.valid_from),
            CodeMapping.valid_to.is_not_distinct_from(request.valid_to),
        )
        .order_by(CodeMapping.mapping_id.desc())
    ).first()
    if last is not None and last.code == request.code:
        return last
    mapping = CodeMapping(
        **{**asdict(request), "source_text": request.source_text.strip()},
        source_code=key_of(request),
        mapped_by=by,
        mapped_at=datetime.now(UTC),
    )
    session.add(mapping)
    session.flush()
    return mapping
