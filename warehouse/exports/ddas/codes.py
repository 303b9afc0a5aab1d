"""How the codes of our standard are said in DDAS, version by version."""

from collections.abc import Mapping
from dataclasses import dataclass

from warehouse.intake.ddas.model import Version

# For each code what DDAS calls it, best first. `~` marks what says almost the same;
# a code without an entry, or of which a version knows no wording, cannot be said.
PARTNERS: Mapping[str, tuple[str, ...]] = {
    "rent": ("Huur",),
    "mortgage": ("Hypotheek",),
    "energy": ("Energie",),
    "water": ("Water",),
    "health_insurer": ("Zorg",),
    "cak_health": ("CAK Zorgverzekeringen",),
    "cak_contribution": ("CAK Eigen bijdrage",),
    "duo": ("DUO",),
    "tax": ("Belastingdienst",),
    "benefits": ("Dienst Toeslagen",),
    "institution": ("~Overige",),
    "other": ("Overige",),
}

SEXES: Mapping[str, tuple[str, ...]] = {"male": ("Man",), "female": ("Vrouw",)}

DAYPARTS: Mapping[str, tuple[str, ...]] = {
    "morning": ("Ochtend",),
    "afternoon": ("Middag",),
    "evening": ("Avond",),
}

CHANNELS: Mapping[str, tuple[str, ...]] = {
    "home_visit": ("Huisbezoek",),
    "ring": ("Huisbezoek",),
    "phone": ("Telefoon",),
    "letter": ("Brief",),
    "note": ("Kaartje",),
    "message": ("SMS/Whatsapp",),
    "mail": ("Mail",),
    "administrative": ("Administratief",),
    "office": ("Afspraak op locatie", "~Overige"),
    "other": ("Overige",),
    "unknown": ("Onbekend",),
}

NOT_TAKEN_UP: Mapping[str, tuple[str, ...]] = {
    "repeat": ("Niet opgepakt: herhaalde melding",),
    "unjustified": ("Niet opgepakt: onterecht signaal",),
    "deceased": ("Inwoner is overleden",),
    "no_resident": ("Persoon is geen inwoner (meer) in de gemeente",),
    "left": ("~Niet opgepakt: andere reden",),
    "other": ("Niet opgepakt: andere reden",),
}

SOLVED = "Inwoner heeft zelf al betaald/betalingsregeling getroffen"
ADVICE = "(Budget)advies en/of quick fix"
FINANCIAL = "Vervolghulp en/of verwijzing financieel"
NOT_FINANCIAL = "Vervolghulp en/of verwijzing niet financieel"
FOLLOW_UP = "Vervolghulp en/of verwijzing"

# DDAS counts a payment as contact, and a trajectory as help of a kind.
RESULTS: Mapping[str, tuple[str, ...]] = {
    "repeated_report": NOT_TAKEN_UP["repeat"],
    "unjustified_signal": NOT_TAKEN_UP["unjustified"],
    "not_taken_up": NOT_TAKEN_UP["other"],
    "deceased": NOT_TAKEN_UP["deceased"],
    "no_resident": NOT_TAKEN_UP["no_resident"],
    "known_to_debt_help": ("Inwoner al bekend bij schuldhulpverlening",),
    "already_in_trajectory": ("Inwoner heeft al een ander lopend traject",),
    "not_reached": ("Definitief geen contact kunnen krijgen",),
    "lost_contact": ("Geen reactie na eerder contact",),
    "no_help_wanted": (
        "Inwoner regelt het zelf/hoeft geen hulp vanuit vroegsignalering",
        "Inwoner hoeft geen hulp vanuit vroegsignalering",
    ),
    "solved_by_tenant": (SOLVED,),
    "paid": (f"~{SOLVED}",),
    "arranged": (f"~{SOLVED}",),
    "paid_or_arranged": (f"~{SOLVED}",),
    "advice_or_quick_fix": (ADVICE,),
    "budget_advice": (ADVICE,),
    "quick_fix": (ADVICE,),
    "follow_up_financial": (FINANCIAL,),
    "follow_up_other": (NOT_FINANCIAL,),
    "follow_up_help": (FOLLOW_UP,),
    "trajectory_debt_counselling": (f"~{FINANCIAL}",),
    "trajectory_social_work": (f"~{NOT_FINANCIAL}",),
    "help_accepted": (f"~{FOLLOW_UP}",),
    "referred": (f"~{FOLLOW_UP}",),
    "referred_without_contact": ("Verwijzing zonder contact",),
    "referred_without_consent": ("Verwijzing zonder toestemming",),
    "referred_without_resident": ("Verwijzing zonder tussenkomst inwoner",),
}

STATUS_OPEN = "Nog niet opgepakt"
STATUS_TAKEN_UP = "Opgepakt"
STATUS_KNOWN = "Inwoner al bekend bij schuldhulpverlening"


@dataclass(frozen=True)
class Wording:
    """What a version calls a code; `value` is None when it cannot say it."""

    value: str | None
    is_exact: bool


def worded(
    wordings: Mapping[str, tuple[str, ...]], code: str, known: tuple[str, ...]
) -> Wording:
    """The first wording of a code that is among the `known` codes of a version."""
    for wording in wordings.get(code, ()):
        value = wording.removeprefix("~")
        if value in known:
            return Wording(value, is_exact=not wording.startswith("~"))
    return Wording(None, is_exact=False)


def status_of(version: Version, reason: str | None, is_known: bool) -> str | None:
    """Why a signal was not taken up; None when it was and the version has no word."""
    known = version.codes["status"]
    if reason:
        return worded(NOT_TAKEN_UP, reason, known).value
    status = STATUS_KNOWN if is_known else STATUS_TAKEN_UP
    return status if status in known else None
