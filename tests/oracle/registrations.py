"""What happened, as plain values: the truth from which files are written."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

PILOT_A = "vroegmelding-centrum-2007"
PILOT_B = "vroeg-eropaf-transvaal-2007"
CITY = "stedelijk-2009"

PILOT_DAYS = {
    PILOT_A: (date(2007, 3, 1), date(2007, 8, 31)),
    PILOT_B: (date(2007, 3, 1), date(2007, 10, 5)),
    CITY: (date(2009, 1, 1), None),
}
FOLLOWED_UNTIL = {
    PILOT_A: date(2008, 8, 31),
    PILOT_B: date(2008, 10, 5),
    CITY: None,
}

FORM_RESULTS = [
    "betaald",
    "regeling",
    "betaald/regeling",
    "hulp geaccepteerd",
    "traject SHV",
    "traject AMW",
    "doorverwezen",
    "geen hulp gewenst",
    "niet bereikt",
    "vertrokken",
    "overleden",
    "al in traject",
    "overig",
]
STEPS = ["SOM", "DAG", "VON", "AANZ", "ONTR", "INTR", "REG"]


@dataclass(frozen=True)
class Tenant:
    """A household as the corporation knows it; without a name when none is told."""

    contract: str
    name: str
    birth_date: date
    sex: str | None
    postcode: str
    house_number: int
    corporation: str | None


@dataclass(frozen=True)
class Visit:
    """One home visit; `opened` is None when nobody noted it."""

    day: date
    opened: bool | None


@dataclass
class Form:
    """One transfer form (format 1)."""

    number: str
    pilot: str
    district: str
    tenant: Tenant
    day: date
    arrears: float | None
    months: int | None
    known: str | None
    reply: str | None
    letter: date | None
    objected: bool | None
    receipt: date | None
    visits: list[Visit]
    office: date | None
    result: str | None
    feedback: date | None
    closed: date | None
    household_type: str | None = None
    referred_to: str | None = None
    arrived: bool | None = None
    announced: bool | None = None


@dataclass
class Tally:
    """One line of a tally list (format 2)."""

    pilot: str
    district: str
    tenant: Tenant
    day: date
    arrears: float | None
    attempts: list[date]
    opened_at: int | None
    settled: str | None
    contact: bool
    bailiff: bool
    reason: str | None
    trajectories: list[str]


@dataclass(frozen=True)
class Event:
    """One event of a signal: its name and detail as the list writes them."""

    name: str
    day: date
    value: str = ""


@dataclass
class EventSignal:
    """One signal of the city model with what happened to it (format 8)."""

    number: str
    pilot: str
    district: str
    tenant: Tenant
    day: date
    arrears: float | None
    events: list[Event]

    def days(self, name: str, *values: str) -> list[date]:
        """The days of the events of this name (and detail)."""
        return [
            event.day
            for event in self.events
            if event.name == name and (not values or event.value in values)
        ]


@dataclass
class BailiffStep:
    """One line of a bailiff list (format 4); `step` None is written as `?`."""

    tenant: Tenant
    dossier: str
    step: str | None
    day: date | None


@dataclass
class Dossier:
    """One record of the institution's registration (format 3)."""

    number: str
    tenant: Tenant
    signal_number: str | None
    service: str
    started: date
    ended: date | None
    hours: float
    close_code: str | None
    aftercare: tuple[bool | None, bool | None] = (None, None)


@dataclass
class Claim:
    """One line of claimed services (format 6)."""

    number: str
    pilot: str
    district: str
    month: date
    product: str
    hours: float
    amount: float | None


@dataclass
class FollowUp:
    """One line of a follow-up (format 7)."""

    tenant: Tenant
    day: date
    debt: bool | None


@dataclass
class EvictionCount:
    """One cell group of the city register (format 5)."""

    district: str
    month: date
    announced: int
    executed: int


@dataclass
class Conference:
    """One line of the Eigen Kracht list (format 9)."""

    number: str
    institution: str
    registered: date
    held: date | None
    plan: bool | None
    reason: str | None
    participants: int | None


@dataclass
class Region:
    """Everything that happened in one generated batch."""

    as_of: date
    forms: list[Form] = field(default_factory=list)
    tallies: list[Tally] = field(default_factory=list)
    event_signals: list[EventSignal] = field(default_factory=list)
    steps: list[BailiffStep] = field(default_factory=list)
    listed_corporations: list[str] = field(default_factory=list)
    dossiers: list[Dossier] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    follow_ups: list[FollowUp] = field(default_factory=list)
    evictions: list[EvictionCount] = field(default_factory=list)
    conferences: list[Conference] = field(default_factory=list)


