-- One row per code list and spelling that the standard itself gives a code: its
-- Dutch label, its English label and the code.

with

codes as (

    select
        code_list,
        code,
        label_nl,
        label_en,
    from {{ ref('code_lists') }}

),

partners as (

    select
        'partner' as code_list,
        partner as code,
        label_nl,
        label_en,
    from {{ ref('partners') }}

),

districts as (

    select
        'district' as code_list,
        district as code,
        label_nl,
        label_en,
    from {{ ref('districts') }}

),

pilots as (

    select
        'pilot' as code_list,
        pilot as code,
        label_nl,
        label_en,
    from {{ ref('pilots') }}

),

labelled_codes as (

    select * from codes
    union all
    select * from partners
    union all
    select * from districts
    union all
    select * from pilots

),

spellings as (

    select
        code_list,
        code,
        unnest([label_nl, label_en, code]) as spelling,
    from labelled_codes

),

label_mappings as (

    select distinct
        code_list,
        case
            when code_list = 'visitors' then pair_key(spelling)
            else code_key(spelling)
        end as source_code,
        code,
    from spellings

)

select * from label_mappings
