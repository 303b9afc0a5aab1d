"""Writes docs/indicators.md from the catalogue and the specs.

Run: python -m tests.spec.indicators.render_documentation
"""

from itertools import groupby
from pathlib import Path

from tests.spec.indicators.catalogue import SPECS, read_seed
from tests.spec.indicators.spec import Record, Spec, parse

DOCUMENT = Path(__file__).parents[3] / "docs" / "indicators.md"

THEMES = {
    "signals": "Meldingen / Signals",
    "reach": "Bereik / Reach",
    "results": "Resultaten / Results",
    "time_limits": "Termijnen / Limits of time",
    "bailiff": "Deurwaarder / Bailiff",
    "evictions": "Ontruimingen / Evictions",
    "follow_up": "Nameting / Follow-up",
    "recidivism": "Terugval / Recidivism",
    "services": "Diensten en kosten / Services and costs",
    "conferences": "Eigen Kracht-conferenties / Conferences",
    "plan": "Plan en werkelijkheid / Plan and actual",
    "quality": "Kwaliteit van de registratie / Quality of the registration",
}

INTRODUCTION = """# Indicatoren / Indicators

Deze bladzijde is gemaakt uit `seeds/standard/indicators.csv` en de specificaties in
`tests/spec/indicators/`, die bij iedere wijziging worden uitgevoerd op de SQL van de
release. Maak haar opnieuw met `python -m tests.spec.indicators.render_documentation`.

This page is made from `seeds/standard/indicators.csv` and the specs in
`tests/spec/indicators/`, which run on the SQL of the release at every change. Make it
again with `python -m tests.spec.indicators.render_documentation`.

- Een deel heeft een 95%-interval van Wilson. / A share carries a 95% Wilson interval.
- *Onbekend* staat naast de noemer en is nooit nee. / *Unknown* stands beside the
  denominator and is never no.
- Een lege cel in een tabel met feiten is onbekend; kolommen die er niet staan, hebben
  een vaste waarde (`tests/spec/indicators/defaults.py`). / An empty cell in a table of
  facts is unknown; columns left out hold a fixed value.
"""


def render() -> str:
    """The whole page."""
    indicators = read_seed("indicators")
    parts = [INTRODUCTION]
    for theme, rows in groupby(indicators, key=lambda row: row["theme"]):
        group = list(rows)
        names = {row["indicator_id"] for row in group}
        parts.append(f"## {THEMES[theme]}\n")
        parts += [_render_indicator(row) for row in group]
        parts += [_render_spec(spec) for spec in SPECS if spec.indicators()[0] in names]
    return "\n".join(parts)


def _render_indicator(row: dict[str, str]) -> str:
    lines = [
        f"### `{row['indicator_id']}`\n",
        f"**{row['label_nl']}** / **{row['label_en']}**\n",
        f"{row['definition_nl']}\n",
        f"*{row['definition_en']}*\n",
        _render_fraction(row),
        f"- Telt / counts: {row['unit']}; `{row['aggregate']}`; {row['direction']}",
        f"- Gevoed door / fed by: {row['fed_by'].replace(';', ', ')}",
        f"- Bron / source: {row['source']}\n",
    ]
    return "\n".join(lines)


def _render_fraction(row: dict[str, str]) -> str:
    if not row["denominator_nl"]:
        return f"- {row['numerator_nl']} / *{row['numerator_en']}*"
    return (
        f"- {row['numerator_nl']} : {row['denominator_nl']}"
        f" / *{row['numerator_en']} : {row['denominator_en']}*"
    )


def _render_spec(spec: Spec) -> str:
    lines = [f"#### Voorbeeld / example: {spec.name.replace('_', ' ')}\n"]
    lines += [f"{spec.text_nl}\n", f"*{spec.text_en}*\n"]
    for table, text in spec.facts.items():
        lines += [f"`{table}`\n", _render_table(parse(text))]
    lines += [_render_question(spec), _render_table(spec.rows_expected())]
    return "\n".join(lines)


def _render_question(spec: Spec) -> str:
    asked = [f"--by {','.join(spec.by)}"] if spec.by else []
    asked += [f"--from {spec.date_from}"] if spec.date_from else []
    asked += [f"--to {spec.date_to}"] if spec.date_to else []
    asked += [
        f"--where {name}={value}"
        for name, values in spec.where.items()
        for value in values
    ]
    options = f" (`{' '.join(asked)}`)" if asked else ""
    return f"geeft / gives{options}\n"


def _render_table(rows: list[Record]) -> str:
    names = list(rows[0])
    lines = [names, ["---"] * len(names)]
    lines += [[row[name] or "" for name in names] for row in rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines) + "\n"


if __name__ == "__main__":
    DOCUMENT.write_text(render(), encoding="utf-8")
