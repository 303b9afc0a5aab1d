"""Clean transfer forms in their thousands, and ways to change one."""

import random
from dataclasses import replace
from datetime import date, timedelta

from tests.faults.days import written
from tests.faults.plan import Change, Row, Unit, cells
from tests.oracle.registrations import CITY, Form, Visit, make_tenant
from tests.oracle.writing import form_row

FORMAT = "overdrachtsformulier"
FIRST_DAY = date(2009, 1, 1)
OPENED_RESULTS = ("geen hulp gewenst", "regeling", "hulp geaccepteerd", "traject SHV")
DATES = {
    "letter": "Datum brief corporatie",
    "signal": "Datum melding",
    "objection": "Datum bezwaar",
    "handover": "Datum naar deurwaarder",
    "receipt": "Datum ontvangstbevestiging",
    "visit": "Datum huisbezoek 1",
    "second visit": "Datum huisbezoek 2",
    "office": "Datum kantoorbezoek",
    "feedback": "Datum terugkoppeling",
    "closed": "Datum afsluiting",
}
NO_VISITS = {
    f"{heading} {number}": ""
    for heading in ("Datum huisbezoek", "Tijdstip", "Thuis")
    for number in (1, 2, 3)
}
NOT_CLOSED = {"Datum afsluiting": "", "Reden afsluiting": ""}
OBJECTED = NO_VISITS | NOT_CLOSED | {
    "Bezwaar": "ja", "Reactie op brief": "", "Resultaat": "",
    "Datum terugkoppeling": "",
}  # fmt: skip
NOT_REACHED = {"Resultaat": "niet bereikt"}
OPENED = {"Thuis 1": "ja", "Resultaat": "geen hulp gewenst"}
BARE = NO_VISITS | {
    "Reactie op brief": "", "Datum ontvangstbevestiging": "", "Resultaat": "",
    "Datum terugkoppeling": "",
}  # fmt: skip


def clean_forms(count: int, seed: int, first_day: date = FIRST_DAY) -> list[Unit]:
    """Forms with nothing wrong, from one of the city's districts, a unit each."""
    rng = random.Random(seed)
    return [[_row(rng, _form(rng, number, first_day))] for number in range(count)]


def _form(rng: random.Random, number: int, first_day: date) -> Form:
    tenant = make_tenant(rng, number, rng.choice(["ymere", "de-alliantie"]))
    day = first_day + timedelta(number % 28 if first_day.day == 2 else number % 600)
    opened = number % 2 == 0
    visits = [Visit(day + timedelta(3), opened)]
    if number % 3 == 0:
        visits.insert(0, Visit(day + timedelta(1), False))
    return Form(
        number=f"N-{number:05d}",
        pilot=CITY,
        district="noord",
        tenant=replace(
            tenant,
            sex=rng.choice(["male", "female"]),
            birth_date=date(1930 + number % 55, 1 + number % 12, 1 + number % 28),
        ),
        day=day,
        arrears=1000.0 + number % 400,
        months=2,
        known=rng.choice(["no", "yes", "former"]),
        reply=rng.choice(["none", None]),
        letter=day - timedelta(14),
        objected=False,
        receipt=day,
        visits=visits,
        office=None,
        result=OPENED_RESULTS[number // 2 % 4] if opened else "niet bereikt",
        feedback=day + timedelta(10),
        closed=day + timedelta(40),
    )


def _row(rng: random.Random, form: Form) -> Row:
    more = {
        "Huishouden": rng.choice(["alleenstaand", "paar met kinderen"]),
        "Huur per maand": "€ 512,50",
        "Aantal schuldeisers": "3",
        "Totale schuld": "4.500,-",
        "Vermoedelijke problematiek": "meerdere schulden / ziekte",
        "Datum bezwaar": "",
        "Datum naar deurwaarder": "",
        "Bezoekers": "SHV+MW",
        "Aangekondigd": "ja",
        "Briefje achtergelaten": "nee",
        "Doorverwezen naar": "",
        "Aangekomen": "",
        "Reden afsluiting": form.result or "",
    }
    times = {
        f"Tijdstip {number}": "14:30" if number <= len(form.visits) else ""
        for number in (1, 2, 3)
    }
    return form_row(rng, form) | more | times | {"_day": form.day.isoformat()}


def days(**after: int) -> Change:
    """Write dates so many days after the signal's own."""

    def change(unit: Unit) -> None:
        day = date.fromisoformat(unit[0]["_day"])
        for name, offset in after.items():
            heading = DATES[name.replace("_", " ")]
            unit[0][heading] = written(day + timedelta(offset))

    return change


def moved(first: date) -> Change:
    """Move the whole case to another day of the signal."""

    def change(unit: Unit) -> None:
        unit[0]["_day"] = first.isoformat()
        cells(OPENED)(unit)
        days(letter=-14, signal=0, receipt=0, visit=3, feedback=10, closed=40)(unit)

    return change


def can_hold_fault(unit: Unit) -> bool:
    """Whether a form tells of one visit only, so that a fault in it is alone."""
    return not unit[0]["Thuis 2"]
