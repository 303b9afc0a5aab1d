"""What people lay over the figures: notes beside a month, and views they keep."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of annotations and of saved views."""
    _create_annotations()
    _create_saved_views()


def _create_annotations() -> None:
    op.create_table(
        "annotations",
        sa.Column("annotation_id", sa.Integer(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("district", sa.Text(), nullable=True),
        sa.Column("pilot", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("written_by", sa.Text(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("annotation_id", name="pk_annotations"),
    )
    op.create_index("ix_annotations_month", "annotations", ["month"])


def _create_saved_views() -> None:
    op.create_table(
        "saved_views",
        sa.Column("view_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("search", sa.Text(), nullable=False),
        sa.Column("is_start", sa.Boolean(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("view_id", name="pk_saved_views"),
        sa.UniqueConstraint("user_id", "name", name="uq_saved_views_user_id"),
    )
    is_start = sa.text("is_start")
    op.create_index(
        "uq_saved_views_start",
        "saved_views",
        ["user_id"],
        unique=True,
        sqlite_where=is_start,
        postgresql_where=is_start,
    )


def downgrade() -> None:
    """Drop the tables."""
    op.drop_table("saved_views")
    op.drop_table("annotations")
