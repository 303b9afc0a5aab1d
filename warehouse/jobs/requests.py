"""Asking for a release after something other than an acceptance changed the data."""

from datetime import datetime

from warehouse.accounts.identity import Identity
from warehouse.jobs.builds import enqueue_build, expected_at, request_build
from warehouse.ledger.connection import open_ledger
from warehouse.settings import Settings


def ask_for_release(settings: Settings, who: Identity) -> datetime:
    """Ask for a release in the name of `who`; when its figures can be expected.

    A release that waits already takes this along. The caller has checked the right.
    """
    with open_ledger(settings.database_url) as ledger, ledger.writing() as session:
        asked = request_build(session, who.name, settings.build_delay)
    enqueue_build(settings, asked)
    return expected_at(settings, asked)
