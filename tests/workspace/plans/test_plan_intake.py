"""A plan that went out as a workbook is taken in as its next version, or refused whole."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from inspector.domain.errors import FaultyFileError
from inspector.domain.faults import Fault
from inspector.domain.plan.plan import Barred, PlannedSite
from inspector.workspace.file_kinds import FileKind, kind_of
from inspector.workspace.plans.plan_words import preview_sentences
from inspector.workspace.workspace import Workspace
from tests.workspace.plans.test_plans import quarter
from tests.workspace.visiting import add_site, dump


def written(workspace: Workspace, folder: Path) -> Path:
    """A workbook of a plan of two sites."""
    sites = [add_site(workspace, name) for name in ("城东厅", "城西厅")]
    draft = quarter(*(PlannedSite(site.id, site.name, 2, 50, group="第一组") for site in sites))
    bars = (Barred("周敏", sites[1].id, sites[1].name),)
    plan, _ = workspace.plans.make(replace(draft, barred=bars))
    return workspace.reports.write_plan(folder / "计划.xlsx", plan)


def test_the_same_workbook_changes_nothing(workspace: Workspace, tmp_path: Path) -> None:
    path = written(workspace, tmp_path)
    assert kind_of(path) is FileKind.PLAN
    before = dump(workspace.folder)
    preview = workspace.plan_intake.preview(path)
    assert not preview.changes_anything
    workspace.plan_intake.take_in(preview)
    assert dump(workspace.folder) == before


def test_what_was_changed_is_the_next_version(workspace: Workspace, tmp_path: Path) -> None:
    path = written(workspace, tmp_path)
    book = openpyxl.load_workbook(path)
    book["检查计划"]["C5"] = 5
    book.save(path)
    preview = workspace.plan_intake.preview(path)
    assert preview_sentences(preview) == [
        "Plan of visits “四季度计划”: 2 sites, due 7.",
        "It is version 2; due 4 before.",
    ]
    plan, changes = workspace.plan_intake.take_in(preview)
    assert changes.plans
    assert (plan.version, plan.visits) == (2, 7)
    assert [each.version for each in workspace.plans.versions(plan.family)] == [1, 2]


def test_a_site_that_nobody_knows_refuses_the_whole(workspace: Workspace, tmp_path: Path) -> None:
    path = written(workspace, tmp_path)
    book = openpyxl.load_workbook(path)
    book["检查计划"]["B6"] = "城西听"
    book["检查计划"]["C5"] = "两次"
    book["回避"]["C3"] = "没有的厅"
    book.save(path)
    with pytest.raises(FaultyFileError) as refused:
        workspace.plan_intake.preview(path)
    assert [(each.place, each.fault, each.expected) for each in refused.value.problems] == [
        ("检查计划!C5", Fault.NOT_A_WHOLE_NUMBER, ""),  # all of it at once
        ("检查计划!B6", Fault.NOT_ONE_OF, "城西厅"),
        ("回避!C3", Fault.NOT_ONE_OF, ""),
    ]
