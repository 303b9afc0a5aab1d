"""Specs: signals, whom they are about and how large the arrears are."""

# ruff: noqa: E501 - a table is wider than code

from tests.spec.indicators.spec import Spec

SPECS = [
    Spec(
        "signals_and_households",
        "Twee meldingen van één huishouden zijn twee meldingen en één huishouden; "
        "pilot B duurde 219 dagen, dat zijn 7,19 maanden.",
        "Two signals of one household are two signals and one household; pilot B "
        "ran for 219 days, which is 7.19 months.",
        {
            "fct_signals": """
                signal_id | household_id
                a         | h1
                b         | h1
                c         | h2
            """
        },
        """
            indicator         | numerator | denominator | value | unknown
            signals           | 3         |             | 3     | 0
            households        | 2         |             | 2     | 0
            signals_per_month | 3         | 7.194       | 0.417 | 0
        """,
    ),
    Spec(
        "household_in_two_pilots",
        "Een huishouden telt één keer in elke pilot en één keer in de regio.",
        "A household counts once in each pilot and once in the region.",
        {
            "fct_signals": """
                signal_id | household_id | pilot
                a         | h1           | vroeg-eropaf-transvaal-2007
                b         | h1           | stedelijk-2009
            """
        },
        """
            indicator  | numerator | denominator | value | unknown
            households | 1         |             | 1     | 0
        """,
    ),
    Spec(
        "signals_a_month_within_bounds",
        "Gevraagd over een deel van de pilot tellen alleen de maanden en de "
        "meldingen daarvan; de eerste en de laatste dag horen erbij.",
        "Asked over part of the pilot only its months and signals count; the first "
        "and the last day belong to it.",
        {
            "fct_signals": """
                signal_id | signal_date
                a         | 2007-02-28
                b         | 2007-03-01
                c         | 2007-03-31
                d         | 2007-04-01
            """
        },
        """
            indicator         | numerator | denominator | value | unknown
            signals           | 2         |             | 2     | 0
            signals_per_month | 2         | 1.018       | 1.964 | 0
        """,
        date_from="2007-03-01",
        date_to="2007-03-31",
    ),
    Spec(
        "a_signal_belongs_to_its_month",
        "Een melding hoort bij de maand van haar datum; zonder datum telt zij alleen "
        "in het totaal.",
        "A signal belongs to the month of its date; without a date it counts only in "
        "the total.",
        {
            "fct_signals": """
                signal_id | signal_date
                a         | 2007-03-31
                b         | 2007-04-01
                c         |
            """
        },
        """
            indicator | month   | numerator | denominator | value | unknown
            signals   | 2007-03 | 1         |             | 1     | 0
            signals   | 2007-04 | 1         |             | 1     | 0
        """,
        by=("month",),
    ),
    Spec(
        "dwellings_unknown",
        "Zonder aantal woningen is er geen cijfer per 1.000 woningen; de meldingen "
        "staan bij onbekend.",
        "Without a number of dwellings there is no figure per 1,000 dwellings; the "
        "signals stand as unknown.",
        {
            "fct_signals": """
                signal_id | district
                a         | noord
            """
        },
        """
            indicator        | numerator | denominator | value | unknown
            signals_per_1000 | 0         |             |       | 1
        """,
    ),
    Spec(
        "arrears",
        "Nul is een bedrag en telt mee; een onbekend bedrag telt niet mee.",
        "Zero is an amount and counts; an unknown amount does not.",
        {
            "fct_signals": """
                signal_id | arrears_amount | is_attempted
                a         | 0              | false
                b         | 100            | true
                c         | 800            | true
                d         |                | true
            """
        },
        """
            indicator              | numerator | denominator | value | unknown
            arrears_mean           | 900       | 3           | 300   | 1
            arrears_median         | 900       | 3           | 100   | 1
            arrears_mean_attempted | 900       | 2           | 450   | 1
        """,
    ),
    Spec(
        "repeats_and_sex",
        "Van vier meldingen volgt er één op een eerdere; paren en onbekend zijn "
        "eigen groepen.",
        "Of four signals one follows an earlier one; couples and unknown are groups "
        "of their own.",
        {
            "fct_signals": """
                signal_id | is_repeat | sex
                a         | true      | male
                b         | false     | female
                c         | false     | couple
                d         | false     | unknown
            """
        },
        """
            indicator      | category | numerator | denominator | value | unknown
            repeat_share   |          | 1         | 4           | 0.25  | 0
            signals_by_sex | male     | 1         | 4           | 0.25  | 1
            signals_by_sex | female   | 1         | 4           | 0.25  | 1
            signals_by_sex | couple   | 1         | 4           | 0.25  | 1
            signals_by_sex | unknown  | 1         | 4           | 0.25  | 1
        """,
    ),
    Spec(
        "known_before",
        "Een oud-cliënt is bekend; wie onbekend is, telt niet in het deel.",
        "A former client is known; an unknown one does not count in the share.",
        {
            "fct_signals": """
                signal_id | known_before | is_known | is_attempted
                a         | yes          | true     | false
                b         | no           | false    | true
                c         | former       | true     | true
                d         |              |          | true
            """
        },
        """
            indicator                   | category | numerator | denominator | value | unknown
            known_before_share          |          | 2         | 3           | 0.667 | 1
            known_before_kind           | yes      | 1         | 4           | 0.25  | 1
            known_before_kind           | no       | 1         | 4           | 0.25  | 1
            known_before_kind           | former   | 1         | 4           | 0.25  | 1
            known_before_kind_attempted | no       | 1         | 3           | 0.333 | 1
            known_before_kind_attempted | former   | 1         | 3           | 0.333 | 1
        """,
    ),
    Spec(
        "objections",
        "Alleen waar bezwaar mogelijk was, telt een melding mee; onbekend is geen nee.",
        "Only where objecting was possible a signal counts; unknown is not no.",
        {
            "fct_signals": """
                signal_id | objection_possible | objected
                a         | true               | true
                b         | true               | false
                c         | true               |
                d         | false              |
            """
        },
        """
            indicator      | numerator | denominator | value | unknown
            objected_share | 1         | 3           | 0.333 | 1
        """,
    ),
    Spec(
        "who_the_signals_are_about",
        "Iedere verdeling gaat over alle meldingen; wat niet bekend of niet vertaald "
        "is, staat bij onbekend.",
        "Each distribution is over all signals; what is unknown or unmapped stands as "
        "unknown.",
        {
            "fct_signals": """
                signal_id | partner_type | age_band | household_type
                a         | rent         | 25-34    | single
                b         | energy       | 65-plus  | unmapped
                c         | unknown      | unknown  | unknown
            """
        },
        """
            indicator            | category | numerator | denominator | value | unknown
            signals_by_partner   | rent     | 1         | 3           | 0.333 | 1
            signals_by_partner   | energy   | 1         | 3           | 0.333 | 1
            signals_by_age       | 25-34    | 1         | 3           | 0.333 | 1
            signals_by_age       | 65-plus  | 1         | 3           | 0.333 | 1
            signals_by_household | single   | 1         | 3           | 0.333 | 2
        """,
    ),
    Spec(
        "arrears_in_classes",
        "Een grens hoort bij de klasse erboven; nul telt mee, een melding zonder bedrag "
        "is onbekend.",
        "A limit belongs to the class above it; zero counts, a signal without an amount "
        "is unknown.",
        {
            "fct_signals": """
                signal_id | arrears_amount
                a         | 0
                b         | 499.99
                c         | 500
                d         | 5000
                e         |
            """
        },
        """
            indicator     | category  | numerator | denominator | value | unknown
            arrears_class | under-500 | 2         | 5           | 0.4   | 1
            arrears_class | 500-999   | 1         | 5           | 0.2   | 1
            arrears_class | 5000-plus | 1         | 5           | 0.2   | 1
        """,
    ),
]
