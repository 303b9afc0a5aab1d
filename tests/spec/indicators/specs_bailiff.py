"""Specs: households and the bailiff, and evictions."""

from tests.spec.indicators.spec import Spec

SPECS = [
    Spec(
        "bailiff",
        "Ieder huishouden van de pilot telt één keer; onbekend is een eigen groep.",
        "Every household of the pilot counts once; unknown is a group of its own.",
        {
            "fct_signals": """
                signal_id | household_id
                a         | h1
                b         | h1
                c         | h2
                d         | h3
                e         | h4
            """,
            "fct_bailiff_outcomes": """
                household_id | before  | is_during | is_after | is_none | furthest_step
                h1           | once    | true      | false    | false   | judgment
                h2           | more    | false     | true     | false   | summons
                h3           | never   | false     | false    | true    |
                h4           | unknown | false     | false    | true    |
            """,
        },
        """
            indicator            | category | numerator | denominator | value | unknown
            bailiff_before       | once     | 1         | 4           | 0.25  | 1
            bailiff_before       | more     | 1         | 4           | 0.25  | 1
            bailiff_before       | never    | 1         | 4           | 0.25  | 1
            bailiff_before       | unknown  | 1         | 4           | 0.25  | 1
            bailiff_during_share |          | 1         | 4           | 0.25  | 0
            bailiff_after_share  |          | 1         | 4           | 0.25  | 0
            bailiff_none_share   |          | 2         | 4           | 0.5   | 0
            bailiff_stage        | judgment | 1         | 2           | 0.5   | 0
            bailiff_stage        | summons  | 1         | 2           | 0.5   | 0
        """,
    ),
    Spec(
        "bailiff_out_of_sight",
        "Van wie niemand het zou weten, is het onbekend: wel in de noemer, niet in de "
        "teller. Weet niemand het van wie dan ook, dan is het deel onbekend, geen nul.",
        "Of whom nobody would know, it is unknown: in the denominator, not in the "
        "numerator. When nobody would know of anyone, the share is unknown, not zero.",
        {
            "fct_signals": """
                signal_id | household_id | district
                a         | h1           | noord
                b         | h2           | noord
                c         | h3           | zeeburg
                d         | h4           | zeeburg
            """,
            "fct_bailiff_outcomes": """
                household_id | before  | is_during | is_after | is_none
                h1           | never   | false     | false    | true
                h2           | unknown |           |          |
                h3           | unknown |           |          |
                h4           | unknown |           |          |
            """,
        },
        """
            indicator            | district | numerator | denominator | value | unknown
            bailiff_during_share | noord    | 0         | 2           | 0     | 1
            bailiff_none_share   | noord    | 1         | 2           | 0.5   | 1
            bailiff_during_share | zeeburg  |           | 2           |       | 2
            bailiff_after_share  | zeeburg  |           | 2           |       | 2
            bailiff_none_share   | zeeburg  |           | 2           |       | 2
        """,
        by=("district",),
    ),
    Spec(
        "evictions_of_the_target_group",
        "Aangezegd en niet uitgevoerd is afgewend; zonder aanzegging is er niets "
        "afgewend. Van wie niemand het zou weten, is het onbekend.",
        "Announced and not executed is averted; without an announcement nothing was "
        "averted. Of whom nobody would know, it is unknown.",
        {
            "fct_signals": """
                signal_id | household_id
                a         | h1
                b         | h2
                c         | h3
                d         | h4
            """,
            "fct_bailiff_outcomes": """
                household_id | is_eviction_announced | is_eviction_executed
                h1           | true                  | true
                h2           | true                  | false
                h3           | false                 | false
                h4           |                       |
            """,
        },
        """
            indicator                  | numerator | denominator | value | unknown
            target_evictions_announced | 2         |             | 2     | 1
            target_evictions_executed  | 1         |             | 1     | 1
            target_evictions_averted   | 1         |             | 1     | 1
        """,
    ),
    Spec(
        "evictions_nobody_would_tell_of",
        "Weet niemand het van wie dan ook, dan is het aantal onbekend, geen nul.",
        "When nobody would know of anyone, the number is unknown, not zero.",
        {
            "fct_signals": """
                signal_id | household_id
                a         | h1
                b         | h2
            """,
            "fct_bailiff_outcomes": """
                household_id | is_eviction_announced | is_eviction_executed
                h1           |                       |
                h2           |                       |
            """,
        },
        """
            indicator                  | numerator | denominator | value | unknown
            target_evictions_announced |           |             |       | 2
            target_evictions_executed  |           |             |       | 2
            target_evictions_averted   |           |             |       | 2
        """,
    ),
    Spec(
        "evictions_of_the_city",
        "In een maand kan meer zijn uitgevoerd dan aangezegd; over het jaar telt het "
        "op. Een onbekend aantal is geen nul.",
        "In one month more may be executed than announced; over the year it adds up. "
        "An unknown number is not zero.",
        {
            "fct_evictions_monthly": """
                month      | announced | executed | averted
                2007-01-01 | 10        | 2        | 8
                2007-02-01 | 1         | 2        | -1
                2007-03-01 |           | 1        |
            """
        },
        """
            indicator               | numerator | denominator | value | unknown
            evictions_announced     | 11        |             | 11    | 1
            evictions_executed      | 5         |             | 5     | 0
            evictions_averted       | 7         |             | 7     | 1
            eviction_executed_share | 4         | 11          | 0.364 | 0
        """,
    ),
    Spec(
        "way_past_the_bailiff",
        "Van stap naar stap, ieder huishouden eenmaal per overgang. Na een regeling "
        "of een ontruiming is er geen volgende stap; zonder stap telt een huishouden "
        "niet.",
        "From step to step, each household once per transition. After an arrangement "
        "or an eviction there is no next step; without a step a household does not "
        "count.",
        {
            "fct_signals": """
                signal_id
                s0
                s1
                s2
            """,
            "fct_bailiff_outcomes": """
                is_during | steps_taken
                true      | [summons, writ, arrangement]
                true      | [summons]
                false     | []
            """,
        },
        """
            indicator    | category         | numerator | denominator | value | unknown
            bailiff_flow | start>summons    | 2         |             | 2     | 0
            bailiff_flow | summons>writ     | 1         |             | 1     | 0
            bailiff_flow | writ>arrangement | 1         |             | 1     | 0
            bailiff_flow | summons>end      | 1         |             | 1     | 0
        """,
    ),
]
