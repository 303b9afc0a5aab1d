"""Dutch or English, as the settings say."""

from functools import cache

from warehouse.settings import Settings


@cache
def settings() -> Settings:
    """The settings of this run of the command line."""
    return Settings()


def tell(dutch: str, english: str) -> str:
    """The text in the language of the settings."""
    return english if settings().language == "en" else dutch
