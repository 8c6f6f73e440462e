"""Scores after appeals as they are kept: written with the step, rebuilt, checked, migrated."""

from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from inspector.domain.finding.finding import AppealOutcome
from inspector.storage.database.database import Database
from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.storage.stores.kept_beside import RANKED, REVIEWED
from inspector.workspace.keeping.doctor import Trouble, examine, repair
from inspector.workspace.workspace import Workspace
from tests.packs.rated_packs import rate_again
from tests.storage.raw_files import run_sql
from tests.storage.released import unpack
from tests.workspace import appealed, recomputed
from tests.workspace.appealed import LOWERED, VETO, Halls
from tests.workspace.recomputed import rows
from tests.workspace.visiting import Clock

NOW = datetime(2026, 11, 25, 18)


@dataclass
class Case:
    """A folder with three halls and appeals that wait."""

    workspace: Workspace
    clock: Clock
    halls: Halls

    def kept(self) -> dict[str, Any]:
        """The scores after appeals that are kept of the first hall, by scorecard, and its own."""
        path, visit = self.workspace.database.path, self.halls.visits["甲厅"]
        columns = "reviewed_score, reviewed_vetoes, reviewed_grade"
        (own,) = rows(path, f"SELECT {columns} FROM inspection WHERE id = ?", visit)
        cards = rows(path, f"SELECT id, {columns} FROM scorecard WHERE inspection_id = ?", visit)
        return {"visit": tuple(own.values())} | {c.pop("id"): tuple(c.values()) for c in cards}

    def expected(self) -> dict[str, Any]:
        """The same, worked out by separate code."""
        path, visit = self.workspace.database.path, self.halls.visits["甲厅"]
        (row,) = rows(path, "SELECT * FROM inspection WHERE id = ?", visit)
        own, cards = recomputed.visit(path, row, reviewed=True)
        scores = {"visit": own, **cards}
        return {key: (s["score"], s["vetoes"], s["grade"]) for key, s in scores.items()}


@pytest.fixture
def case(workspace: Workspace, clock: Clock) -> Case:
    return Case(workspace, clock, appealed.make(workspace, clock))


@pytest.fixture
def rated(workspace: Workspace, clock: Clock) -> Case:
    """The same with a checklist by rates, where a ★ takes points, too."""
    rate_again(workspace)
    return Case(workspace, clock, appealed.make(workspace, clock))


def decide(case: Case, item: str, outcome: AppealOutcome, left: int | None = None) -> None:
    case.clock.set("2026-11-25", "15:00:00")
    case.workspace.findings.decide_appeal(
        [case.halls.findings[item]], outcome, "已核实", "李处长", left
    )


def test_they_change_with_the_step_that_changes_them(case: Case) -> None:
    nothing = dict.fromkeys(case.kept(), (None, None, None))
    assert case.kept() == nothing  # an appeal that waits changes nothing
    decide(case, LOWERED, AppealOutcome.UPHELD)
    assert case.kept() == nothing
    decide(case, VETO, AppealOutcome.WITHDRAWN)
    assert case.kept() == case.expected()
    assert case.kept()["visit"][1:] == (0, "优秀")
    case.workspace.findings.revert_last(case.halls.findings[VETO])
    assert case.kept() == nothing


def test_a_finding_lowered_to_nothing_and_then_withdrawn_is_no_veto_any_more(rated: Case) -> None:
    decide(rated, VETO, AppealOutcome.DOWNGRADED, 0)
    assert rated.kept() == rated.expected()
    assert rated.kept()["visit"][1] == 1  # less points, but still a veto
    rated.clock.set("2026-11-25", "16:00:00")
    rated.workspace.findings.appeal([rated.halls.findings[VETO]], "再请核实")
    decide(rated, VETO, AppealOutcome.WITHDRAWN)
    assert rated.kept()["visit"][1] == 0
    assert rated.kept() == rated.expected()


@pytest.mark.ci
def test_what_is_kept_otherwise_is_named_and_made_anew(case: Case) -> None:
    appealed.decide(case.workspace, case.clock, case.halls)
    folder, before = case.workspace.folder, case.kept()
    case.workspace.close()
    assert Trouble.REVIEW_DIFFERS not in {each.trouble for each in examine(folder, NOW).remarks}
    for harm in (
        "UPDATE inspection SET reviewed_score = 100 WHERE reviewed_score IS NOT NULL",
        "UPDATE scorecard SET reviewed_vetoes = 3 WHERE reviewed_vetoes IS NOT NULL",
        "UPDATE inspection_category SET reviewed_rate = NULL",
        "UPDATE inspection SET reviewed_vetoes = 0 WHERE site_name = '丙厅'",
        "UPDATE scorecard_category SET reviewed_got = reviewed_got - 1",
    ):
        run_sql(folder / DATABASE_FILE, harm)
        report = examine(folder, NOW)
        (remark,) = [each for each in report.remarks if each.trouble is Trouble.REVIEW_DIFFERS]
        assert remark.place.startswith("丙厅" if "丙厅" in harm else "甲厅")
        assert repair(folder, report, NOW) == 1
        with closing(Workspace(folder)) as again:
            assert Case(again, case.clock, case.halls).kept() == before
        assert Trouble.REVIEW_DIFFERS not in {each.trouble for each in examine(folder, NOW).remarks}


@pytest.mark.parametrize("version", ["v3", "v5"])
def test_a_folder_of_before_is_filled(version: str, tmp_path: Path) -> None:
    database = unpack(version, tmp_path / "data")
    with closing(Workspace(database.parent)) as opened:
        kept = _kept(opened.database)
        assert kept  # appeals were decided in it
        opened.findings.rebuild()
        assert _kept(opened.database) == kept
        weighing = {row["weighing"] for row in opened.database.rows("SELECT weighing FROM pack")}
        packs = opened.database.rows("SELECT hash FROM pack")
        assert weighing == {opened.pack_store.thaw(row["hash"]).weighing for row in packs}


def _kept(database: Database) -> list[tuple[object, ...]]:
    return [tuple(row) for each in (REVIEWED, RANKED) for row in database.rows(each.kept)]
