"""The page on which somebody chooses a password."""

from flask import Blueprint, redirect, request
from flask.typing import ResponseReturnValue
from flask_limiter import Limiter

from dashboard.access import session
from dashboard.access.addresses import PASSWORD, safe_target
from dashboard.access.drawing import draw
from dashboard.access.limits import address, is_failure
from dashboard.server.context import ForbiddenError, ledger, settings
from dashboard.words.i18n import gettext as _
from dashboard.words.i18n import language
from warehouse.accounts.passwords import LEAST_LETTERS
from warehouse.accounts.sign_in import change_password
from warehouse.errors import UserError
from warehouse.messages import user_error


def blueprint(limiter: Limiter) -> Blueprint:
    """Return the routes; `limiter` slows down who guesses the present password."""
    routes = Blueprint("password", __name__)
    routes.get(PASSWORD, endpoint="show")(_show)
    change = limiter.limit(
        f"{settings().sign_ins_per_minute}/minute",
        key_func=address,
        deduct_when=is_failure,
    )(_change)
    routes.post(PASSWORD, endpoint="change")(change)
    return routes


def _show(problem: str = "", status: int = 200) -> ResponseReturnValue:
    user = _user()
    page = draw(
        "password.html.j2",
        _("Choose a password"),
        problem=problem,
        user_name=user.user_name,
        must_change=user.must_change_password,
        next=safe_target(request.values.get("next")),
        least=LEAST_LETTERS,
        words={
            "once": _(
                "The password that you got is for one time. Choose one of your own."
            ),
            "rules": _(
                "At least %(least)s characters, without your user name. A few words "
                "in a row are strong and easy to remember."
            )
            % {"least": LEAST_LETTERS},
            "present": _("Present password"),
            "new": _("New password"),
            "again": _("New password once more"),
            "save": _("Save"),
            "back": _("Back"),
            "sign_out": _("Sign out"),
        },
    )
    return page, status


def _change() -> ResponseReturnValue:
    user, form = _user(), request.form
    new = form.get("new", "")
    try:
        if new != form.get("again"):
            raise user_error("password.differ")
        present = form.get("present", "")
        key = change_password(ledger(), user.identity.user_id, present, new)
    except UserError as error:
        return _show(error.message(language()), 400)
    session.enter(key)
    return redirect(safe_target(form.get("next")))


def _user() -> session.SignedIn:
    user = session.signed_in()
    if user is None:
        raise ForbiddenError("nobody has signed in")
    return user
