"""The fourteen districts: how much each reports, how it works, what it gets wrong."""

from dataclasses import dataclass

EVENTS, FORM_CSV, FORM_XLSX = "events", "form-csv", "form-xlsx"
DDAS_OLD, DDAS_NEW, TALLY, WORKBOOK = "ddas-0.9", "ddas-1.2", "tally", "workbook"


@dataclass(frozen=True)
class District:
    """A district of the city.

    ``signals`` is the number in 24 months. ``reach`` and ``acceptance`` shift the
    log odds of the city's rates: nought is the city's mean, so that differences
    between districts at nought are chance alone. ``visits`` is the share of the
    signals that a visit is tried for, ``pace`` the median days to the first attempt,
    ``on_time`` the share of feedback meant to be in time.
    """

    code: str
    name: str
    prefix: str
    postcodes: tuple[str, ...]
    institution: str
    source: str
    signals: int
    corporations: tuple[str, ...]
    visits: float = 0.55
    reach: float = 0.0
    acceptance: float = 0.0
    pace: int = 7
    on_time: float = 0.86
    dates: str = "dmy"
    encoding: str = "utf-8"
    separator: str = ";"
    is_late: bool = False
    has_false_acceptance: bool = False
    has_unknown_words: bool = False
    calls_advice_no_help: bool = False

    @property
    def asks_consent(self) -> bool:
        """Whether it works with the transfer form, on which tenants may object."""
        return self.source in (FORM_CSV, FORM_XLSX)

    @property
    def knows_contracts(self) -> bool:
        """Whether its files name contracts, as the national exchange cannot."""
        return self.source not in (DDAS_OLD, DDAS_NEW)

    @property
    def rent_only(self) -> bool:
        """Whether only housing corporations report to it."""
        return self.asks_consent or self.source == TALLY


DISTRICTS = (
    District(
        "centrum", "Centrum", "CE", ("1011", "1012", "1017"), "De Blankenberg",
        FORM_CSV, 900, ("Ymere", "De Key", "Stadgenoot"),
        visits=0.72, encoding="cp1252", dates="words", pace=9,
    ),
    District(
        "westerpark", "Westerpark", "WP", ("1013", "1014"), "De Blankenberg",
        FORM_XLSX, 1050, ("Ymere", "Eigen Haard", "Rochdale"),
        visits=0.68, dates="short", has_false_acceptance=True,
    ),
    District(
        "oud-west", "Oud-West", "OW", ("1053", "1054"), "De Blankenberg",
        TALLY, 340, ("Ymere", "De Key"), visits=0.66, dates="dmy",
    ),
    District(
        "zeeburg", "Zeeburg", "ZB", ("1018", "1019"), "Dynamo",
        DDAS_NEW, 1500, ("Ymere", "De Key", "Eigen Haard"), visits=0.5,
    ),
    District(
        "bos-en-lommer", "Bos en Lommer", "BL", ("1055", "1061"), "Doras",
        EVENTS, 1550, ("Rochdale", "Ymere", "Eigen Haard"),
        dates="iso", encoding="utf-8-sig", separator="\t",
    ),
    District(
        "de-baarsjes", "De Baarsjes", "BA", ("1056", "1057"), "Doras",
        EVENTS, 1150, ("Ymere", "De Key", "Stadgenoot"),
        dates="compact", separator=";", on_time=0.78,
    ),
    District(
        "noord", "Noord", "NO", ("1021", "1024", "1025"), "Doras",
        EVENTS, 2250, ("Ymere", "Eigen Haard", "Rochdale"),
        visits=0.66, reach=0.42, pace=5, on_time=0.94, separator="\t",
    ),
    District(
        "geuzenveld-slotermeer", "Geuzenveld/Slotermeer", "GS",
        ("1063", "1064", "1067"), "Doras", EVENTS, 1850,
        ("De Alliantie", "Far West", "Stadgenoot"),
        dates="slash", encoding="cp1252", separator=";",
    ),
    District(
        "osdorp", "Osdorp", "OS", ("1068", "1069"), "PuurZuid",
        EVENTS, 1700, ("Far West", "Stadgenoot", "Rochdale"),
        dates="dmy", separator=",", acceptance=0.4,
    ),
    District(
        "slotervaart", "Slotervaart", "SV", ("1062", "1065"), "PuurZuid",
        EVENTS, 1450, ("Far West", "Ymere", "De Alliantie"),
        dates="short", separator="|", has_unknown_words=True,
    ),
    District(
        "zuidoost", "Zuidoost", "ZO", ("1102", "1103", "1104"), "Dynamo",
        EVENTS, 2700, ("Rochdale", "Eigen Haard", "Ymere"),
        visits=0.44, reach=-0.42, pace=12, on_time=0.7, separator="\t",
    ),
    District(
        "oost-watergraafsmeer", "Oost-Watergraafsmeer", "OG", ("1091", "1097"),
        "Dynamo", WORKBOOK, 1350, ("Ymere", "Eigen Haard", "Stadgenoot"),
        visits=0.6,
    ),
    District(
        "oud-zuid", "Oud-Zuid", "OZ", ("1071", "1073", "1074"), "PuurZuid",
        DDAS_OLD, 1400, ("Stadgenoot", "Ymere", "De Alliantie"),
        calls_advice_no_help=True,
    ),
    District(
        "zuideramstel", "Zuideramstel", "ZA", ("1079", "1081"), "PuurZuid",
        EVENTS, 900, ("Eigen Haard", "Rochdale", "Stadgenoot"),
        dates="dmy", encoding="cp1252", separator=";", is_late=True, on_time=0.66,
    ),
)  # fmt: skip
