"""Limits on how often one may ask, counted over all workers together."""

from flask import Flask, Response, request, session
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

from dashboard.access.counts import SCHEME, SharedCounts
from dashboard.access.session import SESSION_KEY
from warehouse.accounts.passwords import fingerprint
from warehouse.settings import Settings

FOUND = 302


def install(server: Flask, settings: Settings) -> Limiter:
    """Limit every request of `server`; returns the limiter for stricter limits."""
    limiter = Limiter(
        _who_asks,
        app=server,
        # All routes together.
        application_limits=[f"{settings.requests_per_minute}/minute"],
        storage_uri=f"{SCHEME}://{settings.rate_limits_file}",
        strategy="fixed-window",
        headers_enabled=False,
        # A full disk must not shut everybody out.
        swallow_errors=True,
    )
    limiter.request_filter(lambda: request.path == "/healthz")
    if isinstance(limiter.storage, SharedCounts):
        limiter.storage.sweep()
    return limiter


def is_failure(response: Response) -> bool:
    """Tell whether a sign-in failed: who succeeds is sent on."""
    return response.status_code != FOUND


def address() -> str:
    """The address that asks, hashed: it is kept in a file."""
    return fingerprint(get_remote_address())[:32]


def _who_asks() -> str:
    """The session that asks, or else the address."""
    key = session.get(SESSION_KEY)
    return fingerprint(key)[:32] if isinstance(key, str) else address()
