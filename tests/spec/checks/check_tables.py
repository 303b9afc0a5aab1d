"""The columns of the standardised tables, as the architecture lists them."""

LINEAGE = {
    "record_id": "varchar",
    "delivery_id": "varchar",
    "sheet": "varchar",
    "row_number": "bigint",
    "format": "varchar",
    "district": "varchar",
    "pilot": "varchar",
    "rejection": "varchar",
    "unreadable_fields": "varchar[]",
    "unmapped_fields": "varchar[]",
    "delivered_columns": "varchar[]",
}

_COLUMNS = {
    "signals": """
        signal_key varchar, source_number varchar, programme varchar,
        signal_date date, corporation varchar, partner_type varchar,
        partner varchar, contract_key varchar, client_key varchar,
        name_key varchar, birth_date_key varchar, postcode_key varchar,
        house_number_key varchar, birth_year integer, postcode4 varchar,
        sex varchar, household_type varchar, rent_amount decimal(18;2),
        arrears_amount decimal(18;2), arrears_months decimal(18;4),
        arrears_days integer, creditors integer, total_debt decimal(18;2),
        problems varchar[], letter_date date, objected boolean,
        objection_date date, bailiff_handover_date date,
        receipt_confirmed_date date, known_before varchar, letter_reply varchar,
        office_visit_date date, note_left boolean, visitors varchar,
        announced boolean, result varchar, paid_or_arranged varchar,
        madi_contact boolean, trajectories varchar[], no_visit_reason varchar,
        referred_to varchar, referral_arrived boolean, feedback_date date,
        closed_date date, close_reason varchar, bailiff_ticked boolean,
        bailiff_tick_date date
    """,
    "contact_attempts": """
        signal_key varchar, attempt_number integer, channel varchar,
        attempted_date date, daypart varchar, announced boolean,
        visitors varchar, outcome varchar
    """,
    "bailiff_steps": """
        contract_key varchar, corporation varchar, dossier_number varchar,
        step varchar, step_date date, amount decimal(18;2),
        costs decimal(18;2), source varchar, signal_key varchar
    """,
    "services": """
        dossier_number varchar, client_key varchar, contract_key varchar,
        birth_date_key varchar, signal_number varchar, service varchar,
        started_date date, ended_date date, hours decimal(18;4),
        status varchar, close_code varchar, aftercare_3_months boolean,
        aftercare_6_months boolean, sex varchar
    """,
    "follow_ups": """
        contract_key varchar, reference_date date, debt_now varchar,
        amount_now decimal(18;2), still_living boolean, bailiff_since boolean,
        contact_before boolean, contact_during boolean, contact_after boolean,
        opinion varchar, situation varchar
    """,
    "evictions": """
        month date, announced integer, executed integer, not_executed integer
    """,
    "conferences": """
        conference_number varchar, institution varchar, registered_date date,
        coordinator_date date, conference_date date, plan_made boolean,
        no_conference_reason varchar, participants integer,
        household_type varchar, sex varchar, questions varchar[],
        professionals varchar[], evaluated_date date
    """,
    "claims": """
        claim_number varchar, month date, institution varchar,
        product varchar, signal_number varchar, hours decimal(18;4),
        rate decimal(18;2), amount decimal(18;2), payer varchar
    """,
}

OTHER_TABLES = {
    "landing.deliveries": {
        "delivery_id": "varchar",
        "sequence": "bigint",
        "format": "varchar",
        "district": "varchar",
        "pilot": "varchar",
        "period": "date",
        "received_at": "timestamp",
        "delivered_columns": "varchar[]",
        "rows_read": "bigint",
        "is_invented": "boolean",
    },
    "standard.pilots": {
        "pilot": "varchar",
        "started_on": "date",
        "ended_on": "date",
    },
    "staging.stg_fixture__records": {"delivery_id": "varchar", "row_number": "bigint"},
    "marts.fct_signals": {"signal_id": "varchar"},
    "quality.registration_months": {
        "registration_month_id": "varchar",
        "district": "varchar",
        "pilot": "varchar",
        "month": "date",
        "months_registered": "bigint",
        "signals": "bigint",
        "repeated_signals": "bigint",
        "is_history": "boolean",
        "days_late": "bigint",
    },
    "quality.district_activity": {
        "district_activity_id": "varchar",
        "district": "varchar",
        "pilot": "varchar",
        "pilot_signals": "bigint",
        "signals": "bigint",
        "last_signal_date": "date",
        "months_silent": "bigint",
    },
    "quality.month_volumes": {
        "month_volume_id": "varchar",
        "district": "varchar",
        "pilot": "varchar",
        "month": "date",
        "measure": "varchar",
        "category": "varchar",
        "numerator": "bigint",
        "denominator": "bigint",
        "measured": "double",
        "history_months": "bigint",
        "usual": "double",
        "deviation": "double",
    },
    "quality.definition_divergence": {
        "habit_id": "varchar",
        "habit": "varchar",
        "district": "varchar",
        "numerator": "bigint",
        "denominator": "bigint",
        "others_numerator": "bigint",
        "others_denominator": "bigint",
        "share": "double",
        "others_share": "double",
        "difference": "double",
        "is_apart": "boolean",
    },
    "marts.indicator_values": {
        "indicator_id": "varchar",
        "dimension_set": "varchar",
        "district": "varchar",
        "pilot": "varchar",
        "period_start": "date",
        "numerator": "double",
        "denominator": "double",
    },
}


def _typed(listed: str) -> dict[str, str]:
    pairs = (pair.split() for pair in listed.split(","))
    return {name: kind.replace(";", ",") for name, kind in pairs}


ENTITY_COLUMNS = {
    entity: LINEAGE | _typed(listed) for entity, listed in _COLUMNS.items()
}
"""Each entity with its columns and their DuckDB types."""
