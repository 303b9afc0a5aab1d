"""What somebody is looked for by: typed once, turned into marks and forgotten."""

from collections.abc import Mapping
from dataclasses import dataclass

from warehouse.erasure.marks import Keys, asked
from warehouse.intake.conversions import Conversions
from warehouse.messages import user_error
from warehouse.privacy.pseudonyms import Pseudonyms, normalise
from warehouse.standard.places import check_district

WHOLE_POSTCODE = 6
_SPACES = {
    "contract_number": "contract",
    "client_number": "client",
    "citizen_number": "bsn",
    "name": "name",
    "birth_date": "birth_date",
    "postcode": "postcode",
    "house_number": "house_number",
}


@dataclass(frozen=True, repr=False)
class Identifiers:
    """A person as the coordinator types them in; what is unknown stays empty.

    An institution numbers its clients itself, so a client number needs the district.
    """

    contract_number: str = ""
    client_number: str = ""
    district: str = ""
    citizen_number: str = ""
    name: str = ""
    birth_date: str = ""
    postcode: str = ""
    house_number: str = ""

    def __repr__(self) -> str:
        return "Identifiers()"


def asked_marks(given: Identifiers, pseudonyms: Pseudonyms) -> frozenset[str]:
    """The marks of the person.

    Raises UserError when an identifier cannot be one, or they say too little to tell
    one person from another.
    """
    keys = _keys(_normalised(given), given.district, pseudonyms)
    is_person = keys.birth_date and (keys.name or (keys.postcode and keys.house_number))
    if not (keys.contract or keys.bsn or (keys.client and keys.district) or is_person):
        raise user_error("privacy.too_little")
    return asked(keys)


def _normalised(given: Identifiers) -> dict[str, str]:
    """Each filled field in its one spelling."""
    found: dict[str, str] = {}
    for field, space in _SPACES.items():
        text = str(getattr(given, field)).strip()
        if not text:
            continue
        normal = _birth_date(text) if field == "birth_date" else normalise(space, text)
        if normal is None or (field == "postcode" and len(normal) < WHOLE_POSTCODE):
            raise user_error(f"privacy.unreadable_{field}")
        found[field] = normal
    return found


def _birth_date(text: str) -> str | None:
    with Conversions() as conversions:
        day = conversions.read_dates([text]).get(text)
    return day.isoformat() if day else None


def _keys(normal: Mapping[str, str], district: str, pseudonyms: Pseudonyms) -> Keys:
    if "client_number" in normal and not district:
        raise user_error("privacy.no_district")
    if district:
        check_district(district)
    hashed = {
        space: pseudonyms.pseudonym(space, normal[field])
        for field, space in _SPACES.items()
        if field in normal
    }
    return Keys(district=district or None, **hashed)
