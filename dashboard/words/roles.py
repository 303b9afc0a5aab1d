"""What roles, rights and deeds are called, in the language of the request."""

from dashboard.words.formats import NOTHING
from dashboard.words.i18n import gettext as _
from dashboard.words.states import district_labels
from warehouse.identity import Right, Role


def role(code: Role) -> str:
    """Return the name of a role."""
    names = {
        Role.VIEWER: _("Viewer"),
        Role.DELIVERER: _("Deliverer"),
        Role.COORDINATOR: _("Coordinator"),
        Role.RESEARCHER: _("Researcher"),
        Role.STEWARD: _("Steward"),
        Role.ADMINISTRATOR: _("Administrator"),
    }
    return names[code]


def right(code: Right) -> str:
    """Return what a right allows."""
    names = {
        Right.READ_FIGURES: _("read the figures"),
        Right.SEE_SMALL_NUMBERS: _("see small numbers"),
        Right.ANNOTATE: _("write notes beside months"),
        Right.READ_DELIVERIES: _("read deliveries"),
        Right.DELIVER: _("deliver files"),
        Right.EXPLAIN: _("explain findings"),
        Right.DECIDE: _("decide about deliveries"),
        Right.PLAN_MONTHS: _("plan the months"),
        Right.MAP_CODES: _("map codes"),
        Right.DOWNLOAD_RELEASE: _("download a release"),
        Right.EXPORT_DDAS: _("export for the national exchange"),
        Right.ERASE_PERSONS: _("erase a person's records"),
        Right.MANAGE_ACCOUNTS: _("manage accounts"),
        Right.READ_AUDIT_TRAIL: _("read the audit trail"),
    }
    return names[code]


def not_for_you() -> tuple[str, str]:
    """Return the heading and the text of a refusal."""
    return _("Not for your role"), _(
        "Your account may not see or do this. The administrator can change it."
    )


def place(districts: frozenset[str] | list[str] | None) -> str:
    """Return where somebody may look, in a few words."""
    if districts is None:
        return _("whole region")
    labels = district_labels()
    return ", ".join(sorted(labels.get(code, code) for code in districts))


def action(code: str) -> str:
    """Return what was done; an action of another part goes by its code."""
    names = {
        "signed_in": _("signed in"),
        "signed_out": _("signed out"),
        "sign_in_failed": _("failed to sign in"),
        "account_locked": _("account locked"),
        "password_changed": _("changed the password"),
        "password_reset": _("gave a new password"),
        "account_made": _("made an account"),
        "account_changed": _("changed an account"),
        "account_disabled": _("disabled an account"),
        "account_enabled": _("enabled an account"),
        "token_made": _("made a token"),
        "token_revoked": _("revoked a token"),
        "person.search": _("looked for a person"),
        "person.erase": _("had a person erased"),
        "person.erased": _("a person was erased"),
        "retention.apply": _("removed what was kept long enough"),
        "refused": _("was refused"),
        "seen": _("opened a page"),
        "taken_away": _("took a page away"),
        "report.made": _("made a monthly report"),
    } | _work()
    return names.get(code, code.replace("_", " ").replace(".", " "))


def _work() -> dict[str, str]:
    """What the work on deliveries, months and codes is called."""
    return {
        "upload.receive": _("uploaded a file"),
        "delivery.ask_acceptance": _("asked to accept a delivery"),
        "delivery.accept": _("accepted a delivery"),
        "delivery.reject": _("rejected a delivery"),
        "delivery.withdraw": _("withdrew a delivery"),
        "delivery.restore": _("restored a delivery"),
        "delivery.explain": _("explained a finding"),
        "delivery.sign": _("declared a delivery fit"),
        "delivery.unsign": _("took a declaration back"),
        "month.declare_empty": _("said that a month has nothing"),
        "month.take_back": _("took a declaration back"),
        "month.put_off": _("gave more time"),
        "mapping.record": _("mapped a code"),
        "mapping.undo": _("undid a mapping"),
        "annotation.written": _("wrote a note"),
        "annotation.changed": _("changed a note"),
        "annotation.removed": _("removed a note"),
        "release.request": _("asked for a release"),
        "release.download": _("downloaded a release"),
        "export.ddas": _("exported for the national exchange"),
    }


def detail(key: str, value: object) -> str:
    """Return one thing that the trail keeps of a deed, as `name: value`."""
    names = {
        "by": _("with"),
        "reason": _("why"),
        "role": _("role"),
        "districts": _("districts"),
        "district": _("district"),
        "month": _("month"),
        "format": _("format"),
        "code": _("code"),
        "code_list": _("code list"),
        "source_code": _("text"),
    }
    values = {"password": _("password"), "provider": _("another account")}
    said = NOTHING if value is None else values.get(f"{value}", f"{value}")
    return f"{names.get(key, key.replace('_', ' '))}: {said}"


def thing(kind: str) -> str:
    """Return what something was done to; a thing of another part goes by its code."""
    names = {
        "account": _("account"),
        "token": _("token"),
        "page": _("page"),
        "address": _("address"),
        "erasure": _("erasure"),
        "upload": _("upload"),
        "delivery": _("delivery"),
        "mapping": _("mapping"),
        "annotation": _("note"),
        "build": _("build"),
        "release": _("release"),
        "month_declaration": _("declaration"),
        "due_date": _("last day"),
        "retention": _("keeping"),
    }
    return names.get(kind, kind.replace("_", " "))
