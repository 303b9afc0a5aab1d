-- One row per line of figures: an indicator, or one category of it.
with

cells as (
    select indicator_id, category from {{ ref('indicator_cells') }}
),

catalogue as (
    select indicator_id, aggregate, category_list, sort_order
    from {{ ref('indicators') }}
),

categories as (
    select category_list, category, sort_order
    from {{ ref('indicator_categories_listed') }}
),

counted as (
    select distinct indicator_id, category
    from cells
),

lines as (
    select
        cast(
            row_number() over (
                order by
                    catalogue.sort_order,
                    categories.sort_order,
                    counted.category
            ) as integer
        ) as line_id,
        counted.indicator_id,
        counted.category,
        catalogue.aggregate,
    from counted
    inner join catalogue on counted.indicator_id = catalogue.indicator_id
    left join categories
        on catalogue.category_list = categories.category_list
        and counted.category = categories.category
)

select * from lines
