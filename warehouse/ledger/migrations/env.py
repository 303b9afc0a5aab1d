"""Alembic's environment: it runs on the connection that the ledger hands over."""

from alembic import context

from warehouse.ledger import (  # noqa: F401  their tables join the metadata
    account_tables,
    month_tables,
    privacy_tables,
    view_tables,
    workspace_tables,
)
from warehouse.ledger.tables import Base

connection = context.config.attributes["connection"]
context.configure(
    connection=connection, target_metadata=Base.metadata, render_as_batch=True
)
with context.begin_transaction():
    context.run_migrations()
