-- One row per category of an indicator: the codes of the standard and the
-- categories that only indicators have.
with

codes as (
    select * from {{ ref('code_lists') }}
),

indicator_categories as (
    select * from {{ ref('indicator_categories') }}
),

bailiff_places as (
    select
        code as place,
        label_nl,
        label_en,
        case when sort_order = 0 then 50 else sort_order end as place_order,
    from codes
    where code_list = 'bailiff_step'
    union all
    select category as place, label_nl, label_en, sort_order as place_order
    from indicator_categories
    where category_list = 'bailiff_place'
),

-- From every place on the way to every later one.
bailiff_transitions as (
    select
        'bailiff_flow' as category_list,
        here.place || '>' || there.place as category,
        here.label_nl || ' → ' || there.label_nl as label_nl,
        here.label_en || ' → ' || there.label_en as label_en,
        100 * here.place_order + there.place_order as sort_order,
    from bailiff_places as here
    inner join bailiff_places as there on here.place_order < there.place_order
    where here.place <> 'start' or there.place <> 'end'
),

categories as (
    select
        code_list as category_list,
        code as category,
        label_nl,
        label_en,
        sort_order,
    from codes
    where code <> 'unmapped'
    union all
    select category_list, category, label_nl, label_en, sort_order
    from indicator_categories
    union all
    select category_list, category, label_nl, label_en, sort_order
    from bailiff_transitions
)

select
    category_list || '/' || category as category_id,
    *,
from categories
