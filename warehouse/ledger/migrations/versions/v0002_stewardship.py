"""Steward mappings, explanations, sign-offs, and what the gate counted."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TABLES = (
    "delivery_checks",
    "delivery_unmapped",
    "explanations",
    "sign_offs",
    "code_mappings",
)


def upgrade() -> None:
    """Make the five tables."""
    _create_checks()
    _create_unmapped()
    _create_explanations()
    _create_sign_offs()
    _create_mappings()


def _of_delivery(table: str, key: str, *columns: sa.Column[object]) -> None:
    """A table of which every row belongs to a delivery."""
    op.create_table(
        table,
        sa.Column(key, sa.Integer(), nullable=False),
        sa.Column("delivery_id", sa.Text(), nullable=False),
        *columns,
        sa.ForeignKeyConstraint(
            ["delivery_id"],
            ["deliveries.delivery_id"],
            name=f"fk_{table}_delivery_id_deliveries",
        ),
        sa.PrimaryKeyConstraint(key, name=f"pk_{table}"),
    )
    op.create_index(f"ix_{table}_delivery_id", table, ["delivery_id"])


def _create_checks() -> None:
    _of_delivery(
        "delivery_checks",
        "delivery_check_id",
        sa.Column("check_id", sa.Text(), nullable=False),
        sa.Column("severity", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("assessed", sa.Integer(), nullable=False),
        sa.Column("violating", sa.Integer(), nullable=False),
    )


def _create_unmapped() -> None:
    _of_delivery(
        "delivery_unmapped",
        "unmapped_id",
        sa.Column("code_list", sa.Text(), nullable=False),
        sa.Column("column_name", sa.Text(), nullable=False),
        sa.Column("source_text", sa.Text(), nullable=False),
        sa.Column("occurrences", sa.Integer(), nullable=False),
    )


def _create_explanations() -> None:
    _of_delivery(
        "explanations",
        "explanation_id",
        sa.Column("check_id", sa.Text(), nullable=False),
        sa.Column("sheet", sa.Text(), nullable=True),
        sa.Column("row_number", sa.Integer(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("explained_by", sa.Text(), nullable=False),
        sa.Column("explained_at", sa.DateTime(timezone=True), nullable=False),
    )


def _create_sign_offs() -> None:
    _of_delivery(
        "sign_offs",
        "sign_off_id",
        sa.Column("is_fit", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("signed_by", sa.Text(), nullable=False),
        sa.Column("signed_at", sa.DateTime(timezone=True), nullable=False),
    )


def _create_mappings() -> None:
    op.create_table(
        "code_mappings",
        sa.Column("mapping_id", sa.Integer(), nullable=False),
        sa.Column("code_list", sa.Text(), nullable=False),
        sa.Column("source_text", sa.Text(), nullable=False),
        sa.Column("source_code", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("format", sa.Text(), nullable=True),
        sa.Column("district", sa.Text(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("mapped_by", sa.Text(), nullable=False),
        sa.Column("mapped_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone_by", sa.Text(), nullable=True),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("mapping_id", name="pk_code_mappings"),
    )


def downgrade() -> None:
    """Drop the five tables."""
    for table in TABLES:
        op.drop_table(table)
