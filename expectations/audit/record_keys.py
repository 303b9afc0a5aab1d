"""What makes a record the same record in another delivery or another release."""

from dataclasses import dataclass

from expectations.gate.relations import RECORD_ENTITIES


@dataclass(frozen=True)
class RecordKey:
    """The columns that identify a record of an entity, and the date it is about.

    Where the first of them is unknown, only the record's place in its file does.
    """

    columns: tuple[str, ...]
    day: str

    @property
    def expression(self) -> str:
        """SQL of the key, 32 hexadecimal digits."""
        parts = ", ".join(f"coalesce({name}::varchar, '')" for name in self.columns)
        return (
            f"md5(case when {self.columns[0]} is not null "
            f"then concat_ws('|', {parts}) else record_id end)"
        )


RECORD_KEYS = {
    "signals": RecordKey(("signal_key",), "signal_date"),
    "contact_attempts": RecordKey(
        ("signal_key", "channel", "attempt_number"), "attempted_date"
    ),
    "bailiff_steps": RecordKey(
        ("contract_key", "corporation", "dossier_number", "step", "step_date"),
        "step_date",
    ),
    "services": RecordKey(
        ("dossier_number", "district", "service", "started_date"), "started_date"
    ),
    "follow_ups": RecordKey(("contract_key", "reference_date"), "reference_date"),
    "evictions": RecordKey(("district", "month"), "month"),
    "conferences": RecordKey(("conference_number", "institution"), "registered_date"),
    "claims": RecordKey(("claim_number", "institution"), "month"),
}
"""The key of every entity that deliveries bring records of."""


def key_expression(entity: str) -> str:
    """SQL of the key of a row of an entity's batch."""
    if entity in RECORD_ENTITIES:
        return RECORD_KEYS[entity].expression
    return "md5(record_id)"
