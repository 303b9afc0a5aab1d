-- One row per code list, format, district and source code that nobody mapped.

with

unmapped_values as (

    select * from {{ ref('quality_unmapped_values') }}

),

deliveries as (

    select * from {{ ref('stg_ledger__deliveries') }}

),

suggestions as (

    select * from {{ ref('quality_code_suggestions') }}

),

gathered_codes as (

    select
        unmapped_values.code_list,
        unmapped_values.format,
        unmapped_values.district,
        unmapped_values.source_code,
        mode(unmapped_values.source_text) as source_text,
        count(*) as occurrences,
        count(distinct unmapped_values.delivery_id) as deliveries,
        -- Examples of the latest delivery help most to find the file again.
        list(
            {
                'delivery_id': unmapped_values.delivery_id,
                'sheet': unmapped_values.sheet,
                'row_number': unmapped_values.row_number,
                'column_name': unmapped_values.column_name
            }
            order by
                deliveries.sequence desc,
                unmapped_values.sheet,
                unmapped_values.row_number
        )[:5] as examples,
        min(deliveries.received_at) as first_seen_at,
        max(deliveries.received_at) as last_seen_at,
    from unmapped_values
    inner join deliveries
        on unmapped_values.delivery_id = deliveries.delivery_id
    group by
        unmapped_values.code_list,
        unmapped_values.format,
        unmapped_values.district,
        unmapped_values.source_code

),

work_list as (

    select
        concat_ws(
            '/',
            gathered_codes.code_list,
            gathered_codes.format,
            coalesce(gathered_codes.district, '-'),
            gathered_codes.source_code
        ) as unmapped_code_id,
        gathered_codes.code_list,
        gathered_codes.format,
        gathered_codes.district,
        gathered_codes.source_text,
        gathered_codes.source_code,
        gathered_codes.occurrences,
        gathered_codes.deliveries,
        gathered_codes.examples,
        gathered_codes.first_seen_at,
        gathered_codes.last_seen_at,
        'open' as status,
        suggestions.code as suggested_code,
        suggestions.similar_spelling,
        suggestions.score as suggestion_score,
    from gathered_codes
    left join suggestions
        on gathered_codes.code_list = suggestions.code_list
        and gathered_codes.source_code = suggestions.source_code

)

select * from work_list
