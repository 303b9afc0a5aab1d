{% macro create_mappings() %}
-- What staging does to records beyond reading their texts: it translates their
-- codes, names them, and says what is wrong with them. Plain SQL without
-- Jinja, on top of the conversions, because the tests run it too.

-- A number that names a record: upper case, without spaces, and without the
-- decimals that a spreadsheet adds. What intake masked names nothing.
create or replace macro read_number(source_text) as
    case
        when not is_missing(source_text) and source_text <> '[tekst]'
            then regexp_replace(
                upper(regexp_replace(source_text, '[\s\x{00A0}]', '', 'g')),
                '^(\d+)\.0$', '\1'
            )
    end;

-- A code as code_mappings spells it; spreadsheets write the code 1 as 1.0.
create or replace macro code_key(source_text) as
    regexp_replace(fold(source_text), '^(\d+)\.0$', '\1');

-- Parts of a cell with several codes, as code_mappings spells them.
create or replace macro code_parts(source_text) as
    list_distinct(list_filter(
        list_transform(
            regexp_split_to_array(source_text, '[/,+;&]'),
            lambda part: code_key(part)
        ),
        lambda part: not is_missing(part)
    ));

-- A pair in any order is one code: `MW + SHV` is `mw+shv`, as is `SHV/MW`.
create or replace macro pair_key(source_text) as
    array_to_string(
        list_sort(regexp_split_to_array(
            replace(fold(source_text), ' ', ''), '[/,+;&]'
        )), '+'
    );

-- The first exception that holds for a record; they come most specific first.
create or replace macro exceptional_code(
    exceptions, format_name, record_district, record_date
) as
    list_filter(
        exceptions,
        lambda exception:
            (exception.format is null or exception.format = format_name)
            and (
                exception.district is null
                or exception.district = record_district
            )
            and (
                exception.valid_from is null
                or exception.valid_from <= record_date
            )
            and (
                exception.valid_to is null
                or exception.valid_to >= record_date
            )
    )[1].code;

-- The code of the standard, by the row of stg_standard__code_mappings that
-- belongs to the source's code.
create or replace macro mapped_code(
    source_text, codes, format_name, record_district, record_date
) as
    case
        when codes.exceptions is null and codes.general_code is not null
            then nullif(codes.general_code, 'unknown')
        when is_missing(source_text) then null
        else nullif(
            coalesce(
                case
                    when codes.exceptions is not null
                        then exceptional_code(
                            codes.exceptions, format_name,
                            record_district, record_date
                        )
                end,
                codes.general_code,
                'unmapped'
            ),
            'unknown'
        )
    end;

-- The codes of a cell with several, by a map of source code to such rows; null
-- for a cell that says nothing.
create or replace macro mapped_codes(
    source_text, code_map, format_name, record_district, record_date
) as
    case
        when not is_missing(source_text)
            then list_sort(list_distinct(list_transform(
                code_parts(source_text),
                lambda part: coalesce(
                    exceptional_code(
                        code_map[part].exceptions, format_name,
                        record_district, record_date
                    ),
                    code_map[part].general_code,
                    'unmapped'
                )
            )))
    end;

-- The parts of such a cell that nobody mapped; null when it says nothing.
create or replace macro unmapped_parts(
    source_text, code_map, format_name, record_district, record_date
) as
    case
        when not is_missing(source_text)
            then list_filter(
                code_parts(source_text),
                lambda part: coalesce(
                    exceptional_code(
                        code_map[part].exceptions, format_name,
                        record_district, record_date
                    ),
                    code_map[part].general_code
                ) is null
            )
    end;

-- A text that nobody mapped: the list it should be of, the column it stands
-- in, how it is written, how code_mappings would spell it, and the district and
-- day by which it was looked up.
create or replace macro unmapped_code(
    list_name, column_name, source_text, source_code, record_district,
    record_date
) as
    {
        'code_list': list_name,
        'column_name': column_name,
        'source_text': trim(source_text),
        'source_code': source_code,
        'district': record_district,
        'code_date': record_date
    };

-- Identifies a row of a landing file, and what is read from it.
create or replace macro row_id(delivery_id, sheet, row_number) as
    concat_ws('/', delivery_id, sheet, row_number);

-- A signal without a number of its own is known by its place in the landing.
create or replace macro signal_key(
    format_name, district, source_number, lineage
) as
    format_name || '/'
    || coalesce(coalesce(district, 'unknown') || '/' || source_number, lineage);

-- Why a record does not count; `place` counts the spellings of a record in a
-- delivery, the last one first.
create or replace macro rejection(is_test, place) as
    case
        when is_test then 'test row'
        when place > 1 then 'repeated in this file'
    end;

-- Names of the fields in error, out of a list with gaps.
create or replace macro present(field_names) as
    case
        when list_count(field_names) = 0 then []::varchar[]
        else list_filter(
            field_names, lambda field_name: field_name is not null
        )
    end;

create or replace macro unreadable(field_name, source_text, converted) as
    case
        when source_text is null or converted is not null then null
        when not is_missing(source_text) then field_name
    end;

-- Intake read the identifiers, and names those that it could not read.
create or replace macro unreadable_identifier(
    field_name, unreadable_columns, column_name
) as
    case
        when list_contains(string_split(unreadable_columns, ','), column_name)
            then field_name
    end;

create or replace macro unmapped(field_name, code) as
    case when code = 'unmapped' then field_name end;

create or replace macro unmapped_in(field_name, codes) as
    case when list_contains(codes, 'unmapped') then field_name end;
{% endmacro %}
