"""Puts the guard, the sessions and the pages of access around a server."""

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from dashboard.access import (
    drawing,
    guard,
    limits,
    password,
    provider,
    refusals,
    session,
    sign_in,
)
from warehouse.ledger.connection import connect_ledger
from warehouse.settings import Settings


def install(server: Flask, settings: Settings) -> None:
    """Let nobody in unasked; call before a route or Dash is added to `server`."""
    server.extensions["ledger"] = connect_ledger(settings.database_url)
    _trust_proxies(server, settings.trusted_proxies)
    drawing.install(server)
    session.install(server, settings)
    # Counted first, so that knocking costs little.
    limiter = limits.install(server, settings)
    guard.install(server)
    refusals.install(server)
    with server.app_context():
        server.register_blueprint(sign_in.blueprint(limiter))
        server.register_blueprint(password.blueprint(limiter))
    if settings.oidc_issuer:
        server.register_blueprint(provider.blueprint(server, settings))


def _trust_proxies(server: Flask, hops: int) -> None:
    """Believe what that many proxies in front say about address and https."""
    if hops:
        server.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            server.wsgi_app, x_for=hops, x_proto=hops, x_host=hops
        )
