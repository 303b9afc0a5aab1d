"""Taking in DDAS files: the version, what strays from it, and what is refused."""

import copy
import json

import pytest

from tests.ddas.ddas_files import VERSIONS, draft, signal, version_1_2, write
from warehouse.errors import RefusedError
from warehouse.intake import read_delivery
from warehouse.settings import Settings

IDENTIFYING = ("111222334", "Zwaluwstaart", "Verzonnenweg", "1019 XK", "1961-05-04")


@pytest.fixture
def take_in(tmp_path):
    """Read a document as a delivery of an installation of its own."""

    def take(document: object, **options):
        settings = Settings(home=tmp_path / "home", _env_file=None)
        return read_delivery(write(tmp_path / "x.json", document), settings, **options)

    return take


def rows(delivery) -> list[dict]:
    return delivery.table.to_pylist()


def strays(delivery) -> list[tuple[str, str]]:
    """Key and path of every warning."""
    return [
        (note.key, note.en.split(":")[0])
        for note in delivery.notes
        if note.key.startswith("warning.")
    ]


def first_signal(document: dict) -> dict:
    return document["leveringen"][0]["vroegsignalen"][0]


def first_case(document: dict) -> dict:
    return document["leveringen"][0]["vroegsignaalzaken"][0]


@pytest.mark.parametrize("version", VERSIONS)
def test_every_version_is_told_from_its_keys_and_strays_nowhere(take_in, version):
    delivery = take_in(VERSIONS[version]())
    assert delivery.format.name == "ddas"
    assert {row["versie"] for row in rows(delivery)} == {version}
    assert strays(delivery) == []


def test_a_signal_has_its_row_number_its_path_and_its_cases(take_in):
    document = version_1_2()
    second = copy.deepcopy(document["leveringen"][0])
    second["gemeentecode"], second["teller"] = "0394", 2
    document["leveringen"].append(second)
    found = rows(take_in(document))
    assert [row["row_number"] for row in found] == [1, 2, 3, 4, 5, 6]
    assert [row["sheet"] for row in found[2:4]] == ["leveringen[0]", "leveringen[1]"]
    assert [row["gemeentecode"] for row in found[2:4]] == ["0363", "0394"]
    assert [row["resultaat"] for row in found[:3]] == [
        "Vervolghulp en/of verwijzing",
        "Vervolghulp en/of verwijzing",
        None,
    ]
    attempts = json.loads(found[1]["contactpogingen"])
    assert [one["soort"] for one in attempts][2:] == ["Onbekend", "Overige"]
    assert found[2]["contactpogingen"] is None


def test_every_signal_of_a_case_knows_when_the_last_of_them_came(take_in):
    document = version_1_2()
    signals = document["leveringen"][0]["vroegsignalen"]
    for one, day in zip(
        signals, ("2026-01-05", "2026-01-20", "2026-02-01"), strict=True
    ):
        one["signaaldatum"] = day
    # The second is also in a case of its own, which came to an end before.
    again = {"vroegsignalen": [{"ID": signals[1]["ID"]}], "contactpogingen": []}
    document["leveringen"][0]["vroegsignaalzaken"].append(again)

    found = rows(take_in(document))

    days = [row["laatste_signaaldatum"] for row in found]
    assert days == ["2026-01-20", "2026-01-20", None]


def test_a_file_without_signals_is_refused_in_its_own_words(take_in):
    document = version_1_2()
    for part in ("vroegsignalen", "vroegsignaalzaken"):
        document["leveringen"][0][part] = []
    with pytest.raises(RefusedError, match="no early signal"):
        take_in(document)


def test_nobody_can_be_recognised_and_equal_addresses_are_equal(take_in):
    delivery = take_in(VERSIONS["0.9"]())
    told = str(rows(delivery)) + str([note.en for note in delivery.notes])
    assert not [text for text in IDENTIFYING if text in told]
    old, new = rows(delivery)[0], rows(take_in(version_1_2()))[1]
    assert (old["birth_year"], old["postcode4"]) == ("1961", "1019")
    assert old["huisnummer"] == new["huisnummer"]
    assert old["postcode"] == new["postcode"]


def test_a_draft_is_accepted_with_every_stray_path(take_in):
    case, client = (
        "leveringen[0].vroegsignaalzaken[0]",
        "leveringen[0].vroegsignalen[1]",
    )
    delivery = take_in(draft())
    assert rows(delivery)[0]["versie"] == "1.2"
    assert strays(delivery) == [
        ("warning.ddas.spelling_of_other_version", f"{client}.client.Postcode"),
        ("warning.ddas.spelling_of_other_version", f"{client}.client.Huisnummer"),
        ("warning.ddas.key_of_other_version", f"{client}.client.Achternaam"),
        ("warning.ddas.spelling_of_other_version", f"{case}.datum_opgepakt"),
        ("warning.ddas.code_of_other_version", f"{case}.resultaat"),
    ]
    assert rows(delivery)[0]["datum_opgepakt"] == "2026-01-14"


@pytest.mark.parametrize(
    ("damage", "path", "expected"),
    [
        (lambda d: d.update(extra=1), "extra", "leveringen"),
        (lambda d: d.pop("einddatumLevering"), "$", "'einddatumLevering'"),
        (lambda d: first_signal(d).pop("client"), "vroegsignalen[0]", "'client'"),
        (
            lambda d: first_signal(d).update(klant={}),
            "vroegsignalen[0].klant",
            "client",
        ),
        (lambda d: first_signal(d).update(client=[]), "[0].client", "an object"),
        (lambda d: first_signal(d).update(bedrag=[1]), "[0].bedrag", "one value"),
        (lambda d: first_case(d).update(contactpogingen={}), "pogingen", "a list"),
        (lambda d: first_case(d).update(datum_opgepakt="2026-01-02"), "two spel", ""),
    ],
)
def test_a_wrong_structure_is_refused_with_its_path(take_in, damage, path, expected):
    document = version_1_2()
    damage(document)
    with pytest.raises(RefusedError) as refusal:
        take_in(document)
    assert path in refusal.value.message_en
    assert expected in refusal.value.message_en


