"""What became of households after a pilot: their last follow-up."""

from tests.recompute.figure import (
    Figure,
    by_code,
    codes,
    count,
    known_share,
    share,
    units,
)

TABLES = {
    "followed": """
        select
            households.*,
            facts.* exclude (household_id, district, pilot, signal_id),
            case debt_again when 'yes' then true when 'no' then false end as debt,
            case debt when true then 'debt' when false then 'no-debt' else 'unknown'
            end as debt_answer,
            case bailiff_before
                when 'once' then 'earlier' when 'more' then 'earlier'
                when 'never' then 'never' else 'unknown'
            end || '+' || debt_answer as bailiff_and_debt,
            case
                when contact_during then 'during'
                when contact_during is null or contact_before is null then 'unknown'
                when contact_before then 'before-only'
                else 'none'
            end as contact,
            if(
                home_at_ring is null and note_reaction is not null,
                'not_home', home_at_ring
            ) as ring,
            coalesce(
                opinion, situation, had_help_contact::text, knew_institution::text
            ) is not null as is_spoken_to,
        from households
        inner join (
            select distinct on (household_id, pilot) *
            from marts.fct_follow_up
            order by household_id, pilot, reference_date desc
        ) as facts using (household_id, pilot)
        left join (
            select household_id, pilot, bailiff_before from at_the_bailiff
        ) using (household_id, pilot)
    """,
}

# Two of the categories lie across the others.
CONTACT = f"""map_concat(
    {codes("contact")},
    map(
        ['before', 'during-and-before'],
        [{units("contact_before")}, {units("contact_before and contact_during")}]
            ::ubigint[]
    )
)"""

FIGURES = {
    "followed": {
        "households_followed": count(),
        "arrears_again_share": share("debt"),
        "arrears_again_known_share": known_share("debt"),
        "arrears_again": by_code("debt_answer"),
        "bailiff_before_arrears_again": Figure(
            codes("bailiff_and_debt"), "count(*)", "0"
        ),
        "madi_contact_period": Figure(
            CONTACT, "count(*)", units("contact = 'unknown'")
        ),
        "follow_up_rang": share("was_visited"),
        "follow_up_at_home": by_code("ring", "was_visited"),
        "follow_up_not_home_reaction": by_code(
            "note_reaction", "was_visited and ring = 'not_home'"
        ),
        "follow_up_spoken_to": count("is_spoken_to"),
        "follow_up_opinion": by_code("opinion", "is_spoken_to"),
        "follow_up_situation": by_code("situation", "is_spoken_to"),
        "follow_up_situation_detail": by_code(
            "situation_detail", "is_spoken_to and situation = 'same'"
        ),
        "follow_up_contact_with_help": share("had_help_contact", "is_spoken_to"),
        "follow_up_knew_madi": share(
            "knew_institution", "is_spoken_to and not contact_before"
        ),
    },
}
