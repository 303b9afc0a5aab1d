"""What the release says about its own words: indicators, checks and code lists."""

from dataclasses import dataclass

from dashboard.release.label_queries import text_column
from dashboard.server.release_store import Release


@dataclass(frozen=True)
class Entry:
    """An indicator as the catalogue describes it, in one language."""

    indicator_id: str
    label: str
    definition: str
    numerator: str
    denominator: str
    unit: str
    aggregate: str
    direction: str
    theme: str
    fed_by: str
    source: str
    other_label: str
    categories: str


@dataclass(frozen=True)
class Code:
    """A code of the standard with its label, in one language."""

    code_list: str
    code: str
    label: str


def entries(release: Release, language: str) -> tuple[Entry, ...]:
    """Return all indicators in the order of the catalogue."""
    return release.remember(
        ("entries", language), lambda: _read_entries(release, language)
    )


def _read_entries(release: Release, language: str) -> tuple[Entry, ...]:
    other = "nl" if language == "en" else "en"
    rows = release.rows(
        f"""
        with listed as (
            select
                category_list,
                string_agg(
                    {text_column("label", language)}, '; ' order by sort_order
                ) as categories,
            from marts.indicator_categories_listed
            group by category_list
        )

        select
            indicator_id,
            {text_column("label", language)} as label,
            {text_column("definition", language)} as definition,
            {text_column("numerator", language)} as numerator,
            coalesce({text_column("denominator", language)}, '') as denominator,
            unit,
            aggregate,
            direction,
            theme,
            fed_by,
            source,
            {text_column("label", other)} as other_label,
            coalesce(categories, '') as categories,
        from standard.indicators
        left join listed using (category_list)
        order by indicators.sort_order
        """
    )
    return tuple(Entry(**row) for row in rows)


def codes(release: Release, language: str) -> list[Code]:
    """Return the codes of all lists, in their order."""
    rows = release.rows(
        f"""
        select code_list, code, {text_column("label", language)} as label
        from standard.code_lists
        order by code_list, sort_order
        """
    )
    return [Code(**row) for row in rows]
