-- One row per bailiff step in a delivery of a corporation.

with

records as (

    select * from {{ source('deurwaarderslijst', 'records') }}

),

deliveries as (

    select * from {{ ref('stg_ledger__deliveries') }}

),

located_records as (

    select
        records.*,
        deliveries.district,
        deliveries.pilot,
        deliveries.delivered_columns,
        read_date(records.datum) as code_date,
    from records
    inner join deliveries on records.delivery_id = deliveries.delivery_id

),

mapped_records as (

    {{ map_codes('located_records', 'deurwaarderslijst', single={
        'corporation': ['partner', 'corporatie'],
        'step': ['bailiff_step', 'stap'],
    }) }}

),

typed_records as (

    select
        *,

        ---------- ids
        contractnr as contract_key,
        read_number(dossier_dw) as dossier_number,

        ---------- amounts
        read_amount(bedrag) as amount,
        read_amount(kosten) as costs,

        ---------- dates
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
                code_key(stap),
                coalesce(step_date::varchar, fold(datum))
            order by row_number desc
        )) as rejection,
        present([
            unreadable('step_date', datum, step_date),
            unreadable('amount', bedrag, amount),
            unreadable('costs', kosten, costs),
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
