"""Specs: households followed up, and households back after their case."""

# ruff: noqa: E501 - a table is wider than code

from tests.spec.indicators.spec import Spec

FOUR_HOUSEHOLDS = """
    signal_id | household_id
    a         | h1
    b         | h2
    c         | h3
    d         | h4
"""

SPECS = [
    Spec(
        "debt_again",
        "De laatste nameting van een huishouden telt. Eén onbekend blijft in het "
        "totaal en valt weg uit het deel van de bekenden.",
        "The last follow-up of a household counts. One unknown stays in the total and "
        "leaves the share of those known.",
        {
            "fct_signals": FOUR_HOUSEHOLDS,
            "fct_bailiff_outcomes": """
                household_id | before
                h1           | more
                h2           | never
                h3           | unknown
                h4           | once
            """,
            "fct_follow_up": """
                household_id | reference_date | debt_again
                h1           | 2008-03-01     | no
                h1           | 2008-06-01     | yes
                h2           | 2008-03-01     | no
                h3           | 2008-03-01     | unknown
            """,
        },
        """
            indicator                    | category        | numerator | denominator | value | unknown
            households_followed          |                 | 3         |             | 3     | 0
            arrears_again_share          |                 | 1         | 3           | 0.333 | 1
            arrears_again_known_share    |                 | 1         | 2           | 0.5   | 1
            arrears_again                | debt            | 1         | 3           | 0.333 | 1
            arrears_again                | no-debt         | 1         | 3           | 0.333 | 1
            arrears_again                | unknown         | 1         | 3           | 0.333 | 1
            bailiff_before_arrears_again | earlier+debt    | 1         | 3           | 0.333 | 0
            bailiff_before_arrears_again | never+no-debt   | 1         | 3           | 0.333 | 0
            bailiff_before_arrears_again | unknown+unknown | 1         | 3           | 0.333 | 0
        """,
    ),
    Spec(
        "contact_with_the_madi",
        "De eerste vier groepen sluiten elkaar uit; de twee andere overlappen ermee.",
        "The first four groups exclude each other; the other two overlap with them.",
        {
            "fct_signals": FOUR_HOUSEHOLDS,
            "fct_follow_up": """
                household_id | contact_before | contact_during
                h1           | true           | true
                h2           | true           | false
                h3           | false          | false
                h4           |                | false
            """,
        },
        """
            indicator           | category          | numerator | denominator | value | unknown
            madi_contact_period | before-only       | 1         | 4           | 0.25  | 1
            madi_contact_period | during            | 1         | 4           | 0.25  | 1
            madi_contact_period | none              | 1         | 4           | 0.25  | 1
            madi_contact_period | unknown           | 1         | 4           | 0.25  | 1
            madi_contact_period | before            | 2         | 4           | 0.5   | 1
            madi_contact_period | during-and-before | 1         | 4           | 0.25  | 1
        """,
    ),
    Spec(
        "follow_up_visits",
        "Wie op het briefje reageert, was niet thuis; zonder uitkomst is het onbekend.",
        "Who reacts to the note was not at home; without an outcome it is unknown.",
        {
            "fct_signals": FOUR_HOUSEHOLDS,
            "fct_follow_up": """
                household_id | was_visited | home_at_ring | note_reaction
                h1           | true        | second       |
                h2           | true        |              | researcher
                h3           | true        |              |
                h4           | false       |              |
            """,
        },
        """
            indicator                   | category   | numerator | denominator | value | unknown
            follow_up_rang              |            | 3         | 4           | 0.75  | 0
            follow_up_at_home           | second     | 1         | 3           | 0.333 | 1
            follow_up_at_home           | not_home   | 1         | 3           | 0.333 | 1
            follow_up_not_home_reaction | researcher | 1         | 1           | 1     | 0
        """,
    ),
    Spec(
        "follow_up_talks",
        "Alleen wie een oordeel of een situatie gaf, is gesproken.",
        "Only who gave an opinion or a situation was spoken to.",
        {
            "fct_signals": FOUR_HOUSEHOLDS,
            "fct_follow_up": """
                household_id | opinion  | situation | situation_detail | had_help_contact | knew_institution | contact_before
                h1           | positive | better    |                  | true             | true             | false
                h2           | unclear  | same      | badly            | false            | false            | false
                h3           | positive |           |                  |                  |                  | true
                h4           |          |           |                  |                  |                  |
            """,
        },
        """
            indicator                   | category | numerator | denominator | value | unknown
            follow_up_spoken_to         |          | 3         |             | 3     | 0
            follow_up_opinion           | positive | 2         | 3           | 0.667 | 0
            follow_up_opinion           | unclear  | 1         | 3           | 0.333 | 0
            follow_up_situation         | better   | 1         | 3           | 0.333 | 1
            follow_up_situation         | same     | 1         | 3           | 0.333 | 1
            follow_up_situation_detail  | badly    | 1         | 1           | 1     | 0
            follow_up_contact_with_help |          | 1         | 3           | 0.333 | 1
            follow_up_knew_madi         |          | 1         | 2           | 0.5   | 0
        """,
    ),
    Spec(
        "recidivism",
        "Wie de hele termijn niet gevolgd is, telt niet mee en staat bij onbekend.",
        "Who was not followed for the whole window does not count and stands as "
        "unknown.",
        {
            "fct_signals": FOUR_HOUSEHOLDS,
            "fct_recidivism": """
                household_id | is_relapsed_signal_3 | is_relapsed_signal_6 | is_relapsed_signal_12 | is_relapsed_bailiff_6 | is_relapsed_bailiff_12
                h1           | true                 | true                 | true                  | false                 | true
                h2           | false                | true                 | true                  | false                 |
                h3           | false                | false                |                       |                       |
            """,
        },
        """
            indicator             | numerator | denominator | value | unknown
            recidivism_signal_3   | 1         | 3           | 0.333 | 0
            recidivism_signal_6   | 2         | 3           | 0.667 | 0
            recidivism_signal_12  | 2         | 2           | 1     | 1
            recidivism_bailiff_6  | 0         | 2           | 0     | 1
            recidivism_bailiff_12 | 1         | 1           | 1     | 2
        """,
    ),
    Spec(
        "mediated_back",
        "Van wie opnieuw gemeld is, telt wie bij die nieuwe melding hulp aanvaardde.",
        "Of those reported again, who accepted help at that new signal counts.",
        {
            "fct_signals": """
                signal_id | household_id | signal_date | is_accepted | has_trajectory
                a         | h1           | 2007-03-01  | false       | false
                b         | h1           | 2007-09-01  | true        | false
                c         | h2           | 2007-03-01  | true        | true
                d         | h2           | 2007-09-01  | false       | false
                e         | h3           | 2007-03-01  | true        | true
            """,
            "fct_recidivism": """
                household_id | next_signal_date
                h1           | 2007-09-01
                h2           | 2007-09-01
                h3           |
            """,
        },
        """
            indicator             | numerator | denominator | value | unknown
            terug_bemiddeld_share | 1         | 2           | 0.5   | 0
        """,
    ),
]