SYLLABLES = ["Ba", "Ve", "Zo", "Lin", "Der", "Kla", "Mei", "Tro", "Wun", "Ska"]


def make_tenant(rng: random.Random, number: int, corporation: str | None) -> Tenant:
    """An invented tenant with a contract number of its own."""
    return Tenant(
        contract=f"{(corporation or 'XX')[:2].upper()}-{300000 + number}",
        name="".join(rng.sample(SYLLABLES, 3)) + f"ster{number}",
        birth_date=date(1930, 1, 1) + timedelta(days=rng.randrange(24000)),
        sex=rng.choice(["male", "female", "couple", None]),
        postcode=f"{rng.randrange(1011, 1109)} {''.join(rng.sample('ABEGHK', 2))}",
        house_number=rng.randrange(1, 400),
        corporation=corporation,
    )


def make_region(seed: int, as_of: date = date(2010, 6, 30)) -> Region:
    """A region with every format, boundaries included, from one seed."""
    rng = random.Random(seed)
    corporations = ["ymere", "de-alliantie", "eigen-haard"]
    tenants = [
        make_tenant(rng, seed * 1000 + index, rng.choice(corporations))
        for index in range(140)
    ]
    region = Region(as_of=as_of, listed_corporations=["ymere", "de-alliantie"])
    _add_forms(region, rng, tenants[:60], PILOT_A, ["centrum"], 70)
    _add_forms(region, rng, tenants[30:100], CITY, ["noord", "osdorp"], 90)
    ymere = [
        make_tenant(rng, seed * 1000 + 500 + index, "ymere") for index in range(60)
    ]
    _add_tallies(region, rng, ymere)
    _add_steps(region, rng, tenants + ymere)
    _add_dossiers(region, rng)
    _add_follow_ups(region, rng, ymere)
    _add_evictions(region, rng)
    _add_conferences(region, rng)
    _add_event_signals(region, rng, tenants[60:130])
    _add_unnamed_forms(region, rng, seed)
    _add_details(region, rng)
    _add_aftercare(region, rng)
    _add_claims(region, rng)
    return region


def _maybe(rng: random.Random, value, share: float = 0.7):
    return value if rng.random() < share else None


def _amount(rng: random.Random) -> float | None:
    choices = [0.0, round(rng.uniform(1, 9999), 2), float(rng.randrange(10, 9000))]
    return _maybe(rng, rng.choice(choices), 0.9)


def _form_day(rng: random.Random, pilot: str) -> date:
    first, last = PILOT_DAYS[pilot]
    last = last or date(2010, 6, 30)
    edges = [first, last]
    days = (last - first).days
    return rng.choice(
        [*edges, *(first + timedelta(rng.randrange(days)) for _ in range(8))]
    )


def _visits(rng: random.Random, day: date) -> list[Visit]:
    count = rng.choice([0, 0, 1, 1, 2, 3])
    first = day + timedelta(rng.choice([0, 1, 5, 27, 28, 29, 40]))
    return [
        Visit(first + timedelta(4 * index), rng.choice([True, False, False, None]))
        for index in range(count)
    ]


def _add_forms(  # noqa: PLR0917
    region: Region,
    rng: random.Random,
    tenants: list[Tenant],
    pilot: str,
    districts: list[str],
    count: int,
) -> None:
    for index in range(count):
        district = rng.choice(districts)
        day = _form_day(rng, pilot)
        objected = rng.choice([False] * 6 + [True, None])
        visits = [] if objected else _visits(rng, day)
        region.forms.append(
            Form(
                number=f"{district[:2].upper()}{day.year}-{index:04d}",
                pilot=pilot,
                district=district,
                tenant=rng.choice(tenants),
                day=day,
                arrears=_amount(rng),
                months=rng.choice([1, 2, 3, None]),
                known=rng.choice(["no", "no", "yes", "former", None]),
                reply=rng.choice(
                    ["none", "none", "no_need", "paid", "appointment", None]
                ),
                letter=_maybe(rng, day - timedelta(rng.choice([4, 5, 6, 7, 8, 9, 10]))),
                objected=objected,
                receipt=_maybe(rng, day + timedelta(rng.choice([0, 1, 2, 3, 4]))),
                visits=visits,
                office=_maybe(rng, day + timedelta(rng.randrange(1, 40)), 0.1),
                result=rng.choice([*FORM_RESULTS, None]),
                feedback=_maybe(rng, day + timedelta(rng.choice([3, 13, 14, 15, 30]))),
                closed=_maybe(rng, day + timedelta(rng.randrange(45, 90)), 0.5),
            )
        )


