"""Small source files, made by hand."""

from pathlib import Path

CENTRUM = ("--district", "centrum", "--pilot", "vroegmelding-centrum-2007")
HEADER = "Meldnummer;Datum melding;Corporatie;Contractnummer;Huurachterstand"
SIGNALS = (
    "X-1;12-04-2007;Ymere;YM-900001;1.250,00",
    "X-2;13-04-2007;Ymere;YM-900002;€ 839,-",
    "X-3;14-04-2007;Ymere;YM-900003;410,50",
)


def transfer_form(path: Path, signals: tuple[str, ...] = SIGNALS) -> Path:
    """A transfer form (CSV) with the given signals, each two months in arrears."""
    lines = [f"{HEADER};Maanden achterstand", *(f"{one};2" for one in signals)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
