-- One row per city district.
with

districts as (
    select * from {{ ref('districts') }}
),

final as (
    select
        district,
        label_nl,
        label_en,
        dwellings::integer as dwellings,
    from districts
)

select * from final
