"""Deliveries, their history and their findings."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

IS_LIVE = sa.text("state in ('received', 'held', 'accepted')")


def upgrade() -> None:
    """Make the three tables of deliveries."""
    _create_deliveries()
    _create_events()
    _create_findings()


def _create_deliveries() -> None:
    op.create_table(
        "deliveries",
        sa.Column("delivery_id", sa.Text(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=True),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("format", sa.Text(), nullable=True),
        sa.Column("district", sa.Text(), nullable=True),
        sa.Column("pilot", sa.Text(), nullable=True),
        sa.Column("period", sa.Date(), nullable=True),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("rows_read", sa.Integer(), nullable=False),
        sa.Column("rows_accepted", sa.Integer(), nullable=False),
        sa.Column("rows_rejected", sa.Integer(), nullable=False),
        sa.Column("delivered_columns", sa.JSON(), nullable=False),
        sa.Column("notes", sa.JSON(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("replaces", sa.Text(), nullable=True),
        sa.Column("replaced_by", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["replaces"],
            ["deliveries.delivery_id"],
            name="fk_deliveries_replaces_deliveries",
        ),
        sa.ForeignKeyConstraint(
            ["replaced_by"],
            ["deliveries.delivery_id"],
            name="fk_deliveries_replaced_by_deliveries",
        ),
        sa.PrimaryKeyConstraint("delivery_id", name="pk_deliveries"),
        sa.UniqueConstraint("sequence", name="uq_deliveries_sequence"),
    )
    op.create_index("ix_deliveries_state", "deliveries", ["state"])
    op.create_index(
        "uq_deliveries_live_fingerprint",
        "deliveries",
        ["fingerprint"],
        unique=True,
        sqlite_where=IS_LIVE,
        postgresql_where=IS_LIVE,
    )


def _create_events() -> None:
    op.create_table(
        "delivery_events",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("delivery_id", sa.Text(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("happened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["delivery_id"],
            ["deliveries.delivery_id"],
            name="fk_delivery_events_delivery_id_deliveries",
        ),
        sa.PrimaryKeyConstraint("event_id", name="pk_delivery_events"),
    )
    op.create_index(
        "ix_delivery_events_delivery_id", "delivery_events", ["delivery_id"]
    )


def _create_findings() -> None:
    op.create_table(
        "delivery_findings",
        sa.Column("finding_id", sa.Integer(), nullable=False),
        sa.Column("delivery_id", sa.Text(), nullable=False),
        sa.Column("check_id", sa.Text(), nullable=False),
        sa.Column("severity", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=True),
        sa.Column("column_name", sa.Text(), nullable=True),
        sa.Column("sheet", sa.Text(), nullable=True),
        sa.Column("row_number", sa.Integer(), nullable=True),
        sa.Column("message_nl", sa.Text(), nullable=False),
        sa.Column("message_en", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["delivery_id"],
            ["deliveries.delivery_id"],
            name="fk_delivery_findings_delivery_id_deliveries",
        ),
        sa.PrimaryKeyConstraint("finding_id", name="pk_delivery_findings"),
    )
    op.create_index(
        "ix_delivery_findings_delivery_id", "delivery_findings", ["delivery_id"]
    )


def downgrade() -> None:
    """Drop the three tables."""
    for table in ("delivery_findings", "delivery_events", "deliveries"):
        op.drop_table(table)
