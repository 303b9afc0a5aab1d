"""The four published versions of DDAS, one adapter each, as plain data."""

from types import MappingProxyType

from warehouse.intake.ddas.model import SHAPES, Version

PARTNERS = (
    "Energie",
    "Huur",
    "Hypotheek",
    "CAK Zorgverzekeringen",
    "Zorg",
    "Water",
    "DUO",
    "Belastingdienst",
    "CAK Eigen bijdrage",
    "Overige",
    "Dienst Toeslagen",
)
DAYPARTS = ("Ochtend", "Middag", "Avond")
SEXES = ("Man", "Vrouw", "Onbekend", "Leeg")

STATUSES = (
    "Nog niet opgepakt",
    "Niet opgepakt: onterecht signaal",
    "Inwoner is overleden",
    "Persoon is geen inwoner (meer) in de gemeente",
    "Niet opgepakt: herhaalde melding",
    "Niet opgepakt: andere reden",
)

CONTACTS = (
    *("Mail", "Brief", "SMS/Whatsapp", "Telefoon", "Huisbezoek", "Kaartje"),
    "Administratief",
)

RESULTS = (
    "Niet opgepakt: herhaalde melding",
    "Niet opgepakt: onterecht signaal",
    "Niet opgepakt: andere reden",
    "Inwoner is overleden",
    "Persoon is geen inwoner (meer) in de gemeente",
    "Inwoner al bekend bij schuldhulpverlening",
    "Inwoner heeft al een ander lopend traject",
    "Definitief geen contact kunnen krijgen",
    "Geen reactie na eerder contact",
    "Inwoner heeft zelf al betaald/betalingsregeling getroffen",
    "(Budget)advies en/of quick fix",
    "Vervolghulp en/of verwijzing financieel",
    "Vervolghulp en/of verwijzing niet financieel",
)
NO_HELP_FIRST = "Inwoner hoeft geen hulp vanuit vroegsignalering"
NO_HELP = "Inwoner regelt het zelf/hoeft geen hulp vanuit vroegsignalering"

OLD_KEYS = {
    "levering.aanleverendeOrganisatie": "aanleverende_organisatie",
    "organisatie.contactpersonen": "contactpersoonen",
    "zaak.startdatumMatchingperiode": "startdatum_matchtingperiode",
    "zaak.einddatumMatchingperiode": "einddatum_matchingperiode",
    "zaak.datumOpgepakt": "datum_opgepakt",
}
CAPITALISED = {f"client.{key.name}": key.name.capitalize() for key in SHAPES["client"]}
SEX = "client.geslachtsaanduiding"
PLACE = "client.plaatsnaam"
NAMES_AND_STREET = {
    "client.voorletters",
    "client.voorvoegsel",
    "client.achternaam",
    "client.straatnaam",
}

V0_9 = Version(
    name="0.9",
    codes=MappingProxyType(
        {
            "partner": PARTNERS,
            "dagdeel": DAYPARTS,
            "status": STATUSES,
            "contactsoort": (*CONTACTS, "Overige"),
            "resultaat": (*RESULTS, NO_HELP_FIRST, "Verwijzing zonder contact"),
        }
    ),
    spellings=MappingProxyType(OLD_KEYS | CAPITALISED),
    absent=frozenset({SEX}),
)

V1_0 = Version(
    name="1.0",
    codes=MappingProxyType(
        {
            "partner": PARTNERS,
            "dagdeel": DAYPARTS,
            "status": STATUSES,
            "contactsoort": (*CONTACTS, "Afspraak op locatie"),
            "resultaat": (*RESULTS, NO_HELP, "Verwijzing zonder toestemming"),
        }
    ),
    spellings=V0_9.spellings,
    absent=V0_9.absent,
)

V1_1 = Version(
    name="1.1",
    codes=MappingProxyType({**V1_0.codes, "geslacht": SEXES}),
    spellings=MappingProxyType(OLD_KEYS),
    absent=frozenset(NAMES_AND_STREET),
)

V1_2 = Version(
    name="1.2",
    codes=MappingProxyType(
        {
            "partner": PARTNERS,
            "dagdeel": DAYPARTS,
            "geslacht": SEXES,
            "status": (
                *STATUSES,
                "Opgepakt",
                "Inwoner al bekend bij schuldhulpverlening",
            ),
            "contactsoort": (
                *CONTACTS,
                "Afspraak op locatie",
                "Onbekend",
                "Overige",
            ),
            "resultaat": (
                *RESULTS,
                NO_HELP,
                "Vervolghulp en/of verwijzing",
                "Verwijzing zonder tussenkomst inwoner",
            ),
        }
    ),
    absent=frozenset(NAMES_AND_STREET | {PLACE}),
    either_number_or_address=True,
)

VERSIONS = MappingProxyType({each.name: each for each in (V0_9, V1_0, V1_1, V1_2)})
NEWEST = V1_2
