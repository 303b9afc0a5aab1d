{% macro create_conversions() %}
-- The conversions of the standard. An unreadable text gives null; none raises.
-- Plain SQL without Jinja, because intake and the tests run it too.

create or replace macro fold(source_text) as
    trim(regexp_replace(
        strip_accents(lower(source_text)), '[\s\x{00A0}]+', ' ', 'g'
    ));

create or replace macro is_missing(source_text) as
    source_text is null
    or fold(source_text) in (
        '', '-', '--', '–', '—', '?', '??', 'nvt', 'n.v.t.', 'n.v.t', 'onbekend',
        'n.n.b.', 'n.n.b', 'nnb'
    );

-- A name as a slug; names are not mapped.
create or replace macro read_slug(source_text) as
    case
        when not is_missing(source_text)
            then nullif(
                trim(
                    regexp_replace(fold(source_text), '[^a-z0-9]+', '-', 'g'),
                    '-'
                ), ''
            )
    end;

-- The number of a Dutch month name, 01 to 12; null for any other word.
create or replace macro month_number(month_text) as
    case left(month_text, 3)
        when 'jan' then '01'
        when 'feb' then '02'
        when 'maa' then '03'
        when 'mar' then '03'
        when 'mrt' then '03'
        when 'apr' then '04'
        when 'mei' then '05'
        when 'may' then '05'
        when 'jun' then '06'
        when 'jul' then '07'
        when 'aug' then '08'
        when 'sep' then '09'
        when 'okt' then '10'
        when 'oct' then '10'
        when 'nov' then '11'
        when 'dec' then '12'
    end;

-- Two digits: 00-29 is this century, the rest the last one.
create or replace macro full_year(year_text) as
    case
        when length(year_text) = 4 then year_text
        when year_text <= '29' then '20' || year_text
        else '19' || year_text
    end;

-- Day 1 of the serial numbers of Excel is 1 January 1900, and Excel counts a
-- 29 February 1900 that never was.
create or replace macro date_from_serial(serial_text) as
    case
        when serial_text between '10000' and '73050'
            then date '1899-12-30' + try_cast(left(serial_text, 5) as integer)
    end;

-- `13 maart 2007`, `13-mrt-07`; folded text.
create or replace macro iso_from_words(folded_text) as
    case
        when regexp_full_match(
            folded_text,
            '\d{1,2}[-/. ]*(jan(uari)?|febr?|februari|maart|mrt|mar|apr(il)?'
            || '|mei|may|juni?|juli?|aug(ustus)?|sept?|september'
            || '|okt(ober)?|oct|nov(ember)?|dec(ember)?)'
            || '[-/., '']*(\d{2}|(19|20)\d{2})'
        )
            then full_year(regexp_extract(folded_text, '\d+$'))
                || '-' || month_number(regexp_extract(folded_text, '[a-z]+'))
                || '-' || regexp_extract(folded_text, '^\d+')
    end;

-- The ISO spelling of a date in numbers or words. Day comes first, unless
-- four digits of a year do; a time behind the date is left out.
create or replace macro iso_date(bare_text) as
    case
        when regexp_matches(
            bare_text,
            '^(19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}'
            || '([ tT]+\d{1,2}:[\d:.]+[zZ+\-:\d]*)?$'
        )
            then regexp_replace(bare_text, '^(\d+).(\d+).(\d+).*$', '\1-\2-\3')
        when regexp_matches(
            bare_text,
            '^\d{1,2} ?[-/. ] ?\d{1,2} ?[-/. ] ?(19|20)\d{2}'
            || '( +\d{1,2}:[\d:.]+)?$'
        )
            then regexp_replace(
                bare_text, '^(\d+)\D+(\d+)\D+(\d{4}).*$', '\3-\2-\1'
            )
        when regexp_matches(
            bare_text,
            '^\d{1,2} ?[-/. ] ?\d{1,2} ?[-/. ] ?\d{2}( +\d{1,2}:[\d:.]+)?$'
        )
            then full_year(regexp_extract(
                bare_text, '^\d+\D+\d+\D+(\d{2})', 1
            ))
                || regexp_replace(bare_text, '^(\d+)\D+(\d+)\D.*$', '-\2-\1')
        when regexp_matches(bare_text, '^(19|20)\d{6}(\.0+)?$')
            then regexp_replace(
                bare_text, '^(\d{4})(\d{2})(\d{2}).*$', '\1-\2-\3'
            )
        else iso_from_words(fold(bare_text))
    end;

create or replace macro read_date(source_text) as
    case
        when regexp_matches(trim(source_text), '^\d{5}(\.\d+)?$')
            then date_from_serial(trim(source_text))
        else try_cast(iso_date(trim(source_text)) as date)
    end;

-- A month name as a word of its own, with or without a year behind it.
create or replace macro named_month(folded_text) as
    regexp_extract(
        folded_text,
        '(?:^|[^a-z])(jan(?:uari)?|febr?|februari|maart|mrt|mar|apr(?:il)?'
        || '|mei|may|juni?|juli?|aug(?:ustus)?|sept?|september'
        || '|okt(?:ober)?|oct|nov(?:ember)?|dec(?:ember)?)'
        || '(?:[-/._, '']*(\d{4}|\d{2}))?(?:[^a-z0-9]|$)',
        ['month_text', 'year_text']
    );

