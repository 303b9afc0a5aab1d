"""The cookie of a session, and who is behind it."""

from dataclasses import dataclass

from flask import Flask, request, session
from flask.sessions import SecureCookieSessionInterface
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user

from dashboard.server.context import ledger, settings
from warehouse.accounts import sessions
from warehouse.accounts.session_key import load_session_key
from warehouse.identity import Identity
from warehouse.settings import Settings

SESSION_KEY = "_user_id"
"""Where Flask-Login keeps what our `SignedIn.get_id` returns."""

# What the page asks by itself; it says nothing about somebody being there.
_POLLED = ("/release", "/aanleveren/stand")


@dataclass(frozen=True)
class SignedIn(UserMixin):
    """The holder of a session, as Flask-Login wants to see them."""

    key: str
    identity: Identity
    user_name: str
    must_change_password: bool

    def get_id(self) -> str:
        """The key of the session, which stands signed in the cookie."""
        return self.key


class _Cookies(SecureCookieSessionInterface):
    """Session cookies that are for https only, wherever https is spoken."""

    def get_cookie_secure(self, app: Flask) -> bool:
        return request.is_secure


def install(server: Flask, chosen: Settings) -> None:
    """Let `server` know who has signed in."""
    server.secret_key = load_session_key(chosen)
    server.session_interface = _Cookies()
    server.config.update(
        SESSION_COOKIE_NAME="eropaf_session",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
    )
    manager = LoginManager()
    manager.session_protection = "strong"
    manager.init_app(server)
    manager.user_loader(_load)


def signed_in() -> SignedIn | None:
    """Return the holder of the running request's session, if any."""
    found: SignedIn = current_user._get_current_object()
    return found if isinstance(found, SignedIn) else None


def enter(key: str) -> None:
    """Put a new session in the cookie; whatever was in it before is gone."""
    session.clear()
    found = _load(key)
    if found:
        login_user(found)


def leave() -> None:
    """Empty the cookie."""
    logout_user()
    session.clear()


def _load(key: str) -> SignedIn | None:
    user = sessions.find_user(
        ledger(),
        key,
        sessions.Limits.of(settings()),
        is_activity=request.path not in _POLLED,
    )
    if user is None:
        return None
    return SignedIn(key, user.identity(), user.user_name, user.must_change_password)
