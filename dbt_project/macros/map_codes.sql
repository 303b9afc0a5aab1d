{#
    The records with their codes translated into the standard's: a select of
    all their columns and one more for each entry of `single` and `several`, a
    dictionary of new column to [code list, source text]. A third element names
    the delivered column, when the source text is only a part of it.

    Missing is null, and so is a code that says so (`unknown`); a code that
    nobody mapped is `unmapped`, and its text is kept in the list that the
    argument `unmapped` names, of which the work list of stewards is made. A
    pair of visitors is one code. The records have the columns district and
    code_date (the day on which the code was used, or null).
#}
{% macro map_codes(
    records, format, single, several={}, unmapped='unmapped_codes'
) %}
select
    coded.*,
    {{ unmapped_list(single, several) }} as {{ unmapped }},
from (
    select
        {{ records }}.*,
        {%- for column, source in single.items() %}
        mapped_code(
            {{ records }}.{{ source[1] }}, {{ column }}_codes, '{{ format }}',
            {{ records }}.district, {{ records }}.code_date
        ) as {{ column }},
        {%- endfor %}
        {%- for column, source in several.items() %}
        mapped_codes(
            {{ records }}.{{ source[1] }}, {{ column }}_codes.code_map,
            '{{ format }}', {{ records }}.district, {{ records }}.code_date
        ) as {{ column }},
        unmapped_parts(
            {{ records }}.{{ source[1] }}, {{ column }}_codes.code_map,
            '{{ format }}', {{ records }}.district, {{ records }}.code_date
        ) as {{ column }}_unmapped_parts,
        {%- endfor %}
    from {{ records }}
    {%- for column, source in single.items() %}
    left join {{ ref('stg_standard__code_mappings') }} as {{ column }}_codes
        on {{ column }}_codes.code_list = '{{ source[0] }}'
        and {{ column }}_codes.source_code = {{ source_key(source) }}
    {%- endfor %}
    {%- for column, source in several.items() %}
    cross join (
        select map_from_entries(list((codes.source_code, codes))) as code_map
        from {{ ref('stg_standard__code_mappings') }} as codes
        where codes.code_list = '{{ source[0] }}'
    ) as {{ column }}_codes
    {%- endfor %}
) as coded
{% endmacro %}


{% macro source_key(source) -%}
{{ 'pair_key' if source[0] == 'visitors' else 'code_key' }}({{ source[1] }})
{%- endmacro %}


{#
    What nobody mapped in a coded record: a list of structs, empty for most.
#}
{% macro unmapped_list(single, several) -%}
case
        when false
            {%- for column in single %}
            or {{ column }} = 'unmapped'
            {%- endfor %}
            {%- for column in several %}
            or list_contains({{ column }}, 'unmapped')
            {%- endfor %}
            then flatten([
                {%- for column, source in single.items() %}
                case
                    when {{ column }} = 'unmapped'
                        then [unmapped_code(
                            '{{ source[0] }}', '{{ source | last }}',
                            {{ source[1] }}, {{ source_key(source) }},
                            district, code_date
                        )]
                end,
                {%- endfor %}
                {%- for column, source in several.items() %}
                list_transform(
                    {{ column }}_unmapped_parts,
                    lambda part: unmapped_code(
                        '{{ source[0] }}', '{{ source | last }}',
                        part, part, district, code_date
                    )
                ),
                {%- endfor %}
            ])
        else []
    end
{%- endmacro %}
