-- One row per value in a delivered record that nobody mapped to a code.
{% set formats = {
    'boedelbeheer': 'stg_boedelbeheer__counts',
    'declaratie': 'stg_declaratie__claims',
    'deurwaarderslijst': 'stg_deurwaarderslijst__steps',
    'eigen_kracht': 'stg_eigen_kracht__conferences',
    'nameting': 'stg_nameting__follow_ups',
    'overdrachtsformulier': 'stg_overdrachtsformulier__signals',
    'regas': 'stg_regas__services',
    'signalenbestand': 'stg_signalenbestand__events',
    'turflijst': 'stg_turflijst__signals',
} %}

with

records as (

    {% for format, model in formats.items() %}
    select
        '{{ format }}' as format,
        delivery_id,
        sheet,
        row_number,
        rejection,
        unmapped_codes,
    from {{ ref(model) }}
    {% if not loop.last %}
    union all by name
    {% endif %}
    {% endfor %}

),

-- Rows that never count give nobody work.
listed_values as (

    select
        format,
        delivery_id,
        sheet,
        row_number,
        unnest(unmapped_codes, recursive := true),
    from records
    where rejection is null

),

unmapped_values as (

    select
        *,
        concat_ws(
            '/', delivery_id, sheet, row_number, column_name, source_code
        ) as unmapped_value_id,
    from listed_values

)

select * from unmapped_values
