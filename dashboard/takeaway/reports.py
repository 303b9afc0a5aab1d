"""Makes the monthly reports of all districts, without a server or a browser."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from flask import Flask, g

from dashboard.model.periods import Period
from dashboard.release import view_values
from dashboard.server.context import ledger, store
from dashboard.server.release_store import NoReleaseError, Release, Store
from dashboard.takeaway.files.document import Document
from dashboard.takeaway.monthly import monthly_page
from dashboard.takeaway.page_document import gathered
from dashboard.words import i18n
from warehouse.accounts import audit
from warehouse.identity import Identity
from warehouse.ledger.connection import connect_ledger
from warehouse.messages import user_error
from warehouse.settings import Settings


@dataclass(frozen=True)
class Wish:
    """Which reports: of one district or all, in a month or the last one."""

    language: str
    district: str | None = None
    month: str | None = None


def monthly_reports(
    settings: Settings, asker: Identity, wish: Wish
) -> Iterator[tuple[str, str, Document]]:
    """Yield district, month and report, as `asker` may see them.

    Raises UserError without a release, and for a district or month that is not in it.
    """
    with _reading(settings, asker, wish.language):
        try:
            release = store().current()
        except NoReleaseError as error:
            raise user_error("takeaway.no_release") from error
        month = _month(release, wish.month)
        for district in _districts(release, wish.district):
            page = monthly_page(release, district, month)
            yield district, month, gathered(release, page)
            _put_on_record(asker, district, month)


@contextmanager
def _reading(settings: Settings, asker: Identity, language: str) -> Iterator[None]:
    """What a page asks after while it is drawn, as a server gives it."""
    server = Flask("reports", static_folder=None)
    server.extensions["settings"] = settings
    server.extensions["store"] = Store(settings.warehouse_file)
    server.extensions["ledger"] = connect_ledger(settings.database_url)
    i18n.install(server, language)
    with server.test_request_context("/"):
        g.identity = asker
        yield


def _districts(release: Release, wish: str | None) -> tuple[str, ...]:
    known = tuple(
        one for one in view_values.options(release).district if one != "unknown"
    )
    if wish is None:
        return known
    if wish not in known:
        raise user_error("takeaway.unknown_district", district=wish)
    return (wish,)


def _month(release: Release, wish: str | None) -> str:
    codes = view_values.options(release).period
    known = [code for code in codes if (one := Period.parse(code)) and _is_month(one)]
    if wish is None and known:
        return max(known)
    if wish is None or wish not in known:
        raise user_error("takeaway.unknown_month", month=wish or "")
    return wish


def _is_month(period: Period) -> bool:
    return period.kind == "month"


def _put_on_record(asker: Identity, district: str, month: str) -> None:
    with ledger().writing() as session:
        audit.record(session, asker, "report.made", "district", district, month=month)
