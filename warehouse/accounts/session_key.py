"""The key that signs the dashboard's cookies: one file in home, for every worker."""

import re
import secrets

from warehouse.messages import user_error
from warehouse.privacy.pseudonyms import write_once
from warehouse.settings import Settings

_KEY_BYTES = 32
_KEY = re.compile(rf"[0-9a-f]{{{2 * _KEY_BYTES}}}")


def load_session_key(settings: Settings) -> bytes:
    """The key of this installation, made at the first start; only its owner reads it.

    Raises UserError when the file is damaged.
    """
    path = settings.session_key_file
    if not path.exists():
        write_once(path, secrets.token_hex(_KEY_BYTES))
    text = path.read_text("ascii", errors="replace").strip()
    if not _KEY.fullmatch(text):
        raise user_error("secret_key.damaged", file=path.name)
    return bytes.fromhex(text)
