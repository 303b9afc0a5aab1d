{#
  The Kaplan-Meier estimate, kept in the release as a DuckDB macro, so that the
  curves of the marts and those of any selection share one home. It reads a
  relation by its name, with one row per group_code and day (or more, which are
  added up): day, leaving (came back or last seen), events (came back).
#}
{% macro create_kaplan_meier() %}
create or replace macro marts.kaplan_meier(life_table) as table (
    with

    days as (
        select group_code, day, leaving, events from query_table(life_table)
        union all
        select distinct group_code, 0 as day, 0 as leaving, 0 as events
        from query_table(life_table)
    ),

    counts as (
        select
            group_code,
            day,
            sum(leaving) as leaving,
            sum(events) as events,
        from days
        group by group_code, day
    ),

    at_risk as (
        select
            *,
            sum(leaving) over (
                partition by group_code
                order by day desc
            ) as at_risk,
        from counts
    ),

    estimated as (
        select
            *,
            product(1 - events / at_risk) over earlier_days as survival,
            -- Greenwood's sum; without an end when nobody is left.
            sum(events / nullif(at_risk * (at_risk - events), 0))
                over earlier_days as greenwood,
        from at_risk
        window earlier_days as (partition by group_code order by day)
    ),

    log_log as (
        select
            *,
            case
                when survival > 0 and survival < 1
                    then exp(
                        1.959963984540054 * sqrt(greenwood) / -ln(survival)
                    )
            end as spread,
        from estimated
    )

    select
        group_code,
        cast(day as integer) as day,
        cast(at_risk as bigint) as at_risk,
        cast(events as bigint) as events,
        cast(leaving - events as bigint) as censored,
        survival,
        survival ** spread as lower,
        survival ** (1 / spread) as upper,
    from log_log
);
{% endmacro %}


{# The estimate of the relation, mostly a CTE, of this name. #}
{% macro kaplan_meier(life_table) %}marts.kaplan_meier('{{ life_table }}'){% endmacro %}
