"""Specs: services, costs, conferences and plans."""

# ruff: noqa: E501 - a table is wider than code

from tests.spec.indicators.spec import Spec

SPECS = [
    Spec(
        "services",
        "Uren tegenover de norm van dezelfde diensten: 12 uur op een norm van 10 en 3 "
        "op een norm van 3 is 115%.",
        "Hours against the norm of the same services: 12 hours on a norm of 10 and 3 "
        "on a norm of 3 is 115%.",
        {
            "fct_services": """
                service         | hours | is_trajectory | is_ended | is_no_show | aftercare_3_months | aftercare_6_months
                outreach        | 12    | false         | true     | false      | true               | false
                short_mediation | 3     | false         | true     | false      |                    |
                debt_counselling | 5    | true          | true     | true       | false              | false
                debt_counselling |      | true          | false    | false      |                    |
            """
        },
        """
            indicator                | category         | numerator | denominator | value | unknown
            services                 |                  | 4         |             | 4     | 0
            services_by_product      | outreach         | 1         | 4           | 0.25  | 0
            services_by_product      | short_mediation  | 1         | 4           | 0.25  | 0
            services_by_product      | debt_counselling | 2         | 4           | 0.5   | 0
            hours_by_product         | outreach         | 12        |             | 12    | 0
            hours_by_product         | short_mediation  | 3         |             | 3     | 0
            hours_by_product         | debt_counselling | 5         |             | 5     | 0
            hours_per_service        |                  | 20        | 3           | 6.667 | 1
            hours_against_norm       |                  | 15        | 13          | 1.154 | 0
            hours_against_norm_by_product | outreach    | 12        | 10          | 1.2   | 0
            hours_against_norm_by_product | short_mediation | 3     | 3           | 1     | 0
            service_hours            |                  | 20        |             | 20    | 1
            no_show_share            |                  | 1         | 1           | 1     | 0
            aftercare_3_months_share |                  | 1         | 3           | 0.333 | 1
            aftercare_6_months_share |                  | 0         | 3           | 0     | 1
        """,
    ),
    Spec(
        "costs",
        "De kosten per melding zijn alle gedeclareerde bedragen over alle meldingen.",
        "The costs per signal are all amounts claimed over all signals.",
        {
            "fct_signals": """
                signal_id | visit_attempts
                a         | 2
                b         |
            """,
            "fct_claims": """
                amount
                60
                30
            """,
        },
        """
            indicator       | numerator | denominator | value | unknown
            cost_total      | 90        |             | 90    | 0
            cost_per_signal | 90        | 2           | 45    | 0
            visit_attempts  | 2         |             | 2     | 1
        """,
    ),
    Spec(
        "costs_without_an_amount",
        "Staat bij geen enkele declaratie een bedrag, dan zijn de kosten onbekend, "
        "geen nul.",
        "When no claim has an amount, the costs are unknown, not zero.",
        {
            "fct_signals": """
                signal_id | visit_attempts
                a         | 2
            """,
            "fct_claims": """
                hours | amount
                10    |
                10    |
            """,
        },
        """
            indicator       | numerator | denominator | value | unknown
            cost_total      |           |             |       | 2
            cost_per_signal |           | 1           |       | 2
            visit_attempts  | 2         |             | 2     | 0
        """,
    ),
    Spec(
        "conferences",
        "Een conferentie is gehouden, of er kwam toch een plan, of geen van beide.",
        "A conference was held, or there was a plan all the same, or neither.",
        {
            "fct_conferences": """
                is_held | is_plan_only | no_conference_reason | participants | household_type | sex    | professionals
                true    | false        |                      | 3            | single         | female | [social_work]
                true    | false        |                      | 11           | couple         | male   | [social_work, lawyer]
                true    | false        |                      |              | unknown        | male   |
                false   | true         | pressure_gone        |              | single         | female |
                false   | false        |                      |              | single         | female |
            """
        },
        """
            indicator                    | category      | numerator | denominator | value | unknown
            conferences_started          |               | 5         |             | 5     | 0
            conference_held_share        |               | 3         | 5           | 0.6   | 0
            conference_outcome           | held          | 3         | 5           | 0.6   | 0
            conference_outcome           | plan-only     | 1         | 5           | 0.2   | 0
            conference_outcome           | neither       | 1         | 5           | 0.2   | 0
            no_conference_reason         | pressure_gone | 1         | 2           | 0.5   | 1
            no_conference_reason         | unknown       | 1         | 2           | 0.5   | 1
            conference_household         | single        | 1         | 3           | 0.333 | 1
            conference_household         | multi         | 1         | 3           | 0.333 | 1
            conference_sex               | female        | 1         | 3           | 0.333 | 0
            conference_sex               | male          | 2         | 3           | 0.667 | 0
            conference_participants_mean |               | 14        | 2           | 7     | 1
            conference_participants_min  |               | 14        | 2           | 3     | 1
            conference_participants_max  |               | 14        | 2           | 11    | 1
            conference_professionals     | social_work   | 2         | 3           | 0.667 | 0
            conference_professionals     | lawyer        | 1         | 3           | 0.333 | 0
            conferences_target           |               | 20        |             | 20    | 0
        """,
    ),
    Spec(
        "plan",
        "Het plan van pilot A naast wat er gebeurde: één reageerde zelf, één werd "
        "telefonisch bereikt, van de twee bezochte was er één thuis.",
        "The plan of pilot A beside what happened: one replied, one was reached by "
        "phone, of the two visited one was at home.",
        {
            "fct_signals": """
                signal_id | pilot                     | letter_date | is_attempted | is_opened | is_reached | reached_channel
                a         | vroegmelding-centrum-2007 | 2007-03-01  | false        |           | true       | letter
                b         | vroegmelding-centrum-2007 | 2007-03-01  | false        |           | true       | phone
                c         | vroegmelding-centrum-2007 | 2007-03-01  | true         | true      | true       | home_visit
                d         | vroegmelding-centrum-2007 | 2007-03-01  | true         | false     | false      |
            """
        },
        """
            indicator              | category         | numerator | denominator | value | unknown
            plan_actual            | approached       | 4         | 4           | 1     | 0
            plan_actual            | own-contact      | 1         | 4           | 0.25  | 0
            plan_actual            | approached-again | 3         | 4           | 0.75  | 0
            plan_actual            | reached          | 1         | 4           | 0.25  | 0
            plan_actual            | visited          | 2         | 4           | 0.5   | 0
            plan_actual            | reached-by-visit | 1         | 4           | 0.25  | 0
            plan_actual            | not-reached      | 1         | 4           | 0.25  | 0
            plan_planned           | approached       | 50        | 50          | 1     | 0
            plan_planned           | own-contact      | 10        | 50          | 0.2   | 0
            plan_planned           | approached-again | 40        | 50          | 0.8   | 0
            plan_planned           | reached          | 15        | 50          | 0.3   | 0
            plan_planned           | visited          | 25        | 50          | 0.5   | 0
            plan_planned           | reached-by-visit | 20        | 50          | 0.4   | 0
            plan_planned           | not-reached      | 5         | 50          | 0.1   | 0
            planned_product_number | outreach         | 25        |             | 25    | 0
            planned_product_hours  | outreach         | 250       |             | 250   | 0
            product_norm_hours     | outreach         | 10        | 1           | 10    | 0
        """,
        where={"pilot": ["vroegmelding-centrum-2007"]},
    ),
]
