"""What each DDAS result says, written down by hand: the oracle of reach and help."""

from typing import NamedTuple

from tests.ddas.ddas_files import BSN, Node, case, envelope, signal


class Meaning(NamedTuple):
    """In which versions a result exists, and what it says of a signal untried."""

    versions: str
    taken_up: bool
    reached: bool
    accepted: bool


ALL = "0.9 1.0 1.1 1.2"
UNTAKEN = Meaning(ALL, taken_up=False, reached=False, accepted=False)
SILENT = Meaning(ALL, taken_up=True, reached=False, accepted=False)
REACHED = Meaning(ALL, taken_up=True, reached=True, accepted=False)
HELPED = Meaning(ALL, taken_up=True, reached=True, accepted=True)

NO_HELP = "Inwoner regelt het zelf/hoeft geen hulp vanuit vroegsignalering"

RESULTS = {
    "Niet opgepakt: herhaalde melding": UNTAKEN,
    "Niet opgepakt: onterecht signaal": UNTAKEN,
    "Niet opgepakt: andere reden": UNTAKEN,
    "Inwoner is overleden": UNTAKEN,
    "Persoon is geen inwoner (meer) in de gemeente": UNTAKEN,
    "Inwoner al bekend bij schuldhulpverlening": SILENT,
    "Inwoner heeft al een ander lopend traject": SILENT,
    "Definitief geen contact kunnen krijgen": SILENT,
    "Geen reactie na eerder contact": REACHED,
    "Inwoner hoeft geen hulp vanuit vroegsignalering": REACHED._replace(versions="0.9"),
    NO_HELP: REACHED._replace(versions="1.0 1.1 1.2"),
    "Inwoner heeft zelf al betaald/betalingsregeling getroffen": REACHED,
    "(Budget)advies en/of quick fix": HELPED,
    "Vervolghulp en/of verwijzing financieel": HELPED,
    "Vervolghulp en/of verwijzing niet financieel": HELPED,
    "Vervolghulp en/of verwijzing": HELPED._replace(versions="1.2"),
    "Verwijzing zonder contact": SILENT._replace(versions="0.9"),
    "Verwijzing zonder toestemming": SILENT._replace(versions="1.0 1.1"),
    "Verwijzing zonder tussenkomst inwoner": SILENT._replace(versions="1.2"),
}


def results_of(version: str) -> list[str]:
    """The results that a version knows, in the order of the table."""
    return [name for name, one in RESULTS.items() if version in one.versions.split()]


def citizen_number(version: str, number: int) -> str:
    """Nobody's number, another one for each signal."""
    return f"{BSN[:4]}{version.replace('.', '')}{number:03d}"


def every_result(version: str) -> Node:
    """A delivery with one signal, one case and no attempt for each result."""
    names = results_of(version)
    old = version in ("0.9", "1.0")
    key = "Burgerservicenummer" if old else "burgerservicenummer"
    is_new = version == "1.2"
    return envelope(
        "aanleverendeOrganisatie" if is_new else "aanleverende_organisatie",
        {
            "vroegsignalen": [
                signal(f"R-{number}", {key: citizen_number(version, number)})
                for number, _ in enumerate(names)
            ],
            "vroegsignaalzaken": [
                case(f"R-{number}", result=name) for number, name in enumerate(names)
            ],
        },
    )
