"""The shipped files hold the published counts, counted without product code."""

from collections import Counter, defaultdict
from datetime import date

import pytest

from tests.acceptance.demonstration_files import (
    amount,
    answer,
    day,
    tally_sheets,
    tally_tenants,
    text_records,
    transfer_forms,
    workbook_rows,
)

RINGS = ("1e aanbelactie", "2e aanbelactie", "3e aanbelactie")
PILOT_START, PILOT_END = date(2007, 3, 1), date(2007, 10, 5)


@pytest.fixture(scope="module")
def tenants():
    return tally_tenants()


@pytest.fixture(scope="module")
def attempted(tenants):
    return [tenant for tenant in tenants if tenant[RINGS[0]]]


@pytest.fixture(scope="module")
def steps():
    earlier = text_records("deurwaarder-ymere-2005-2007.csv", ",")
    return earlier + text_records("deurwaarder-ymere-2007-2008.csv", ",")


@pytest.fixture(scope="module")
def follow_up():
    return text_records("nameting-transvaal-2008.csv", ";", "utf-8-sig")


def _is_visited(form):
    return bool(form["datum huisbezoek 1"])


def _is_opened(form):
    return "ja" in {answer(form[f"thuis {visit}"]) for visit in (1, 2, 3)}


def test_pilot_a_has_eleven_signals_of_which_four_wanted_no_visit():
    forms = transfer_forms()
    refused = [form for form in forms if form["reactie op brief"] == "geen behoefte"]
    assert len(forms) == 11
    assert len(refused) == 4
    assert not any(_is_visited(form) for form in refused)
    assert Counter(form["resultaat"] for form in refused)["betaald"] == 3


def test_pilot_a_visited_seven_and_spoke_to_five():
    visited = [form for form in transfer_forms() if _is_visited(form)]
    assert len(visited) == 7
    assert sum(_is_opened(form) for form in visited) == 5
    assert sum(form["bekend bij madi"] == "oud-cliënt" for form in visited) == 3
    assert sum(form["resultaat"] == "niet bereikt" for form in visited) == 1


def test_pilot_a_followed_up_the_five():
    opened = [form for form in transfer_forms() if _is_opened(form)]
    followed = Counter(
        (form["resultaat"], form["doorverwezen naar"], answer(form["aangekomen"]))
        for form in opened
    )
    assert followed == {
        ("doorverwezen", "Zuidweg", "onbekend"): 2,
        ("doorverwezen", "inloopspreekuur", "ja"): 1,
        ("traject SHV", "", "onbekend"): 2,
    }
    services = text_records("regas-blankenberg-2007.txt", "|")
    endings = Counter(row["afsluitcode"] for row in services if row["dienst"] == "SHV")
    assert endings == {"02": 1, "03": 1}


def test_centrum_had_161_evictions_announced_and_49_executed():
    rows = workbook_rows("boedelbeheer-2007.xlsx")
    counts = next(row[1:] for row in rows if row[0] == "Centrum")
    assert (sum(counts[0::3]), sum(counts[1::3]), sum(counts[2::3])) == (161, 49, 112)


def test_pilot_b_lists_75_different_tenants_on_eight_sheets(tenants):
    assert len(list(tally_sheets())) == 8
    assert len(tenants) == len({tenant["huurdernummer"] for tenant in tenants}) == 75


def test_pilot_b_attempts(tenants, attempted):
    assert len(attempted) == 49
    assert sum(bool(tenant[RINGS[1]]) for tenant in tenants) == 29
    assert sum(bool(tenant["thuis"]) for tenant in attempted) == 22
    assert sum(bool(tenant["betaald/regeling"]) for tenant in attempted) == 35
    assert sum(bool(tenant["contact madi"]) for tenant in attempted) == 9
    assert sum(bool(tenant["deurwaarder"]) for tenant in tenants) == 8


def test_pilot_b_rings_on_working_days_within_the_pilot(attempted):
    days = [day(tenant[ring]) for tenant in attempted for ring in RINGS if tenant[ring]]
    assert all(PILOT_START < ring <= PILOT_END for ring in days)
    assert all(ring.weekday() < 5 for ring in days)


def test_pilot_b_reasons_for_no_visit(tenants):
    reasons = Counter(tenant["reden geen bezoek"] for tenant in tenants)
    assert reasons == {None: 49, "V": 9, "O": 1, "B": 7, "T": 6, "A": 3}


def test_pilot_b_mean_debt_is_839_for_all_and_for_the_attempted(tenants, attempted):
    for group in (tenants, attempted):
        debts = [amount(tenant["huurschuld"]) for tenant in group]
        assert sum(debts) / len(debts) == 839


def test_pilot_b_sexes(tenants):
    initials = Counter(str(tenant["sekse"] or "?").lower()[0] for tenant in tenants)
    men, women = initials["m"] - _mrs(tenants) + initials["d"], initials["v"]
    assert (men, women + _mrs(tenants), initials["e"]) == (29, 22, 4)
    assert sum(initials[unknown] for unknown in "o?-") == 20


def _mrs(tenants):
    return sum(tenant["sekse"] == "mw" for tenant in tenants)


def test_bailiff_files_before_the_signal(tenants, steps):
    listed = {tenant["huurdernummer"] for tenant in tenants}
    earlier, unknown = defaultdict(set), set()
    for number, step in enumerate(_of(listed, steps)):
        if step["stap"] in {"?", "onbekend"}:
            unknown.add(step["contractnr"])
        elif day(step["datum"]) < PILOT_START:
            earlier[step["contractnr"]].add(step["dossier_dw"] or number)
    assert Counter(len(files) > 1 for files in earlier.values()) == {False: 24, True: 8}
    assert len(unknown) == 17
    assert not unknown & earlier.keys()


