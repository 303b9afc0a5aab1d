"""Everything a report on one delivery says, before it is a workbook or a page."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from expectations.catalogue.catalogue import Check, load_catalogue
from seeds.formats import formats
from warehouse.deliveries.gate import MOST_FINDINGS
from warehouse.deliveries.outcome import SEVERITIES, Finding, Outcome
from warehouse.exports.reports.value_classes import value_class, value_class_label
from warehouse.ledger.connection import open_ledger
from warehouse.ledger.deliveries import get_delivery
from warehouse.ledger.tables import Delivery
from warehouse.messages import message
from warehouse.settings import Settings
from warehouse.stewardship.explanations.record import current_sign_off

Cell = str | int | None
Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Section:
    """A table of the report: its key, its title, its headings and its rows."""

    key: str
    title: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class DeliveryReport:
    """A report in one language; `letter` holds the paragraphs of a letter."""

    delivery_id: str
    language: str
    title: str
    privacy: str
    sections: tuple[Section, ...]
    letter: tuple[str, ...]


def load_delivery(settings: Settings, delivery_id: str) -> Delivery:
    """The delivery with all that a report needs; UserError when there is none."""
    with open_ledger(settings.database_url) as ledger, ledger.reading() as session:
        return get_delivery(session, delivery_id)


def catalogue_by_id() -> Mapping[str, Check]:
    """The checks of the catalogue by their id."""
    return {check.check_id: check for check in load_catalogue()}


def sections_of(delivery: Delivery, language: str) -> tuple[Section, ...]:
    """The tables of the report, each without a value that identifies."""
    findings = Outcome.of(delivery).findings
    makers = {
        "summary": (("item", "value"), _summary(delivery, findings, language)),
        "findings": (_FINDING_COLUMNS, _findings(delivery, findings, language)),
        "checks": (_CHECK_COLUMNS, _checks(delivery, findings, language)),
        "unmapped": (
            ("column", "source_text", "code_list", "occurrences"),
            _unmapped(delivery),
        ),
        "explanations": (_EXPLANATION_COLUMNS, _explanations(delivery)),
        "recognised": (("column", "delivered"), _recognised(delivery, language)),
    }
    return tuple(
        Section(
            key,
            message(f"sheet.{key}").text(language),
            tuple(message(f"column.{name}").text(language) for name in names),
            tuple(rows),
        )
        for key, (names, rows) in makers.items()
    )


_FINDING_COLUMNS = (
    *("sheet", "row", "column", "value_class", "message", "mend", "severity"),
    "check_id",
)
_CHECK_COLUMNS = (
    *("check_id", "meaning", "severity", "status", "assessed", "violating"),
)
_EXPLANATION_COLUMNS = ("check_id", "sheet", "row", "explanation", "by", "at")


def count_by_severity(findings: Sequence[Finding]) -> Mapping[str, int]:
    """How many findings there are of each severity that occurs, gravest first."""
    counted = Counter(finding.severity for finding in findings)
    return {name: counted[name] for name in SEVERITIES if counted[name]}


def build_privacy(language: str) -> str:
    """What the report leaves out."""
    return message("report.privacy", most=MOST_FINDINGS).text(language)


def _summary(
    delivery: Delivery, findings: Sequence[Finding], language: str
) -> Iterator[Row]:
    declared = formats().get(delivery.format or "")
    period = f"{delivery.period:%Y-%m}" if delivery.period else "-"
    values: Mapping[str, Cell] = {
        "delivery": delivery.delivery_id,
        "file": delivery.file_name,
        "received": f"{delivery.received_at:%Y-%m-%d}",
        "state": message(f"state.{delivery.state}").text(language),
        "format": declared.label(language) if declared else "-",
        "district": delivery.district or "-",
        "pilot": delivery.pilot or "-",
        "period": period,
        "rows_read": delivery.rows_read,
        "rows_accepted": delivery.rows_accepted,
        "rows_rejected": delivery.rows_rejected,
    }
    for name, value in values.items():
        yield message(f"item.{name}").text(language), value
    for severity, count in count_by_severity(findings).items():
        label = message(f"severity.{severity}").text(language)
        yield message("item.findings", severity=label.lower()).text(language), count
    unmapped = len(delivery.unmapped)
    yield message("item.unmapped").text(language), unmapped
    yield message("item.signed").text(language), _signed(delivery, language)


def _signed(delivery: Delivery, language: str) -> str:
    sign_off = current_sign_off(delivery)
    if sign_off is None:
        return message("item.not_signed").text(language)
    day = f"{sign_off.signed_at:%Y-%m-%d}"
    return message("item.signed_by", name=sign_off.signed_by, day=day).text(language)


def _findings(
    delivery: Delivery, findings: Sequence[Finding], language: str
) -> Iterator[Row]:
    checks = catalogue_by_id()
    for finding in findings:
        check = checks.get(finding.check_id)
        told, mend = words_of(check, finding, language)
        key = value_class(check, finding.check_id, delivery.format, finding.column)
        yield (
            finding.sheet,
            finding.row,
            finding.column,
            value_class_label(key, language),
            told,
            mend,
            message(f"severity.{finding.severity}").text(language),
            finding.check_id,
        )


def words_of(
    check: Check | None, finding: Finding, language: str
) -> tuple[str, str | None]:
    """What is found, and how to mend it; intake says both in one sentence."""
    if check is None:
        return finding.message(language), None
    if language == "en":
        return check.meaning_en, check.advice_en
    return check.meaning_nl, check.advice_nl


def _checks(
    delivery: Delivery, findings: Sequence[Finding], language: str
) -> Iterator[Row]:
    """The checks that applied, those that found most first.

    Of an older delivery only those that found something are known.
    """
    checks = catalogue_by_id()
    counted: list[tuple[str, str, str, int | None, int]] = [
        (one.check_id, one.severity, one.status, one.assessed, one.violating)
        for one in delivery.checks
    ] or _counted_findings(findings)
    for check_id, severity, status, assessed, violating in sorted(
        counted, key=lambda one: (-one[4], SEVERITIES.index(one[1]))
    ):
        yield (
            check_id,
            _meaning(checks.get(check_id), language),
            message(f"severity.{severity}").text(language),
            message(f"status.{status}").text(language),
            assessed,
            violating,
        )


def _meaning(check: Check | None, language: str) -> str | None:
    """What a check means; null for one that has left the catalogue."""
    if check is None:
        return None
    return check.meaning_en if language == "en" else check.meaning_nl


def _counted_findings(
    findings: Sequence[Finding],
) -> list[tuple[str, str, str, int | None, int]]:
    known = catalogue_by_id()
    counted = Counter(
        (finding.check_id, finding.severity)
        for finding in findings
        if finding.check_id in known
    )
    return [
        (check_id, severity, "fail", None, count)
        for (check_id, severity), count in counted.items()
    ]


def _unmapped(delivery: Delivery) -> Iterator[Row]:
    headings = _headings(delivery)
    for one in delivery.unmapped:
        heading = headings.get(one.column_name, one.column_name)
        yield heading, one.source_text, one.code_list, one.occurrences


def _explanations(delivery: Delivery) -> Iterator[Row]:
    for one in delivery.explanations:
        day = f"{one.explained_at:%Y-%m-%d %H:%M}"
        yield (
            *(one.check_id, one.sheet, one.row_number, one.text, one.explained_by),
            day,
        )


def _recognised(delivery: Delivery, language: str) -> Iterator[Row]:
    delivered = set(delivery.delivered_columns)
    for name, heading in _headings(delivery).items():
        answer = "answer.yes" if name in delivered else "answer.no"
        yield heading, message(answer).text(language)
    for note in delivery.notes:
        text = note["en"] if language == "en" else note["nl"]
        yield message("item.note").text(language), text


def _headings(delivery: Delivery) -> Mapping[str, str]:
    """The headings of the format's columns by their name in landing."""
    declared = formats().get(delivery.format or "")
    return {one.name: one.header for one in declared.columns} if declared else {}
