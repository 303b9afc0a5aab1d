"""DDAS out: valid in every version, identity only from the key file, losses listed."""

import json
import stat

import pytest

from tests.ddas.conftest import DISTRICTS
from tests.ddas.result_table import citizen_number, results_of
from warehouse.intake.ddas.reading import read_document
from warehouse.intake.ddas.versions import VERSIONS
from warehouse.privacy.personal_data import can_identify

pytestmark = pytest.mark.slow

PERIOD = ("--municipality", "0363", "--from", "2026-01-01", "--to", "2026-01-31")


@pytest.fixture
def key_file(tmp_path):
    """The uploader's keys: all persons but the first of each version."""
    numbers = [
        citizen_number(version, number)
        for version in DISTRICTS
        for number, _ in enumerate(results_of(version))
        if number
    ]
    lines = ["Contractnr;BSN;Postcode;Huisnr", *(f";{one};;" for one in numbers)]
    path = tmp_path / "sleutels.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def export(ddas_home, run_eropaf, tmp_path):
    """Export to a file: the delivery, its report, and the finished command."""

    def run(*options):
        file = tmp_path / "uit.json"
        done = run_eropaf(
            ddas_home, "export", "ddas", *PERIOD, *options, "--output", file
        )
        if done.returncode:
            return None, None, done
        report = tmp_path / "uit-verslag.json"
        return json.loads(file.read_bytes()), json.loads(report.read_bytes()), done

    return run


@pytest.mark.parametrize("version", VERSIONS)
def test_every_version_is_written_as_it_should_be(export, key_file, version):
    document, report, _ = export("--version", version, "--keys", key_file)
    read = read_document(document, VERSIONS[version])
    assert (read.refusals, read.notes) == ((), ())
    every = sum(len(results_of(one)) for one in DISTRICTS)
    assert report["signals_in_period"] == every
    assert report["signals_delivered"] == every - len(DISTRICTS)
    assert report["left_out"]["not_in_key_file"]["signals"] == len(DISTRICTS)


def test_what_a_version_knows_comes_back_and_the_rest_is_listed(export, key_file):
    document, report, _ = export("--version", "1.2", "--keys", key_file)
    levering = document["leveringen"][0]
    said = [case["resultaat"] for case in levering["vroegsignaalzaken"]]
    foreign = {
        "Verwijzing zonder contact": "referred_without_contact",
        "Verwijzing zonder toestemming": "referred_without_consent",
    }
    old = "Inwoner hoeft geen hulp vanuit vroegsignalering"
    new = "Inwoner regelt het zelf/hoeft geen hulp vanuit vroegsignalering"
    expected = [
        new if name == old else name
        for version in DISTRICTS
        for name in results_of(version)[1:]
        if name not in foreign
    ]
    assert sorted(said) == sorted(expected)
    unsaid = {
        one["code"]: one["count"]
        for one in report["values_without_equal"]
        if one["delivered_as"] is None
    }
    assert unsaid == {"referred_without_contact": 1, "referred_without_consent": 2}
    delivered = report["signals_delivered"]
    assert report["fields_without_place"]["signals.district"] == delivered
    assert report["fields_without_place"]["signals.pilot"] == delivered


def test_identity_comes_from_the_key_file_and_stays_out_of_the_report(
    export, key_file, ddas_home
):
    document, report, done = export("--keys", key_file)
    clients = [one["client"] for one in document["leveringen"][0]["vroegsignalen"]]
    assert {len(client["burgerservicenummer"]) for client in clients} == {9}
    number = citizen_number("0.9", 1)
    assert any(client["burgerservicenummer"] == number for client in clients)
    assert number not in json.dumps(report) + done.stdout + done.stderr
    stored = [
        path
        for path in ddas_home.rglob("*")
        if path.is_file() and "ddas-" not in path.name
    ]
    assert not [path for path in stored if number.encode() in path.read_bytes()]


def test_an_export_is_for_its_owner_and_gives_no_pseudonym_away(
    export, key_file, tmp_path, ask
):
    document, _, _ = export("--keys", key_file)
    assert stat.S_IMODE((tmp_path / "uit.json").stat().st_mode) == 0o600
    known = ask("select household_id from marts.dim_household")
    text = json.dumps(document)
    assert not [row for row in known if row["household_id"].split("/")[0] in text]


def test_a_pseudonymised_delivery_is_marked_and_names_nobody(export):
    document, report, _ = export("--pseudonymised")
    levering = document["leveringen"][0]
    assert levering["aanleverendeOrganisatie"]["naam"].startswith("PSEUDONIEM")
    clients = [one["client"] for one in levering["vroegsignalen"]]
    assert len(clients) == report["signals_in_period"]
    assert not [one for one in clients if "burgerservicenummer" in one]
    assert {one["postcode"][4:] for one in clients} <= {"SA", "SD", "SS"}
    read = read_document(document, VERSIONS["1.2"])
    assert (read.refusals, read.notes) == ((), ())
    assert not can_identify(json.dumps(report))


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ((), "sleutelbestand"),
        (("--pseudonymised", "--version", "2.0"), "0.9, 1.0, 1.1, 1.2"),
        (("--pseudonymised", "--municipality", "363"), "vier cijfers"),
        (("--pseudonymised", "--to", "2025-01-01"), "eindigt voordat"),
        (("--pseudonymised", "--from", "2026-01-31"), "van de 0 signalen"),
        (("--pseudonymised", "--municipality", "0394"), "Er is niets geschreven"),
    ],
)
def test_a_wrong_wish_is_told_and_nothing_is_written(export, tmp_path, options, reason):
    _, _, done = export(*options)
    assert done.returncode == 1
    assert reason in done.stderr
    assert not (tmp_path / "uit.json").exists()
