"""The sign-in page, and leaving again."""

from flask import Blueprint, Response, abort, redirect, request, send_from_directory
from flask.typing import ResponseReturnValue
from flask_limiter import Limiter
from werkzeug.wrappers import Response as RedirectResponse

from dashboard.access import session
from dashboard.access.addresses import SIGN_IN, arrival, safe_target
from dashboard.access.drawing import ASSETS, draw, styles
from dashboard.access.limits import address, is_failure
from dashboard.server.context import ledger, settings
from dashboard.words.i18n import gettext as _
from dashboard.words.i18n import language
from warehouse.accounts import sign_in as service
from warehouse.errors import UserError


def blueprint(limiter: Limiter) -> Blueprint:
    """Return the routes; `limiter` slows down who guesses."""
    routes = Blueprint("sign_in", __name__, template_folder="templates")
    routes.get(SIGN_IN, endpoint="show")(_show)
    routes.get("/stijl/<name>", endpoint="style")(_style)
    routes.post("/uitloggen", endpoint="leave")(_leave)
    enter = limiter.limit(
        f"{settings().sign_ins_per_minute}/minute",
        key_func=address,
        deduct_when=is_failure,
    )(_enter)
    routes.post(SIGN_IN, endpoint="enter")(enter)
    return routes


def draw_sign_in(
    problem: str = "", notice: str = "", user_name: str = "", status: int = 200
) -> ResponseReturnValue:
    """Return the sign-in page, with what went wrong or what happened before."""
    page = draw(
        "sign_in.html.j2",
        _("Sign in"),
        problem=problem,
        notice=notice,
        user_name=user_name,
        next=safe_target(request.values.get("next")),
        provider=settings().oidc_name if settings().oidc_issuer else None,
        words={
            "intro": _("The monitor of early outreach in your region."),
            "user_name": _("User name"),
            "password": _("Password"),
            "sign_in": _("Sign in"),
            "provider": _("Sign in through %(name)s") % {"name": settings().oidc_name},
            "or": _("or"),
            "help": _(
                "No account, or forgotten your password? Ask the administrator of "
                "the monitor in your region."
            ),
        },
    )
    return page, status


def _show() -> ResponseReturnValue:
    if session.signed_in():
        return redirect(safe_target(request.args.get("next")))
    notices = {
        "signed-out": _("You have signed out."),
        "expired": _("Your session has ended. Sign in again to go on."),
    }
    return draw_sign_in(notice=notices.get(request.args.get("reason", ""), ""))


def _enter() -> ResponseReturnValue:
    user_name = request.form.get("user_name", "")
    password = request.form.get("password", "")
    try:
        key = service.sign_in(ledger(), settings(), user_name, password)
    except UserError as error:
        return draw_sign_in(error.message(language()), "", user_name, 401)
    session.enter(key)
    return redirect(arrival(safe_target(request.form.get("next"))))


def _leave() -> RedirectResponse:
    user = session.signed_in()
    if user:
        service.sign_out(ledger(), user.identity, user.key)
    session.leave()
    return redirect(f"{SIGN_IN}?reason=signed-out")


def _style(name: str) -> Response:
    """A style sheet, for the pages that are shown before anybody signed in."""
    if name not in styles():
        abort(404)
    return send_from_directory(ASSETS, name)
