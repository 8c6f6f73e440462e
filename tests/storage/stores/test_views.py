"""The public SQL views say what the program says, to sqlite-utils and Datasette."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from typing import Any

import pytest

from inspector.domain.visit.inspection import InspectionState
from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.storage.stores.finding_store import FindingStore
from inspector.workspace.sample.demo import write_demo
from inspector.workspace.workspace import Workspace

LAST = date.today() - timedelta(days=3)  # deadlines on both sides of today, which the view asks


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    folder = tmp_path_factory.mktemp("views")
    write_demo(folder, 14, 5, LAST)
    with closing(Workspace(folder)) as workspace:
        yield workspace


def view(workspace: Workspace, name: str) -> list[dict[str, Any]]:
    with closing(sqlite3.connect(workspace.folder / DATABASE_FILE)) as other:
        other.row_factory = sqlite3.Row
        return [dict(row) for row in other.execute(f"SELECT * FROM {name}")]


def text(day: date | None) -> str | None:
    return day.isoformat() if day else None


@pytest.mark.ci
def test_scorecard_score_is_the_score_of_the_answers(workspace: Workspace) -> None:
    expected = {}
    for inspection in workspace.inspection_store.in_state(InspectionState.COMPLETED, 99):
        sheet = workspace.inspections.sheet(inspection.id)
        for card in sheet.inspected:
            score = sheet.score(card)
            expected[card.id] = {
                "inspection_id": inspection.id,
                "day": inspection.started_at.date().isoformat(),
                "site": inspection.site_name,
                "kind": inspection.kind.value,
                "pack": sheet.pack.id,
                "pack_version": sheet.pack.version,
                "scope": card.scope.value,
                "window": card.window_number,
                "window_kind": card.window_kind,
                "staff_number": card.staff_number,
                "score": score.total / 100 if score.total is not None else None,
                "bonus": score.bonus / 100,
                "vetoes": len(score.vetoes),
                "grade": score.grade.title if score.grade else "",
                "form": "full",
                "observed": sheet.coverage(card).observed,
                "asked": sheet.coverage(card).asked,
                "is_ranked": int(sheet.is_enough(sheet.coverage(card))),
            }
    rows = {row.pop("scorecard_id"): row for row in view(workspace, "scorecard_score")}
    assert len(rows) > 50
    for card_id, row in rows.items():
        assert {key: row[key] for key in expected[card_id]} == expected[card_id]
    assert rows.keys() == expected.keys()


@pytest.mark.ci
def test_finding_status_is_what_the_findings_say(workspace: Workspace) -> None:
    findings = FindingStore(workspace.database).raised_between(date.min, date.max)
    assert len(findings) > 50
    expected = {
        finding.number: {
            "day": finding.raised_at.date().isoformat(),
            "site": finding.site_name,
            "window": finding.window_number,
            "staff_number": finding.staff_number,
            "category": finding.category.value,
            "text": finding.text,
            "deduction": finding.deduction / 100,
            "veto": finding.veto,
            "requirement": finding.requirement,
            "department": finding.department,
            "owner": finding.owner,
            "leader": finding.leader,
            "type": finding.type.value,
            "deadline": finding.deadline.isoformat(),
            "state": finding.state.value,
            "closed_at": text(finding.closed_at),
            "overdue": finding.overdue_on(date.today()),
            "round": finding.round,
            "extensions": finding.extensions,
            "correction": finding.correction,
            "reported_text": finding.reported_text,
            "done_on": text(finding.done_on),
            "rechecked_at": text(finding.rechecked_at),
            "rechecked_by": finding.rechecked_by,
            "recheck_passed": finding.recheck_passed,
            "recheck_note": finding.recheck_note,
            "appealed_at": text(finding.appealed_at),
            "review": finding.review.value if finding.review else None,
            "reviewed_deduction": finding.counted_deduction / 100,
            "notice": finding.notice,
            "times_at_window": finding.times_at_window,
            "times_at_site": finding.times_at_site,
        }
        for finding in findings
    }
    rows = {row.pop("number"): row for row in view(workspace, "finding_status")}
    assert {row["overdue"] for row in rows.values()} == {0, 1}
    assert {row["state"] for row in rows.values()} >= {"open", "rectifying", "closed"}
    for number, row in rows.items():
        assert {key: row[key] for key in expected[number]} == expected[number]
    assert rows.keys() == expected.keys()


def test_what_is_open_or_left_out_has_no_score(workspace: Workspace) -> None:
    shown = {row["inspection_id"] for row in view(workspace, "scorecard_score")}
    (unfinished,) = workspace.inspection_store.in_state(InspectionState.OPEN, 9)
    assert unfinished.id not in shown


def test_an_answer_takes_few_bytes(workspace: Workspace) -> None:
    # 5,000 visits are 1.6 million answers: at 64 bytes each 100 MB, which still opens at once.
    with (
        closing(sqlite3.connect(workspace.folder / DATABASE_FILE)) as source,
        closing(sqlite3.connect(":memory:")) as other,
    ):
        source.backup(other)
        (count,) = other.execute("SELECT count(*) FROM answer").fetchone()
        other.execute("VACUUM")
        (before,) = other.execute("PRAGMA page_count").fetchone()
        other.execute("DELETE FROM answer")
        other.commit()
        other.execute("VACUUM")
        (after,) = other.execute("PRAGMA page_count").fetchone()
        (size,) = other.execute("PRAGMA page_size").fetchone()
    assert count > 4000
    assert (before - after) * size / count < 64
