-- One row per code list and source code: its code in every format, and the
-- codes that hold in one format, district or term only, most specific first.

with

mappings as (

    select
        *,
        coalesce(format, district, valid_from::varchar, valid_to::varchar)
            is not null as is_exception,
    from {{ ref('code_mappings') }}

),

source_codes as (

    select
        code_list,
        source_code,
        any_value(code) filter (not is_exception) as general_code,
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
                valid_from desc nulls last
        ) filter (is_exception) as exceptions,
    from mappings
    group by code_list, source_code

)

select * from source_codes
