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
    Spec(
        "reached_by_attempts",
        "Ieder aantal pogingen heeft zijn eigen noemer; niet opgepakte meldingen "
        "tellen niet mee.",
        "Each number of attempts has its own denominator; signals not taken up do not "
        "count.",
        {
            "fct_signals": """
                signal_id | is_taken_up | visit_attempts | is_reached
                a         | true        | 0              | true
                b         | true        | 1              | true
                c         | true        | 1              | false
                d         | true        | 1              |
                e         | true        | 4              | true
                f         | false       | 0              | false
            """
        },
        """
            indicator           | category | numerator | denominator | value | unknown
            reached_by_attempts | 0        | 1         | 1           | 1     | 0
            reached_by_attempts | 1        | 1         | 3           | 0.333 | 1
            reached_by_attempts | 3-plus   | 1         | 1           | 1     | 0
        """,
    ),
    Spec(
        "days_in_classes",
        "De grenzen horen bij de laagste klasse; een poging voor de melding of zonder "
        "datum is onbekend.",
        "The limits belong to the lowest class; an attempt before the signal or "
        "without a date is unknown.",
        {
            "fct_signals": """
                signal_id | is_attempted | days_to_first_attempt
                a         | true         | 0
                b         | true         | 3
                c         | true         | 7
                d         | true         | 28
                e         | true         | 29
                f         | true         | -1
                g         | true         |
                h         | false        |
            """
        },
        """
            indicator                   | category | numerator | denominator | value | unknown
            days_to_first_attempt_class | same-day | 1         | 7           | 0.143 | 2
            days_to_first_attempt_class | 1-3      | 1         | 7           | 0.143 | 2
            days_to_first_attempt_class | 4-7      | 1         | 7           | 0.143 | 2
            days_to_first_attempt_class | 15-28    | 1         | 7           | 0.143 | 2
            days_to_first_attempt_class | 29-plus  | 1         | 7           | 0.143 | 2
        """,
    ),
    Spec(
        "visits_apart",
        "Per bezoekpoging, met een eigen noemer voor ieder volgnummer, dagdeel, "
        "aankondiging en koppel; wat niet is vastgelegd staat apart. Bellen is geen "
        "bezoek.",
        "By visit attempt, with a denominator of its own for each number, time of day, "
        "announcement and pair; what was not recorded stands apart. A call is no "
        "visit.",
        {
            "fct_signals": """
                signal_id
                s
                t
            """,
            "fct_contact_attempts": """
                signal_id | is_visit | attempt_number | is_opened | daypart | announced | visitors
                s         | true     | 1              | false     | morning | true      | counsellor_social_worker
                s         | true     | 2              | true      | evening | true      | counsellor_social_worker
                s         | true     | 5              |           | evening | false     | unmapped
                t         | true     | 1              | true      | unknown |           | social_worker
                t         | false    | 1              |           | morning | true      | social_worker
            """,
        },
        """
            indicator                    | category                 | numerator | denominator | value | unknown
            visit_opened_by_number       | 1                        | 1         | 2           | 0.5   | 0
            visit_opened_by_number       | 2                        | 1         | 1           | 1     | 0
            visit_opened_by_number       | 3-plus                   | 0         | 1           | 0     | 1
            visit_opened_by_daypart      | morning                  | 0         | 1           | 0     | 0
            visit_opened_by_daypart      | evening                  | 1         | 2           | 0.5   | 1
            visit_opened_by_daypart      | unknown                  | 1         | 1           | 1     | 0
            visit_opened_by_announcement | announced                | 1         | 2           | 0.5   | 0
            visit_opened_by_announcement | unannounced              | 0         | 1           | 0     | 1
            visit_opened_by_announcement | unknown                  | 1         | 1           | 1     | 0
            visit_opened_by_visitors     | counsellor_social_worker | 1         | 2           | 0.5   | 0
            visit_opened_by_visitors     | social_worker            | 1         | 1           | 1     | 0
            visit_opened_by_visitors     | unknown                  | 0         | 1           | 0     | 1
        """,
    ),
]
