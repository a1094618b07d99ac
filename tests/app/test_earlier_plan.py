"""The plan that another replaces: found among those that it follows up or beside it, and nowhere else."""

from __future__ import annotations

from sdggraph.app.earlier_plan import replaced_plan
from sdggraph.io.load import read_plan

NEW = "plan: {id: ny, language: nb, replaces: [finnes-ikke, gammel]}\n"


def plan_in(folder, text=NEW):
    (folder / "ny.yaml").write_text(text, encoding="utf-8")
    return read_plan(folder / "ny.yaml")


def test_a_file_beside_it_with_the_id(tmp_path):
    plan = plan_in(tmp_path)
    assert replaced_plan(plan) is None
    (tmp_path / "a.yaml").write_text("plan: {id: annen, language: nb, replaces: [gammel]}\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("gammel: [\n", encoding="utf-8")
    (tmp_path / "c.txt").write_text("plan: {id: gammel, language: nb}\n", encoding="utf-8")
    (tmp_path / "d.yaml").mkdir()
    assert replaced_plan(plan) is None
    (tmp_path / "e.json").write_text('{"plan": {"id": "gammel", "language": "nb"}}', encoding="utf-8")
    assert replaced_plan(plan).id == "gammel"


def test_a_plan_that_it_follows_up(tmp_path):
    inside = tmp_path / "arkiv"
    inside.mkdir()
    (inside / "g.yaml").write_text("plan: {id: gammel, language: nb}\n", encoding="utf-8")
    follows = NEW.replace("replaces:", "follows_up: [{plan: gammel, file: arkiv/g.yaml}], replaces:")
    assert replaced_plan(plan_in(tmp_path, follows)).id == "gammel"


def test_a_plan_that_replaces_none(tmp_path):
    (tmp_path / "e.yaml").write_text("plan: {id: gammel, language: nb}\n", encoding="utf-8")
    assert replaced_plan(plan_in(tmp_path, "plan: {id: ny, language: nb}\n")) is None
