-- One row per code list and source code: its code in every format, and the
-- codes that hold in one format, district or term only, most specific first.
-- Of two equally specific ones a steward's wins, and of those the later one.

with

shipped_mappings as (

    select * from {{ ref('code_mappings') }}

),

steward_mappings as (

    select * from {{ source('standard', 'steward_mappings') }}

),

label_mappings as (

    select * from {{ ref('stg_standard__label_mappings') }}

),

all_mappings as (

    select
        code_list,
        source_code,
        code,
        format,
        district,
        valid_from,
        valid_to,
        0 as recorded_order,
    from shipped_mappings
    union all by name
    select
        * exclude (mapping_id),
        mapping_id as recorded_order,
    from steward_mappings
    union all by name
    -- A mapping that somebody wrote goes before the label of a code.
    select
        *,
        -1 as recorded_order,
    from label_mappings

),

mappings as (

    select
        *,
        coalesce(format, district, valid_from::varchar, valid_to::varchar)
            is not null as is_exception,
    from all_mappings

),

source_codes as (

    select
        code_list,
        source_code,
        arg_max(code, recorded_order) filter (not is_exception)
            as general_code,
        list(
            {
                'code': code,
                'format': format,
                'district': district,
                'valid_from': valid_from,
                'valid_to': valid_to
            }
            order by
                district is not null desc,
                format is not null desc,
                valid_from desc nulls last,
                recorded_order desc
        ) filter (is_exception) as exceptions,
    from mappings
    group by code_list, source_code

)

select * from source_codes
