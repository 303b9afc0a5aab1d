"""The eleven signals of pilot A, as the institution would have noted them.

Dates are invented (only their order and number were published). Feedback is in
time for nine signals, late for one and missing for one; receipt was confirmed
late once and the objection period was cut short once.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Visit:
    """One visit by the pair; ``time`` is a part of the day or a clock time."""

    day: date
    time: str
    is_home: bool


@dataclass(frozen=True)
class TransferSignal:
    """One transfer form; amounts are in whole euros."""

    reported: date
    corporation: str
    sex: str
    household: str
    rent: int
    arrears: int
    months: int
    creditors: str
    total_debt: str
    problems: str
    letter: date
    confirmed: date
    feedback: date | None
    closed: date
    result: str
    reply: str = "geen reactie"
    known: str = "nee"
    visits: tuple[Visit, ...] = ()
    office_visit: date | None = None
    referred_to: str = ""
    arrived: str = ""
    dossier_close_code: str = ""


def _day(month: int, day: int) -> date:
    return date(2007, month, day)


SIGNALS = (
    TransferSignal(
        _day(3, 12), "Ymere", "man", "alleenstaand", 412, 824, 2, "1", "",
        "alleen betalingsachterstand", _day(3, 2), _day(3, 13), _day(3, 23),
        _day(3, 23), "betaald", reply="geen behoefte",
    ),
    TransferSignal(
        _day(3, 26), "De Alliantie", "vrouw", "alleenstaand met kinderen", 465, 1395,
        3, "4", "6250", "meerdere schulden/psychosociaal", _day(3, 16), _day(3, 27),
        _day(4, 6), _day(9, 14), "traject SHV", known="oud-cliënt",
        visits=(Visit(_day(4, 3), "ochtend", True),), dossier_close_code="02",
    ),
    TransferSignal(
        _day(4, 10), "Eigen Haard", "man", "alleenstaand", 388, 776, 2, "2", "1900",
        "werkloosheid", _day(3, 30), _day(4, 11), _day(4, 20), _day(4, 20),
        "betaald", reply="geen behoefte",
    ),
    TransferSignal(
        _day(4, 23), "Ymere", "man", "alleenstaand", 530, 1590, 3, "7", "14800",
        "meerdere schulden, overig", _day(4, 13), _day(4, 24), _day(5, 4), _day(5, 11),
        "doorverwezen", visits=(Visit(_day(4, 27), "14:30", True),),
        referred_to="Zuidweg", arrived="onbekend",
    ),
    TransferSignal(
        _day(5, 7), "De Alliantie", "vrouw", "alleenstaand", 401, 1203, 3, "",
        "onbekend", "psychosociaal", _day(4, 26), _day(5, 8), None, _day(6, 8),
        "niet bereikt", visits=(
            Visit(_day(5, 14), "ochtend", False), Visit(_day(5, 18), "avond", False),
        ),
    ),
    TransferSignal(
        _day(5, 21), "Eigen Haard", "echtpaar", "paar met kinderen", 590, 1250, 2, "3",
        "3400", "alleen betalingsachterstand", _day(5, 10), _day(5, 22), _day(6, 1),
        _day(6, 1), "geen hulp gewenst", reply="geen behoefte",
    ),
    TransferSignal(
        _day(6, 4), "Ymere", "man", "paar", 478, 1912, 4, "9", "21500",
        "meerdere schulden/werkloosheid", _day(5, 25), _day(6, 5), _day(6, 15),
        _day(6, 22), "doorverwezen", known="oud-cliënt", visits=(
            Visit(_day(6, 8), "10:15", False), Visit(_day(6, 12), "middag", True),
        ), referred_to="Zuidweg", arrived="onbekend",
    ),
    TransferSignal(
        _day(6, 18), "De Alliantie", "vrouw", "alleenstaand", 355, 1065, 3, "5", "4750",
        "ziekte, meerdere schulden", _day(6, 8), _day(6, 19), _day(7, 4), _day(11, 2),
        "traject SHV", visits=(Visit(_day(6, 25), "middag", True),),
        dossier_close_code="03",
    ),
    TransferSignal(
        _day(7, 2), "Ymere", "vrouw", "alleenstaand met kinderen", 440, 880, 2, "2",
        "1300", "scheiding", _day(6, 22), _day(7, 3), _day(7, 13), _day(7, 20),
        "doorverwezen", known="oud-cliënt",
        visits=(Visit(_day(7, 9), "avond", True),), referred_to="inloopspreekuur",
        arrived="ja",
    ),
    TransferSignal(
        _day(7, 16), "Eigen Haard", "man", "alleenstaand", 372, 1116, 3, "3", "2900",
        "verslaving", _day(7, 12), _day(7, 17), _day(7, 27), _day(8, 10),
        "geen hulp gewenst", visits=(
            Visit(_day(7, 20), "11:00", False), Visit(_day(7, 24), "avond", False),
        ), office_visit=_day(7, 26),
    ),
    TransferSignal(
        _day(8, 13), "De Alliantie", "man", "alleenstaand", 496, 992, 2, "1", "",
        "alleen betalingsachterstand", _day(8, 3), _day(8, 20), _day(8, 24),
        _day(8, 24), "betaald", reply="geen behoefte",
    ),
)  # fmt: skip
