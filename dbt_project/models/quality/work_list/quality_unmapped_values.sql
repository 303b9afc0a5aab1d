-- One row per value in a delivered record that nobody mapped to a code.
{% set sources = [
    ('boedelbeheer', 'stg_boedelbeheer__counts'),
    ('ddas', 'stg_ddas__signals'),
    ('ddas', 'stg_ddas__contact_attempts'),
    ('declaratie', 'stg_declaratie__claims'),
    ('deurwaarderslijst', 'stg_deurwaarderslijst__steps'),
    ('eigen_kracht', 'stg_eigen_kracht__conferences'),
    ('nameting', 'stg_nameting__follow_ups'),
    ('overdrachtsformulier', 'stg_overdrachtsformulier__signals'),
    ('regas', 'stg_regas__services'),
    ('signalenbestand', 'stg_signalenbestand__events'),
    ('standaard', 'stg_standaard__unmapped_codes'),
    ('turflijst', 'stg_turflijst__signals'),
] %}

with

records as (

    {% for format, model in sources %}
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

-- A row of a nested format may hold the same value more than once.
unmapped_values as (

    select
        *,
        concat_ws(
            '/',
            delivery_id,
            coalesce(sheet, '-'),
            row_number,
            column_name,
            source_code
        ) as unmapped_value_id,
    from listed_values
    qualify row_number() over (
        partition by delivery_id, sheet, row_number, column_name, source_code
        order by code_date, source_text
    ) = 1

)

select * from unmapped_values
