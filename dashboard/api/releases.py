"""Operations on releases: which there are, their files, and exports of them."""

from pathlib import Path

from flask import Flask, Response, jsonify, request, send_file

from dashboard.api import models
from dashboard.api.description import BYTES, JSON, RELEASES, ROOT, operation
from dashboard.api.problems import MissingError
from dashboard.server.context import ForbiddenError, demand, ledger, settings
from warehouse.accounts.audit import record
from warehouse.exports.ddas.export import Wish, export_ddas
from warehouse.identity import Identity, Right
from warehouse.releases.store import DATABASE_NAME, current_release, list_releases

PATH = f"{ROOT}/releases"
EXPORT = f"{ROOT}/exports/ddas"
FILES = {
    f"get {PATH}/{{release_id}}/warehouse.duckdb": ("answer", BYTES),
    f"get {EXPORT}": ("answer", JSON),
}
"""What is answered without a model of ours."""


def register(server: Flask) -> None:
    """Add the operations to the server."""
    for path, view in (
        (PATH, list_kept),
        (f"{PATH}/<release_id>/warehouse.duckdb", get_file),
        (EXPORT, get_ddas),
    ):
        server.add_url_rule(path, f"api_{view.__name__}", view, methods=["GET"])


@operation(RELEASES, models.Releases)
def list_kept() -> Response:
    """List the kept releases, the newest first."""
    demand(Right.READ_FIGURES)
    current = current_release(settings())
    items = [
        models.Release(
            release_id=one.release_id,
            is_current=current is not None and one.release_id == current.release_id,
            as_of=one.as_of,
            deliveries=len(one.deliveries),
        )
        for one in list_releases(settings())
    ]
    return jsonify(models.Releases(items=items).model_dump(mode="json"))


@operation(RELEASES, None, streams=True)
def get_file(release_id: str) -> Response:
    """Download a release as a DuckDB file, for who may research the whole region."""
    who = _of_region(Right.DOWNLOAD_RELEASE)
    kept = {one.release_id for one in list_releases(settings())}
    if release_id not in kept:
        raise MissingError
    file: Path = settings().releases_dir / release_id / DATABASE_NAME
    with ledger().writing() as session:
        record(session, who, "release.download", "release", release_id)
    return send_file(file, mimetype=BYTES, download_name=f"{release_id}.duckdb")


@operation(RELEASES, None, query=models.DdasQuery)
def get_ddas() -> Response:
    """Make a DDAS delivery of the current release, with pseudonyms for persons.

    Identity is only ever put back on the server's own command line, from the key file
    of who delivered it.
    """
    who = _of_region(Right.EXPORT_DDAS)
    asked: models.DdasQuery = request.context.query  # type: ignore[attr-defined]
    wish = Wish(
        asked.municipality,
        asked.date_from,
        asked.date_to,
        asked.version,
        pseudonymised=True,
    )
    document = export_ddas(settings(), wish).document
    with ledger().writing() as session:
        record(session, who, "export.ddas", "export", asked.municipality)
    return jsonify(document)


def _of_region(right: Right) -> Identity:
    """Demand a right, and the whole region: the file cannot be narrowed."""
    who = demand(right)
    if who.districts is not None:
        raise ForbiddenError(right)
    return who
