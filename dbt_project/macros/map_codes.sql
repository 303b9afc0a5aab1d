{#
    The records with their codes translated into the standard's: a select of
    all their columns and one more for each entry of `single` and `several`, a
    dictionary of new column to [code list, source text].

    Missing is null, and so is a code that says so (`unknown`); a code that
    nobody mapped is `unmapped`. A pair of visitors is one code. The records
    have the columns district and code_date (the day on which the code was
    used, or null).
#}
{% macro map_codes(records, format, single, several={}) %}
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
{% endmacro %}


{% macro source_key(source) -%}
{{ 'pair_key' if source[0] == 'visitors' else 'code_key' }}({{ source[1] }})
{%- endmacro %}