def _add_unnamed_forms(region: Region, rng: random.Random, seed: int) -> None:
    """Tenants of whom no corporation is told, alone in a district or among others."""
    named = [*["ymere", "de-alliantie"] * 4, *[None] * 8]
    for start, district, corporations in (
        (600, "westerpark", named),
        (650, "bos-en-lommer", [*named, "eigen-haard"]),
        (700, "zeeburg", [None] * 10),
    ):
        tenants = [
            make_tenant(rng, seed * 1000 + start + index, corporation)
            for index, corporation in enumerate(corporations)
        ]
        _add_forms(region, rng, tenants, CITY, [district], 2 * len(tenants))


def _add_details(region: Region, rng: random.Random) -> None:
    for form in region.forms:
        form.household_type = rng.choice(["alleenstaand", "eenoudergezin", None])
        form.announced = rng.choice([True, False, None]) if form.visits else None
        if form.result == "doorverwezen":
            form.referred_to = rng.choice(["MEE", "GGZ"])
            form.arrived = rng.choice([True, False, None])


def _add_tallies(region: Region, rng: random.Random, tenants: list[Tenant]) -> None:
    months = [date(2007, month, 1) for month in range(3, 11)]
    for month in months:
        for tenant in rng.sample(tenants, 11):
            region.tallies.append(_tally(rng, tenant, month))


def _tally(rng: random.Random, tenant: Tenant, month: date) -> Tally:
    made = rng.choice([0, 0, 1, 1, 2, 3])
    attempts = [month + timedelta(rng.choice([0, 6, 20]) + 2 * k) for k in range(made)]
    opened = rng.choice([None, made]) if made else None
    if made > 1 and opened:
        opened = rng.randrange(1, made + 1)
    return Tally(
        pilot=PILOT_B,
        district="oost-watergraafsmeer",
        tenant=tenant,
        day=month,
        arrears=_amount(rng),
        attempts=attempts,
        opened_at=opened,
        settled=rng.choice([None, None, "x", "B", "R"]),
        contact=made > 0 and rng.random() < 0.2,
        bailiff=rng.random() < 0.1,
        reason=None if made else rng.choice([*"VOBTFA", None]),
        trajectories=rng.sample(["SHV", "AMW", "MEE"], rng.choice([0, 0, 0, 1, 2]))
        if made
        else [],
    )


HANDLINGS = [
    ("huisbezoek", ["thuis", "niet thuis", "niet thuis", "geweigerd"]),
    ("telefoon", ["gesproken", "geen gehoor", "voicemail"]),
    ("brief", ["verstuurd", "retour", "antwoord"]),
    ("kantoor", ["verschenen", "niet verschenen"]),
    ("bereikt", [""]),
    ("geaccepteerd", ["SHV", "AMW", "budgetadvies", "quick fix", "overig"]),
    ("regeling", [""]),
    ("betaald", [""]),
    ("terugkoppeling", [""]),
]
CLOSINGS = [
    "betaald",
    "regeling",
    "niet bereikt",
    "geen hulp gewenst",
    "herhaalde melding",
    "onterecht signaal",
    "geen inwoner",
    "niet opgepakt",
    "vertrokken",
    "overleden",
]


def _add_event_signals(
    region: Region, rng: random.Random, tenants: list[Tenant]
) -> None:
    for index in range(110):
        day = date(2009, 1, 1) + timedelta(rng.randrange(540))
        events = []
        for name, values in rng.sample(HANDLINGS, rng.choice([0, 1, 2, 3])):
            for number in range(rng.choice([1, 1, 2]) if name == "huisbezoek" else 1):
                waited = rng.choice([0, 3, 13, 14, 15, 28, 29]) + number
                events.append(Event(name, day + timedelta(waited), rng.choice(values)))
        if rng.random() < 0.6:
            closed = day + timedelta(rng.choice([10, 28, 29, 60]))
            events.append(Event("afgesloten", closed, rng.choice(CLOSINGS)))
        region.event_signals.append(
            EventSignal(
                number=f"S{region.forms[0].tenant.contract[-3:]}{index:04d}",
                pilot=CITY,
                district=rng.choice(["zuidoost", "oud-west"]),
                tenant=rng.choice(tenants),
                day=day,
                arrears=_amount(rng),
                events=events,
            )
        )


