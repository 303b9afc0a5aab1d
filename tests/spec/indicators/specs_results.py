"""Specs: what came of the signals, and the limits of time."""

# ruff: noqa: E501 - a table is wider than code

from tests.spec.indicators.spec import Spec

SPECS = [
    Spec(
        "after_the_attempt",
        "Betaling en contact met de MaDi tellen alleen bij bezochte meldingen.",
        "Payment and contact with the MaDi count only for attempted signals.",
        {
            "fct_signals": """
                signal_id | is_attempted | is_paid_or_arranged | has_madi_contact
                a         | true         | true                | false
                b         | true         |                     | true
                c         | false        | true                | true
            """
        },
        """
            indicator              | numerator | denominator | value | unknown
            paid_or_arranged_share | 1         | 2           | 0.5   | 1
            madi_contact_share     | 1         | 2           | 0.5   | 0
        """,
    ),
    Spec(
        "funnel",
        "Elke stap is een deel van de stap ervoor; bereiken kan zonder bezoek, dus "
        "bezocht en bereikt zijn beide een deel van opgepakt.",
        "Each step is a share of the step before; reach needs no visit, so visited "
        "and reached are both a share of taken up.",
        {
            "fct_signals": """
                signal_id | is_taken_up | is_attempted | is_reached | is_accepted | has_trajectory | is_closed | result
                a         | true        | true         | true       | true        | true           | true      | completed
                b         | true        | true         | true       | true        | false          | true      | referred
                c         | true        | false        | true       | false       | false          | false     |
                d         | true        | true         | false      | false       | false          | false     |
                e         | false       | false        | false      | false       | false          | true      | left
            """
        },
        """
            indicator              | category   | numerator | denominator | value | unknown
            funnel                 | signals    | 5         | 5           | 1     | 0
            funnel                 | taken-up   | 4         | 5           | 0.8   | 0
            funnel                 | attempted  | 3         | 4           | 0.75  | 0
            funnel                 | reached    | 3         | 4           | 0.75  | 0
            funnel                 | accepted   | 2         | 3           | 0.667 | 0
            funnel                 | trajectory | 1         | 2           | 0.5   | 0
            funnel                 | closed     | 1         | 1           | 1     | 0
            accepted_share         |            | 2         | 3           | 0.667 | 0
            accepted_signals_share |            | 2         | 5           | 0.4   | 0
            trajectory_share       |            | 1         | 5           | 0.2   | 0
            closed_share           |            | 3         | 5           | 0.6   | 0
            result_kind            | completed  | 1         | 3           | 0.333 | 0
            result_kind            | referred   | 1         | 3           | 0.333 | 0
            result_kind            | left       | 1         | 3           | 0.333 | 0
        """,
    ),
    Spec(
        "referrals",
        "Van drie doorverwijzingen kwam er één aan en één niet; van de derde weet "
        "niemand het.",
        "Of three referrals one arrived and one did not; of the third nobody knows.",
        {
            "fct_signals": """
                signal_id | referred_to | referral_arrived | letter_reply
                a         | zuidweg     | true             | no_need
                b         | zuidweg     | false            | no_reply
                c         | zuidweg     |                  |
                d         |             |                  | paid
            """
        },
        """
            indicator              | category | numerator | denominator | value | unknown
            referrals              |          | 3         |             | 3     | 0
            referral_arrived_share |          | 1         | 2           | 0.5   | 1
            letter_reply_kind      | no_need  | 1         | 4           | 0.25  | 1
            letter_reply_kind      | no_reply | 1         | 4           | 0.25  | 1
            letter_reply_kind      | paid     | 1         | 4           | 0.25  | 1
        """,
    ),
    Spec(
        "time_limits",
        "Alleen waar een termijn geldt, telt een melding mee.",
        "Only where a limit holds a signal counts.",
        {
            "fct_signals": """
                signal_id | is_feedback_due | is_feedback_on_time | is_examination_due | is_examined_on_time | objection_possible | is_receipt_on_time | is_objection_period_kept
                a         | true            | true                | true               | true                | true               | true               | true
                b         | true            | false               | true               |                     | true               |                    | false
                c         | false           |                     | false              |                     | true               | false              |
                d         | false           |                     | true               | false               | false              |                    |
            """
        },
        """
            indicator                   | numerator | denominator | value | unknown
            feedback_on_time_share      | 1         | 2           | 0.5   | 0
            examined_on_time_share      | 1         | 3           | 0.333 | 1
            receipt_on_time_share       | 1         | 2           | 0.5   | 1
            objection_period_kept_share | 1         | 2           | 0.5   | 1
        """,
    ),
    Spec(
        "payment_and_referral_in_kinds",
        "Betaald en regeling apart, over de bezochte meldingen; een verwijzing waarvan "
        "niets gehoord is, staat zichtbaar bij onbekend.",
        "Paid and arrangement apart, over the attempted signals; a referral of which "
        "nothing was heard stands visibly as unknown.",
        {
            "fct_signals": """
                signal_id | is_attempted | is_paid_or_arranged | payment_kind | referred_to | referral_arrived
                a         | true         | true                | paid         | zuidweg     | true
                b         | true         | true                | arranged     | zuidweg     | false
                c         | true         | false               |              | zuidweg     |
                d         | true         |                     |              |             |
                e         | false        | true                | paid         |             |
            """
        },
        """
            indicator        | category    | numerator | denominator | value | unknown
            payment_kind     | paid        | 1         | 4           | 0.25  | 1
            payment_kind     | arranged    | 1         | 4           | 0.25  | 1
            payment_kind     | no          | 1         | 4           | 0.25  | 1
            referral_outcome | arrived     | 1         | 3           | 0.333 | 1
            referral_outcome | not-arrived | 1         | 3           | 0.333 | 1
            referral_outcome | unknown     | 1         | 3           | 0.333 | 1
        """,
    ),
]
