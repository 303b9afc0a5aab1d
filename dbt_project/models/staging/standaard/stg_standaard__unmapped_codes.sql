-- One row per record of a filled workbook, with the values in it that nobody
-- mapped.
{% set entities = [
    'signals',
    'contact_attempts',
    'bailiff_steps',
    'services',
    'follow_ups',
    'evictions',
    'conferences',
    'claims',
] %}

with

unmapped_codes as (

    {% for entity in entities %}
    select
        delivery_id,
        sheet,
        row_number,
        rejection,
        unmapped_codes,
    from {{ ref('stg_standaard__' ~ entity) }}
    {% if not loop.last %}
    union all by name
    {% endif %}
    {% endfor %}

)

select * from unmapped_codes
