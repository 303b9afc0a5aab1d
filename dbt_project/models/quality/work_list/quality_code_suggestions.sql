-- One row per unmapped source code that looks like a known one: the best guess.

with

unmapped_values as (

    select * from {{ ref('quality_unmapped_values') }}

),

mappings as (

    select * from {{ ref('stg_standard__code_mappings') }}

),

code_lists as (

    select * from {{ ref('code_lists') }}

),

known_spellings as (

    select code_list, source_code as spelling, general_code as code
    from mappings
    where general_code is not null
    union
    select code_list, fold(label_nl) as spelling, code
    from code_lists
    union
    select code_list, fold(code) as spelling, code
    from code_lists

),

unmapped_codes as (

    select distinct code_list, source_code
    from unmapped_values
    where length(source_code) >= 3

),

compared_codes as (

    select
        unmapped_codes.code_list,
        unmapped_codes.source_code,
        known_spellings.code,
        known_spellings.spelling as similar_spelling,
        round(
            jaro_winkler_similarity(
                unmapped_codes.source_code, known_spellings.spelling
            ), 3
        ) as score,
        damerau_levenshtein(
            unmapped_codes.source_code, known_spellings.spelling
        ) as typing_errors,
    from unmapped_codes
    inner join known_spellings
        on unmapped_codes.code_list = known_spellings.code_list

),

-- Winkler's bonus for a common beginning makes strangers alike; a guess must
-- also be few typing errors away.
suggestions as (

    select
        concat_ws('/', code_list, source_code) as suggestion_id,
        code_list,
        source_code,
        code,
        similar_spelling,
        score,
    from compared_codes
    where
        score >= 0.85
        and typing_errors <= greatest(1, length(similar_spelling) // 4)
    qualify row_number() over (
        partition by code_list, source_code
        order by score desc, typing_errors, similar_spelling, code
    ) = 1

)

select * from suggestions
