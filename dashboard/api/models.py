"""What the interface takes and answers; field names as in the warehouse."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from warehouse.ledger.tables import State

Month = Annotated[str, Field(pattern=r"^\d{4}-(0[1-9]|1[0-2])$", examples=["2009-03"])]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=80)]
Severity = Literal["blocking", "error", "warning", "information"]

PAGE_ROWS, MOST_PAGE_ROWS, MOST_PAGES = 100, 1000, 100_000


class Strict(BaseModel):
    """What is asked: a field that nobody knows is an error, not ignored."""

    model_config = ConfigDict(extra="forbid")


class InvalidParam(BaseModel):
    """One field of a request that does not fit, and why."""

    name: str
    reason: str


class Problem(BaseModel):
    """Problem details of RFC 9457."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    invalid_params: list[InvalidParam] | None = None


class PageQuery(Strict):
    """Which page of a list."""

    page: int = Field(1, ge=1, le=MOST_PAGES)
    page_size: int = Field(PAGE_ROWS, ge=1, le=MOST_PAGE_ROWS)


class Links(BaseModel):
    """Where this page stands, and its neighbours."""

    self: str
    next: str | None = None
    prev: str | None = None


class UploadQuery(Strict):
    """What the sender says of the file; what the file says itself need not be said."""

    file_name: str = Field(min_length=1, max_length=200)
    format: Slug | None = None
    district: Slug | None = None
    pilot: Slug | None = None
    period: Month | None = None
    replaces: str | None = Field(None, max_length=40)


class Upload(BaseModel):
    """How far a file is; `delivery_id` once it has been read."""

    upload_id: str
    file_name: str
    size_bytes: int
    started_at: datetime
    ended_at: datetime | None
    state: str
    step: str
    rows_done: int
    message: str | None
    delivery_id: str | None
    delivery_state: str | None
    format: str | None
    district: str | None
    pilot: str | None
    period: str | None
    rows_read: int
    rows_accepted: int
    rows_rejected: int
    findings: dict[str, int]


class DeliveriesQuery(PageQuery):
    """Which deliveries."""

    state: State | None = None
    district: Slug | None = None
    format: Slug | None = None
    pilot: Slug | None = None


class Delivery(BaseModel):
    """One delivered file; `findings` counts them by severity."""

    delivery_id: str
    file_name: str
    state: State
    format: str | None
    district: str | None
    pilot: str | None
    period: str | None
    received_at: datetime
    rows_read: int
    rows_rejected: int
    findings: dict[str, int]


class Deliveries(BaseModel):
    """A page of deliveries, the latest first."""

    items: list[Delivery]
    links: Links


class FindingsQuery(PageQuery):
    """Which findings."""

    severity: Severity | None = None


class Finding(BaseModel):
    """What is wrong, where, and how to mend it."""

    check_id: str
    severity: Severity
    field: str | None
    column_name: str | None
    sheet: str | None
    row_number: int | None
    message: str


class Findings(BaseModel):
    """A page of findings, in the order in which they were found."""

    items: list[Finding]
    links: Links


class Withdrawal(Strict):
    """Why a delivery must no longer count."""

    reason: str = Field(min_length=3, max_length=500)


class Withdrawn(BaseModel):
    """A delivery that was withdrawn; the figures follow at `visible_at`."""

    delivery_id: str
    state: State
    visible_at: datetime | None


class Release(BaseModel):
    """One kept release of the warehouse."""

    release_id: str
    is_current: bool
    as_of: date
    deliveries: int


class Releases(BaseModel):
    """Every kept release, the newest first."""

    items: list[Release]


class DdasQuery(Strict):
    """Which DDAS delivery is made."""

    municipality: str = Field(pattern=r"^\d{4}$", examples=["0363"])
    date_from: date
    date_to: date
    version: Literal["0.9", "1.0", "1.1", "1.2"] = "1.2"


class IndicatorsQuery(Strict):
    """Which figures: a selection as on the pages, and what to split it by."""

    indicator: str | None = Field(
        None, description="Ids with commas between; empty for all.", max_length=4000
    )
    by: (
        Literal[
            "district",
            "pilot",
            "programme",
            "model",
            "corporation",
            "partner",
            "sex",
            "age",
            "household",
            "repeat",
            "year",
            "quarter",
            "month",
        ]
        | None
    ) = None
    district: Slug | None = None
    pilot: Slug | None = None
    period: str | None = Field(
        None,
        pattern=r"^\d{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$",
        examples=["2009", "2009-Q1", "2009-03"],
    )
    programme: Slug | None = None
    model: str | None = Field(None, max_length=80)
    corporation: Slug | None = None
    partner: str | None = Field(None, max_length=80)
    sex: str | None = Field(None, max_length=80)
    age: str | None = Field(None, max_length=80)
    household: str | None = Field(None, max_length=80)
    repeat: str | None = Field(None, max_length=80)


class Figure(BaseModel):
    """One value; without numbers when `state` is not `known`."""

    indicator_id: str
    category: str
    group: str | None
    state: Literal["known", "hidden", "unknown", "not_applicable", "not_delivered"]
    numerator: float | None
    denominator: float | None
    value: float | None
    lower: float | None
    upper: float | None
    unknown: int | None
    as_of: date | None
    is_provisional: bool
    is_doubtful: bool


class Figures(BaseModel):
    """The figures of a selection, from one release."""

    release_id: str
    selection: dict[str, str]
    items: list[Figure]
