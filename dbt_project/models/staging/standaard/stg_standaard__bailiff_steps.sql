-- One row per bailiff step in a filled workbook.

with

records as (

    select * from {{ ref('stg_standaard__records') }}
    where entity = 'bailiff_steps'

),

mapped_records as (

    {{ map_codes('records', 'standaard', single={
        'corporation': ['partner', 'bailiff_steps__corporation'],
        'step': ['bailiff_step', 'bailiff_steps__step'],
    }) }}

),

typed_records as (

    select
        *,
        bailiff_steps__contract_key as contract_key,
        read_number(bailiff_steps__dossier_number) as dossier_number,
        read_amount(bailiff_steps__amount) as amount,
        read_amount(bailiff_steps__costs) as costs,
        code_date as step_date,
    from mapped_records

),

judged_records as (

    select
        *,
        rejection(is_test, row_number() over (
            partition by
                delivery_id,
                is_test,
                coalesce(contract_key, row_id(delivery_id, sheet, row_number)),
                corporation,
                dossier_number,
                code_key(bailiff_steps__step),
                coalesce(step_date::varchar, fold(bailiff_steps__step_date))
            order by row_number desc
        )) as rejection,
        present([
            unreadable('step_date', bailiff_steps__step_date, step_date),
            unreadable('amount', bailiff_steps__amount, amount),
            unreadable('costs', bailiff_steps__costs, costs),
        ]) as unreadable_fields,
        present([
            unmapped('corporation', corporation),
            unmapped('step', step),
        ]) as unmapped_fields,
    from typed_records

),

steps as (

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
        unmapped_codes,

        ---------- the step
        contract_key,
        corporation,
        dossier_number,
        step,
        step_date,
        amount,
        costs,
    from judged_records

)

select * from steps