@pytest.mark.parametrize(
    ("field", "value", "key", "landed"),
    [
        ("bedrag", "410", "expected_whole", "410"),
        ("bedrag", 410.5, "expected_whole", "410.5"),
        ("bedrag", 410.0, None, "410"),
        ("signaaldatum", "12-01-2026", "expected_date", "12-01-2026"),
        ("crisissignaal", "ja", "expected_yes_no", "ja"),
        ("status", "niet opgepakt: ANDERE reden", "respelled_code", None),
        ("status", "Weet ik niet", "unknown_code", "Weet ik niet"),
        ("status", None, "null", None),
        ("ID", 17, "expected_text", "17"),
    ],
)
def test_a_value_written_otherwise_is_kept_with_a_warning(
    take_in, field, value, key, landed
):
    document = version_1_2()
    document["leveringen"][0]["vroegsignaalzaken"] = []
    first_signal(document)[field] = value
    delivery = take_in(document)
    expected = [(f"warning.ddas.{key}", f"leveringen[0].vroegsignalen[0].{field}")]
    assert strays(delivery) == (expected if key else [])
    if landed:
        assert rows(delivery)[0][field.lower()] == landed


def test_a_case_of_an_absent_signal_is_told_and_nothing_else_is_lost(take_in):
    document = version_1_2()
    first_case(document)["vroegsignalen"] += [{"ID": "S-9"}, {"ID": "S-1"}]
    delivery = take_in(document)
    place = "leveringen[0].vroegsignaalzaken[0].vroegsignalen"
    assert strays(delivery) == [
        ("warning.ddas.orphan_case", f"{place}[2].ID"),
        ("warning.ddas.double_reference", f"{place}[3].ID"),
    ]
    assert len(json.loads(rows(delivery)[0]["contactpogingen"])) == 4


def test_the_same_stray_is_told_once_with_its_number(take_in):
    document = version_1_2()
    signals = document["leveringen"][0]["vroegsignalen"]
    signals += [signal(f"N-{n}", {"burgerservicenummer": "1"}) for n in range(20)]
    (found,) = [
        note for note in take_in(document).notes if note.key.endswith("expected_bsn")
    ]
    assert "(and 19 more like it)" in found.en


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b'{"leveringen": [', "line 1, character"),
        (b'{"a": 1, "b": 2}', "no DDAS delivery"),
        (b'{"teller": 1, "teller": 2}', "'teller' twice"),
        (b'{"naam": "\xe9"}', "not stored in UTF-8"),
        (b'{"a": NaN}', "no numbers in JSON"),
        (b"[" * 5000, "too many layers"),
    ],
)
def test_other_json_is_refused_with_its_reason(tmp_path, content, reason):
    path = tmp_path / "x.json"
    path.write_bytes(content)
    with pytest.raises(RefusedError) as refusal:
        read_delivery(path, Settings(home=tmp_path / "home", _env_file=None))
    assert reason in refusal.value.message_en


def test_a_format_of_another_shape_is_refused(take_in, tmp_path):
    with pytest.raises(RefusedError, match="not JSON"):
        take_in(version_1_2(), format_name="turflijst")
    table = tmp_path / "x.csv"
    table.write_text("a;b\n1;2\n", encoding="utf-8")
    with pytest.raises(RefusedError, match="is a table"):
        read_delivery(table, Settings(home=tmp_path, _env_file=None), "ddas")


def test_a_signal_in_two_cases_keeps_the_attempts_of_both(take_in):
    document = version_1_2()
    cases = document["leveringen"][0]["vroegsignaalzaken"]
    call = {"soort": "Telefoon", "bereikt": True}
    cases.append(
        {
            "vroegsignalen": [{"ID": "S-1"}],
            "resultaat": "Geen reactie na eerder contact",
            "contactpogingen": [call],
        }
    )
    delivery = take_in(document)
    path = "leveringen[0].vroegsignaalzaken[1].vroegsignalen[0].ID"
    assert strays(delivery) == [("warning.ddas.several_cases", path)]
    first, second = rows(delivery)[:2]
    assert len(json.loads(first["contactpogingen"])) == 5
    assert len(json.loads(second["contactpogingen"])) == 4
    assert first["resultaat"] == "Geen reactie na eerder contact"
    assert first["datum_opgepakt"] == "2026-01-14"


@pytest.mark.parametrize(
    ("client", "key"),
    [
        ({"burgerservicenummer": "111222334"}, None),
        ({"postcode": "1019XK", "huisnummer": "77"}, None),
        (
            {"burgerservicenummer": "111222334", "postcode": "1019XK"},
            "client_number_and_more",
        ),
        ({"postcode": "1019XK"}, "client_incomplete"),
        ({}, "client_incomplete"),
    ],
)
def test_a_client_of_1_2_is_a_number_or_an_address(take_in, client, key):
    document = version_1_2()
    first_signal(document)["client"] = client
    path = "leveringen[0].vroegsignalen[0].client"
    assert strays(take_in(document)) == ([(f"warning.ddas.{key}", path)] if key else [])
