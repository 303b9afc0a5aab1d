"""The one expectation behind every check: counts, per district and pilot."""

from typing import Any, ClassVar

from great_expectations.core.metric_domain_types import MetricDomainTypes
from great_expectations.core.metric_function_types import MetricPartialFunctionTypes
from great_expectations.execution_engine import (
    ExecutionEngine,
    SqlAlchemyExecutionEngine,
)
from great_expectations.expectations.expectation import BatchExpectation
from great_expectations.expectations.metrics.metric_provider import metric_partial
from great_expectations.expectations.metrics.table_metric_provider import (
    TableMetricProvider,
)
from great_expectations.validator.metric_configuration import MetricConfiguration
from great_expectations.validator.validator import ValidationDependencies
from sqlalchemy import ColumnElement, literal_column

from expectations.gate.results import exceeds

ROWS_BY_GROUP = "eropaf.rows_by_group"


class RowsByGroup(TableMetricProvider):
    """Number of rows that meet a condition, by `check_group` of the batch.

    An aggregate: Great Expectations asks for those of a whole suite in one query.
    """

    metric_name = ROWS_BY_GROUP
    value_keys = ("condition",)

    @metric_partial(
        engine=SqlAlchemyExecutionEngine,
        partial_fn_type=MetricPartialFunctionTypes.AGGREGATE_FN,
        domain_type=MetricDomainTypes.TABLE,
    )
    def _sqlalchemy(
        cls,
        execution_engine: SqlAlchemyExecutionEngine,
        metric_domain_kwargs: dict[str, Any],
        metric_value_kwargs: dict[str, Any],
        metrics: dict[str, Any],
        runtime_configuration: dict[str, Any],
    ) -> tuple[ColumnElement[Any], dict[str, Any], dict[str, Any]]:
        condition = metric_value_kwargs["condition"]
        counted: ColumnElement[Any] = literal_column(
            f"histogram(case when {condition} then check_group end)"
        )
        return counted, metric_domain_kwargs, {}


class ExpectCheckToHold(BatchExpectation):
    """Expect that in no district and pilot more rows violate a check than allowed."""

    check_id: str
    assessed_condition: str
    violating_condition: str
    threshold: float = 0.0

    domain_keys: ClassVar[tuple[str, ...]] = ("batch_id",)
    success_keys: ClassVar[tuple[str, ...]] = (
        "check_id",
        "assessed_condition",
        "violating_condition",
        "threshold",
    )

    def get_validation_dependencies(
        self,
        execution_engine: ExecutionEngine | None = None,
        runtime_configuration: dict[str, Any] | None = None,
    ) -> ValidationDependencies:
        """The two counts: assessed rows and violating rows."""
        dependencies = super().get_validation_dependencies(
            execution_engine=execution_engine,
            runtime_configuration=runtime_configuration,
        )
        conditions = {
            "assessed": self.assessed_condition,
            "violating": self.violating_condition,
        }
        for name, condition in conditions.items():
            dependencies.set_metric_configuration(
                name,
                MetricConfiguration(
                    ROWS_BY_GROUP,
                    metric_domain_kwargs={"batch_id": self.batch_id},
                    metric_value_kwargs={"condition": condition},
                ),
            )
        return dependencies

    def _validate(
        self,
        metrics: dict[str, dict[str, int] | None],
        runtime_configuration: dict[str, Any] | None = None,
        execution_engine: ExecutionEngine | None = None,
    ) -> dict[str, Any]:
        assessed = metrics["assessed"] or {}
        violating = metrics["violating"] or {}
        return {
            "success": not any(
                exceeds(count, assessed[group], self.threshold)
                for group, count in violating.items()
            ),
            "result": {
                "observed_value": sum(violating.values()),
                "details": {"assessed": assessed, "violating": violating},
            },
        }
