"""The rules of the dbt project, checked over its manifest, with their exceptions."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from warehouse.releases.dbt import DbtWorkplace, run_dbt

Node = dict[str, Any]
WIDTH = 80
PARENTS = 6
VIEW_CHAIN = 5
NAMES = {
    "staging": r"stg_[a-z_]+__[a-z_]+",
    "intermediate": r"int_[a-z_]+__[a-z_]+",
    "marts": r"(fct|dim|indicator)_[a-z_]+",
    "quality": r"[a-z_]+",
    "research": r"research_[a-z_]+",
}
HARD_CODED = re.compile(r"\b(?:from|join)\s+\w+\.\w+", re.IGNORECASE)
IN_JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
COMMENT = re.compile(r"--.*")


class Project:
    """What a rule may look at: the models, tests, sources and exposures."""

    def __init__(self, manifest: dict[str, Any]) -> None:
        nodes = manifest["nodes"].values()
        self.nodes: dict[str, Node] = manifest["nodes"] | manifest["sources"]
        self.models = [node for node in nodes if node["resource_type"] == "model"]
        self.tests = [node for node in nodes if node["resource_type"] == "test"]
        self.sources = list(manifest["sources"].values())
        self.exposures = list(manifest["exposures"].values())

    def layer(self, name: str) -> list[Node]:
        """The models in a folder below `models/`."""
        return [model for model in self.models if model["fqn"][1] == name]

    def parents(self, node: Node) -> list[Node]:
        """The models, seeds and sources that a node reads."""
        return [self.nodes[name] for name in set(node["depends_on"]["nodes"])]


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Project:
    """The parsed project."""
    folder = tmp_path_factory.mktemp("manifest")
    place = DbtWorkplace(folder / "parsed.duckdb", folder)
    assert run_dbt("parse", place) == []
    return Project(json.loads(place.manifest.read_text(encoding="utf-8")))


def names(nodes: Iterable[Node]) -> set[str]:
    return {node["name"] for node in nodes}


def misnamed(project: Project) -> set[str]:
    return names(
        model
        for model in project.models
        if not re.fullmatch(NAMES[model["fqn"][1]], model["name"])
    )


def staged_outside_the_folder_of_their_source(project: Project) -> set[str]:
    return names(
        model
        for model in project.layer("staging")
        if model["name"].split("__")[0] != f"stg_{model['fqn'][2]}"
    )


def described_outside_their_folder(project: Project) -> set[str]:
    return names(
        model
        for model in project.models
        if model["patch_path"]
        and Path(model["patch_path"].split("://")[1]).parent
        != Path(model["original_file_path"]).parent
    )


def reading_a_source_outside_staging(project: Project) -> set[str]:
    return names(
        model
        for model in project.models
        if model["fqn"][1] != "staging"
        and any(one["resource_type"] == "source" for one in project.parents(model))
    )


def unused_or_shared_sources(project: Project) -> set[str]:
    readers = Counter(
        parent["unique_id"]
        for model in project.models
        for parent in project.parents(model)
    )
    return {
        source["source_name"]
        for source in project.sources
        if readers[source["unique_id"]] != 1
    }


def staging_that_reads_a_later_layer(project: Project) -> set[str]:
    return names(
        model
        for model in project.layer("staging")
        for parent in project.parents(model)
        if parent["resource_type"] == "model" and parent["fqn"][1] != "staging"
    )


def without_parents(project: Project) -> set[str]:
    return names(model for model in project.models if not project.parents(model))


def with_too_many_parents(project: Project) -> set[str]:
    return names(
        model for model in project.models if len(project.parents(model)) > PARENTS
    )


def without_a_tested_key(project: Project) -> set[str]:
    tested: dict[str, dict[str, set[str]]] = {}
    for test in project.tests:
        kind = (test.get("test_metadata") or {}).get("name")
        if kind in ("unique", "not_null"):
            columns = tested.setdefault(test["attached_node"], {})
            columns.setdefault(test["column_name"], set()).add(kind)
    return names(
        model
        for model in project.models
        if {"unique", "not_null"} not in tested.get(model["unique_id"], {}).values()
    )


def marts_without_a_contract(project: Project) -> set[str]:
    return names(
        model
        for model in project.layer("marts")
        if not model["config"]["contract"]["enforced"]
    )


def undescribed(project: Project) -> set[str]:
    return names(
        node
        for node in [*project.models, *project.sources]
        if not node["description"].strip()
        or not node["columns"]
        or not all(one["description"].strip() for one in node["columns"].values())
    )


def not_saying_what_a_row_is(project: Project) -> set[str]:
    return names(
        model
        for model in project.models
        if not model["raw_code"].startswith("-- One row per ")
    )


def not_ending_with_their_last_step(project: Project) -> set[str]:
    return names(
        model
        for model in project.models
        if not re.search(r"^select \* from \w+$", last_statement(model))
    )


def last_statement(model: Node) -> str:
    lines = model["raw_code"].strip().splitlines()
    return next(line for line in reversed(lines) if not line.startswith(("where", " ")))


def too_wide(project: Project) -> set[str]:
    return names(
        model
        for model in project.models
        if any(len(line) > WIDTH for line in model["raw_code"].splitlines())
    )


def with_a_hard_coded_reference(project: Project) -> set[str]:
    return names(
        model
        for model in project.models
        if HARD_CODED.search(
            COMMENT.sub("", IN_JINJA.sub("reference", model["raw_code"]))
        )
    )


def with_a_long_chain_of_views(project: Project) -> set[str]:
    def chain(node: Node) -> int:
        if node["resource_type"] != "model" or (
            node["config"]["materialized"] != "view"
        ):
            return 0
        return 1 + max(map(chain, project.parents(node)), default=0)

    return names(model for model in project.models if chain(model) > VIEW_CHAIN)


def exposed_views(project: Project) -> set[str]:
    return names(
        parent
        for exposure in project.exposures
        for parent in project.parents(exposure)
        if parent["config"]["materialized"] != "table"
    )


Rule = Callable[[Project], set[str]]
RULES: list[Rule] = [
    misnamed,
    staged_outside_the_folder_of_their_source,
    described_outside_their_folder,
    reading_a_source_outside_staging,
    unused_or_shared_sources,
    staging_that_reads_a_later_layer,
    without_parents,
    with_too_many_parents,
    without_a_tested_key,
    marts_without_a_contract,
    undescribed,
    not_saying_what_a_row_is,
    not_ending_with_their_last_step,
    too_wide,
    with_a_hard_coded_reference,
    with_a_long_chain_of_views,
    exposed_views,
]
EXCEPTIONS: dict[Rule, dict[str, str]] = {
    with_too_many_parents: {
        "indicator_units": "unites the views of every theme, which change alone",
        "int_bailiff_steps__standardised": "unites the steps of every format",
        "stg_standaard__unmapped_codes": "unites the sheets of a workbook",
        "quality_unmapped_values": "gathers what every format left unmapped",
        "quality_delivery_months": "gathers the days of every entity's records",
    },
    without_a_tested_key: {
        "stg_.*": "delivery, sheet and row are the key; record_id comes after",
        "int_event_signals__standardised": "keyed in its only child",
        "research_.*": "views over marts whose key is tested there",
        "indicator_units.*": "views over tested marts; a unit counts in many rows",
        "indicator_cells": "sums of indicator_units, never read by themselves",
        "indicator_numbered_cells": "one row per row of indicator_cells",
        "indicator_(prepared|member_states|state_bounds)": (
            "millions of rows, one per pair of numbers by their grouping"
        ),
    },
    marts_without_a_contract: {
        "indicator_base_.*": "steps towards indicator_units, which has one",
        "indicator_units_.*": "branches of indicator_units, which has one",
        "indicator_cells": "a step towards indicator_prepared, which has one",
        "indicator_numbered_cells": "a step towards indicator_prepared, too",
        "indicator_categories_listed": "a seed with the code lists beside it",
    },
    not_ending_with_their_last_step: {
        "indicator_categories_listed": "puts the key before what it unites",
    },
}
"""Per rule the models that may break it (as patterns), and why."""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_no_model_breaks_a_rule_without_a_reason(project, rule):
    breaking = {
        name
        for name in rule(project)
        if not any(re.fullmatch(pattern, name) for pattern in EXCEPTIONS.get(rule, {}))
    }
    assert not breaking, sorted(breaking)


@pytest.mark.parametrize(
    ("rule", "pattern"),
    [(rule, pattern) for rule, patterns in EXCEPTIONS.items() for pattern in patterns],
    ids=lambda value: getattr(value, "__name__", value),
)
def test_every_exception_is_still_needed(project, rule, pattern):
    assert any(re.fullmatch(pattern, name) for name in rule(project))


def test_the_project_has_every_layer(project):
    assert {model["fqn"][1] for model in project.models} == set(NAMES)
