"""The rates that the city is dealt from; docs/demonstration.md names their sources.

Where a rate was published about another country's total or another year, it is a
reference and no target: this city is led by rent and by visits.
"""

REPEAT = 0.41
"""Share of signals, once the city runs, of a household reported in the six months
before (Divosa 2023: 40% earlier in six months)."""
LONG_AGO = 0.05
"""Share of signals of a household reported longer ago than six months."""
RETURN_CHANCE = {
    "SHV": 0.35, "AMW": 0.45, "budgetadvies": 0.55, "quick fix": 0.6, "overig": 0.6,
    "regeling": 0.75, "betaald": 0.8,
}  # fmt: skip
"""How likely a household comes back, against one of which nothing came."""

PARTNERS = (("Huur", 46), ("Zorg", 26), ("Energie", 17), ("Water", 11))
"""Mix of reporting partners. Nationally insurers 41 to 45, energy 20 to 25, rent 19,
water 11 to 18; here rent leads, and the rest keeps its order (an assumption)."""
PARTNER_NAMES = {
    "Zorg": ("Agis", "Achmea", "Zilveren Kruis", "CZ", "VGZ", "Menzis"),
    "Energie": ("Nuon", "Eneco", "Essent"),
    "Water": ("Waternet",),
}
AMOUNTS = {"Huur": 780, "Zorg": 430, "Energie": 310, "Water": 170}
"""Median arrears in euros. No figure was published: an assumption."""

CALLS = 0.25
"""Share of signals for which the phone is tried when no visit is; letters else."""
LETTER_ANSWERED = 0.06
"""Reached by letters alone (Divosa 2022-2023: 6%)."""
CALL_ANSWERED = 0.42
"""Chance of one call; with up to three some 59% are reached (Divosa 2022-2023)."""
VISIT_OPENED = 0.285
"""Chance of a first visit by day; with evenings and announcements just over a third
(Divosa 2021), with up to three visits about half (46%, Divosa 2022-2023)."""
EVENING, MORNING, SECOND, THIRD = 0.45, -0.25, -0.2, -0.45
"""What time of day and an earlier vain visit do to the log odds of an open door."""
AGAIN = 0.56
"""Chance of another visit or call after a vain one."""
SENT_AWAY = 0.07
"""Share of opened doors that close at once."""
OFFICE_AFTER_NOTE = 0.05
"""Share of vain visits after which the tenant comes to the office."""

RESULTS_REACHED = (
    ("geaccepteerd", 36), ("betaald", 17), ("regeling", 21), ("geen hulp gewenst", 28),
)  # fmt: skip
"""What comes of contact. A door that closes at once and an answer by letter count as
contact too, so that a third of all reached accept (Divosa 2023: 35%, 2024: 1 in 3)."""
ACCEPTED_KINDS = (
    ("SHV", 36), ("AMW", 14), ("budgetadvies", 27), ("quick fix", 17), ("overig", 6),
)  # fmt: skip
PAID_UNREACHED = 0.16
"""Share of those never reached who pay all the same (an assumption)."""
NOT_TAKEN_UP = 0.05
"""Share of signals that nobody takes up (an assumption)."""
OBJECTED = 0.03
REFERRED, ARRIVED = 0.22, 0.62
FEEDBACK_FORGOTTEN = 0.05
PROBLEMS = (
    ("alleen betalingsachterstand", 40), ("meerdere schulden", 30),
    ("psychosociaal", 12), ("werkloosheid", 14), ("ziekte", 8), ("scheiding", 8),
    ("verslaving", 5), ("taal", 7), ("overlast", 3), ("overig", 4),
)  # fmt: skip
KNOWN = (("nee", 66), ("ja", 15), ("oud-cliënt", 17), ("", 2))

BAILIFF_BEFORE = 0.15
"""Share of households with a bailiff's file before 2009 (pilot B: 43%)."""
BAILIFF_AFTER = {
    "SHV": 0.06, "AMW": 0.07, "budgetadvies": 0.08, "quick fix": 0.06, "overig": 0.09,
    "betaald": 0.05, "regeling": 0.1, "geen hulp gewenst": 0.17, "niet bereikt": 0.22,
    "": 0.12,
}  # fmt: skip
"""Share of signals after which a bailiff's file opens, by result (assumptions)."""
NEXT_STEP = {"SOM": 0.52, "DAG": 0.68, "VON": 0.5}
"""Chance that a bailiff's file goes on to the writ, judgment, announcement."""
EXECUTED = 0.37
"""Evictions carried out of those announced (bailiffs 2021: 40%, 2022: 34%)."""
