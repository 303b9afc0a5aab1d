-- One row per district and month of evictions in a filled workbook.

with

records as (

    select * from {{ ref('stg_standaard__records') }}
    where entity = 'evictions'

),

typed_records as (

    select
        *,
        code_date as month,
        read_integer(evictions__announced) as announced,
        read_integer(evictions__executed) as executed,
        read_integer(evictions__not_executed) as not_executed,
    from records

),

judged_records as (

    select
        *,
        rejection(is_test, row_number() over (
            partition by
                delivery_id,
                is_test,
                code_key(evictions__district),
                coalesce(month::varchar, fold(evictions__month))
            order by row_number desc
        )) as rejection,
        present([
            unreadable('month', evictions__month, month),
            unreadable('announced', evictions__announced, announced),
            unreadable('executed', evictions__executed, executed),
            unreadable('not_executed', evictions__not_executed, not_executed),
        ]) as unreadable_fields,
        present([
            unmapped('district', record_district),
        ]) as unmapped_fields,
    from typed_records

),

counts as (

    select
        ---------- lineage
        delivery_id,
        sheet,
        row_number,
        district,
        pilot,
        delivered_columns,
        rejection,
        unreadable_fields,
        unmapped_fields,
        unmapped_places as unmapped_codes,

        ---------- the counts
        month,
        announced,
        executed,
        not_executed,
    from judged_records

)

select * from counts
