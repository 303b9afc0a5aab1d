"""Deny by default: nothing answers who has not signed in, but for a short list.

Add to `PUBLIC` only what nobody needs to be known for. Under `/api/` only tokens
count, never cookies, so that no page elsewhere can use a visitor's session there.
"""

from flask import Flask, Response, g, jsonify, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFProtect, generate_csrf

from dashboard.access.session import signed_in
from dashboard.server.context import ForbiddenError, ledger
from dashboard.words.i18n import gettext as _
from warehouse.accounts.tokens import identity_of_token

PUBLIC = {
    "health",
    "choose_language",
    "choose_appearance",
    "api_description",
    "sign_in.show",
    "sign_in.enter",
    "sign_in.style",
    "provider.ask",
    "provider.answer",
}
"""Endpoints that answer anybody."""

BEFORE_NEW_PASSWORD = {"password.show", "password.change", "sign_in.leave"}
"""Endpoints for who must choose a password first."""

API = "/api/"
CSRF_COOKIE = "_csrf_token"
"""Where Dash's own scripts look for the token that they send along."""

_PAGES = {"/", "/<path:path>"}
_SAFE = {"GET", "HEAD", "OPTIONS"}
_OWN_SITES = {None, "same-origin", "none"}


def install(server: Flask) -> None:
    """Ask every request who it is from; call before anything else is added."""
    server.config.update(WTF_CSRF_CHECK_DEFAULT=False, WTF_CSRF_TIME_LIMIT=None)
    csrf = CSRFProtect(server)

    @server.before_request
    def guard() -> ResponseReturnValue | None:
        if request.path.startswith(API):
            return _admit_token()
        if request.method not in _SAFE:
            if request.headers.get("Sec-Fetch-Site") not in _OWN_SITES:
                raise ForbiddenError("a page of another site asks")
            csrf.protect()
        return None if request.endpoint in PUBLIC else _admit_user()

    @server.after_request
    def hand_out_token(response: Response) -> Response:
        if response.mimetype == "text/html" and response.location is None:
            response.set_cookie(
                CSRF_COOKIE,
                generate_csrf(),
                samesite="Lax",
                secure=request.is_secure,
            )
        return response


def _admit_user() -> ResponseReturnValue | None:
    user = signed_in()
    if user is None:
        return _send_to("sign_in.show", "signed_out")
    g.identity = user.identity
    if user.must_change_password and request.endpoint not in BEFORE_NEW_PASSWORD:
        return _send_to("password.show", "password_must_change")
    return None


def _send_to(endpoint: str, reason: str) -> ResponseReturnValue:
    """Lead a person to a page; tell a program, or a script of the page, why not."""
    if request.endpoint in _PAGES and request.method in _SAFE:
        here = request.full_path.rstrip("?")
        return redirect(url_for(endpoint, next=None if here == "/" else here))
    return jsonify(error=reason, address=url_for(endpoint)), 401


def _admit_token() -> ResponseReturnValue | None:
    if request.endpoint in PUBLIC:
        return None
    kind, _sep, token = request.headers.get("Authorization", "").partition(" ")
    is_bearer = kind.lower() == "bearer" and token
    found = identity_of_token(ledger(), token.strip()) if is_bearer else None
    if found is None:
        return _problem()
    g.identity = found
    return None


def _problem() -> ResponseReturnValue:
    answer = jsonify(
        type="about:blank",
        title="Unauthorized",
        status=401,
        detail=_("Send a token of your organisation that has not ended."),
    )
    answer.mimetype = "application/problem+json"
    answer.headers["WWW-Authenticate"] = 'Bearer realm="eropaf"'
    return answer, 401
