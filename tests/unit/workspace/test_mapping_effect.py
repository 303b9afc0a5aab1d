"""What a mapping changes before it is saved, and by whom it may be."""

from datetime import date

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from sqlalchemy import select

from tests.accounts import identity_of
from tests.unit.explanations.ledgers import new_delivery
from tests.unit.workspace.small_tables import publish
from warehouse.errors import UserError
from warehouse.identity import Identity, Role
from warehouse.ledger.account_tables import AuditEntry
from warehouse.ledger.connection import open_ledger
from warehouse.ledger.tables import Delivery, DeliveryUnmapped, State
from warehouse.ledger.workspace_tables import BuildRequest
from warehouse.stewardship.mappings.record import MappingRequest
from warehouse.stewardship.mappings.stewardship import (
    preview_effect,
    read_mappings,
    read_work_list,
    save_mapping,
    undo,
)

STEWARD = identity_of("steward")
NOORD_STEWARD = Identity("u-n", "noord", Role.STEWARD, frozenset({"noord"}))
TEXT = "Regelling"
ARRANGED = MappingRequest("result", TEXT, "arranged")


@pytest.fixture
def deliveries(home) -> dict[str, str]:
    """Two released deliveries with the text, and one that waits."""
    accepted = (State.RECEIVED, State.ACCEPTED)
    made = {
        name: new_delivery(home, *states, district=name.split("-")[0])
        for name, states in (
            ("centrum", accepted),
            ("noord", accepted),
            ("centrum-waits", (State.RECEIVED, State.HELD)),
        )
    }
    values = [
        _value(made["centrum"], 2, "centrum", date(2007, 4, 12)),
        _value(made["centrum"], 3, "centrum", date(2007, 5, 12)),
        _value(made["noord"], 2, "noord", date(2007, 4, 12)),
    ]
    publish(
        home.home_dir,
        {"quality.unmapped_values": values, "quality.unmapped_codes": [_listed(made)]},
        released=[made["centrum"], made["noord"]],
    )
    _write_landing(home, made["centrum"], [TEXT, TEXT, "betaald", TEXT])
    _write_landing(home, made["noord"], [" regelling "])
    _leave_waiting(home, made["centrum-waits"])
    return made


def _value(delivery_id, row, district, day):
    return (
        *("overdrachtsformulier", delivery_id, None, row, "result", "resultaat"),
        *(TEXT, "regelling", district, day, f"{delivery_id}/{row}"),
    )


def _listed(made):
    place = {
        "delivery_id": made["noord"],
        "sheet": None,
        "row_number": 2,
        "column_name": "resultaat",
    }
    return (
        *("id", "result", "overdrachtsformulier", "noord", TEXT, "regelling", 1, 1),
        *([place], None, None, "open", "arranged", "regeling", 0.9),
    )


def _write_landing(home, delivery_id, texts) -> None:
    home.landing_dir.mkdir(parents=True, exist_ok=True)
    tests = [False] * (len(texts) - 1) + [len(texts) > 1]
    table = pa.table({"resultaat": texts, "is_test": tests})
    pq.write_table(table, home.landing_dir / f"{delivery_id}.parquet")


def _leave_waiting(home, delivery_id) -> None:
    with open_ledger(home.database_url) as ledger, ledger.writing() as session:
        delivery = session.get(Delivery, delivery_id)
        delivery.unmapped.append(
            DeliveryUnmapped(
                code_list="result",
                column_name="resultaat",
                source_text=TEXT,
                occurrences=4,
            )
        )


def test_the_effect_counts_rows_deliveries_districts_and_indicators(home, deliveries):
    effect = preview_effect(home, STEWARD, ARRANGED)
    assert (effect.rows, effect.waiting_rows) == (3, 4)
    assert set(effect.deliveries) == set(deliveries.values())
    assert effect.districts == ("centrum", "noord")
    assert "paid_or_arranged_share" in effect.indicators
    assert "evictions_announced" not in effect.indicators
    # Four rows hold the text; one of five is a trial, one says something else.
    assert effect.rows_with_text == 3


@pytest.mark.parametrize(
    ("scope", "rows", "waiting_rows"),
    [
        ({"district": "noord"}, 1, 0),
        ({"district": "centrum"}, 2, 4),
        ({"format": "regas"}, 0, 0),
        ({"valid_from": date(2007, 5, 1)}, 1, 4),
        ({"valid_to": date(2007, 4, 30)}, 2, 4),
    ],
    ids=str,
)
def test_the_effect_keeps_to_the_scope(home, deliveries, scope, rows, waiting_rows):
    request = MappingRequest("result", TEXT, "arranged", **scope)
    effect = preview_effect(home, STEWARD, request)
    assert (effect.rows, effect.waiting_rows) == (rows, waiting_rows)


def test_looking_saves_nothing_and_saving_asks_for_a_release(home, deliveries):
    preview_effect(home, STEWARD, ARRANGED)
    assert read_mappings(home, STEWARD) == []
    mapping, expected = save_mapping(home, STEWARD, ARRANGED)
    assert mapping.mapped_by == "steward"
    assert expected is not None
    statuses = {row["status"] for row in read_work_list(home, STEWARD)}
    assert statuses == {"mapped"}

    undone, _again = undo(home, STEWARD, mapping.mapping_id)
    assert undone.undone_by == "steward"
    assert {row["status"] for row in read_work_list(home, STEWARD)} == {"open"}
    with open_ledger(home.database_url) as ledger, ledger.reading() as session:
        assert len(session.scalars(select(BuildRequest)).all()) == 1
        actions = [one.action for one in session.scalars(select(AuditEntry))]
    assert actions == ["mapping.record", "mapping.undo"]


def test_the_work_list_holds_what_waits_too(home, deliveries):
    rows = {row["district"]: row for row in read_work_list(home, STEWARD)}
    assert (rows["noord"]["occurrences"], rows["noord"]["waiting"]) == (1, 0)
    assert (rows["centrum"]["occurrences"], rows["centrum"]["waiting"]) == (0, 4)
    assert rows["centrum"]["examples"][0]["delivery_id"] == deliveries["centrum-waits"]


def test_a_steward_of_one_district_maps_for_that_district_only(home, deliveries):
    assert [row["district"] for row in read_work_list(home, NOORD_STEWARD)] == ["noord"]
    with pytest.raises(UserError):
        save_mapping(home, NOORD_STEWARD, ARRANGED)
    own = MappingRequest("result", TEXT, "arranged", district="noord")
    save_mapping(home, NOORD_STEWARD, own)
    everywhere, _at = save_mapping(home, STEWARD, ARRANGED)
    with pytest.raises(UserError) as other:
        undo(home, NOORD_STEWARD, everywhere.mapping_id)
    with pytest.raises(UserError) as none:
        undo(home, NOORD_STEWARD, 999)
    number = str(everywhere.mapping_id)
    assert str(other.value).replace(number, "999") == str(none.value)


@pytest.mark.parametrize("name", ["coordinator", "deliverer", "viewer"])
def test_only_stewards_map(home, name):
    who = identity_of(name)
    for use in (read_work_list, read_mappings):
        with pytest.raises(UserError):
            use(home, who)
    with pytest.raises(UserError):
        preview_effect(home, who, ARRANGED)
    with pytest.raises(UserError):
        save_mapping(home, who, ARRANGED)
