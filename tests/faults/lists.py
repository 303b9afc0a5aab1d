"""Clean bailiff lists, registrations, follow-ups and claims, and their faults."""

import random
from datetime import date, timedelta

from tests.faults.days import FUTURE, TODAY, compact, short, written
from tests.faults.families import family_faults, rejected_rows
from tests.faults.plan import Fault, Unit, again, cells, fault
from tests.oracle.registrations import make_tenant

STEPS = ("SOM", "DAG", "VON", "AANZ", "ONTR")


def clean_dossiers(count: int, seed: int) -> list[Unit]:
    """Bailiff files of five steps in their order, a unit each."""
    rng = random.Random(seed)
    return [_dossier(rng, number) for number in range(count)]


def clean_steps(count: int, seed: int) -> list[Unit]:
    """So many steps before an eviction, a unit each."""
    dossiers = clean_dossiers(count // 4, seed)
    return [[step] for dossier in dossiers for step in dossier[:4]]


def _dossier(rng: random.Random, number: int) -> Unit:
    tenant = make_tenant(rng, number, "ymere")
    first = date(2007, 1, 1) + timedelta(number % 900)
    return [
        {
            "contractnr": tenant.contract,
            "corporatie": rng.choice(["Ymere", "YMERE"]),
            "dossier_dw": f"D-{number:05d}",
            "stap": step,
            "datum": short(first + timedelta(30 * position)),
            "bedrag": "€ 839,50",
            "kosten": "75,00",
        }
        for position, step in enumerate(STEPS)
    ]


def _second_writ(unit: Unit) -> None:
    """Put the writ after the judgment."""
    unit[1]["datum"], unit[2]["datum"] = unit[2]["datum"], unit[1]["datum"]


BAILIFF_FAULTS = [
    fault("undated", cells({"datum": ""}), "bailiff_steps_undated"),
    fault("order", _second_writ, "bailiff_steps_out_of_order", at=1),
    fault(
        "no judgment",
        cells({"dossier_dw": "alone", "corporatie": "Ymere"}, at=4),
        "bailiff_steps_eviction_without_judgment",
        at=4,
    ),
    Fault(
        "twice, of two corporations",
        again({"corporatie": "Eigen Haard"}),
        {"bailiff_steps_duplicate": (0, 5)},
    ),
    fault("amount", cells({"bedrag": "-1"}), "bailiff_steps_amount_implausible"),
    fault("costs", cells({"kosten": "25.000,01"}), "bailiff_steps_costs_implausible"),
    fault(
        "future",
        cells({"datum": short(FUTURE)}, at=4),
        "bailiff_steps_step_date_in_future",
        at=4,
    ),
    fault("test row", cells({"dossier_dw": "TEST"}, at=0), "bailiff_steps_test_row"),
    fault("repeated", again(), "bailiff_steps_repeated_in_file"),
    *family_faults("deurwaarderslijst", {"bailiff_steps": 0}),
]


def clean_services(count: int, seed: int) -> list[Unit]:
    """Records of an institution, most of them closed, a unit each."""
    rng = random.Random(seed)
    return [[_service(rng, number)] for number in range(count)]


def _service(rng: random.Random, number: int) -> dict[str, str]:
    tenant = make_tenant(rng, number, "ymere")
    is_running = number % 5 == 0
    started = TODAY - timedelta(100) if is_running else date(2009, 1, 1)
    started += timedelta(number % 90)
    return {
        "DOSSIERNR": f"R-{number:05d}",
        "CLIENTNR": f"C{number:05d}",
        "MELDNR": f"N-{number:05d}",
        "CONTRACTNR": tenant.contract,
        "GEBDAT": compact(tenant.birth_date),
        "GESL": rng.choice("12"),
        "DIENST": rng.choice(["SHV", "AMW", "SR"]),
        "START": compact(started),
        "EIND": "" if is_running else compact(started + timedelta(60)),
        "UREN": rng.choice(["0.5", "2.25", "12"]),
        "STATUS": "L" if is_running else "A",
        "AFSLUITCODE": "" if is_running else "01",
        "NAZORG3": "J",
        "NAZORG6": "N",
    }


RUNNING = {"EIND": "", "STATUS": "L", "AFSLUITCODE": ""}
SERVICE_FAULTS = [
    fault(
        "future start",
        cells({"START": compact(FUTURE)} | RUNNING),
        "services_started_date_in_future",
    ),
    fault(
        "future end",
        cells({"EIND": compact(FUTURE), "STATUS": "A", "AFSLUITCODE": "01"}),
        "services_ended_date_in_future",
    ),
    fault(
        "end before start",
        cells({"START": "20090302", "EIND": "20090301"}),
        "services_end_before_start",
    ),
    fault("hours", cells({"UREN": "200.5"}), "services_hours_implausible"),
    fault("norm", cells({"DIENST": "IA", "UREN": "3.25"}), "services_hours_above_norm"),
    fault("no code", cells({"AFSLUITCODE": ""}), "services_closed_without_code"),
    fault("running", cells({"STATUS": "L"}), "services_running_with_end"),
    fault("stale", cells({"START": "20090101"} | RUNNING), "services_stale_open"),
    fault("test row", cells({"DOSSIERNR": "TEST"}), "services_test_row"),
    fault("repeated", again(), "services_repeated_in_file"),
    *family_faults("regas", {"services": 0}),
]


def is_closed(unit: Unit) -> bool:
    """Whether a service has ended."""
    return bool(unit[0]["EIND"])


def clean_follow_ups(count: int, seed: int) -> list[Unit]:
    """Follow-ups of one day each, a unit each."""
    rng = random.Random(seed)
    return [[_follow_up(rng, number)] for number in range(count)]


def _follow_up(rng: random.Random, number: int) -> dict[str, str]:
    has_debt = number % 2 == 0
    return {
        "contractnummer": make_tenant(rng, number, "ymere").contract,
        "peildatum": written(date(2008, 3, 1) + timedelta(number % 200)),
        "huurschuld nu": "ja" if has_debt else "nee",
        "bedrag nu": "€ 250,-" if has_debt else "0",
        "woont er nog": "ja",
        "deurwaarder sinds": "nee",
        "contact MaDi voor": "nee",
        "contact MaDi tijdens": "ja",
        "contact MaDi na": "nee",
        "oordeel bezoek": rng.choice(["positief", "negatief"]),
        "situatie": rng.choice(["beter", "gelijk", "slechter"]),
        "opmerking": "",
    }


FOLLOW_UP_FAULTS = [
    fault("future", cells({"peildatum": written(FUTURE)}),
          "follow_ups_reference_date_in_future"),
    fault("amount", cells({"bedrag nu": "25.000,01"}), "follow_ups_amount_negative"),
    fault("nothing owed", cells({"bedrag nu": "0"}), "follow_ups_debt_without_amount"),
    fault("owed", cells({"huurschuld nu": "nee"}), "follow_ups_amount_without_debt"),
    *rejected_rows("follow_ups", "opmerking"),
    *family_faults("nameting", {"follow_ups": 0}),
]  # fmt: skip


def has_debt(unit: Unit) -> bool:
    """Whether there are arrears again."""
    return unit[0]["huurschuld nu"] == "ja"


def clean_claims(count: int, seed: int) -> list[Unit]:
    """Claims of an institution, a unit each."""
    rng = random.Random(seed)
    return [[_claim(rng, number)] for number in range(count)]


def _claim(rng: random.Random, number: int) -> dict[str, str]:
    hours = rng.choice([1, 2, 10])
    return {
        "declaratienr": f"F-{number:05d}",
        "maand": "2009-03",
        "instelling": "Dynamo",
        "product": rng.choice(["Er-op-af", "IA"]),
        "meldnummer": f"N-{number:05d}",
        "uren": str(hours),
        "tarief": "60,00",
        "bedrag": f"{60 * hours},00",
        "betaler": rng.choice(["DWI", "corporatie"]),
    }


CLAIM_FAULTS = [
    fault("future", cells({"maand": f"{FUTURE:%Y-%m}"}), "claims_month_in_future"),
    fault("amount", cells({"bedrag": "1,00"}), "claims_amount_differs"),
    fault(
        "hours",
        cells({"uren": "200.5", "bedrag": "12.030,00"}),
        "claims_hours_implausible",
    ),
    fault(
        "rate",
        cells({"uren": "1", "tarief": "251,00", "bedrag": "251,00"}),
        "claims_rate_implausible",
    ),
    Fault(
        "claimed twice",
        again({"declaratienr": "{}b"}),
        {"claims_same_service_twice": (0, 1)},
    ),
    fault("test row", cells({"declaratienr": "TEST"}), "claims_test_row"),
    fault("repeated", again(), "claims_repeated_in_file"),
    *family_faults("declaratie", {"claims": 0}),
]
