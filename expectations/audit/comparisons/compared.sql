-- One row per record of both deliveries. A repeated delivery need not tell all that
-- the earlier one told: only in the months that it is about can a record be missed.
create or replace table gate.compared as
with

later as (
    select
        pairs.earlier_delivery_id,
        pairs.relation,
        records.*,
    from gate.delivery_pairs as pairs
    inner join gate.compared_records as records
        on pairs.delivery_id = records.delivery_id
),

spans as (
    select
        delivery_id,
        min(month) as first_month,
        max(month) as last_month,
    from later
    group by delivery_id
),

earlier as (
    select
        pairs.delivery_id,
        pairs.relation,
        records.* exclude (delivery_id),
        records.delivery_id as earlier_delivery_id,
        pairs.relation = 'replaces'
            or coalesce(
                records.month between spans.first_month and spans.last_month, false
            ) as is_expected,
    from gate.delivery_pairs as pairs
    inner join gate.compared_records as records
        on pairs.earlier_delivery_id = records.delivery_id
    left join spans on pairs.delivery_id = spans.delivery_id
)

select
    coalesce(later.delivery_id, earlier.delivery_id) as delivery_id,
    coalesce(later.earlier_delivery_id, earlier.earlier_delivery_id)
        as earlier_delivery_id,
    coalesce(later.relation, earlier.relation) as relation,
    coalesce(later.entity, earlier.entity) as entity,
    case
        when earlier.record_key is null then 'added'
        when later.record_key is null then 'vanished'
        when later.contents = earlier.contents then 'unchanged'
        else 'changed'
    end as difference,
    coalesce(later.record_key, earlier.record_key) as record_key,
    coalesce(later.month, earlier.month) as month,
    later.sheet,
    later.row_number,
    earlier.sheet as earlier_sheet,
    earlier.row_number as earlier_row_number,
    case
        when later.contents <> earlier.contents
            then list_where(
                fields.names,
                list_transform(
                    list_zip(later.contents, earlier.contents),
                    lambda pair: pair[1] <> pair[2]
                )
            )
    end as changed_fields,
from later
full join earlier
    on later.delivery_id = earlier.delivery_id
    and later.entity = earlier.entity
    and later.record_key = earlier.record_key
left join gate.compared_fields as fields
    on coalesce(later.entity, earlier.entity) = fields.entity
where later.record_key is not null or earlier.is_expected
