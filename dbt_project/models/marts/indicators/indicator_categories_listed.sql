-- One row per category of an indicator: the codes of the standard and the
-- categories that only indicators have.
with

codes as (
    select * from {{ ref('code_lists') }}
),

indicator_categories as (
    select * from {{ ref('indicator_categories') }}
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
)

select
    category_list || '/' || category as category_id,
    *,
from categories
