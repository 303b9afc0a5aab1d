"""One filled workbook, in either language."""

from datetime import datetime
from pathlib import Path

import openpyxl

from warehouse.standard.fields import Field, Standard
from warehouse.standard.template import write_template
from warehouse.standard.wording import SEPARATOR, say

Row = dict[str, object]

# Codes, yes and no are written in the words of the workbook's language. Values that
# stand in for a person are invented.
RECORDS: dict[str, list[Row]] = {
    "signals": [
        {
            "source_number": "S-1",
            "signal_date": "2007-03-13",
            "partner": "ymere",
            "contract_key": "900111",
            "birth_date_key": "1961-02-03",
            "postcode_key": "1018 AB",
            "sex": "female",
            "household_type": "single_with_children",
            "arrears_amount": 1000.5,
            "arrears_months": 2,
            "problems": ["several_debts", "language"],
            "letter_date": "2007-03-02",
            "objected": "no",
            "receipt_confirmed_date": "2007-03-14",
            "known_before": "no",
            "result": "trajectory_debt_counselling",
            "trajectories": ["debt_counselling"],
            "feedback_date": "2007-03-27",
            "closed_date": "2007-05-01",
            "close_reason": "completed",
        },
        {
            "source_number": "S-2",
            "signal_date": "2007-03-15",
            "partner": "ymere",
            "contract_key": "900222",
            "arrears_amount": 0,
            "arrears_days": 61,
            "objected": "no",
            "known_before": "yes",
            "result": "not_reached",
            "bailiff_handover_date": "2007-04-20",
        },
        {
            "source_number": "S-3",
            "signal_date": "2007-04-02",
            "partner": "de-key",
            "contract_key": "900333",
            "arrears_amount": 640,
            "arrears_months": 2,
            "letter_date": "2007-03-26",
            "objected": "yes",
            "objection_date": "2007-04-01",
        },
        {
            "source_number": "TEST",
            "signal_date": "2007-04-02",
            "partner": "de-key",
            "arrears_amount": 1,
        },
    ],
    "contact_attempts": [
        {
            "signal_key": "S-1",
            "channel": "home_visit",
            "attempted_date": "2007-03-20",
            "daypart": "evening",
            "announced": "no",
            "visitors": "counsellor_social_worker",
            "outcome": "not_at_home",
        },
        {
            "signal_key": "S-1",
            "channel": "home_visit",
            "attempted_date": "2007-03-22",
            "daypart": "morning",
            "visitors": "counsellor_social_worker",
            "outcome": "opened",
        },
        {
            "signal_key": "S-1",
            "channel": "office",
            "attempted_date": "2007-03-26",
            "outcome": "appeared",
        },
        {
            "signal_key": "S-2",
            "channel": "ring",
            "attempted_date": "2007-03-21",
            "daypart": "afternoon",
            "visitors": "counsellor_housing_consultant",
            "outcome": "not_at_home",
        },
        {
            "signal_key": "S-2",
            "channel": "phone",
            "attempted_date": "2007-03-23",
            "outcome": "no_answer",
        },
    ],
    "bailiff_steps": [
        {
            "contract_key": "900111",
            "corporation": "ymere",
            "dossier_number": "D-1",
            "step": "summons",
            "step_date": "2006-02-01",
            "amount": 812.4,
        },
        {
            "contract_key": "900222",
            "corporation": "ymere",
            "dossier_number": "D-2",
            "step": "eviction_announced",
            "step_date": "2007-06-11",
        },
    ],
    "services": [
        {
            "dossier_number": "7001",
            "client_key": "8001",
            "contract_key": "900111",
            "signal_number": "S-1",
            "service": "debt_counselling",
            "started_date": "2007-04-02",
            "ended_date": "2007-05-01",
            "hours": 7.5,
            "status": "closed",
            "close_code": "no_show",
            "aftercare_3_months": "yes",
        },
    ],
    "follow_ups": [
        {
            "contract_key": "900111",
            "reference_date": "2008-06-01",
            "debt_now": "no",
            "still_living": "yes",
            "opinion": "positive",
        },
        {
            "contract_key": "900222",
            "reference_date": "2008-06-01",
            "debt_now": "yes",
            "amount_now": 300,
        },
    ],
    "evictions": [
        {"month": "2007-03-01", "announced": 12, "executed": 5, "not_executed": 7},
    ],
    "conferences": [
        {
            "conference_number": "EK-1",
            "institution": "dynamo",
            "registered_date": "2007-05-08",
            "conference_date": "2007-06-20",
            "plan_made": "yes",
            "participants": 9,
            "household_type": "single",
            "questions": ["debts", "housing"],
            "professionals": ["social_work"],
        },
    ],
    "claims": [
        {
            "claim_number": "DC-1",
            "month": "2007-04-01",
            "institution": "dynamo",
            "product": "outreach",
            "signal_number": "S-1",
            "hours": 10,
            "rate": 72.5,
            "amount": 725,
            "payer": "dwi",
        },
    ],
}


def fill_workbook(standard: Standard, path: Path, language: str, district: str) -> Path:
    """The template with records in it, as somebody would type them into Excel."""
    write_template(standard, path, language)
    book = openpyxl.load_workbook(path)
    for entity in standard.entities:
        sheet = book[entity.label.text(language)]
        places = {str(cell.value): cell.column for cell in sheet[1]}
        for number, row in enumerate(RECORDS[entity.name], 2):
            filled = placed(entity.name, row, district)
            for field in entity.asked:
                if field.name in filled:
                    column = places[field.label.text(language)]
                    value = typed(field, filled[field.name], standard, language)
                    sheet.cell(number, column, value)
    book.save(path)
    return path


def placed(entity: str, row: Row, district: str) -> Row:
    """A record of a district: its households are those of no other district."""
    numbers = {
        name: f"{row[name]}-{district}"
        for name in ("contract_key", "client_key")
        if name in row
    }
    # Only the counts of evictions have to say where they are from.
    return row | numbers | ({"district": district} if entity == "evictions" else {})


def typed(field: Field, value: object, standard: Standard, language: str) -> object:
    """A value as it is typed: a date, a number or a word of the drop-down list."""
    if field.type in ("date", "month"):
        return datetime.fromisoformat(str(value))
    if field.type == "yes_no":
        return say(str(value), language)
    if field.code_list:
        labels = {one.code: one.label for one in standard.codes_of(field)}
        codes = value if isinstance(value, list) else [value]
        return SEPARATOR.join(labels[str(code)].text(language) for code in codes)
    return value
