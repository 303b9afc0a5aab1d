"""The folder of the gate's databases, which may be one that others use too."""

from warehouse.deliveries.template import MODELS_NAME, _remove_older_templates


def test_only_older_templates_and_half_made_ones_are_removed(tmp_path):
    for name in ("old", "new", "making-1", "letters"):
        (tmp_path / name).mkdir()
    for name in ("old", "new"):
        (tmp_path / name / MODELS_NAME).touch()
    (tmp_path / "letters" / "letter.txt").touch()
    _remove_older_templates(tmp_path, tmp_path / "new")
    assert {path.name for path in tmp_path.iterdir()} == {"new", "letters"}
    assert (tmp_path / "letters" / "letter.txt").exists()
