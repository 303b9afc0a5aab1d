"""Telling texts that may identify a person from texts that cannot.

The side of safety: a column is kept only when every value is a number, a date or a
code; whoever wants more of it declares the column.
"""

import re
from collections.abc import Collection, Iterable

from seeds.formats import fold_letters

MASK = "[tekst]"
CUT_OFF = "…"
LONGEST_CODE = 60
LONGEST_EXTRA = 40
MOST_WORDS = 3
LONGEST_LABEL = 80
BSN_DIGITS = 9
BSN_DIVISOR = 11

# Parts of a folded heading that announce somebody or an address.
IDENTIFYING_HEADING = re.compile(
    "naam|name|voorl|achter(?!st)|persoon|persone|contact|tel|mobiel|gsm|phone|mail|"
    "adres|address|straat|street|huisn|woonpl|postc|bsn|sofi|burgers|iban|bank|"
    "rekening|geb(?:oorte|dat)|birth|opmerk|toelicht|bijzonder|notiti|memo|comment|"
    "remark|verslag|handtek|paraaf|behandel|medewerk|consulent|bezoeker|huurder|"
    "client|klant|bewoner|partner|kind|contract|debit|relatie|polis|numm|nr$|^nr"
)

EMAIL = r"(?i:[^\s@;,]+@[^\s@;,]+\.[a-z]{2,})"
PHONE = r"(?<![\d.,])(?:\+31|0031|0)[\s\-(]*(?:\(0\))?[1-9](?:[\s\-]?\d){8}(?![\d.,])"
IBAN = r"(?i:\b[A-Z]{2}\d{2}\s?[A-Z]{4}\s?(?:\d\s?){7,})"
POSTCODE = r"(?<!\d)[1-9]\d{3}\s?[A-Za-z]{2}(?![A-Za-z])"
BETWEEN_NAMES = r"(?:(?:van|de|der|den|ten|ter|el|al)\s+)*"
SALUTED = (
    r"\b(?:[Dd]hr|DHR|[Mm]w|[Mm]evr(?:ouw)?|[Mm]eneer|[Mm]ijnheer|[Hh]eer|"
    rf"[Ff]am(?:ilie)?)\b\.?\s+{BETWEEN_NAMES}[A-Z]"
)
INITIALS = (
    rf"\b[A-Z]\.(?:\s?[A-Z]\.)*\s*{BETWEEN_NAMES}[A-Z][a-z]|\b[A-Z][a-z]+,\s*[A-Z]\."
)
NAMED = re.compile("|".join((EMAIL, SALUTED, INITIALS)))
NAMED_OR_NUMBERED = re.compile("|".join((NAMED.pattern, PHONE, IBAN, POSTCODE)))
NINE_DIGITS = re.compile(r"(?<!\d)\d(?:[\s.]?\d){8}(?!\d)")

WORD = re.compile(r"[^\W\d_]{3,}")
NUMBER_DATE_OR_TIME = re.compile(
    r"[\s\d.,:/%€+\-]*(?:eur|euro|uur|m2|mnd)?", re.IGNORECASE
)
CODE_WORD = re.compile(r"[a-z]+|[A-Z]{1,6}|[A-Za-z]{0,4}[-_.]?\d{1,6}[A-Za-z]{0,2}")
# As the macro `code_parts` takes them apart.
BETWEEN_CODES = re.compile("([/,+;&])")
HARMLESS_WORD = re.compile(
    "Ja|Nee|Waar|Onwaar|Man|Vrouw|Onbekend|Nvt|Januari|Februari|Maart|April|Mei|Juni|"
    "Juli|Augustus|September|Oktober|November|December"
)


def is_identifying_heading(heading: str) -> bool:
    """Whether a column with this heading would hold a person, place or remark."""
    return IDENTIFYING_HEADING.search(fold_letters(heading)) is not None


def can_identify(text: str) -> bool:
    """Whether a text shows an e-mail, phone, account, citizen number or name."""
    return NAMED_OR_NUMBERED.search(text) is not None or _holds_bsn(text)


def is_plain(text: str) -> bool:
    """Whether a text is a number, a date or a code, which no name can be."""
    if len(text) > LONGEST_EXTRA or NINE_DIGITS.search(text) or can_identify(text):
        return False
    if NUMBER_DATE_OR_TIME.fullmatch(text):
        return True
    words = text.split()
    return len(words) <= MOST_WORDS and all(
        HARMLESS_WORD.fullmatch(word) or CODE_WORD.fullmatch(word) for word in words
    )


def may_keep_column(heading: str, values: Iterable[str]) -> bool:
    """Whether an unknown column holds nothing that could identify a person."""
    return not is_identifying_heading(heading) and all(map(is_plain, values))


def safe_codes(text: str, known: Collection[str]) -> str:
    """Several codes; of what is not `known` (folded) no more is kept than of one.

    A story has commas as well as a list.
    """
    if can_identify(text):
        return MASK
    room, kept = LONGEST_CODE, []
    for part in BETWEEN_CODES.split(text):
        word = fold_letters(part)
        if not word or word in known:
            kept.append(part)
            continue
        kept.append(part if len(part) <= room else part[:room] + CUT_OFF)
        room = max(room - len(part), 0)
    return "".join(kept)


def safe_code(text: str) -> str:
    """A code as written; masked when it identifies, cut off when it is a story."""
    if can_identify(text):
        return MASK
    if len(text) > LONGEST_CODE:
        return text[:LONGEST_CODE] + CUT_OFF
    return text


def safe_key(text: str) -> str:
    """A key or an organisation's name; the digits of a key may look like anything."""
    is_wordy = len(text.split()) > 1
    if (is_wordy and can_identify(text)) or NAMED.search(text):
        return MASK
    return text if len(text) <= LONGEST_CODE else text[:LONGEST_CODE] + CUT_OFF


def has_words(text: str) -> bool:
    """Whether a text holds a word that could be a name."""
    return WORD.search(text) is not None


def safe_label(text: str) -> str:
    """A heading or a sheet's name, fit for a message."""
    if can_identify(text) or NINE_DIGITS.search(text):
        return MASK
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_LABEL else line[:LONGEST_LABEL] + CUT_OFF


def _holds_bsn(text: str) -> bool:
    return any(
        _is_bsn("".join(filter(str.isdigit, found)))
        for found in NINE_DIGITS.findall(text)
    )


def _is_bsn(digits: str) -> bool:
    """The eleven test: weights 9 to 2, and the last digit minus once."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(
        weight * int(digit) for weight, digit in zip(weights, digits, strict=True)
    )
    return total % BSN_DIVISOR == 0 and int(digits) > 0