def _add_steps(region: Region, rng: random.Random, tenants: list[Tenant]) -> None:
    listed = [one for one in tenants if one.corporation in region.listed_corporations]
    for index, tenant in enumerate(rng.sample(listed, 50)):
        if index % 9 == 0:
            region.steps.append(BailiffStep(tenant, "", None, None))
            continue
        for file_number in range(rng.choice([1, 1, 2])):
            day = date(2006, 6, 1) + timedelta(rng.randrange(1100))
            edges = [date(2007, 10, 5), date(2007, 10, 6), date(2007, 8, 31)]
            day = rng.choice([day, day, day, rng.choice(edges)])
            steps = STEPS[: rng.choice([1, 2, 3, 4, 5])]
            steps += rng.choice([[], ["INTR"], ["REG"]]) if len(steps) < 5 else []
            for number, step in enumerate(steps):
                region.steps.append(
                    BailiffStep(
                        tenant,
                        f"D{index:03d}{file_number}",
                        step,
                        day + timedelta(30 * number),
                    )
                )


def _add_dossiers(region: Region, rng: random.Random) -> None:
    reports: list[Form | Tally] = [*region.forms, *region.tallies]
    for index, report in enumerate(rng.sample(reports, 45)):
        by_number = isinstance(report, Form) and rng.random() < 0.5
        started = report.day + timedelta(rng.randrange(0, 60))
        ended = _maybe(rng, started + timedelta(rng.randrange(1, 200)), 0.6)
        region.dossiers.append(
            Dossier(
                number=f"R{index:05d}",
                tenant=report.tenant,
                signal_number=report.number if by_number else None,
                service=rng.choice(
                    ["IA", "KB", "EOA", "OIB", "AIB", "SHV", "AMW", "SR", "OA"]
                ),
                started=started,
                ended=ended,
                hours=rng.choice([0.5, 1.25, 3, 10]),
                close_code=rng.choice(["01", "02", "03", "05", "99"])
                if ended
                else None,
            )
        )


def _add_aftercare(region: Region, rng: random.Random) -> None:
    for dossier in region.dossiers:
        if dossier.ended:
            answers = [True, False, None]
            dossier.aftercare = (rng.choice(answers), rng.choice(answers))


def _add_claims(region: Region, rng: random.Random) -> None:
    for pilot, district, first in (
        (PILOT_A, "centrum", date(2007, 3, 1)),
        (CITY, "noord", date(2009, 1, 1)),
    ):
        for index in range(20):
            hours = rng.choice([0.5, 1.25, 3, 10])
            region.claims.append(
                Claim(
                    number=f"{district[:2].upper()}-{index:03d}",
                    pilot=pilot,
                    district=district,
                    month=first.replace(month=rng.randrange(3, 9)),
                    product=rng.choice(["IA", "KB", "EOA", "OIB"]),
                    hours=hours,
                    amount=_maybe(rng, 60 * hours, 0.9),
                )
            )


def _add_follow_ups(region: Region, rng: random.Random, tenants: list[Tenant]) -> None:
    listed = {tally.tenant.contract for tally in region.tallies}
    for tenant in rng.sample([one for one in tenants if one.contract in listed], 30):
        region.follow_ups.append(
            FollowUp(
                tenant,
                date(2008, rng.randrange(3, 10), rng.randrange(1, 28)),
                rng.choice([True, False, None]),
            )
        )


def _add_evictions(region: Region, rng: random.Random) -> None:
    for district in ["centrum", "noord", "oost-watergraafsmeer"]:
        for month in range(1, 7):
            announced = rng.randrange(0, 40)
            region.evictions.append(
                EvictionCount(
                    district,
                    date(2007, month, 1),
                    announced,
                    # An earlier announcement may be carried out this month.
                    rng.randrange(0, announced + 3),
                )
            )


def _add_conferences(region: Region, rng: random.Random) -> None:
    for index in range(15):
        held = rng.random() < 0.6
        registered = date(2007, 2, 1) + timedelta(rng.randrange(500))
        region.conferences.append(
            Conference(
                number=str(index + 1),
                institution=rng.choice(["Dynamo", "PuurZuid"]),
                registered=registered,
                held=registered + timedelta(40) if held else None,
                plan=True if held else rng.choice([True, False]),
                reason=None if held else rng.choice(["onbekend", "druk weg"]),
                participants=rng.randrange(3, 12) if held else None,
            )
        )
