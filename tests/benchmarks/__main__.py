"""`make bench`: measure, and write `docs/benchmarks.md`."""

import os
import platform
import sys
import tempfile
from datetime import date
from importlib.metadata import version
from pathlib import Path

from seeds.formats import REPOSITORY
from tests.benchmarks.check_ratio import measure_ratio, section
from tests.benchmarks.filter_changes import measure_filter_changes
from tests.benchmarks.filter_changes import section as filter_section
from tests.benchmarks.first_page import measure_first_pages
from tests.benchmarks.first_page import section as first_page_section
from tests.benchmarks.generator import write_files
from tests.benchmarks.measure import Measured, measure
from tests.benchmarks.upload import measure_upload
from tests.benchmarks.upload import section as upload_section
from warehouse.cli.demo import demonstration_requests
from warehouse.deliveries.deliver import Request
from warehouse.settings import Settings

REPORT = REPOSITORY / "docs" / "benchmarks.md"
SIGNALS = 100_000
PROLOGUE = """# Benchmarks

Written by `make bench` on {today}: {cores} cores, {memory:.0f} GB, Python {python},
DuckDB {duckdb}, dbt {dbt}. Single runs; on another machine look at the ratios, not at
the seconds. *Bare* is DuckDB alone reading and hashing every landed record once.
"""


def main() -> None:
    """Measure the demonstration and generated signals (100,000 unless told)."""
    signals = int(sys.argv[1]) if len(sys.argv) > 1 else SIGNALS
    with tempfile.TemporaryDirectory() as folder:
        demonstration = _measure_in(Path(folder) / "demo", demonstration_requests())
        files = Path(folder) / "files"
        files.mkdir()
        requests = [
            Request(file=one.path, place=one.place, yes=True)
            for one in write_files(files, signals)
        ]
        generated = _measure_in(Path(folder) / "generated", requests)
        clicked = measure_filter_changes(Path(folder) / "generated")
        ratio = measure_ratio(Path(folder))
        uploaded = measure_upload(Path(folder) / "upload")
        first_pages = measure_first_pages(Path(folder) / "demo")
    sections = [
        _section("The demonstration", demonstration),
        _section(f"{signals:,} generated signals", generated),
        filter_section(clicked),
        section(ratio),
        upload_section(uploaded),
        first_page_section(first_pages),
    ]
    text = "\n".join([_prologue(), *sections])
    REPORT.write_text(text, encoding="utf-8")
    print(text)


def _measure_in(home: Path, requests: list[Request]) -> Measured:
    return measure(Settings(home=home, _env_file=None), requests)


def _prologue() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3
    return PROLOGUE.format(
        today=date.today().isoformat(),
        cores=os.cpu_count(),
        memory=memory,
        python=platform.python_version(),
        duckdb=version("duckdb"),
        dbt=version("dbt-core"),
    )


def _section(title: str, measured: Measured) -> str:
    rows = [
        f"| {name} | {seconds:.2f} | {seconds / measured.bare:.0f} |"
        for name, seconds in measured.parts.items()
    ]
    total = sum(measured.parts.values())
    lines = [
        f"## {title}",
        "",
        f"{measured.deliveries} deliveries, {measured.rows:,} records.",
        "",
        "| part | seconds | times bare |",
        "|---|---:|---:|",
        *rows,
        f"| all | {total:.2f} | {total / measured.bare:.0f} |",
        f"| bare DuckDB | {measured.bare:.3f} | 1 |",
        "",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
