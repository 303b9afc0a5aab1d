"""Keyed pseudonyms: the same person gets the same one, and nobody can go back.

All pseudonyms hang on one key. With another key the same household becomes a
stranger: old and new deliveries no longer link, so every delivery has to be taken in
again from its file. A lost key cannot be made again. `pseudonym.check` remembers
which key was used (not the key itself), so that a change is noticed at once.
"""

import hashlib
import hmac
import os
import re
import secrets
import tempfile
from collections.abc import Iterable
from pathlib import Path

from seeds.formats import fold_letters
from warehouse.messages import user_error
from warehouse.settings import Settings

# 32 consonants, neither digits nor vowels: no number and no word can appear.
ALPHABET = "bcdfghjkmnpqrstvwxz" + "BDFGHJLMNQRTZ"
SYMBOLS = 26
PAIRS = tuple(one + other for one in ALPHABET for other in ALPHABET)
DIGEST_BYTES = 16
KEY_BYTES = 32
HEXADECIMAL_KEY = re.compile(rf"[0-9a-f]{{{2 * KEY_BYTES}}}")

NOT_ALPHANUMERIC = re.compile(r"[^0-9A-Z]")
CITIZEN_NUMBER = re.compile(r"\d{8,9}")
POSTCODE = re.compile(r"[1-9]\d{3}(?:[A-Z]{2})?")


class Pseudonyms:
    """Makes pseudonyms with one key; equal texts are worked out once."""

    def __init__(self, key: bytes) -> None:
        self._key = key
        self._known: dict[tuple[str, str], str] = {}

    def __repr__(self) -> str:
        return "Pseudonyms()"

    def pseudonym(self, name_space: str, normalised: str) -> str:
        """26 consonants for a normalised identifier in its name space."""
        known = self._known.get((name_space, normalised))
        if known is None:
            known = _consonants(self._digest(name_space, normalised.encode()))
            self._known[name_space, normalised] = known
        return known

    def fingerprint(self, content: bytes) -> str:
        """A keyed hexadecimal mark of a file, the same for the same bytes."""
        return self._digest("fingerprint", content).hex()

    def _digest(self, context: str, value: bytes) -> bytes:
        message = context.encode() + b"\x00" + value
        return hmac.digest(self._key, message, hashlib.sha256)[:DIGEST_BYTES]


def load_pseudonyms(settings: Settings) -> Pseudonyms:
    """The pseudonyms of this installation; its key is made at the first start.

    Raises UserError when the key was lost or is another than before.
    """
    if settings.pseudonym_key is not None:
        key = settings.pseudonym_key.get_secret_value().encode()
    else:
        key = _read_or_make_key(settings)
    pseudonyms = Pseudonyms(key)
    _check_same_key(pseudonyms, settings)
    return pseudonyms


def normalise(name_space: str, text: str) -> str | None:
    """The one spelling of an identifier, or None when it cannot be one.

    Birth dates are not for this function: they need the standard's conversions.
    """
    if name_space == "name":
        return fold_letters(text) or None
    compact = NOT_ALPHANUMERIC.sub("", text.upper())
    if name_space == "postcode":
        return compact if POSTCODE.fullmatch(compact) else None
    if not any(map(str.isdigit, compact)) and name_space == "house_number":
        return None
    if name_space == "bsn" and not CITIZEN_NUMBER.fullmatch(compact):
        return None
    # Spreadsheets drop the leading zeros of a number.
    return compact.lstrip("0") or compact[-1:] or None


def _consonants(digest: bytes) -> str:
    number = int.from_bytes(digest, "big")
    # Two symbols at a time: every identifier of every record passes here.
    pairs = []
    for _ in range(SYMBOLS // 2):
        number, remainder = divmod(number, len(PAIRS))
        pairs.append(PAIRS[remainder])
    return "".join(pairs)


def _read_or_make_key(settings: Settings) -> bytes:
    path = settings.key_file
    if not path.exists():
        if _has_deliveries(settings):
            raise user_error("key.lost", file=path.name)
        write_once(path, secrets.token_hex(KEY_BYTES))
    text = path.read_text("ascii", errors="replace").strip()
    if not HEXADECIMAL_KEY.fullmatch(text):
        raise user_error("key.damaged", file=path.name)
    return bytes.fromhex(text)


def _check_same_key(pseudonyms: Pseudonyms, settings: Settings) -> None:
    path = settings.home_dir / "pseudonym.check"
    mark = pseudonyms.pseudonym("check", "the key of this installation")
    if not path.exists():
        write_once(path, mark)
    if path.read_text("ascii").strip() == mark:
        return
    if _has_deliveries(settings):
        raise user_error("key.changed", file=path.name)
    # Nothing was delivered yet, so nothing can come apart.
    path.unlink(missing_ok=True)
    write_once(path, mark)


def _has_deliveries(settings: Settings) -> bool:
    landing: Iterable[Path] = settings.landing_dir.glob("*.parquet")
    return any(True for _ in landing)


def write_once(path: Path, text: str) -> None:
    """Write a file that only its owner reads, unless another process was first."""
    path.parent.mkdir(parents=True, exist_ok=True)
    # mkstemp makes the file with mode 0600.
    handle, aside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="ascii") as stream:
            stream.write(text + "\n")
            stream.flush()
            os.fsync(stream.fileno())
        # A link, other than a rename, never replaces what is there.
        os.link(aside, path)
    except FileExistsError:
        pass
    finally:
        os.unlink(aside)
