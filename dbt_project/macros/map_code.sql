{#
    The code of the standard for a code of the source: the most specific valid
    row of code_mappings. Missing is null, and so is a code that says so
    (`unknown`); a code that nobody mapped is `unmapped`.

    `records` is the relation that the caller selects from. It has the columns
    district and code_date (the day on which the code was used, or null).
#}
{% macro map_code(code_list, source_code, format, records='located_records') %}
case
    when is_missing({{ source_code }}) then null
    else nullif(
        coalesce(
            (
                select
                    arg_max(mappings.code, {{ mapping_specificity() }})
                from {{ ref('code_mappings') }} as mappings
                where
                    mappings.source_code = {{ source_code }}
                    and {{ mapping_applies(code_list, format, records) }}
            ),
            'unmapped'
        ),
        'unknown'
    )
end
{% endmacro %}


{#
    A map of source code to code, for cells with several codes; to be read by
    map_each in the next step.
#}
{% macro code_map(code_list, format, records='located_records') %}
(
    select map_from_entries(list((valid_codes.source_code, valid_codes.code)))
    from (
        select
            mappings.source_code,
            arg_max(mappings.code, {{ mapping_specificity() }}) as code,
        from {{ ref('code_mappings') }} as mappings
        where {{ mapping_applies(code_list, format, records) }}
        group by mappings.source_code
    ) as valid_codes
)
{% endmacro %}


{# A row for one district beats one for a format; a later term an earlier. #}
{% macro mapping_specificity() -%}
(
    mappings.district is not null,
    mappings.format is not null,
    coalesce(mappings.valid_from, date '0001-01-01')
)
{%- endmacro %}


{% macro mapping_applies(code_list, format, records) -%}
mappings.code_list = '{{ code_list }}'
    and (mappings.format is null or mappings.format = '{{ format }}')
    and (
        mappings.district is null
        or mappings.district = {{ records }}.district
    )
    and (
        mappings.valid_from is null
        or mappings.valid_from <= {{ records }}.code_date
    )
    and (
        mappings.valid_to is null
        or mappings.valid_to >= {{ records }}.code_date
    )
{%- endmacro %}
