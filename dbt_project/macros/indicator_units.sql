{#
  Each macro writes one branch of an indicator_units view: the units that
  count in one indicator. The branch reads a CTE `units` that holds unit_id,
  unit_date and the dimensions. A constant indicator_id lets DuckDB skip the
  branches that a question does not ask for.
#}
{% macro indicator_units(
    indicator_id, numerator, denominator='null', unknown='0', among='true',
    category='null', units='units'
) %}
select
    '{{ indicator_id }}' as indicator_id,
    cast({{ category }} as varchar) as category,
    unit_id,
    unit_date,
    district,
    pilot,
    programme,
    working_model,
    corporation,
    partner_type,
    sex,
    age_band,
    household_type,
    repeat,
    cast({{ numerator }} as double) as numerator,
    cast({{ denominator }} as double) as denominator,
    cast({{ unknown }} as integer) as unknown
from {{ units }}
where {{ among }}
{% endmacro %}


{# A number of units; those for which `counts` is null are unknown. #}
{% macro count_units(indicator_id, counts='true', among='true') %}
{{- indicator_units(
    indicator_id,
    numerator='coalesce(' ~ counts ~ ', false)',
    unknown='(' ~ counts ~ ') is null',
    among=among,
) -}}
{% endmacro %}


{# The same, but unknown instead of zero where no answer at all is known. #}
{% macro told_count_units(indicator_id, counts, among='true') %}
{{- indicator_units(
    indicator_id,
    numerator=counts,
    unknown='(' ~ counts ~ ') is null',
    among=among,
) -}}
{% endmacro %}


{# A share of all units in `among`; an unknown answer stays in it. #}
{% macro share_units(indicator_id, counts, among='true') %}
{{- indicator_units(
    indicator_id,
    numerator='coalesce(' ~ counts ~ ', false)',
    denominator='1',
    unknown='(' ~ counts ~ ') is null',
    among=among,
) -}}
{% endmacro %}


{#
  The same, but unknown instead of zero where no answer at all is known: what
  nobody would have told adds nothing to the numerator, not even a zero.
#}
{% macro told_share_units(indicator_id, counts, among='true') %}
{{- indicator_units(
    indicator_id,
    numerator=counts,
    denominator='1',
    unknown='(' ~ counts ~ ') is null',
    among=among,
) -}}
{% endmacro %}


{# A share of the units whose answer is known; the others are counted apart. #}
{% macro known_share_units(indicator_id, counts, among='true') %}
{{- indicator_units(
    indicator_id,
    numerator='coalesce(' ~ counts ~ ', false)',
    denominator='(' ~ counts ~ ') is not null',
    unknown='(' ~ counts ~ ') is null',
    among=among,
) -}}
{% endmacro %}


{# An amount per unit, over the units whose amount is known, zero included. #}
{% macro amount_units(indicator_id, amount, among='true') %}
{{- indicator_units(
    indicator_id,
    numerator='coalesce(' ~ amount ~ ', 0)',
    denominator='(' ~ amount ~ ') is not null',
    unknown='(' ~ amount ~ ') is null',
    among=among,
) -}}
{% endmacro %}


{#
  One row per unit and category of `code_list`; by default the unit counts in
  the category that its `code` names, and is unknown without a known one.
#}
{% macro category_units(
    indicator_id, code, code_list, among='true', numerator=none, unknown=none
) %}
{{- indicator_units(
    indicator_id,
    numerator=numerator or (
        'coalesce(' ~ code ~ ' = codes.category, false)'
    ),
    denominator='1',
    unknown=unknown or (
        "coalesce(" ~ code ~ ", 'unknown') in ('unknown', 'unmapped')"
    ),
    among=among ~ " and codes.category_list = '" ~ code_list ~ "'",
    category='codes.category',
    units='units cross join codes',
) -}}
{% endmacro %}


{# A share of each group apart: a unit counts only in the group it is in. #}
{% macro group_share_units(indicator_id, group_code, counts, among='true') %}
{{- indicator_units(
    indicator_id,
    numerator='coalesce(' ~ counts ~ ', false)',
    denominator='1',
    unknown='(' ~ counts ~ ') is null',
    among=among,
    category=group_code,
) -}}
{% endmacro %}


{# A step of the funnel: its own units among those of the step it follows. #}
{% macro funnel_units(step, counts, among) %}
{{- indicator_units(
    'funnel',
    numerator='coalesce(' ~ counts ~ ', false)',
    denominator='1',
    unknown='(' ~ counts ~ ') is null',
    among=among,
    category="'" ~ step ~ "'",
) -}}
{% endmacro %}
