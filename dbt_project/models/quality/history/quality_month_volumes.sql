-- One row per district, pilot, month and measure, beside its own history: the
-- median of at most twelve months with signals before it, and the median
-- distance from that median. A deviation is told in usual distances, which are
-- never taken smaller than chance makes them: the root of a count, or the
-- spread of a share of at least five in a hundred.
with

signals as (
    select * from {{ ref('fct_signals') }}
    where
        signal_date is not null
        and last_day(signal_date) <= cast('{{ var("as_of") }}' as date)
),

months as (
    select
        district,
        pilot,
        signal_month as month,
        count(*) as signals,
    from signals
    group by all
),

described_signals as (
    select
        district,
        pilot,
        signal_month as month,
        unnest(['partner_type', 'corporation', 'result']) as measure,
        unnest([partner_type, corporation, coalesce(result, 'unknown')])
            as category,
    from signals
),

category_counts as (
    select
        district,
        pilot,
        month,
        measure,
        category,
        count(*) as numerator,
    from described_signals
    group by all
),

categories as (
    select distinct
        district,
        pilot,
        measure,
        category,
    from category_counts
),

-- A category that a month lacks has a share of nought there.
shares as (
    select
        months.district,
        months.pilot,
        months.month,
        categories.measure,
        categories.category,
        coalesce(category_counts.numerator, 0) as numerator,
        months.signals as denominator,
        coalesce(category_counts.numerator, 0) / months.signals as measured,
    from months
    inner join categories
        on months.district = categories.district
        and months.pilot = categories.pilot
    left join category_counts
        on months.district = category_counts.district
        and months.pilot = category_counts.pilot
        and months.month = category_counts.month
        and categories.measure = category_counts.measure
        and categories.category = category_counts.category
),

volumes as (
    select
        district,
        pilot,
        month,
        'signals' as measure,
        'all' as category,
        signals as numerator,
        cast(null as bigint) as denominator,
        cast(signals as double) as measured,
    from months
),

measured_months as (
    select * from volumes
    union all by name
    select * from shares
),

beside_history as (
    select
        *,
        count(*) over history as history_months,
        median(measured) over history as usual,
        mad(measured) over history as usual_distance,
    from measured_months
    window history as (
        partition by district, pilot, measure, category
        order by month
        rows between 12 preceding and 1 preceding
    )
),

with_spread as (
    select
        *,
        greatest(
            1.4826 * usual_distance,
            case
                when measure = 'signals' then sqrt(greatest(usual, 1))
                else sqrt(greatest(usual * (1 - usual), 0.0475) / denominator)
            end
        ) as spread,
    from beside_history
),

month_volumes as (
    select
        concat_ws(
            '/', district, pilot, strftime(month, '%Y-%m'), measure, category
        ) as month_volume_id,
        district,
        pilot,
        month,
        measure,
        category,
        numerator,
        denominator,
        measured,
        history_months,
        usual,
        usual_distance,
        round(spread, 6) as spread,
        round((measured - usual) / spread, 6) as deviation,
    from with_spread
)

select * from month_volumes
