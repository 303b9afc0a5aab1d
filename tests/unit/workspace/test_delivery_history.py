"""The list and the life of deliveries, and what of it whom is told."""

import pytest
from sqlalchemy import select

from tests.accounts import identity_of
from tests.unit.explanations.ledgers import new_delivery
from tests.unit.workspace.small_tables import publish
from warehouse.deliveries.history.decisions import restore, withdraw
from warehouse.deliveries.history.life import read_life
from warehouse.deliveries.history.listing import (
    REGION,
    Wish,
    list_visible,
    read_delivery,
)
from warehouse.deliveries.history.statements import explain, sign, unsign
from warehouse.errors import UserError
from warehouse.ledger.account_tables import AuditEntry
from warehouse.ledger.connection import open_ledger
from warehouse.ledger.tables import Delivery, DeliveryFinding, State
from warehouse.ledger.workspace_tables import BuildRequest
from warehouse.releases.landing import landing_file
from warehouse.stewardship.explanations.record import Subject

COORDINATOR, STEWARD = identity_of("coordinator"), identity_of("steward")
DELIVERER, OTHER = identity_of("deliverer"), identity_of("other_deliverer")
CHECK = "signals_result_unmapped"


def ids(home, who, **wish) -> list[str]:
    return [one.delivery_id for one in list_visible(home, who, Wish(**wish))]


def add_findings(home, delivery_id, *severities) -> None:
    with open_ledger(home.database_url) as ledger, ledger.writing() as session:
        delivery = session.get(Delivery, delivery_id)
        delivery.findings += [
            DeliveryFinding(
                check_id=CHECK, severity=one, message_nl="Onbekend.", message_en="Un."
            )
            for one in severities
        ]


def count(home, table) -> int:
    with open_ledger(home.database_url) as ledger, ledger.reading() as session:
        return len(session.scalars(select(table)).all())


def test_everybody_sees_their_own_districts(home, centrum, noord):
    assert set(ids(home, COORDINATOR)) == set(ids(home, STEWARD)) == {centrum, noord}
    assert ids(home, DELIVERER) == [centrum]
    assert ids(home, OTHER) == [noord]
    for name in ("viewer", "researcher", "administrator"):
        with pytest.raises(UserError):
            list_visible(home, identity_of(name))


@pytest.mark.parametrize(
    "use",
    [
        read_delivery,
        read_life,
        sign,
        unsign,
        lambda home, who, one: explain(home, who, one, Subject(CHECK), "Zo is het."),
    ],
    ids=["delivery", "life", "sign", "unsign", "explain"],
)
def test_another_districts_delivery_is_as_one_that_does_not_exist(home, noord, use):
    with pytest.raises(UserError) as other:
        use(home, DELIVERER, noord)
    unknown = "D-20260101-bcdfgh"
    with pytest.raises(UserError) as none:
        use(home, DELIVERER, unknown)
    assert str(other.value).replace(noord, unknown) == str(none.value)
    assert count(home, AuditEntry) == 0


@pytest.mark.parametrize("decide", [withdraw, restore])
def test_a_decision_needs_the_right_and_the_place(home, centrum, decide):
    for who in (DELIVERER, STEWARD, OTHER):
        with pytest.raises(UserError):
            decide(home, who, centrum, "reden")
    assert ids(home, COORDINATOR, state=State.HELD) == [centrum]


@pytest.mark.parametrize(
    ("wish", "found"),
    [
        ({"state": State.HELD}, "centrum"),
        ({"district": "noord"}, "noord"),
        ({"text": "NOORD"}, "noord"),
        ({"text": "100%"}, "centrum"),
        ({"text": "100_"}, None),
        ({"district": REGION}, None),
        ({"format": "regas"}, None),
    ],
    ids=str,
)
def test_the_list_is_narrowed(home, centrum, noord, wish, found):
    expected = {"centrum": [centrum], "noord": [noord], None: []}[found]
    assert ids(home, COORDINATOR, **wish) == expected


def test_a_line_counts_findings_gravest_first_and_says_who_signed(home, centrum):
    add_findings(home, centrum, "warning", "error", "warning")
    sign(home, COORDINATOR, centrum)
    (line,) = list_visible(home, COORDINATOR)
    assert list(line.findings.items()) == [("error", 1), ("warning", 2)]
    assert line.signed_by == "coordinator"
    unsign(home, COORDINATOR, centrum)
    assert list_visible(home, COORDINATOR)[0].signed_by is None


def test_the_life_tells_who_took_each_step_and_why(home, centrum):
    add_findings(home, centrum, "error")
    explain(home, DELIVERER, centrum, Subject(CHECK), "Nieuwe code.")
    withdraw(home, COORDINATOR, centrum, "dubbel geleverd")
    life = read_life(home, DELIVERER, centrum)

    assert [step.state for step in life.steps] == [
        State.RECEIVED,
        State.HELD,
        State.WITHDRAWN,
    ]
    last = life.steps[-1]
    assert (last.actor, last.reason) == ("coordinator", "dubbel geleverd")
    assert [one.explained_by for one in life.explanations] == ["deliverer"]
    assert life.releases == ()


def test_the_life_shows_what_the_release_compares_but_no_key_of_a_record(home, centrum):
    earlier, key = "D-20260101-bcdfgh", "kwqrtplmnb"
    publish(
        home.home_dir,
        {
            "quality.delivery_comparisons": [
                (centrum, earlier, "replaces", "signals", 1, 2, 0, 5)
            ],
            "quality.delivery_differences": [
                (
                    *(centrum, earlier, "replaces", "signals", "changed", key),
                    *(None, "mrt", 4, "mrt", 3, ["result"]),
                )
            ],
        },
        released=[centrum],
    )
    life = read_life(home, DELIVERER, centrum)
    assert [one["changed"] for one in life.comparisons] == [2]
    assert [one["changed_fields"] for one in life.differences] == [["result"]]
    assert key not in str(life)
    assert [(one.release_id, one.is_published) for one in life.releases] == [
        ("r1", True)
    ]


def test_withdrawing_what_counts_asks_for_a_release_and_can_be_undone(home, noord):
    file = landing_file(home.landing_dir, noord)
    file.parent.mkdir(parents=True)
    file.write_bytes(b"")
    decided = withdraw(home, COORDINATOR, noord, "verkeerd bestand")
    assert decided.outcome.status is State.WITHDRAWN
    assert decided.visible_at is not None
    assert count(home, BuildRequest) == 1

    restored = restore(home, COORDINATOR, noord, "toch goed")
    assert restored.outcome.status is State.ACCEPTED
    assert count(home, BuildRequest) == 1, "one that waits takes this along"


def test_withdrawing_what_does_not_count_changes_no_figure(home, centrum):
    assert withdraw(home, COORDINATOR, centrum, "dubbel").visible_at is None
    assert count(home, BuildRequest) == 0


def test_what_is_done_stands_in_the_trail(home, centrum):
    explain(home, DELIVERER, centrum, Subject(CHECK), "Zo is het.")
    sign(home, DELIVERER, centrum)
    with open_ledger(home.database_url) as ledger, ledger.reading() as session:
        entries = session.scalars(select(AuditEntry)).all()
    assert [(one.action, one.object_id) for one in entries] == [
        ("delivery.explain", centrum),
        ("delivery.sign", centrum),
    ]
    assert "Zo is het." not in str([one.detail for one in entries])


def test_a_delivery_about_the_region_is_not_a_districts(home):
    region = new_delivery(home, district=None)
    assert ids(home, COORDINATOR, district=REGION) == [region]
    with pytest.raises(UserError):
        read_delivery(home, DELIVERER, region)
