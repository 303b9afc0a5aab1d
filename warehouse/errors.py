"""Errors that a user can mend, in Dutch and in English."""

import traceback


class UserError(Exception):
    """Something the user can put right; its text holds no identifying value."""

    def __init__(self, message_nl: str, message_en: str, exit_code: int = 1) -> None:
        """Keep both texts; `exit_code` is what the command line returns."""
        super().__init__(message_en)
        self.message_nl = message_nl
        self.message_en = message_en
        self.exit_code = exit_code

    def message(self, language: str = "nl") -> str:
        """The text in `language` (`nl` or `en`), Dutch for any other."""
        return self.message_en if language == "en" else self.message_nl


class RefusedError(UserError):
    """A delivery is refused and nothing of it is stored."""

    def __init__(self, message_nl: str, message_en: str) -> None:
        super().__init__(message_nl, message_en, exit_code=2)


def whereabouts(error: Exception) -> str:
    """What went wrong where, without the error's own words, which may hold a value."""
    frames = traceback.extract_tb(error.__traceback__)
    places = "".join(f"\n  {frame.filename}:{frame.lineno}" for frame in frames)
    return f"{type(error).__name__}{places}"
