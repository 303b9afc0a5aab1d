"""What was taken up, visited and reached."""

from tests.recompute.figure import (
    UNKNOWN_CODES,
    Figure,
    by_code,
    codes,
    known_share,
    quantile,
    share,
    share_by,
    units,
)

TABLES = {
    "visits_of_signals": """
        select signals.* exclude (is_opened), visits.* exclude (
            signal_id, household_id, district, pilot, delivery_id, sheet, row_number
        )
        from visits
        inner join signals on visits.signal_id = signals.signal_id
    """,
}

OPENING = """case
    when opened_at_attempt >= 3 then '3'
    when opened_at_attempt > 0 then opened_at_attempt::text
    when not is_opened then 'not-at-home'
end"""

WAITED = """case
    when days_waited < 0 then null
    when days_waited = 0 then 'same-day'
    when days_waited <= 3 then '1-3'
    when days_waited <= 7 then '4-7'
    when days_waited <= 14 then '8-14'
    when days_waited <= 28 then '15-28'
    when days_waited > 28 then '29-plus'
end"""

FIGURES = {
    "signals": {
        "taken_up_share": share("is_taken_up"),
        "not_taken_up_reason": by_code("not_taken_up_reason", "not is_taken_up"),
        "attempted_share": share("visits > 0"),
        "second_attempt_share": share("visits > 1"),
        "not_attempted_reason": by_code("no_visit_reason", "visits = 0"),
        "at_home_share": share("is_opened", "visits > 0"),
        "visit_outcome": by_code(
            "if(is_opened, 'opened', if(is_opened is null, null, 'not-at-home'))",
            "visits > 0",
        ),
        "opened_at_attempt": by_code(OPENING, "visits > 0"),
        "reached_share": share("is_reached", "is_taken_up"),
        "reached_signals_share": share("is_reached"),
        "not_reached_share": share("not is_reached"),
        # Who was not reached is in no channel, and not unknown.
        "reached_by_channel": Figure(
            codes("reached_channel", "is_taken_up and is_reached"),
            units("is_taken_up"),
            units(
                "is_taken_up and (is_reached is null or is_reached"
                f" and coalesce(reached_channel, 'unknown') in {UNKNOWN_CODES})"
            ),
        ),
        "reached_by_attempts": share_by(
            "if(visits > 2, '3-plus', visits::text)", "is_reached", "is_taken_up"
        ),
        "new_to_help_share": known_share(
            "case known_before when 'no' then true when 'yes' then false"
            " when 'former' then false end",
            "is_reached",
        ),
        "days_to_first_attempt": quantile("days_waited", 0.5, "visits > 0"),
        "days_to_first_attempt_p90": quantile("days_waited", 0.9, "visits > 0"),
        "days_to_first_attempt_class": by_code(WAITED, "visits > 0"),
    },
    "visits_of_signals": {
        "visit_opened_by_number": share_by(
            "if(attempt_number > 2, '3-plus', attempt_number::text)",
            "is_opened",
            "attempt_number is not null",
        ),
        "visit_opened_by_daypart": share_by("daypart", "is_opened"),
        "visit_opened_by_announcement": share_by(
            "case when announced is null then 'unknown'"
            " when announced then 'announced' else 'unannounced' end",
            "is_opened",
        ),
        "visit_opened_by_visitors": share_by(
            "if(visitors = 'unmapped', 'unknown', visitors)", "is_opened"
        ),
    },
}
