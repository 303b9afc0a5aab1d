"""What a DDAS delivery is made of, in words that hold for every version.

Keys are named as version 1.2 spells them; a version says how it spells them itself,
which of them it lacks, and which codes it knows.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from seeds.formats import fold_letters


@dataclass(frozen=True)
class Key:
    """One key of an object.

    `kind` is `text`, `date`, `moment`, `whole`, `yes_no`, `municipality`, `bsn`,
    `code`, `object` or `list`; `of` names the code list, or the shape of the object
    or of the list's members.
    """

    name: str
    kind: str = "text"
    of: str = ""
    required: bool = False


ROOT = "uitwisseling"

SHAPES: Mapping[str, tuple[Key, ...]] = MappingProxyType(
    {
        ROOT: (
            Key("startdatumLevering", "date", required=True),
            Key("einddatumLevering", "date", required=True),
            Key("aanleverdatumEnTijd", "moment", required=True),
            Key("codeGegevensleverancier", required=True),
            Key("leveringen", "list", "levering"),
        ),
        "levering": (
            Key("teller", "whole", required=True),
            Key("gemeentecode", "municipality", required=True),
            Key("aanleverendeOrganisatie", "object", "organisatie", required=True),
            Key("vroegsignalen", "list", "vroegsignaal"),
            Key("vroegsignaalzaken", "list", "zaak"),
        ),
        "organisatie": (
            Key("naam"),
            Key("kvk-nummer"),
            Key("contactpersonen", "list", "contactpersoon"),
        ),
        "contactpersoon": (
            Key("naam"),
            Key("telefoonnummer"),
            Key("email"),
            Key("functietitel"),
        ),
        "vroegsignaal": (
            Key("ID", required=True),
            Key("signaalpartner", "object", "signaalpartner", required=True),
            Key("client", "object", "client", required=True),
            Key("crisissignaal", "yes_no"),
            Key("warmeOverdracht", "yes_no"),
            Key("bedrag", "whole"),
            Key("ontstaansdatum", "date"),
            Key("signaaldatum", "date"),
            Key("status", "code", "status"),
        ),
        "signaalpartner": (Key("type", "code", "partner"),),
        "client": (
            Key("burgerservicenummer", "bsn"),
            Key("voorletters"),
            Key("voorvoegsel"),
            Key("achternaam"),
            Key("geboortedatum", "date"),
            Key("straatnaam"),
            Key("postcode"),
            Key("huisnummer"),
            Key("huisnummertoevoeging"),
            Key("plaatsnaam"),
            Key("geslachtsaanduiding", "code", "geslacht"),
        ),
        "zaak": (
            Key("resultaat", "code", "resultaat"),
            Key("matchingsdatum", "date"),
            Key("startdatumMatchingperiode", "date"),
            Key("einddatumMatchingperiode", "date"),
            Key("datumOpgepakt", "date"),
            Key("vroegsignalen", "list", "verwijzing", required=True),
            Key("contactpogingen", "list", "contactpoging"),
        ),
        "verwijzing": (Key("ID", required=True),),
        "contactpoging": (
            Key("soort", "code", "contactsoort"),
            Key("bereikt", "yes_no"),
            Key("datum", "date"),
            Key("dagdeel", "code", "dagdeel"),
        ),
    }
)

# Spellings beyond case and underscores: the misprints of the older versions.
ALIASES: Mapping[str, str] = MappingProxyType(
    {
        "contactpersoonen": "contactpersonen",
        "startdatummatchtingperiode": "startdatumMatchingperiode",
        "einddatummatchtingperiode": "einddatumMatchingperiode",
        "kvknr": "kvk-nummer",
    }
)


@dataclass(frozen=True)
class Version:
    """The adapter of one published version.

    `spellings` and `absent` name a key as `shape.key`; `codes` holds the code lists.
    With `either_number_or_address` a client has a citizen number and nothing else, or
    at least a postcode and a house number.
    """

    name: str
    codes: Mapping[str, tuple[str, ...]]
    spellings: Mapping[str, str] = field(default_factory=dict)
    absent: frozenset[str] = frozenset()
    either_number_or_address: bool = False

    def spelling(self, shape: str, key: str) -> str | None:
        """How this version writes a key; None when it has no such key."""
        name = f"{shape}.{key}"
        return None if name in self.absent else self.spellings.get(name, key)

    def keys(self, shape: str) -> tuple[str, ...]:
        """The keys of a shape as this version writes them."""
        written = (self.spelling(shape, key.name) for key in SHAPES[shape])
        return tuple(name for name in written if name)


def find_key(shape: str, written: str) -> Key | None:
    """The key that is meant, in the spelling of whichever version; None if none."""
    folded = fold_letters(written)
    name = fold_letters(ALIASES.get(folded, folded))
    return next((key for key in SHAPES[shape] if fold_letters(key.name) == name), None)
