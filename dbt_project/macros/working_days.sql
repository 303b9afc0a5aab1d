{#
  The number of a day counted in working days (Monday to Friday; public
  holidays are not taken out): the difference of two numbers is the number of
  working days after the first day up to and including the last.
  1900-01-01 was a Monday.
#}
{% macro working_day_number(day) -%}
(
    date_diff('day', date '1900-01-01', {{ day }}) // 7 * 5
    + least(date_diff('day', date '1900-01-01', {{ day }}) % 7 + 1, 5)
)
{%- endmacro %}