-- The first day of a month: `mrt 2007`, `2007-03`, `200703`, `03-2007`, a
-- month name in the year that the caller knows, or any readable date.
create or replace macro read_month(source_text, known_year) as
    case
        when named_month(fold(source_text)).month_text <> ''
            then try_cast(
                coalesce(
                    full_year(
                        nullif(named_month(fold(source_text)).year_text, '')
                    ),
                    known_year::varchar
                )
                || '-'
                || month_number(named_month(fold(source_text)).month_text)
                || '-01' as date
            )
        when regexp_full_match(
            trim(source_text), '(19|20)\d{2}[-/. ]?\d{1,2}'
        )
            then try_cast(
                regexp_replace(
                    trim(source_text), '^(\d{4})\D?(\d+)$', '\1-\2-01'
                ) as date
            )
        when regexp_full_match(
            trim(source_text), '\d{1,2}[-/. ](19|20)\d{2}'
        )
            then try_cast(
                regexp_replace(
                    trim(source_text), '^(\d+)\D(\d{4})$', '\2-\1-01'
                ) as date
            )
        else date_trunc('month', read_date(source_text))::date
    end;

-- The digits of an amount with a decimal point; `1.250` is a thousand dot.
create or replace macro plain_amount(bare_text) as
    case
        when regexp_full_match(
            bare_text, '[-+]?[1-9]\d{0,2}(\.\d{3})+(,\d{1,2}|,[-=]{1,2})?'
        )
            then replace(
                replace(regexp_replace(bare_text, ',[-=]+$', ''), '.', ''),
                ',', '.'
            )
        when regexp_full_match(bare_text, '[-+]?\d+[,.][-=]{1,2}')
            then regexp_replace(bare_text, '[,.][-=]+$', '')
        when regexp_full_match(bare_text, '[-+]?\d*,\d{1,2}')
            then replace(bare_text, ',', '.')
        when regexp_full_match(
            bare_text, '[-+]?\d{1,3}(,\d{3})+\.\d{1,2}'
        )
            then replace(bare_text, ',', '')
        when regexp_full_match(bare_text, '[-+]?\d+(\.\d{1,2}|\.\d{4,})?')
            then bare_text
        when regexp_full_match(bare_text, '[-+]?0\.\d{3}') then bare_text
    end;

create or replace macro read_amount(source_text) as
    try_cast(
        plain_amount(regexp_replace(
            lower(source_text), '€|eur(o|os)?\b|[\s\x{00A0}]', '', 'g'
        )) as decimal(18, 2)
    );

create or replace macro read_decimal(source_text) as
    case
        when regexp_full_match(
            trim(source_text), '[-+]?(\d+([.,]\d*)?|[.,]\d+)'
        )
            then try_cast(
                replace(trim(source_text), ',', '.') as decimal(18, 4)
            )
    end;

create or replace macro read_integer(source_text) as
    case
        when regexp_full_match(trim(source_text), '[-+]?\d+([.,]0+)?')
            then try_cast(
                regexp_replace(trim(source_text), '[.,]0+$', '') as bigint
            )
    end;

create or replace macro read_yes_no(source_text) as
    case
        when fold(source_text)
            in ('ja', 'j', 'x', '1', '1.0', 'waar', 'true', 'yes', 'y')
            then true
        when fold(source_text)
            in ('nee', 'n', '0', '0.0', 'onwaar', 'false', 'no')
            then false
    end;

-- A tick box: empty means no.
create or replace macro read_tick(source_text) as
    case
        when is_missing(source_text) then false
        else read_yes_no(source_text)
    end;

create or replace macro read_clock(source_text) as
    case
        when regexp_full_match(
            fold(source_text), '\d{1,2}[:.u]\d{2}(:\d{2}(\.\d+)?)?( ?uur)?'
        )
            then try_cast(
                regexp_replace(
                    fold(source_text), '^(\d+).(\d+).*$', '\1:\2:00'
                ) as time
            )
        when regexp_full_match(fold(source_text), '\d{1,2} ?(u|uur)')
            then try_cast(
                regexp_extract(source_text, '\d+') || ':00:00' as time
            )
    end;

create or replace macro read_daypart(source_text) as
    case
        when regexp_full_match(
            fold(source_text), '(''?s )?(ochtends?|morgens?|voormiddag)'
        ) then 'morning'
        when regexp_full_match(fold(source_text), '(''?s )?(na)?middags?')
            then 'afternoon'
        when regexp_full_match(fold(source_text), '(''?s )?avonds?')
            then 'evening'
        when read_clock(source_text) < time '12:00' then 'morning'
        when read_clock(source_text) < time '18:00' then 'afternoon'
        when read_clock(source_text) is not null then 'evening'
    end;

create or replace macro wilson_centre(hits, trials) as
    (hits + 1.959963984540054 * 1.959963984540054 / 2)
    / (trials + 1.959963984540054 * 1.959963984540054);

create or replace macro wilson_margin(hits, trials) as
    1.959963984540054
    / (trials + 1.959963984540054 * 1.959963984540054)
    * sqrt(
        greatest(hits::double * (trials - hits) / nullif(trials, 0), 0)
        + 1.959963984540054 * 1.959963984540054 / 4
    );

-- Bounds of the 95% Wilson interval of a share; null without trials.
create or replace macro wilson_lower(hits, trials) as
    case
        when trials > 0 and hits between 0 and trials
            then greatest(
                wilson_centre(hits::double, trials::double)
                - wilson_margin(hits::double, trials::double), 0
            )
    end;

create or replace macro wilson_upper(hits, trials) as
    case
        when trials > 0 and hits between 0 and trials
            then least(
                wilson_centre(hits::double, trials::double)
                + wilson_margin(hits::double, trials::double), 1
            )
    end;
{% endmacro %}
