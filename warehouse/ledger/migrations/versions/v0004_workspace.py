"""The workspace of the coordination point: what is said about months."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TABLES = ("month_declarations", "due_dates")


def upgrade() -> None:
    """Make the tables of the month board."""
    _create_month_declarations()
    _create_due_dates()


def _create_month_declarations() -> None:
    op.create_table(
        "month_declarations",
        sa.Column("declaration_id", sa.Integer(), nullable=False),
        sa.Column("district", sa.Text(), nullable=True),
        sa.Column("pilot", sa.Text(), nullable=True),
        sa.Column("format", sa.Text(), nullable=True),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("declared_by", sa.Text(), nullable=False),
        sa.Column("declared_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken_back_reason", sa.Text(), nullable=True),
        sa.Column("taken_back_by", sa.Text(), nullable=True),
        sa.Column("taken_back_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("declaration_id", name="pk_month_declarations"),
    )
    for column in ("district", "month"):
        op.create_index(
            f"ix_month_declarations_{column}", "month_declarations", [column]
        )


def _create_due_dates() -> None:
    op.create_table(
        "due_dates",
        sa.Column("due_date_id", sa.Integer(), nullable=False),
        sa.Column("district", sa.Text(), nullable=True),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("set_by", sa.Text(), nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("due_date_id", name="pk_due_dates"),
    )
    op.create_index("ix_due_dates_district", "due_dates", ["district"])


def downgrade() -> None:
    """Drop the tables."""
    for table in TABLES:
        op.drop_table(table)
