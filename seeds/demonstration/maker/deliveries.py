"""Make every demonstration file, and tell which identifiers were invented."""

from collections import defaultdict
from pathlib import Path

from maker.bailiff_lists import write_bailiff_lists
from maker.conferences import write_conferences
from maker.eviction_register import write_eviction_register
from maker.follow_up import write_follow_up
from maker.inventor import Inventor
from maker.regas import blankenberg_rows, dynamo_rows, write_registration
from maker.tally_list import write_tally_list
from maker.transfer_forms import invent_tenants, write_transfer_forms
from maker.transvaal import cast_households


def make_deliveries(folder: Path) -> list[Path]:
    """Write the demonstration files into an existing folder and return their paths."""
    return _make(folder)[0]


def invented_identifiers(scratch: Path) -> dict[str, set[str]]:
    """Return every invented identifier, by kind, of the files made in ``scratch``.

    Kinds are ``name``, ``birth_date`` (ISO), ``postcode``, ``contract``, ``client``
    and ``phone``. They are kept nowhere but in the delivery files.
    """
    identifiers: dict[str, set[str]] = defaultdict(set)
    for inventor in _make(scratch)[1]:
        for kind, values in inventor.identifiers.items():
            identifiers[kind] |= values
    return dict(identifiers)


def _make(folder: Path) -> tuple[list[Path], list[Inventor]]:
    tenants, centrum = invent_tenants()
    households, transvaal = cast_households()
    paths = [
        write_transfer_forms(folder / "overdracht-centrum-2007.csv", tenants),
        write_registration(
            folder / "regas-blankenberg-2007.txt", blankenberg_rows(tenants)
        ),
        write_tally_list(
            folder / "turflijst-transvaal-2007.xlsx", households, transvaal
        ),
        write_registration(folder / "regas-dynamo-2007.txt", dynamo_rows(households)),
        *write_bailiff_lists(
            folder / "deurwaarder-ymere-2005-2007.csv",
            folder / "deurwaarder-ymere-2007-2008.csv",
            households,
            transvaal,
        ),
        write_follow_up(folder / "nameting-transvaal-2008.csv", households),
        write_eviction_register(folder / "boedelbeheer-2007.xlsx"),
        write_conferences(folder / "eigen-kracht-2007-2008.xlsx"),
    ]
    return paths, [centrum, transvaal]
