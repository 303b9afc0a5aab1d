"""What people lay over the figures: notes beside a month."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table of annotations."""
    _create_annotations()


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


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("annotations")
