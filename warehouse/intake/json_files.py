"""Reading a JSON file, and telling which format it is."""

import json
from collections.abc import Sequence

from seeds.formats import Format
from warehouse.intake.ddas.model import ROOT, SHAPES, find_key
from warehouse.messages import refused
from warehouse.privacy.personal_data import safe_label

FEWEST_KEYS = 2


def parse_json(content: bytes) -> object:
    """The JSON value in a UTF-8 file; RefusedError says where it breaks."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise refused("json.not_utf8") from None
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_constant)
    except json.JSONDecodeError as error:
        # The error holds the whole file, so it goes no further.
        place = {"line": error.lineno, "column": error.colno}
    except (RecursionError, ValueError):
        raise refused("json.too_deep") from None
    raise refused("json.broken", **place)


def json_format(document: object, known: Sequence[Format]) -> Format:
    """The JSON format of a document among the formats that come into question."""
    formats = [each for each in known if each.shape == "json"]
    if not formats:
        raise refused("json.other_format")
    written = document if isinstance(document, dict) else {}
    found = [key for name in written if (key := find_key(ROOT, str(name)))]
    if len(found) < FEWEST_KEYS:
        expected = ", ".join(f"'{key.name}'" for key in SHAPES[ROOT])
        raise refused("json.not_recognised", expected=expected)
    return formats[0]


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        double = next(name for name in names if names.count(name) > 1)
        raise refused("json.double_key", name=safe_label(double))
    return found


def _constant(_: str) -> object:
    # Python alone takes NaN and Infinity for JSON.
    raise refused("json.no_number")
