"""Signals and the households behind them."""

from tests.recompute.figure import (
    Figure,
    by_code,
    count,
    known_share,
    mean,
    quantile,
    share,
)

TABLES = {
    "seen": "select max(as_of) as as_of from marts.indicator_values",
    "visits": "select * from marts.fct_contact_attempts where is_visit",
    "visited": """
        select
            signal_id, count(*) as visits, min(attempted_date) as first_visit
        from visits
        group by signal_id
    """,
    # A repeat had a signal of its household in the six months before its day.
    "repeats": """
        select distinct later.signal_id
        from marts.fct_signals as later
        inner join marts.fct_signals as earlier
            on later.household_id = earlier.household_id
            and earlier.signal_date < later.signal_date
            and earlier.signal_date >= later.signal_date - interval 6 months
    """,
    "signals": """
        select
            facts.*,
            facts.signal_date as day,
            case
                when repeats.signal_id is null then 'first' else 'repeat'
            end as repeat,
            coalesce(visited.visits, 0) as visits,
            visited.first_visit - facts.signal_date as days_waited,
            pilots.started_on as pilot_start,
            least(pilots.ended_on, seen.as_of) as pilot_end,
            seen.as_of,
        from marts.fct_signals as facts
        cross join seen
        left join visited on facts.signal_id = visited.signal_id
        left join repeats on facts.signal_id = repeats.signal_id
        left join marts.dim_pilot as pilots on facts.pilot = pilots.pilot
    """,
    "households": """
        select distinct on (household_id, pilot)
            household_id, pilot, day, district, programme, working_model,
            corporation, partner_type, sex, age_band, household_type, repeat,
        from signals
        order by household_id, pilot, signal_date, signal_id
    """,
}

# From the first to the last day of the pilots, within the period asked.
MONTHS = """(
    1
    + least(max(pilot_end), any_value(last_day))
    - greatest(min(pilot_start), any_value(first_day))
) / 30.44"""

ARREARS_CLASS = """case
    when arrears_amount < 500 then 'under-500'
    when arrears_amount < 1000 then '500-999'
    when arrears_amount < 2000 then '1000-1999'
    when arrears_amount < 5000 then '2000-4999'
    when arrears_amount is not null then '5000-plus'
end"""

FIGURES = {
    "signals": {
        "signals": count(),
        "signals_per_month": Figure(
            "count(*)", f"case when {MONTHS} > 0 then {MONTHS} end"
        ),
        "arrears_mean": mean("arrears_amount"),
        "arrears_median": quantile("arrears_amount", 0.5),
        "arrears_mean_attempted": mean("arrears_amount", "visits > 0"),
        "arrears_class": by_code(ARREARS_CLASS),
        "repeat_share": share("if(day is null, null, repeat = 'repeat')"),
        "known_before_share": known_share(
            "case when known_before in ('yes', 'former', 'no')"
            " then known_before <> 'no' end"
        ),
        "known_before_kind": by_code("known_before"),
        "known_before_kind_attempted": by_code("known_before", "visits > 0"),
        "objected_share": share("objected", "objection_possible"),
        "signals_by_sex": by_code("sex"),
        "signals_by_partner": by_code("partner_type"),
        "signals_by_age": by_code("age_band"),
        "signals_by_household": by_code("household_type"),
    },
    "households": {"households": Figure("count(distinct household_id)")},
}
