"""A letter to the sender of a delivery, ready to be sent."""

from collections import Counter
from collections.abc import Sequence

from warehouse.deliveries.outcome import INFORMATION, SEVERITIES, Finding, Outcome
from warehouse.exports.reports.delivery import (
    catalogue_by_id,
    count_by_severity,
    words_of,
)
from warehouse.ledger.tables import Delivery, State
from warehouse.messages import message
from warehouse.privacy.personal_data import MASK

MOST_POINTS = 5
MOST_TEXTS = 10


def write_letter(delivery: Delivery, language: str) -> tuple[str, ...]:
    """The paragraphs of the letter; a main point begins with a dash."""
    findings = Outcome.of(delivery).findings
    serious = [one for one in findings if one.severity != INFORMATION]
    return (
        message("letter.opening").text(language),
        _received(delivery, language),
        *_found(delivery, findings, serious, language),
        message("letter.closing").text(language),
        message("letter.signature").text(language),
    )


def _received(delivery: Delivery, language: str) -> str:
    key = "refused" if delivery.state is State.REFUSED else "received"
    return message(
        f"letter.{key}",
        day=f"{delivery.received_at:%d-%m-%Y}",
        file=delivery.file_name,
        rows_read=delivery.rows_read,
        rows_accepted=delivery.rows_accepted,
        state=message(f"state.{delivery.state}").text(language),
        delivery_id=delivery.delivery_id,
    ).text(language)


def _found(
    delivery: Delivery,
    findings: Sequence[Finding],
    serious: Sequence[Finding],
    language: str,
) -> list[str]:
    if not serious:
        key = "letter.only_notes" if findings else "letter.clean"
        return [message(key).text(language)]
    counts = ", ".join(
        f"{count} x {message(f'severity.{severity}').text(language).lower()}"
        for severity, count in count_by_severity(serious).items()
    )
    return [
        message("letter.counts", counts=counts).text(language),
        *_main_points(serious, language),
        *_unknown_texts(delivery, language),
        message("letter.ask").text(language),
    ]


def _main_points(serious: Sequence[Finding], language: str) -> list[str]:
    """The gravest and most frequent findings, with what to do."""
    checks = catalogue_by_id()
    alike: Counter[tuple[int, str, str | None]] = Counter()
    for finding in serious:
        told, mend = words_of(checks.get(finding.check_id), finding, language)
        alike[SEVERITIES.index(finding.severity), told, mend] += 1
    ranked = sorted(alike.items(), key=lambda one: (one[0][0], -one[1]))
    return [
        f"- {count} x {' '.join(filter(None, (told, mend)))}"
        for (_, told, mend), count in ranked[:MOST_POINTS]
    ]


def _unknown_texts(delivery: Delivery, language: str) -> list[str]:
    texts = [
        f"“{one.source_text}”"
        for one in delivery.unmapped
        if MASK not in one.source_text
    ]
    if not texts:
        return []
    listed = ", ".join(texts[:MOST_TEXTS])
    return [message("letter.unmapped", texts=listed).text(language)]
