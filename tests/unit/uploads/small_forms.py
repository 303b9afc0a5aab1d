"""A small transfer form, and the pilot it belongs to."""

CENTRUM = "vroegmelding-centrum-2007"
FORM = (
    "Meldnummer;Datum melding;Corporatie;Contractnummer;Huurachterstand;"
    "Maanden achterstand\n"
    "X-1;12-04-2007;Ymere;YM-900001;1.250,00;2\n"
    "X-2;13-04-2007;Ymere;YM-900002;839,00;2\n"
)
