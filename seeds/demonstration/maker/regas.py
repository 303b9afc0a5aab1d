"""Write the institutions' registration exports that belong to pilots A and B."""

import random
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path

from maker.files import write_text
from maker.household import Household
from maker.transfer_forms import Tenant, signal_number
from maker.transfer_signals import SIGNALS, TransferSignal

HEADER = (
    "DOSSIERNR", "CLIENTNR", "MELDNR", "CONTRACTNR", "GEBDAT", "GESL", "DIENST",
    "START", "EIND", "UREN", "STATUS", "AFSLUITCODE", "NAZORG3", "NAZORG6",
)  # fmt: skip
SEX_CODES = {"man": "1", "vrouw": "2"}
Row = Sequence[str]


def write_registration(path: Path, rows: Iterable[Row]) -> Path:
    """Write an export and return its path."""
    return write_text(path, HEADER, rows, separator="|", line_end="\n")


def blankenberg_rows(tenants: Sequence[Tenant]) -> list[Row]:
    """Return De Blankenberg's pilot A files: two debt trajectories, one advice."""
    rows: list[Row] = []
    for number, (signal, tenant) in enumerate(zip(SIGNALS, tenants, strict=True), 1):
        if signal.dossier_close_code:
            rows.append(_blankenberg_row(number, signal, tenant, "SHV", "14.5"))
        elif signal.referred_to == "inloopspreekuur":
            rows.append(_blankenberg_row(number, signal, tenant, "IA", "1.0"))
    return rows


def dynamo_rows(households: Sequence[Household]) -> list[Row]:
    """Return the files of the households that Dynamo helped during pilot B.

    Six debt trajectories ran before the signal; of the nine households in contact
    after a ring, those with a trajectory get one and the others short advice.
    """
    rng = random.Random(2006)
    rows: list[Row] = []
    for household in households:
        if household.route == "T":
            start = household.listed_on - timedelta(days=rng.randrange(40, 200))
            rows.append(_dynamo_row(rng, household, "SHV", start))
        elif household.has_help_after:
            start = household.attempts[-1] + timedelta(days=rng.randrange(2, 12))
            services = household.trajectory.split("/") if household.trajectory else []
            service = services[0] if services else "IA"
            rows.append(_dynamo_row(rng, household, service, start))
    return rows


def _dynamo_row(
    rng: random.Random, household: Household, service: str, start: date
) -> Row:
    is_advice = service == "IA"
    is_closed = is_advice or rng.random() < 0.4
    length = 0 if is_advice else rng.randrange(120, 360)
    hours = 1.0 if is_advice else rng.randrange(12, 60) / 2
    aftercare = ("", "") if is_advice or not is_closed else ("J", rng.choice("JN"))
    return (
        f"DYN-{rng.randrange(3000, 9999)}",
        household.client,
        "",
        household.contract,
        f"{household.birth_date:%Y%m%d}",
        SEX_CODES.get(household.sex, "9"),
        service,
        f"{start:%Y%m%d}",
        f"{start + timedelta(days=length):%Y%m%d}" if is_closed else "",
        f"{hours:.1f}",
        "A" if is_closed else "L",
        "01" if is_closed else "",
        *aftercare,
    )


def _blankenberg_row(
    number: int, signal: TransferSignal, tenant: Tenant, service: str, hours: str
) -> Row:
    start = signal.visits[-1].day + timedelta(days=7)
    return (
        f"BLA-{number:04d}",
        tenant.client,
        signal_number(number),
        tenant.contract,
        f"{tenant.birth_date:%Y%m%d}",
        SEX_CODES.get(signal.sex, "9"),
        service,
        f"{start:%Y%m%d}",
        f"{signal.closed:%Y%m%d}",
        hours,
        "A",
        signal.dossier_close_code or "01",
        "",
        "",
    )
