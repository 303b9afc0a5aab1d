"""The uploader's own key file: it gives signals their person back, in memory only."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from seeds.formats import Column, Format
from warehouse.exports.ddas.released_signals import Row
from warehouse.intake.columns import Records, read_records
from warehouse.intake.content import recognise_content
from warehouse.intake.conversions import Conversions
from warehouse.intake.recognition import recognise
from warehouse.intake.text_files import text_sheets
from warehouse.intake.workbooks import workbook_sheets
from warehouse.messages import user_error
from warehouse.privacy.pseudonyms import Pseudonyms, normalise
from warehouse.settings import Settings

CITIZEN_NUMBER_DIGITS = 9

Line = Mapping[str, str]

KEY_FORMAT = Format(
    name="sleutelbestand",
    number=0,
    label_nl="Sleutelbestand",
    label_en="Key file",
    shape="table",
    needs_pilot=False,
    entity="signals",
    columns=(
        Column(
            "contractnummer",
            "Contractnummer",
            ("contractnr", "contract", "huurdernummer"),
        ),
        Column("burgerservicenummer", "Burgerservicenummer", ("bsn",)),
        Column("postcode", "Postcode", ("pc",)),
        Column("huisnummer", "Huisnummer", ("huisnr", "nr")),
        Column("toevoeging", "Huisnummertoevoeging", ("toevoeging",)),
        Column("geboortedatum", "Geboortedatum", ("geb_datum",)),
    ),
)


@dataclass(frozen=True, repr=False)
class Person:
    """Who a signal is about, as a delivery names them; None where the file is silent.

    Not shown anywhere: it exists between reading the key file and writing the export.
    """

    citizen_number: str | None = None
    postcode: str | None = None
    house_number: str | None = None
    addition: str | None = None
    birth_date: str | None = None

    @property
    def has_address(self) -> bool:
        """Whether postcode and house number are both known."""
        return bool(self.postcode and self.house_number)

    def as_neighbour(self) -> "Person":
        """The person as an address without anything else."""
        return replace(self, citizen_number=None, birth_date=None)

    @property
    def can_be_delivered(self) -> bool:
        """Whether DDAS can name the person: by number or by address."""
        return bool(self.citizen_number) or self.has_address


@dataclass(frozen=True, repr=False)
class KeyFile:
    """The persons behind pseudonyms.

    A contract may have several. Who is known by number only, or by address only, is
    delivered so.
    """

    by_contract: Mapping[str, frozenset[Person]]
    by_number: Mapping[str, Person]
    by_address: Mapping[tuple[str, str], Person]

    def persons(self, signal: Row) -> frozenset[Person]:
        """Everybody that a signal may be about: nobody, one person, or more."""
        if found := self.by_contract.get(signal["contract_key"] or ""):
            return found
        address = (signal["postcode_key"] or "", signal["house_number_key"] or "")
        person = self.by_number.get(signal["client_key"] or "")
        person = person or self.by_address.get(address)
        return frozenset({person} if person else ())


def read_key_file(path: Path, settings: Settings, pseudonyms: Pseudonyms) -> KeyFile:
    """Read a CSV file or workbook of keys; RefusedError when it is neither."""
    if not path.is_file():
        raise user_error("file.not_found")
    content = path.read_bytes()
    is_workbook = recognise_content(content, settings) == "workbook"
    sheets = workbook_sheets(content) if is_workbook else text_sheets(content)
    with Conversions() as conversions:
        lines = [
            line
            for sheet, header in recognise(sheets, [KEY_FORMAT]).sheets
            for line in _lines(read_records(sheet, header, settings.max_rows))
        ]
        return _indexed(lines, pseudonyms, conversions)


def _lines(records: Records) -> list[Line]:
    columns = {
        column.name: texts.to_pylist()
        for column in KEY_FORMAT.columns
        if (texts := records.column(column.name)) is not None
    }
    return [
        {name: text for name, text in zip(columns, row, strict=True) if text}
        for row in zip(*columns.values(), strict=True)
    ]


def _indexed(
    lines: Sequence[Line], pseudonyms: Pseudonyms, conversions: Conversions
) -> KeyFile:
    """The persons by the pseudonyms under which the warehouse may know them."""
    births = {text for line in lines if (text := line.get("geboortedatum"))}
    days = conversions.read_dates(births)
    by_contract: dict[str, set[Person]] = {}
    by_number: dict[str, Person] = {}
    by_address: dict[tuple[str, str], Person] = {}
    for line in lines:
        person = _person(line, days)
        contract = normalise("contract", line.get("contractnummer", ""))
        if contract and person.can_be_delivered:
            key = pseudonyms.pseudonym("contract", contract)
            by_contract.setdefault(key, set()).add(person)
        if number := normalise("bsn", person.citizen_number or ""):
            key = pseudonyms.pseudonym("bsn", number)
            by_number[key] = Person(citizen_number=person.citizen_number)
        if person.has_address:
            address = _address(person, pseudonyms)
            by_address.setdefault(address, person.as_neighbour())
    return KeyFile(
        {key: frozenset(persons) for key, persons in by_contract.items()},
        by_number,
        by_address,
    )


def _person(line: Line, days: Mapping[str, date]) -> Person:
    number = normalise("bsn", line.get("burgerservicenummer", ""))
    born = days.get(line.get("geboortedatum", ""))
    return Person(
        citizen_number=number.zfill(CITIZEN_NUMBER_DIGITS) if number else None,
        postcode=normalise("postcode", line.get("postcode", "")),
        house_number=line.get("huisnummer"),
        addition=line.get("toevoeging"),
        birth_date=born.isoformat() if born else None,
    )


def _address(person: Person, pseudonyms: Pseudonyms) -> tuple[str, str]:
    house = f"{person.house_number} {person.addition or ''}"
    return (
        pseudonyms.pseudonym("postcode", person.postcode or ""),
        pseudonyms.pseudonym("house_number", normalise("house_number", house) or ""),
    )
