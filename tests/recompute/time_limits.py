"""Whether what has a time limit was done in time, from the days in the facts."""

from tests.recompute.figure import known_share, share

WORKING_DAYS = """(
    select count(*) from marts.dim_date as dates
    where dates.is_working_day and dates.day > {first} and dates.day <= {last}
)"""

TABLES = {
    # Forms and event lists are told back; a workbook where its pilot is.
    "timed_signals": f"""
        select
            *,
            not coalesce(objected, false)
                and signal_date + 14 <= as_of
                and (
                    format in ('overdrachtsformulier', 'signalenbestand')
                    or format = 'standaard'
                    and working_model in ('model-1', 'city-model')
                ) as is_feedback_awaited,
            signal_date + 28 < as_of as is_old_enough,
            case
                when receipt_confirmed_date is not null then {
        WORKING_DAYS.format(first="signal_date", last="receipt_confirmed_date")
    } <= 1
            end as is_confirmed_in_time,
            case
                when letter_date is not null then {
        WORKING_DAYS.format(first="letter_date", last="signal_date")
    } >= 5
            end as has_had_time_to_object,
        from signals
    """,
}

FIGURES = {
    "timed_signals": {
        "feedback_on_time_share": share(
            "coalesce(feedback_date <= signal_date + 14, false)", "is_feedback_awaited"
        ),
        "examined_on_time_share": share("is_examined_on_time", "is_old_enough"),
        "receipt_on_time_share": known_share(
            "is_confirmed_in_time",
            "(objection_possible or is_confirmed_in_time is not null)",
        ),
        "objection_period_kept_share": known_share(
            "has_had_time_to_object", "objection_possible"
        ),
    },
}
