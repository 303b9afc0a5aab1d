"""Where the tables lie that checks read."""

from duckdb import DuckDBPyConnection

SCHEMA = "gate"
"""Schema of the batches, which exists only while a gate runs."""

RECORD_ENTITIES = (
    "signals",
    "contact_attempts",
    "bailiff_steps",
    "services",
    "follow_ups",
    "evictions",
    "conferences",
    "claims",
)

TABLE_OF_ENTITY = {
    "deliveries": "landing.deliveries",
    "indicator_values": "marts.indicator_values",
    "registration_months": "quality.registration_months",
    "district_activity": "quality.district_activity",
    "month_volumes": "quality.month_volumes",
    "definition_divergence": "quality.definition_divergence",
}
"""What the checks of other entities look at; no row of a file stands behind a row."""


def standardised(entity: str) -> str:
    """The table of an entity that checks read."""
    return f"intermediate.int_{entity}__standardised"


def table_exists(connection: DuckDBPyConnection, relation: str) -> bool:
    """Whether a table or view is there, by `schema.name`."""
    schema, name = relation.split(".")
    found = connection.execute(
        "select 1 from information_schema.tables "
        "where table_schema = ? and table_name = ?",
        [schema, name],
    ).fetchone()
    return found is not None
