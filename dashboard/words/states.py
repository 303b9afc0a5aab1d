"""States, standings and severities in words."""

from dashboard.words.i18n import gettext as _
from dashboard.words.i18n import language
from seeds.formats import formats
from seeds.rows import read_seed
from warehouse.ledger.tables import State
from warehouse.standard.labels import labels
from warehouse.stewardship.months.standing import Standing


def state_labels() -> dict[str, str]:
    """Return the states of a delivery in words."""
    return {
        State.RECEIVED: _("Waiting"),
        State.HELD: _("Held"),
        State.ACCEPTED: _("Accepted"),
        State.REFUSED: _("Refused"),
        State.REPLACED: _("Replaced"),
        State.WITHDRAWN: _("Withdrawn"),
    }


def standing_labels() -> dict[Standing, str]:
    """Return where a month stands, in one short word each."""
    return {
        Standing.MISSING: _("Missing"),
        Standing.LATE: _("Late"),
        Standing.HELD: _("To decide"),
        Standing.RECEIVED: _("Checking"),
        Standing.EXPECTED: _("Expected"),
        Standing.ACCEPTED: _("Accepted"),
        Standing.DECLARED_EMPTY: _("Nothing"),
        Standing.NOT_EXPECTED: "–",
    }


def standing_meanings() -> dict[Standing, str]:
    """Return what each of these words says, for the legend."""
    return {
        Standing.MISSING: _("nothing reported, and the next month is due as well"),
        Standing.LATE: _("the last day has passed and nothing came in"),
        Standing.HELD: _("it came in and waits for a decision"),
        Standing.RECEIVED: _("it came in and is being checked"),
        Standing.EXPECTED: _("owed, and still in time"),
        Standing.ACCEPTED: _("it came in and was accepted"),
        Standing.DECLARED_EMPTY: _("declared: there was nothing to report"),
        Standing.NOT_EXPECTED: _("nothing was owed"),
    }


def severity_labels() -> dict[str, str]:
    """Return the severities in words, the gravest first."""
    return {
        "blocking": _("Blocking"),
        "error": _("Error"),
        "warning": _("Warning"),
        "information": _("Information"),
    }


def district_labels() -> dict[str, str]:
    """Return the names of the districts by their code, in order of name."""
    return dict(sorted(labels("districts", "district", language()).items()))


def pilot_labels() -> dict[str, str]:
    """Return the names of the pilots by their code."""
    return dict(labels("pilots", "pilot", language()))


def format_labels() -> dict[str, str]:
    """Return the names of the formats by their code."""
    return {name: one.label(language()) for name, one in formats().items()}


def list_labels() -> dict[str, str]:
    """Return for every code list the name of the first field that uses it."""
    text = "label_en" if language() == "en" else "label_nl"
    found: dict[str, str] = {}
    for row in read_seed("standard_fields.csv"):
        found.setdefault(row["code_list"], row[text])
    return found
