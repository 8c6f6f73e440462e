"""A sealed record that somebody changed behind the program is marked on every paper."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from inspector.domain.errors import SealBrokenError
from inspector.domain.finding.finding import AppealOutcome
from inspector.domain.finding.ledger import LedgerFilter
from inspector.storage.stores.finding_store import FindingStore
from inspector.workspace.keeping.doctor import Trouble, examine
from inspector.workspace.workspace import Workspace
from tests.lengths import in_turn
from tests.storage.raw_files import run_sql
from tests.storage.released import unpack
from tests.workspace.keeping.marked_papers import (
    FIRST,
    MISMATCH,
    NOVEMBER,
    OCTOBER,
    first_visit,
    foot_of,
    marked,
    papers,
)
from tests.workspace.kept import harm

NOW = datetime(2026, 11, 20, 10, tzinfo=timezone(timedelta(hours=8)))
PHOTO = "cb/cbdc65796feb5f7df150e307e664c1c83758d75164da42b7d81c46e6d6101a25.jpg"

CHANGES = {
    "an answer": "UPDATE answer SET note = '改过' WHERE note LIKE '两位顾客%'",
    "an answer taken away": "DELETE FROM answer WHERE note LIKE '两位顾客%'",
    "the kept score": f"UPDATE inspection SET score = 10000 WHERE id IN ({FIRST})",
    "the score of a window": (
        f"UPDATE scorecard SET score = 10000 WHERE inspection_id IN ({FIRST}) AND position = 1"
    ),
    "a rate": f"UPDATE inspection_category SET rate = 10000 WHERE inspection_id IN ({FIRST})",
    "the pack": "UPDATE pack SET content = replace(content, '着装统一整洁', '着装整洁')",
    "who signed": f"UPDATE signature SET signer = '别人' WHERE inspection_id IN ({FIRST})",
    "the strokes": f"UPDATE signature SET strokes = '[]' WHERE inspection_id IN ({FIRST})",
    "a refusal": f"UPDATE signature SET refusal = '不签' WHERE inspection_id IN ({FIRST})",
    "the seal, made anew": f"UPDATE inspection SET seal = 'ab' WHERE id IN ({FIRST})",
    "which photo": f"UPDATE evidence SET digest = '{'0' * 64}' WHERE digest LIKE 'b97f%'",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with completed visits, a patrol, a recheck, signatures, photos, an amendment."""
    folder = unpack("v5", tmp_path / "data").parent
    with closing(Workspace(folder)):
        pass
    return folder


@pytest.fixture
def opened(folder: Path) -> Iterator[Callable[[], Workspace]]:
    """Returns a function that opens the folder as it is by then."""
    workspaces: list[Workspace] = []

    def once() -> Workspace:
        workspaces.append(Workspace(folder, lambda: NOW))
        return workspaces[-1]

    yield once
    for each in workspaces:
        each.close()


@pytest.mark.ci
def test_nothing_is_marked_that_was_changed_by_the_program(
    opened: Callable[[], Workspace], tmp_path: Path
) -> None:
    workspace = opened()
    visit = first_visit(workspace)
    workspace.records.amend(visit, "1号窗口应为1002", "记错", "李检查")
    store = FindingStore(workspace.database)
    (finding,) = store.numbered("2610-001")
    workspace.findings.appeal([finding.id], "已提前修好")
    workspace.findings.decide_appeal([finding.id], AppealOutcome.UPHELD, "未修好", "赵主任")
    for number, extent in enumerate((OCTOBER, NOVEMBER)):
        for name, path in papers(workspace, tmp_path / str(number), extent).items():
            assert not marked(path), name
    workspace.reports.write_patrol(tmp_path / "patrol.xlsx", NOVEMBER)
    assert not marked(tmp_path / "patrol.xlsx")
    assert all(map(workspace.records.unchanged, workspace.inspection_store.sealed_ids()))


@pytest.mark.ci
@pytest.mark.parametrize("change", in_turn(list(CHANGES), every=3))
def test_every_paper_marks_a_changed_record(
    change: str, folder: Path, opened: Callable[[], Workspace], tmp_path: Path
) -> None:
    run_sql(folder / "inspector.db", "PRAGMA foreign_keys = OFF", CHANGES[change])
    workspace = opened()
    for name, path in papers(workspace, tmp_path / "out", OCTOBER).items():
        assert marked(path), name
    seals = [r.place for r in examine(folder, NOW).remarks if r.trouble is Trouble.SEAL_BROKEN]
    assert "城东营业厅 2026-10-12 09:30" in seals
    if change != "the pack":  # which other visits were scored with, too
        assert len(seals) == 1
        november = papers(workspace, tmp_path / "november", NOVEMBER)
        assert not marked(november["检查汇总表"])
        assert not marked(november["整改台账"])


