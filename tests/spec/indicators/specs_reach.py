"""Specs: signals taken up, visited and reached."""

# ruff: noqa: E501 - a table is wider than code

from tests.spec.indicators.spec import Spec

SPECS = [
    Spec(
        "taken_up",
        "Wie bezwaar maakt of voor iedere poging vertrekt, is niet opgepakt.",
        "Who objects, or leaves before any attempt, is not taken up.",
        {
            "fct_signals": """
                signal_id | is_taken_up | not_taken_up_reason
                a         | true        |
                b         | false       | objected
                c         | false       | left
            """
        },
        """
            indicator           | category | numerator | denominator | value | unknown
            taken_up_share      |          | 1         | 3           | 0.333 | 0
            not_taken_up_reason | objected | 1         | 2           | 0.5   | 0
            not_taken_up_reason | left     | 1         | 2           | 0.5   | 0
        """,
    ),
    Spec(
        "attempts",
        "Een poging telt, open of niet. Een onbekende uitkomst blijft in het totaal "
        "van de pogingen en staat bij onbekend.",
        "An attempt counts, opened or not. An unknown outcome stays among the "
        "attempts and stands as unknown.",
        {
            "fct_signals": """
                signal_id | is_attempted | has_second_attempt | is_opened | opened_at_attempt
                a         | true         | false              | true      | 1
                b         | true         | true               | true      | 4
                c         | true         | true               | false     |
                d         | true         | false              |           |
                e         | false        | false              |           |
            """
        },
        """
            indicator            | category    | numerator | denominator | value | unknown
            attempted_share      |             | 4         | 5           | 0.8   | 0
            second_attempt_share |             | 2         | 5           | 0.4   | 0
            at_home_share        |             | 2         | 4           | 0.5   | 1
            visit_outcome        | opened      | 2         | 4           | 0.5   | 1
            visit_outcome        | not-at-home | 1         | 4           | 0.25  | 1
            opened_at_attempt    | 1           | 1         | 4           | 0.25  | 1
            opened_at_attempt    | 3           | 1         | 4           | 0.25  | 1
            opened_at_attempt    | not-at-home | 1         | 4           | 0.25  | 1
        """,
    ),
    Spec(
        "reasons_for_no_visit",
        "Elke reden is een deel van de meldingen zonder poging; zonder reden of met "
        "een niet vertaalde code is zij onbekend.",
        "Each reason is a share of the signals without an attempt; without a reason, "
        "or with an unmapped code, it is unknown.",
        {
            "fct_signals": """
                signal_id | is_attempted | no_visit_reason
                a         | false        | left
                b         | false        | paid_before
                c         | false        |
                d         | false        | unmapped
                e         | true         | left
            """
        },
        """
            indicator            | category    | numerator | denominator | value | unknown
            not_attempted_reason | left        | 1         | 4           | 0.25  | 2
            not_attempted_reason | paid_before | 1         | 4           | 0.25  | 2
        """,
    ),
    Spec(
        "reached",
        "Bereikt is een deel van de opgepakte meldingen, en daarnaast van alle.",
        "Reached is a share of the signals taken up, and beside it of all signals.",
        {
            "fct_signals": """
                signal_id | is_taken_up | is_reached | reached_channel | is_known
                a         | true        | true       | ring            | false
                b         | true        | true       | letter          | true
                c         | true        | false      |                 | false
                d         | true        |            |                 |
                e         | false       | true       | letter          |
            """
        },
        """
            indicator             | category | numerator | denominator | value | unknown
            reached_share         |          | 2         | 4           | 0.5   | 1
            reached_signals_share |          | 3         | 5           | 0.6   | 1
            not_reached_share     |          | 1         | 5           | 0.2   | 1
            reached_by_channel    | ring     | 1         | 4           | 0.25  | 1
            reached_by_channel    | letter   | 1         | 4           | 0.25  | 1
            new_to_help_share     |          | 1         | 2           | 0.5   | 1
        """,
    ),
    Spec(
        "days_to_the_first_attempt",
        "De mediaan en de 90%-grens van 0, 2, 4 en 10 dagen; een poging zonder datum "
        "telt niet.",
        "The median and the 90th percentile of 0, 2, 4 and 10 days; an attempt "
        "without a date does not count.",
        {
            "fct_signals": """
                signal_id | is_attempted | days_to_first_attempt
                a         | true         | 0
                b         | true         | 2
                c         | true         | 4
                d         | true         | 10
                e         | true         |
                f         | false        |
            """
        },
        """
            indicator                 | numerator | denominator | value | unknown
            days_to_first_attempt     | 16        | 4           | 3     | 1
            days_to_first_attempt_p90 | 16        | 4           | 8.2   | 1
        """,
    ),
]
