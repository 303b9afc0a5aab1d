"""The empty database of the delivery gate: seeds, macros and models without records.

Making it runs dbt, so it is made once for each version of the code and kept.
"""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any
from uuid import uuid4

import duckdb
from pydantic import BaseModel

from warehouse.messages import user_error
from warehouse.releases.dbt import DbtWorkplace, described, run_dbt
from warehouse.releases.files import exclusive_lock
from warehouse.releases.landing import create_landing
from warehouse.releases.store import DATABASE_NAME
from warehouse.releases.versions import digest
from warehouse.settings import Settings

STANDARDISED = "int_*__standardised"
MODELS_NAME = "models.json"
_MAKING = "making-"
COMMON_FOLDERS = ("ledger", "standard")
"""The staging folders of the deliveries themselves and of what stewards added to the
standard; they are needed for every format."""
_MADE_FROM = (
    "dbt_project/dbt_project.yml",
    "dbt_project/macros/**/*.sql",
    "dbt_project/models/staging/**/*",
    "dbt_project/models/intermediate/**/*__standardised.*",
    "seeds/standard/*.csv",
)


class CompiledModel(BaseModel):
    """A model of the project with the SQL that dbt would run for it.

    `folder` is the staging folder it lies in, if any; `formats` names the staging
    folders that it reads from, its own included.
    """

    relation: str
    folder: str | None
    formats: set[str]
    sql: str


class CompiledModels(BaseModel):
    """The models of the gate, in an order in which they can be run."""

    models: list[CompiledModel]


@dataclass(frozen=True)
class GateTemplate:
    """The empty database and the compiled models that fill a copy of it."""

    folder: Path

    @property
    def database(self) -> Path:
        """The file to copy; its name is the catalogue in the compiled SQL."""
        return self.folder / DATABASE_NAME

    def models_for(self, source_format: str) -> list[CompiledModel]:
        """The models to run for a delivery of a format, in order."""
        text = (self.folder / MODELS_NAME).read_bytes()
        return [
            model
            for model in CompiledModels.model_validate_json(text).models
            if source_format in model.formats or model.folder in COMMON_FOLDERS
        ]


def gate_template(settings: Settings) -> GateTemplate:
    """The template for the present code, made when it is not there yet."""
    settings.gate_dir.mkdir(parents=True, exist_ok=True)
    folder = settings.gate_dir / digest(_MADE_FROM)
    if not folder.exists():
        with exclusive_lock(settings.gate_dir / "template.lock"):
            if not folder.exists():
                _make(settings, folder)
    return GateTemplate(folder)


def _make(settings: Settings, folder: Path) -> None:
    with _aside(settings.gate_dir) as aside:
        place = DbtWorkplace(aside / DATABASE_NAME, aside)
        with duckdb.connect(str(place.database)) as connection:
            create_landing(connection)
        failures = run_dbt(
            "build",
            place,
            [
                "--exclude-resource-type=test",
                "--exclude-resource-type=unit_test",
                "--select",
                f"+{STANDARDISED}",
                "resource_type:seed",
            ],
        )
        if failures:
            raise user_error("gate.not_made", nodes=described(failures))
        compiled = _compiled_models(json.loads(place.manifest.read_bytes()))
        (aside / MODELS_NAME).write_text(compiled.model_dump_json(), encoding="utf-8")
        shutil.rmtree(aside / "target")
        _remove_older_templates(settings.gate_dir, aside)
        aside.rename(folder)


@contextmanager
def _aside(parent: Path) -> Iterator[Path]:
    folder = parent / f"{_MAKING}{uuid4().hex}"
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _remove_older_templates(parent: Path, keep: Path) -> None:
    """Remove what was made here before; the folder may hold what is not ours."""
    for folder in parent.iterdir():
        is_ours = (folder / MODELS_NAME).is_file() or folder.name.startswith(_MAKING)
        if is_ours and folder != keep:
            shutil.rmtree(folder, ignore_errors=True)


def _compiled_models(manifest: dict[str, Any]) -> CompiledModels:
    """The table models that dbt compiled, parents before children."""
    nodes = {
        key: node
        for key, node in manifest["nodes"].items()
        if node["resource_type"] == "model"
        and node["config"]["materialized"] == "table"
        and "compiled_code" in node
    }
    parents = {
        key: [one for one in node["depends_on"]["nodes"] if one in nodes]
        for key, node in nodes.items()
    }
    models: dict[str, CompiledModel] = {}
    for key in TopologicalSorter(parents).static_order():
        folder = _staging_folder(nodes[key])
        own = {folder} if folder and folder not in COMMON_FOLDERS else set()
        models[key] = CompiledModel(
            relation=nodes[key]["relation_name"],
            folder=folder,
            formats=own.union(*(models[one].formats for one in parents[key])),
            sql=nodes[key]["compiled_code"],
        )
    return CompiledModels(models=list(models.values()))


def _staging_folder(node: dict[str, Any]) -> str | None:
    match node["fqn"][1:]:
        case ["staging", folder, _]:
            return str(folder)
    return None
