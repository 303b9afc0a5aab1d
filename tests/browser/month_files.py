"""The seven files of a month, two of them wrong, and what was mended of one."""

from pathlib import Path

import openpyxl

FORM, UNREADABLE = "formulier-centrum.csv", "formulier-mei.xlsx"
TALLIES, EVENTS, MENDED = "turflijst-juni.xlsx", "signalen.csv", "signalen-beter.csv"
STEPS, CLAIMS, FOLLOW_UPS = "deurwaarder.csv", "declaratie.csv", "nameting.csv"
MONTH = (FORM, UNREADABLE, TALLIES, EVENTS, STEPS, CLAIMS, FOLLOW_UPS)
SIGNALS = {FORM: 3, TALLIES: 2, MENDED: 2}
"""How many signals each right file holds."""

_TEXTS = {
    FORM: """\
Meldnummer;Datum melding;Corporatie;Contractnummer;Huurachterstand;Maanden achterstand
M-1;12-04-2007;Ymere;YM-900001;1.250,00;2
M-2;13-04-2007;Ymere;YM-900002;€ 839,-;3
M-3;14-04-2007;De Alliantie;AL-900003;410,50;2
""",
    EVENTS: """\
signaal_id;gebeurtenis;datum;stadsdeel;pilot;partner;partnernaam;bedrag
S-1;signaal;02-01-2009;Noord;stedelijk-2009;Huur;Ymere;800,00
S-2;signaal;33-01-2009;Noord;Stedelijk-2090;Huur;Ymere;900,00
""",
    MENDED: """\
signaal_id;gebeurtenis;datum;stadsdeel;pilot;partner;partnernaam;bedrag
S-1;signaal;02-01-2009;Noord;stedelijk-2009;Huur;Ymere;800,00
S-2;signaal;03-01-2009;Noord;stedelijk-2009;Huur;Ymere;900,00
""",
    STEPS: """\
contractnr;corporatie;dossier_dw;stap;datum;bedrag;kosten
YM-900001;Ymere;D-900001;SOM;01-10-2007;1250,00;75,00
YM-900001;Ymere;D-900001;DAG;01-11-2007;1400,00;90,00
""",
    CLAIMS: """\
declaratienr;maand;instelling;product;meldnummer;uren;tarief;bedrag
V-1;2009-01;Dynamo;er-op-af;;2;50;100
""",
    FOLLOW_UPS: """\
contractnummer;peildatum;huurschuld nu;bedrag nu;woont er nog
YM-900006;01-06-2008;ja;300,00;ja
YM-900007;02-06-2008;nee;;ja
""",
}
_SHEETS = {
    UNREADABLE: (
        "mei 2007",
        ["Meldnummer", "Datum melding", "Corporatie", "Huurachterstand"],
        ["M-4", "15-05-2007", "Ymere", 700],
    ),
    TALLIES: (
        "jun 2007",
        ["Nr", "Huurdernummer", "Sekse", "Huurschuld", "1e aanbelactie", "Thuis"],
        [1, "YM-900006", "M", 650, "04-06-2007", "1"],
        [2, "YM-900007", "V", 480, "05-06-2007", ""],
    ),
}


def write_month(folder: Path) -> None:
    """Write the files under their names."""
    for name, text in _TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    for name, (title, *rows) in _SHEETS.items():
        book = openpyxl.Workbook()
        book.active.title = title
        for row in rows:
            book.active.append(row)
        book.save(folder / name)
