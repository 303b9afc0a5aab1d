-- One row per delivery that repeats or replaces an earlier one: the last before it
-- of the same format and place that is about the same month or shares a record.
create or replace table gate.delivery_pairs as
with

sharing as (
    select distinct
        later.delivery_id,
        earlier.delivery_id as earlier_delivery_id,
    from gate.compared_records as later
    inner join gate.compared_records as earlier
        on later.entity = earlier.entity
        and later.record_key = earlier.record_key
        and later.delivery_id <> earlier.delivery_id
)

select
    later.delivery_id,
    later.format,
    later.district,
    later.pilot,
    arg_max(earlier.delivery_id, earlier.sequence) as earlier_delivery_id,
    case
        when arg_max(earlier.is_present, earlier.sequence) then 'repeats'
        else 'replaces'
    end as relation,
from gate.compared_deliveries as later
inner join gate.compared_deliveries as earlier
    on later.format = earlier.format
    and later.district is not distinct from earlier.district
    and later.pilot is not distinct from earlier.pilot
    and later.sequence > earlier.sequence
    and (earlier.is_present or later.is_new)
left join sharing
    on later.delivery_id = sharing.delivery_id
    and earlier.delivery_id = sharing.earlier_delivery_id
where
    later.is_present
    and (sharing.delivery_id is not null or later.period = earlier.period)
group by all
