"""How a district spells its days, amounts, sexes and answers: always its own way."""

from datetime import date

from maker.spelling import MONTHS, SHORT_MONTHS

from city.districts import District

SEXES = {
    "dmy": {"man": "m", "vrouw": "v", "echtpaar": "echtpaar", "onbekend": ""},
    "short": {"man": "dhr", "vrouw": "mw", "echtpaar": "echtpaar", "onbekend": "?"},
}
PLAIN_SEXES = {
    "man": "man", "vrouw": "vrouw", "echtpaar": "echtpaar", "onbekend": "onbekend"
}  # fmt: skip
ANSWERS = {"short": ("j", "n"), "compact": ("1", "0")}


def spell_day(district: District, day: date | None) -> str:
    """Return the day in the spelling of the district; empty for None."""
    if day is None:
        return ""
    spellings = {
        "dmy": f"{day:%d-%m-%Y}",
        "slash": f"{day.day}/{day.month}/{day:%y}",
        "iso": day.isoformat(),
        "compact": f"{day:%Y%m%d}",
        "words": f"{day.day} {MONTHS[day.month - 1]} {day.year}",
        "short": f"{day.day} {SHORT_MONTHS[day.month - 1]} {day:%y}",
    }
    return spellings[district.dates]


def spell_euros(district: District, euros: int) -> str:
    """Return whole euros in the spelling of the district."""
    spellings = {
        "dmy": f"{euros},00",
        "slash": f"€ {euros:,}".replace(",", ".") + ",00",
        "iso": f"{euros}.00",
        "compact": str(euros),
        "words": f"€ {euros},-",
        "short": f"{euros:,},-".replace(",", ".", 1) if euros > 999 else f"{euros},-",
    }
    return spellings[district.dates]


def spell_sex(district: District, sex: str) -> str:
    """Return a sex in the spelling of the district."""
    return SEXES.get(district.dates, PLAIN_SEXES)[sex]


def spell_answer(district: District, answer: bool) -> str:
    """Return yes or no in the spelling of the district."""
    yes, no = ANSWERS.get(district.dates, ("ja", "nee"))
    return yes if answer else no
