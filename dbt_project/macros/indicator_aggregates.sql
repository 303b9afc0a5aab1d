{#
  The aggregates of the indicator catalogue, kept in the release as DuckDB
  macros, so that indicator_values and `eropaf indicators` share one home.
  Medians, percentiles, minima and maxima are statistics of single units;
  beside them stand the sum and the number of those units.
#}
{% macro create_indicator_aggregates() %}
create or replace macro marts.indicator_numerator(
    aggregate, unit_id, numerator
) as
    case any_value(aggregate)
        when 'distinct' then cast(
            count(distinct unit_id) filter (aggregate = 'distinct') as double
        )
        else sum(numerator)
    end;

create or replace macro marts.indicator_statistic(
    aggregate, numerator, denominator
) as
    case any_value(aggregate)
        when 'median' then quantile_cont(numerator, 0.5) filter (
            aggregate = 'median' and denominator = 1
        )
        when 'p90' then quantile_cont(numerator, 0.9) filter (
            aggregate = 'p90' and denominator = 1
        )
        when 'min' then min(numerator) filter (denominator = 1)
        when 'max' then max(numerator) filter (denominator = 1)
    end;

create or replace macro marts.indicator_dwellings(
    aggregate, district, dwellings
) as
    list_sum(list_transform(
        list(distinct {'district': district, 'dwellings': dwellings}) filter (
            aggregate = 'per_1000' and dwellings is not null
        ),
        lambda area: area.dwellings
    ));

create or replace macro marts.indicator_months(
    pilot_start, pilot_end, period_start, period_end
) as
    (
        date_diff(
            'day',
            greatest(pilot_start, period_start),
            least(pilot_end, period_end)
        ) + 1
    ) / 30.44;

create or replace macro marts.indicator_denominator(
    aggregate, denominator, months, dwellings
) as
    case
        when aggregate in ('count', 'distinct', 'sum') then null
        when aggregate = 'per_month' and months > 0 then months
        when aggregate = 'per_month' then null
        when aggregate = 'per_1000' then cast(dwellings as double)
        else denominator
    end;

create or replace macro marts.indicator_value(
    aggregate, numerator, denominator, statistic
) as
    case
        when aggregate in ('count', 'distinct', 'sum') then numerator
        when aggregate in ('median', 'p90', 'min', 'max') then statistic
        when aggregate = 'per_1000'
            then 1000 * numerator / nullif(denominator, 0)
        else numerator / nullif(denominator, 0)
    end;
{% endmacro %}
