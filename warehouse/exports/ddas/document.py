"""Signals and their handling in the internal shape of DDAS, ready for any version."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from warehouse.exports.ddas import codes
from warehouse.exports.ddas.codes import worded
from warehouse.exports.ddas.key_file import Person
from warehouse.exports.ddas.losses import Losses
from warehouse.exports.ddas.released_signals import ATTEMPT_FIELDS, SIGNAL_FIELDS, Row
from warehouse.intake.ddas.model import SHAPES, Version
from warehouse.intake.ddas.reading import Node

SILENT: tuple[object, ...] = (None, "unknown", [], "")


@dataclass(frozen=True, repr=False)
class Composer:
    """Says signals in DDAS; `source_id` gives a signal an ID that betrays nothing."""

    version: Version
    losses: Losses
    source_id: Callable[[str], str]

    def signal(self, row: Row, person: Person, has_attempts: bool) -> Node:
        """One vroegsignaal."""
        for name in SIGNAL_FIELDS:
            self._count_field(f"signals.{name}", row[name])
        reason = row["not_taken_up_reason"]
        is_known = row["result"] == "known_to_debt_help"
        has_begun = bool(has_attempts or row["result"] or row["taken_up_date"])
        partner = self._code("signals.partner_type", codes.PARTNERS, "partner", row)
        return _filled(
            {
                "ID": self.source_id(row["signal_id"]),
                "signaalpartner": _filled({"type": partner}),
                "client": self._client(row, person),
                "crisissignaal": row["is_crisis"],
                "warmeOverdracht": row["is_warm_handover"],
                "bedrag": self._whole(row["arrears_amount"]),
                "ontstaansdatum": _text(_arrears_since(row)),
                "signaaldatum": _text(row["signal_date"]),
                "status": self._status(reason, is_known, has_begun),
            }
        )

    def case(self, row: Row, attempts: Sequence[Row]) -> Node | None:
        """The case of one signal; None when nothing was done or decided."""
        result = self._code("signals.result", codes.RESULTS, "resultaat", row)
        if result is None and row["not_taken_up_reason"]:
            known = self.version.codes["resultaat"]
            reason = row["not_taken_up_reason"]
            result = worded(codes.NOT_TAKEN_UP, reason, known).value
        if result is None and not attempts and row["taken_up_date"] is None:
            return None
        return _filled(
            {
                "resultaat": result,
                "matchingsdatum": _text(row["matched_date"]),
                "startdatumMatchingperiode": _text(row["matching_started_date"]),
                "einddatumMatchingperiode": _text(row["matching_ended_date"]),
                "datumOpgepakt": _text(row["taken_up_date"]),
                "vroegsignalen": [{"ID": self.source_id(row["signal_id"])}],
                "contactpogingen": [self._attempt(one) for one in attempts] or None,
            }
        )

    def _attempt(self, row: Row) -> Node:
        for name in ATTEMPT_FIELDS:
            self._count_field(f"contact_attempts.{name}", row[name])
        kind = self._code(
            "contact_attempts.channel", codes.CHANNELS, "contactsoort", row
        )
        return _filled(
            {
                "soort": kind,
                "bereikt": row["is_contact"],
                "datum": _text(row["attempted_date"]),
                "dagdeel": self._code(
                    "contact_attempts.daypart", codes.DAYPARTS, "dagdeel", row
                ),
            }
        )

    def _client(self, row: Row, person: Person) -> Node:
        """The client as the version knows one: by number, by address, or by both."""
        number = {"burgerservicenummer": person.citizen_number}
        sex = self._code("signals.sex", codes.SEXES, "geslacht", row)
        address = {
            "postcode": person.postcode,
            "huisnummer": person.house_number,
            "huisnummertoevoeging": person.addition,
            "geboortedatum": person.birth_date,
            "geslachtsaanduiding": sex,
        }
        if not self.version.either_number_or_address:
            return _filled(number | address)
        if person.citizen_number:
            self._count_field("signals.sex", row["sex"])
            return _filled(number)
        return _filled(address)

    def _status(self, reason: str | None, is_known: bool, begun: bool) -> str | None:
        if not (reason or is_known or begun):
            return codes.STATUS_OPEN
        return codes.status_of(self.version, reason, is_known)

    def _code(
        self, name: str, wordings: Mapping[str, tuple[str, ...]], of: str, row: Row
    ) -> str | None:
        """What the version calls a code; what it cannot say is counted."""
        code = row[name.partition(".")[2]]
        if code is None or (code == "unknown" and "unknown" not in wordings):
            return None
        wording = worded(wordings, code, self.version.codes.get(of, ()))
        if not wording.is_exact:
            self.losses.reword(name, code, wording.value)
        return wording.value

    def _whole(self, amount: Decimal | None) -> int | None:
        """Whole euros, half a euro upwards."""
        if amount is None:
            return None
        whole = int(amount.quantize(Decimal(1), ROUND_HALF_UP))
        self.losses.rounded_amounts += whole != amount
        return whole

    def _count_field(self, name: str, value: object) -> None:
        if value not in SILENT:
            self.losses.fields[name] += 1


def spelled(version: Version, shape: str, node: Node) -> Node:
    """An object of the internal shape with the keys of a version."""
    found: Node = {}
    for key in SHAPES[shape]:
        written = version.spelling(shape, key.name)
        if written is None or key.name not in node:
            continue
        value = node[key.name]
        if key.kind == "object":
            value = spelled(version, key.of, value)
        elif key.kind == "list":
            value = [spelled(version, key.of, member) for member in value]
        found[written] = value
    return found


def _filled(node: Mapping[str, Any]) -> Node:
    return {key: value for key, value in node.items() if value is not None}


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _arrears_since(row: Row) -> date | None:
    if row["arrears_since_date"] or row["arrears_days"] is None:
        return row["arrears_since_date"]
    return row["signal_date"] - timedelta(days=row["arrears_days"])
