"""Signing in through a municipality's own provider: OpenID Connect, with PKCE."""

from typing import Any

from authlib.common.errors import AuthlibBaseError
from authlib.integrations.flask_client import OAuth
from flask import Blueprint, Flask, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from joserfc.errors import JoseError
from requests import RequestException

from dashboard.access import session as sessions
from dashboard.access.addresses import SIGN_IN, arrival, safe_target
from dashboard.access.sign_in import draw_sign_in
from dashboard.server.context import ledger, settings
from dashboard.words.i18n import language
from warehouse.accounts.provider import sign_in_with_claims
from warehouse.errors import UserError
from warehouse.messages import message
from warehouse.settings import Settings

_NEXT = "after_sign_in"
_WELL_KNOWN = "/.well-known/openid-configuration"
_WAIT_SECONDS = 10


def blueprint(server: Flask, chosen: Settings) -> Blueprint:
    """Return the routes to the provider that the settings name, and back."""
    secret = chosen.oidc_client_secret
    oauth = OAuth(server)
    client = oauth.register(
        "provider",
        server_metadata_url=str(chosen.oidc_issuer).rstrip("/") + _WELL_KNOWN,
        client_id=chosen.oidc_client_id,
        client_secret=secret.get_secret_value() if secret else None,
        client_kwargs={
            "scope": "openid profile",
            "code_challenge_method": "S256",
            "timeout": _WAIT_SECONDS,
        },
    )
    routes = Blueprint("provider", __name__)
    routes.get(f"{SIGN_IN}/aanbieder", endpoint="ask")(lambda: _ask(client))
    routes.get(f"{SIGN_IN}/terug", endpoint="answer")(lambda: _answer(client))
    return routes


def _ask(client: Any) -> ResponseReturnValue:  # noqa: ANN401  Authlib has no types
    session[_NEXT] = safe_target(request.args.get("next"))
    back = url_for("provider.answer", _external=True)
    try:
        answer: ResponseReturnValue = client.authorize_redirect(back)
    except (AuthlibBaseError, RequestException):
        return _tell("sign_in.provider_unreachable", 502)
    return answer


def _answer(client: Any) -> ResponseReturnValue:  # noqa: ANN401
    # A state that does not fit, a wrong signature or nonce, or a refusal: all raise.
    try:
        claims = client.authorize_access_token()["userinfo"]
    except RequestException:
        return _tell("sign_in.provider_unreachable", 502)
    except (AuthlibBaseError, JoseError, KeyError):
        return _tell("sign_in.provider_refused", 400)
    target = safe_target(session.get(_NEXT))
    try:
        key = sign_in_with_claims(ledger(), settings(), claims)
    except UserError as error:
        return draw_sign_in(error.message(language()), status=403)
    sessions.enter(key)
    return redirect(arrival(target))


def _tell(key: str, status: int) -> ResponseReturnValue:
    return draw_sign_in(message(key).text(language()), status=status)