def test_bailiff_during_and_after_the_pilot(tenants, steps):
    listed = {tenant["huurdernummer"] for tenant in tenants}
    ticked = {t["huurdernummer"] for t in tenants if t["deurwaarder"]}
    dated = [step for step in _of(listed, steps) if day(step["datum"])]
    later = [step for step in dated if day(step["datum"]) >= PILOT_START]
    during = {s["contractnr"] for s in later if day(s["datum"]) <= PILOT_END}
    after = {s["contractnr"] for s in later if day(s["datum"]) > PILOT_END} - during
    assert (len(during), len(after), len(listed - during - after)) == (9, 15, 51)
    assert ticked < during
    assert not {"AANZ", "ONTR"} & {step["stap"] for step in dated}


def _of(contracts, steps):
    return [step for step in steps if step["contractnr"] in contracts]


def test_follow_up_of_all_75(tenants, follow_up):
    listed = {tenant["huurdernummer"] for tenant in tenants}
    assert {row["huurdernummer"] for row in follow_up} == listed
    assert len(follow_up) == 75
    debts = Counter(answer(row["huurschuld nu"]) for row in follow_up)
    assert debts == {"ja": 41, "nee": 19, "onbekend": 15}
    assert Counter(answer(row["woont er nog"]) for row in follow_up)["nee"] == 14


def test_follow_up_contact_with_help(follow_up):
    contact = Counter(
        (answer(row["contact madi voor"]), answer(row["contact madi tijdens"]))
        for row in follow_up
    )
    assert contact == {
        ("ja", "nee"): 17,
        ("ja", "ja"): 13,
        ("nee", "ja"): 4,
        ("nee", "nee"): 40,
        ("onbekend", "onbekend"): 1,
    }


def test_follow_up_visits(follow_up):
    rung = [row for row in follow_up if answer(row["aangebeld"]) == "ja"]
    outcomes = Counter(
        row["thuis bij ring"] or row["reactie na briefje"] for row in rung
    )
    assert len(rung) == 36
    assert outcomes == {
        "1": 12,
        "2": 4,
        "geen": 13,
        "corporatie": 1,
        "onderzoeker": 3,
        "overig": 3,
    }


def test_follow_up_talks(follow_up):
    spoken = [row for row in follow_up if row["oordeel bezoek"]]
    opinions = Counter(row["oordeel bezoek"] for row in spoken)
    assert opinions == {"positief": 16, "negatief": 2, "onduidelijk": 2}
    assert Counter(row["contact met hulp"] for row in spoken)["ja"] == 7
    situations = Counter(row["situatie"] for row in spoken)
    assert situations == {"beter": 8, "gelijk": 9, "slechter": 1, "onbekend": 2}
    same = [row["situatie detail"] for row in spoken if row["situatie"] == "gelijk"]
    assert Counter(same) == {"goed": 3, "neutraal": 3, "slecht": 3}
    new = [row for row in spoken if answer(row["contact madi voor"]) == "nee"]
    assert len(new) == 11
    assert sum(answer(row["kende madi"]) == "nee" for row in new) == 6


def test_debt_again_crossed_with_earlier_bailiff_contact(follow_up, steps):
    known = {
        s["contractnr"]: "onbekend" if s["stap"] in {"?", "onbekend"} else "ja"
        for s in steps
        if not day(s["datum"]) or day(s["datum"]) < PILOT_START
    }
    crossed = Counter(
        (known.get(row["huurdernummer"], "nooit"), answer(row["huurschuld nu"]))
        for row in follow_up
    )
    assert crossed == {
        ("ja", "ja"): 22,
        ("ja", "nee"): 10,
        ("nooit", "ja"): 17,
        ("nooit", "nee"): 8,
        ("nooit", "onbekend"): 1,
        ("onbekend", "ja"): 2,
        ("onbekend", "nee"): 1,
        ("onbekend", "onbekend"): 14,
    }


def test_eigen_kracht_conferences():
    rows = workbook_rows("eigen-kracht-2007-2008.xlsx")
    header = [str(heading).lower() for heading in rows[2]]
    records = [
        dict(zip(header, row, strict=True)) for row in rows[3:] if type(row[0]) is int
    ]
    held = [record for record in records if record["datum conferentie"]]
    participants = [record["aantal deelnemers"] for record in held]
    assert (len(records), len(held)) == (18, 10)
    assert (sum(participants), min(participants), max(participants)) == (73, 3, 11)
    assert Counter(record["huishouden"] for record in held)["alleenstaand"] == 6
    assert Counter(record["geslacht"] for record in held) == {"vrouw": 4, "man": 6}
    not_held = [record for record in records if record not in held]
    assert Counter(record["plan"] for record in not_held) == {"ja": 3, "nee": 5}
    reasons = Counter(record["reden geen conferentie"] for record in not_held)
    assert (reasons["druk weg"], reasons["netwerk niet betrekken"]) == (2, 4)
    present = Counter(
        kind
        for record in held
        for kind in str(record["aanwezige professionals"]).split(", ")
    )
    assert sorted(present.values(), reverse=True) == [8, 6, 2, 1, 1, 1, 1, 1]
    assert present["maatschappelijk werk"] == 8
