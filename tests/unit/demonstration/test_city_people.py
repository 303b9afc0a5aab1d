"""Nobody in the invented city exists, or stands in an exact pilot too."""

import pytest


@pytest.fixture(scope="module")
def households(dealt):
    signals, _ = dealt
    return {
        id(signal.household): signal.household
        for members in signals.values()
        for signal in members
    }.values()


def test_no_identifier_is_one_of_the_exact_pilots(households, maker, tmp_path):
    exact = maker("maker.deliveries").invented_identifiers(tmp_path)
    invented = {
        "name": {each.name for each in households},
        "postcode": {each.postcode for each in households},
        "contract": {each.contract for each in households},
        "client": {each.client for each in households},
    }
    shared = {kind: values & exact[kind] for kind, values in invented.items()}
    assert not any(shared.values()), shared


@pytest.mark.parametrize("kind", ["contract", "client", "citizen"])
def test_no_two_households_share_a_number(households, kind):
    numbers = [getattr(each, kind) for each in households]
    assert len(set(numbers)) == len(numbers)


def test_no_citizen_number_can_exist(households):
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    passing = [
        each.citizen
        for each in households
        if sum(int(d) * w for d, w in zip(each.citizen, weights, strict=True)) % 11 == 0
    ]
    assert not passing
