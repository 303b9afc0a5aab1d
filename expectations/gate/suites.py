"""The suites of Great Expectations, one per entity, built from the catalogue."""

from collections.abc import Iterable

import great_expectations as gx
from great_expectations.data_context import AbstractDataContext
from great_expectations.expectations.metadata_types import FailureSeverity

from expectations.catalogue.catalogue import Check, load_catalogue
from expectations.gate.expectation import ExpectCheckToHold

GX_SEVERITIES = {
    "blocking": FailureSeverity.CRITICAL,
    "error": FailureSeverity.CRITICAL,
    "warning": FailureSeverity.WARNING,
    "information": FailureSeverity.INFO,
}


def build_suites(checks: Iterable[Check] | None = None) -> list[gx.ExpectationSuite]:
    """A suite for each entity of the checks (by default the whole catalogue)."""
    by_entity: dict[str, list[Check]] = {}
    for check in load_catalogue() if checks is None else checks:
        by_entity.setdefault(check.entity, []).append(check)
    return [
        gx.ExpectationSuite(
            name=entity, expectations=[expectation_of(check) for check in members]
        )
        for entity, members in by_entity.items()
    ]


def add_suites(context: AbstractDataContext) -> list[str]:
    """Put the suites of the whole catalogue in a context; their names.

    With a file context they can be listed and read with Great Expectations' own tools.
    """
    return [context.suites.add_or_update(suite).name for suite in build_suites()]


def expectation_of(check: Check) -> ExpectCheckToHold:
    """The expectation that assesses one check."""
    return ExpectCheckToHold(
        check_id=check.check_id,
        assessed_condition=check.assessed_condition,
        violating_condition=check.violating_condition,
        threshold=check.threshold,
        severity=GX_SEVERITIES[check.severity],
        description=check.meaning_en,
        notes=check.advice_en,
        meta={"check": check.described()},
    )
