"""Validates the suites on their batches and reads the counts back."""

from collections.abc import Mapping, Sequence
from typing import Any

from duckdb import DuckDBPyConnection

from expectations.catalogue.catalogue import Check
from expectations.gate.engine import quiet_context
from expectations.gate.relations import SCHEMA
from expectations.gate.suites import build_suites

Counts = Mapping[int, int]


def validated_counts(
    connection: DuckDBPyConnection, checks: Sequence[Check]
) -> Mapping[str, tuple[Counts, Counts] | str]:
    """For each check its assessed and violating rows by group of its prepared batch.

    The name of the exception instead, for a check that cannot be run; never its
    message, which may quote a value.
    """
    counted: dict[str, tuple[Counts, Counts] | str] = {}
    with quiet_context(connection, SCHEMA) as (context, datasource):
        for suite in build_suites(checks):
            asset = datasource.add_table_asset(suite.name, table_name=suite.name)
            batch = asset.add_batch_definition_whole_table("all").get_batch()
            outcome = batch.validate(context.suites.add(suite))
            for result in outcome.results:
                check_id = result.expectation_config.kwargs["check_id"]
                counted[check_id] = _counts(result)
    return counted


def _counts(result: Any) -> tuple[Counts, Counts] | str:  # noqa: ANN401  untyped
    details = result.result.get("details")
    if details is None:
        return _exception_name(result.exception_info)
    assessed, violating = (
        {int(group): rows for group, rows in details[name].items()}
        for name in ("assessed", "violating")
    )
    return assessed, violating


def _exception_name(info: Mapping[str, Any]) -> str:
    """The class of the innermost exception in what Great Expectations tells."""
    tracebacks = [
        str(part["exception_traceback"])
        for part in [info, *info.values()]
        if isinstance(part, Mapping) and part.get("exception_traceback")
    ]
    for line in "\n".join(tracebacks).splitlines():
        name = line.split(":")[0]
        if (
            name.endswith(("Error", "Exception"))
            and name.replace(".", "").replace("_", "").isalnum()
        ):
            return name.rpartition(".")[2]
    return "Exception"