@pytest.mark.ci
def test_a_summary_says_which_visit_and_marks_its_row(
    folder: Path, opened: Callable[[], Workspace], tmp_path: Path
) -> None:
    run_sql(folder / "inspector.db", CHANGES["the kept score"])
    path = papers(opened(), tmp_path / "out", OCTOBER)["检查汇总表"]
    sheet = load_workbook(path).worksheets[0]
    cells = [cell for row in sheet.iter_rows(values_only=True) for cell in row if cell]
    alarm = "警示：与封存时不符，城东营业厅2026年10月12日09:30的检查记录在封存后被改动"
    assert any(str(cell).startswith(alarm) for cell in cells)
    assert any(str(cell).startswith(MISMATCH) for cell in cells)  # the remark of the row


def test_a_changed_record_is_neither_signed_nor_amended(
    folder: Path, opened: Callable[[], Workspace]
) -> None:
    run_sql(folder / "inspector.db", "UPDATE answer SET note = '改过'", "DELETE FROM signature")
    workspace = opened()
    visit = first_visit(workspace)
    with pytest.raises(SealBrokenError):
        workspace.records.sign(visit, "王主任", [((1, 1), (500, 300))])
    with pytest.raises(SealBrokenError):
        workspace.records.refuse(visit, "王主任", "不认可")
    with pytest.raises(SealBrokenError):
        workspace.records.amend(visit, "应为2处", "复核照片", "甲")
    assert workspace.records.signature(visit) is None


@pytest.mark.ci
def test_papers_with_a_changed_photo_are_marked(
    folder: Path, opened: Callable[[], Workspace], tmp_path: Path
) -> None:
    harm(folder / "evidence" / PHOTO)
    written = papers(opened(), tmp_path / "out", OCTOBER)
    assert {name for name, path in written.items() if marked(path)} == {
        "检查记录表", "通报附件", "整改台账带照片", "整改通知单",
    }  # fmt: skip


@pytest.mark.ci
def test_a_photo_that_is_gone_is_no_change(
    folder: Path, opened: Callable[[], Workspace], tmp_path: Path
) -> None:
    (folder / "evidence" / PHOTO).unlink()
    written = papers(opened(), tmp_path / "out", OCTOBER)
    assert not any(map(marked, written.values()))


@pytest.mark.ci
def test_a_changed_patrol_is_marked_at_its_site_only(
    folder: Path, opened: Callable[[], Workspace], tmp_path: Path
) -> None:
    run_sql(folder / "inspector.db", "UPDATE patrol_entry SET text = '改过' WHERE place <> ''")
    workspace = opened()
    workspace.reports.write_patrol(tmp_path / "patrol.xlsx", NOVEMBER)
    assert marked(tmp_path / "patrol.xlsx")
    rows = load_workbook(tmp_path / "patrol.xlsx").active
    assert rows is not None
    assert [cell for row in rows.iter_rows(values_only=True) for cell in row].count(MISMATCH) == 3
    written = papers(workspace, tmp_path / "out", NOVEMBER)
    assert {name for name, path in written.items() if marked(path)} == {
        "检查汇总表", "通报附件", "整改台账", "整改台账带照片", "整改通知单", "表样",
    }  # fmt: skip


def test_a_ledger_of_the_page_and_its_return_work_on(
    folder: Path, opened: Callable[[], Workspace], tmp_path: Path
) -> None:
    run_sql(folder / "inspector.db", CHANGES["an answer"])
    workspace = opened()
    draft = workspace.ledger_exports.draft(LedgerFilter())
    workspace.ledger_exports.write(draft, tmp_path / "sent.xlsx")
    assert marked(tmp_path / "sent.xlsx")
    preview = workspace.returned.preview(workspace.returned.read(tmp_path / "sent.xlsx"))
    assert (preview.changes, preview.problems) == ((), ())


@pytest.mark.ci
def test_a_form_keeps_its_foot_and_it_stays_short(
    folder: Path, opened: Callable[[], Workspace], tmp_path: Path
) -> None:
    run_sql(
        folder / "inspector.db",
        f"UPDATE inspection SET site_name = '{'长' * 120}' WHERE id IN ({FIRST})",
    )
    sheet = load_workbook(papers(opened(), tmp_path / "out", OCTOBER)["表样"]).active
    assert isinstance(sheet, Worksheet)
    assert foot_of(sheet) == (
        "第&P页　共&N页　警示：与封存时不符，部分检查记录在封存后被改动，不得作为依据"
    )


@pytest.mark.ci
def test_what_another_program_writes_between_two_papers_is_noticed(
    folder: Path, opened: Callable[[], Workspace], tmp_path: Path
) -> None:
    workspace = opened()
    for name, path in papers(workspace, tmp_path / "before", OCTOBER).items():
        assert not marked(path), name
    run_sql(folder / "inspector.db", CHANGES["an answer"])
    for name, path in papers(workspace, tmp_path / "after", OCTOBER).items():
        assert marked(path), name
