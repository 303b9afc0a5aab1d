-- One row per bailiff step, beside its delivery and its file's other steps.
with

steps as (
    select
        *,
        list_position(
            [
                'summons', 'writ', 'judgment', 'eviction_announced', 'evicted'
            ],
            step
        ) as chain_position,
    from intermediate.int_bailiff_steps__standardised
),

deliveries as (
    select
        delivery_id,
        received_at::date as received_on,
    from landing.deliveries
),

compared_steps as (
    select
        steps.*,
        deliveries.received_on,
        max(chain_position) filter (
            source = 'bailiff_list' and dossier_number is not null
        ) over (
            partition by
                steps.delivery_id,
                contract_key,
                dossier_number,
                rejection is null
            order by step_date
            range between unbounded preceding and interval 1 day preceding
        ) as furthest_before,
        coalesce(bool_or(step = 'judgment') over in_file, false)
            as has_judgment,
        count(*) over (
            partition by
                steps.delivery_id,
                contract_key,
                dossier_number,
                rejection is null,
                source,
                step,
                step_date
        ) as same_steps,
        date_trunc('month', step_date)::date as check_month,
    from steps
    left join deliveries on steps.delivery_id = deliveries.delivery_id
    window in_file as (
        partition by
            steps.delivery_id, contract_key, dossier_number, rejection is null
    )
)

select * from compared_steps
