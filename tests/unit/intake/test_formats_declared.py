"""Format declarations: one folder each, no heading claimed twice."""

import textwrap

import pytest

from seeds.formats import FormatDeclarationError, fold_header, formats, load_formats

SOURCE = """
sources:
  - name: {name}
    config:
      meta: {{number: {number}, label_nl: Proef, label_en: Trial, shape: {shape},
        needs_pilot: true, entity: signals}}
    tables:
      - name: records
        columns:
          - name: nummer
            config: {{meta: {{header: Nummer, kind: text, required: true}}}}
          - name: {second}
            config: {{meta: {{header: {header}, kind: {kind}}}}}
"""
GOOD = {
    "name": "proef",
    "number": 1,
    "shape": "table",
    "second": "bedrag",
    "header": "Bedrag",
    "kind": "amount",
}


def declare(project, folder="proef", **changes):
    path = project / "models" / "staging" / folder
    path.mkdir(parents=True)
    text = textwrap.dedent(SOURCE).format(**(GOOD | changes))
    (path / f"_{folder}__sources.yml").write_text(text, "utf-8")
    return project


def test_a_declaration_is_read(tmp_path):
    (format_,) = load_formats(declare(tmp_path)).values()
    assert (format_.name, format_.number, format_.needs_pilot) == ("proef", 1, True)
    assert [column.kind for column in format_.columns] == ["text", "amount"]
    assert [column.name for column in format_.required] == ["nummer"]
    assert format_.label("en") == "Trial"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"header": "NUMMER"}, "heading 'nummer' is declared twice"),
        ({"second": "nummer", "header": "Bedrag"}, "'nummer' is declared twice"),
        ({"shape": "cube"}, "unknown shape"),
        ({"kind": "colour"}, "unknown kind"),
        ({"kind": "identifier"}, "needs a name space"),
        ({"name": "anders"}, "in another folder"),
    ],
)
def test_a_contradiction_fails_on_load(tmp_path, changes, reason):
    with pytest.raises(FormatDeclarationError, match=reason):
        load_formats(declare(tmp_path, **changes))


def test_a_number_declared_twice_fails_on_load(tmp_path):
    declare(tmp_path)
    declare(tmp_path, folder="tweede", name="tweede")
    with pytest.raises(FormatDeclarationError, match="format number '1'"):
        load_formats(tmp_path)


@pytest.mark.parametrize(
    ("heading", "folded"),
    [
        ("Huurachterstand (€)", "huurachterstand"),
        ("Coördinator  toegewezen", "coordinatortoegewezen"),
        ("dossier_DW", "dossierdw"),
        ("M/V", "mv"),
        ("(leeg)", "leeg"),
    ],
)
def test_what_never_matters_in_a_heading(heading, folded):
    assert fold_header(heading) == folded


def test_the_nine_tables_of_the_standard_are_declared():
    numbers = {format_.number for format_ in formats().values()}
    assert numbers >= set(range(1, 10))
