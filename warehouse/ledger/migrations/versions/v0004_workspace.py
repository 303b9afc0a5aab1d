"""The workspace: uploads, acceptances, releases to build, what is said about months."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TABLES = (
    "due_dates",
    "month_declarations",
    "build_requests",
    "acceptances",
    "uploads",
)
IS_WAITING = sa.text("state = 'waiting'")


def upgrade() -> None:
    """Make the tables, and name the actor of a step."""
    op.add_column("deliveries", sa.Column("decided_by", sa.Text(), nullable=True))
    op.add_column("delivery_events", sa.Column("actor", sa.Text(), nullable=True))
    _create_uploads()
    _create_acceptances()
    _create_build_requests()
    _create_month_declarations()
    _create_due_dates()


def _create_uploads() -> None:
    op.create_table(
        "uploads",
        sa.Column("upload_id", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("size_bytes", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(16), nullable=False),
        sa.Column("uploaded_by", sa.Text(), nullable=False),
        sa.Column("uploader_name", sa.Text(), nullable=False),
        sa.Column("scope", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("said_format", sa.Text(), nullable=True),
        sa.Column("said_district", sa.Text(), nullable=True),
        sa.Column("said_pilot", sa.Text(), nullable=True),
        sa.Column("said_period", sa.Date(), nullable=True),
        sa.Column("said_replaces", sa.Text(), nullable=True),
        sa.Column("said_yes", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("step", sa.String(16), nullable=False),
        sa.Column("format", sa.Text(), nullable=True),
        sa.Column("rows_done", sa.Integer(), nullable=False),
        sa.Column("message_nl", sa.Text(), nullable=True),
        sa.Column("message_en", sa.Text(), nullable=True),
        sa.Column("delivery_id", sa.Text(), nullable=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("step_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["delivery_id"],
            ["deliveries.delivery_id"],
            name="fk_uploads_delivery_id_deliveries",
        ),
        sa.PrimaryKeyConstraint("upload_id", name="pk_uploads"),
    )
    for column in ("uploaded_by", "state", "delivery_id"):
        op.create_index(f"ix_uploads_{column}", "uploads", [column])


def _create_acceptances() -> None:
    op.create_table(
        "acceptances",
        sa.Column("acceptance_id", sa.Integer(), nullable=False),
        sa.Column("delivery_id", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("district", sa.Text(), nullable=True),
        sa.Column("pilot", sa.Text(), nullable=True),
        sa.Column("period", sa.Date(), nullable=True),
        sa.Column("replaces", sa.Text(), nullable=True),
        sa.Column("user_id", sa.Text(), nullable=False),
        sa.Column("asked_by", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("message_nl", sa.Text(), nullable=True),
        sa.Column("message_en", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["delivery_id"],
            ["deliveries.delivery_id"],
            name="fk_acceptances_delivery_id_deliveries",
        ),
        sa.PrimaryKeyConstraint("acceptance_id", name="pk_acceptances"),
    )
    op.create_index("ix_acceptances_delivery_id", "acceptances", ["delivery_id"])


def _create_build_requests() -> None:
    op.create_table(
        "build_requests",
        sa.Column("build_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("requested_by", sa.Text(), nullable=False),
        sa.Column("requested_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("release_id", sa.Text(), nullable=True),
        sa.Column("message_nl", sa.Text(), nullable=True),
        sa.Column("message_en", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("build_id", name="pk_build_requests"),
    )
    op.create_index(
        "uq_build_requests_waiting",
        "build_requests",
        ["state"],
        unique=True,
        sqlite_where=IS_WAITING,
        postgresql_where=IS_WAITING,
    )


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
    """Drop the tables and the two columns."""
    for table in TABLES:
        op.drop_table(table)
    with op.batch_alter_table("delivery_events") as events:
        events.drop_column("actor")
    with op.batch_alter_table("deliveries") as deliveries:
        deliveries.drop_column("decided_by")
