"""What comes back: looked at, taken in once, and never more than that."""

from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from inspector.domain.errors import ChangedFileError
from inspector.domain.faults import Fault
from inspector.domain.finding.finding import Finding, FindingState
from inspector.domain.finding.finding_event import ReportedDone, Source, SourceKind
from inspector.domain.finding.ledger import LedgerFilter
from inspector.domain.papers.returned import Conflict, Fate
from inspector.domain.visit.evidence import EvidenceOrigin, EvidenceRole
from inspector.workspace.findings.returned_intake import ReturnedPreview
from inspector.workspace.findings.returned_words import refused_sentences, returned_sentences
from inspector.workspace.workspace import Workspace
from tests.excel.returned.returned_books import column_of, edit, fill, row_of
from tests.photos import jpeg
from tests.workspace.evidence_steps import let_stand
from tests.workspace.visiting import Clock, add_site, dump, visit

FOUND, STANDS = "检查时间、问题类别、扣分", "整改类型、整改时限、销号状态"
"""Columns of the printed edition that hold several of the ledger's."""

RED, BLUE = jpeg("#a02020"), jpeg("#2020a0")
DAY = date(2026, 12, 1)


@pytest.fixture
def found(workspace: Workspace) -> list[Finding]:
    wrong = {0: ["rise-to-greet", "equipment-ok"], 1: ["rise-to-greet", "desk-tidy"]}
    return workspace.inspections.findings(visit(workspace, add_site(workspace), wrong))


@pytest.fixture
def ledger(workspace: Workspace, clock: Clock, tmp_path: Path, found: list[Finding]) -> Path:
    """A ledger that went out on 27 November; today is 2 December."""
    path = tmp_path / "回.xlsx"
    exports = workspace.ledger_exports
    exports.write(exports.draft(LedgerFilter(), photos=True), path)
    clock.set("2026-12-02")
    return path


def looked_at(workspace: Workspace, path: Path) -> ReturnedPreview:
    return workspace.returned.preview(workspace.returned.read(path))


def fates(preview: ReturnedPreview) -> dict[str, Fate]:
    return {row.row.number: row.fate for row in preview.rows if row.fate is not Fate.BLANK}


def filling(found: list[Finding]) -> Callable[[Worksheet], None]:
    def change(sheet: Worksheet) -> None:
        fill(sheet, found[0].number, "已复训", DAY, (RED, BLUE))
        fill(sheet, found[1].number, "正在采购")
        fill(sheet, found[2].number, pictures=(RED,))

    return change


def test_everything_is_taken_in_once(
    workspace: Workspace, found: list[Finding], ledger: Path
) -> None:
    edit(ledger, filling(found))
    before = dump(workspace.folder)
    preview = looked_at(workspace, ledger)
    assert dump(workspace.folder) == before
    numbers = [finding.number for finding in found]
    assert fates(preview) == dict(zip(numbers, (Fate.DONE, Fate.NOTED, Fate.PHOTOS), strict=False))
    assert workspace.returned.take_in(preview).findings
    first = workspace.findings.get(found[0].id)
    assert (first.state, first.reported_text, first.done_on) == (
        FindingState.REPORTED, "已复训", DAY,
    )  # fmt: skip
    last = workspace.findings.history(found[0].id)[-1].event
    assert isinstance(last, ReportedDone)
    assert last.source == Source(SourceKind.IMPORT, "回.xlsx")
    photos = workspace.evidence.of_finding(found[0].id)
    assert [(p.origin, p.role, p.name) for p in photos] == [
        (EvidenceOrigin.RETURNED, EvidenceRole.REPORTED, f"{found[0].number}_整改后{n}.jpg")
        for n in (1, 2)
    ]
    assert workspace.evidence.path_of(photos[0]).read_bytes() in (RED, BLUE)
    assert workspace.findings.get(found[1].id).state is FindingState.OPEN
    assert len(workspace.evidence.of_finding(found[2].id)) == 1

    taken = dump(workspace.folder)
    again = looked_at(workspace, ledger)
    assert set(fates(again).values()) == {Fate.KNOWN}
    assert not workspace.returned.take_in(again).findings
    assert not workspace.returned.take_in(preview).findings  # an old preview as well
    assert dump(workspace.folder) == taken


def test_what_we_exported_ourselves_is_known(
    workspace: Workspace, clock: Clock, found: list[Finding], tmp_path: Path
) -> None:
    findings = workspace.findings
    findings.correct([found[0].id], "当场示范")
    findings.report_done(found[1].id, "", date(2026, 11, 27))
    findings.report_done(found[2].id, "已换", date(2026, 11, 27))
    findings.recheck([found[2].id], False, "仍有")
    exports = workspace.ledger_exports
    for fill_in in (True, False):
        path = tmp_path / f"{fill_in}.xlsx"
        exports.write(exports.draft(LedgerFilter(), fill_in=fill_in), path)
        preview = looked_at(workspace, path)
        assert set(fates(preview).values()) == {Fate.KNOWN}
        assert preview.read_only == ()
        assert refused_sentences(preview) == []


@pytest.mark.ci
def test_a_ledger_to_fill_in_lists_what_is_still_to_be_done(
    workspace: Workspace, clock: Clock, found: list[Finding], tmp_path: Path
) -> None:
    workspace.findings.correct([found[0].id], "当场示范")
    workspace.findings.report_done(found[1].id, "已换", date(2026, 11, 27))
    exports = workspace.ledger_exports
    path = tmp_path / "填.xlsx"
    draft = exports.draft(LedgerFilter())
    assert {finding.id for finding in draft.findings} == {each.id for each in found[1:]}
    exports.write(draft, path)
    head = [row[0] for row in load_workbook(path).active.iter_rows(max_row=4, values_only=True)]  # type: ignore[union-attr]
    assert f"只列尚未销号的{len(found) - 1}个问题；已销号或撤销的1个不需再填，未列入。" in head
    edit(path, lambda sheet: fill(sheet, found[2].number, "已改", date(2026, 11, 27)))
    taken = looked_at(workspace, path)
    assert fates(taken)[found[2].number] is Fate.DONE
    assert refused_sentences(taken) == []
    assert len(exports.draft(LedgerFilter(), fill_in=False).findings) == len(found)
    closed = LedgerFilter(states=frozenset({FindingState.CLOSED}))
    assert [finding.id for finding in exports.draft(closed).findings] == [found[0].id]


@pytest.mark.ci
def test_a_stale_file_does_not_bring_back_what_failed_the_recheck(
    workspace: Workspace, found: list[Finding], ledger: Path
) -> None:
    edit(ledger, filling(found))
    workspace.returned.take_in(looked_at(workspace, ledger))
    workspace.findings.recheck([found[0].id], False, "仍有一处")
    assert fates(looked_at(workspace, ledger))[found[0].number] is Fate.KNOWN
    edit(ledger, lambda sheet: fill(sheet, found[0].number, "已再次复训", date(2026, 12, 2)))
    workspace.returned.take_in(looked_at(workspace, ledger))
    assert workspace.findings.get(found[0].id).reported_text == "已再次复训"


@pytest.mark.ci
def test_conflicts_are_told_and_not_taken(
    workspace: Workspace, found: list[Finding], ledger: Path
) -> None:
    def change(sheet: Worksheet) -> None:
        fill(sheet, found[0].number, "已复训", DAY)
        fill(sheet, found[1].number, "已换", DAY, (RED,))
        fill(sheet, found[2].number, "会改", "2026-12-24")
        fill(sheet, found[3].number, "早改了", "2026-11-26")

    edit(ledger, change)
    workspace.findings.report_done(found[0].id, "另说", date(2026, 12, 1))
    workspace.findings.correct([found[1].id])
    before = dump(workspace.folder)
    preview = looked_at(workspace, ledger)
    assert [row.conflict for row in preview.of(Fate.CONFLICT)] == [
        Conflict.REPORTED_OTHERWISE,
        Conflict.ENDED,
        Conflict.IN_FUTURE,
        Conflict.BEFORE_FOUND,
    ]
    place = "sheet “整改台账”, cell K"
    assert refused_sentences(preview) == [
        f"{place}5  {found[0].number} was reported differently before: 另说 (2026-12-01)",
        f"{place}6  {found[1].number} is “Closed” by now",
        f"{place}7  {found[2].number} is said to be done on 2026-12-24, still to come",
        f"{place}8  {found[3].number} is said to be done on 2026-11-26, before it was found on"
        " 2026-11-27",
    ]
    assert not workspace.returned.take_in(preview).findings
    assert dump(workspace.folder) == before
    workspace.returned.take_in(preview, replacing=True)
    assert workspace.findings.get(found[0].id).reported_text == "已复训"
    assert workspace.findings.get(found[1].id).state is FindingState.CLOSED


def test_refused_rows_are_named_and_the_others_taken(
    workspace: Workspace, found: list[Finding], ledger: Path
) -> None:
    def change(sheet: Worksheet) -> None:
        fill(sheet, found[0].number, "已复训", "月底")
        fill(sheet, found[1].number, "已换", DAY, (RED,))
        fill(sheet, found[2].number, "已改", DAY, (RED[:4000] + bytes(len(RED)),))
        fill(sheet, found[3].number, "已改", DAY)
        sheet.cell(row_of(sheet, found[3].number), column_of(sheet, "问题编号")).value = "2611-999"

    edit(ledger, change)
    preview = looked_at(workspace, ledger)
    assert [(p.place, p.fault) for p in preview.problems] == [
        ("整改台账!K5", Fault.NOT_A_DAY),
        ("整改台账!L7", Fault.BROKEN_PICTURE),
        ("整改台账!B8", Fault.NOT_THIS_NUMBER),
    ]
    same = "、".join(each.number for each in found[2:])  # both in the same words
    said = refused_sentences(preview)[-1]
    assert f"2611-999 does not belong here: the row is about {same}." in said
    workspace.returned.take_in(preview)
    states = [workspace.findings.get(finding.id).state for finding in found]
    assert states == [FindingState.OPEN, FindingState.REPORTED, *[FindingState.OPEN] * 2]
    assert all(workspace.evidence.of_finding(f.id) == () for f in (found[0], *found[2:]))


def test_read_only_columns_are_reported_and_never_taken(
    workspace: Workspace, found: list[Finding], ledger: Path
) -> None:
    def change(sheet: Worksheet) -> None:
        row = row_of(sheet, found[0].number)
        said = sheet.cell(row, column_of(sheet, FOUND))
        said.value = str(said.value).replace("扣", "扣10")
        sheet.cell(row, column_of(sheet, STANDS)).value = "已销号"

    edit(ledger, change)
    before = dump(workspace.folder)
    preview = looked_at(workspace, ledger)
    number = found[0].number
    assert [(c.number, c.column) for c in preview.read_only] == [(number, FOUND), (number, STANDS)]
    (changed, _) = preview.read_only
    assert (
        f"sheet “整改台账”, cell C5  {number} “{FOUND}” was changed to “{changed.found}” and is not"
        " taken; it stays “" in " ".join(returned_sentences(preview))
    )
    workspace.returned.take_in(preview)
    assert dump(workspace.folder) == before


def test_what_was_extended_since_is_nobodys_change(
    workspace: Workspace, found: list[Finding], ledger: Path
) -> None:
    workspace.findings.extend([f.id for f in found], 5, "待料", "局长")
    assert looked_at(workspace, ledger).read_only == ()


def test_a_file_that_was_changed_after_the_look_is_refused(
    workspace: Workspace, found: list[Finding], ledger: Path
) -> None:
    edit(ledger, filling(found))
    preview = looked_at(workspace, ledger)
    edit(ledger, lambda sheet: sheet._images.clear())  # type: ignore[attr-defined]
    before = dump(workspace.folder)
    with pytest.raises(ChangedFileError):
        workspace.returned.take_in(preview)
    assert dump(workspace.folder) == before


def test_taken_back_it_can_be_taken_in_again(
    workspace: Workspace, found: list[Finding], ledger: Path
) -> None:
    edit(ledger, lambda sheet: fill(sheet, found[0].number, "已复训", DAY))
    workspace.returned.take_in(looked_at(workspace, ledger))
    workspace.findings.revert_last(found[0].id)
    assert fates(looked_at(workspace, ledger)) == {found[0].number: Fate.DONE}


@pytest.mark.ci
def test_a_removed_photo_stays_removed(
    workspace: Workspace, found: list[Finding], ledger: Path
) -> None:
    edit(ledger, filling(found))
    workspace.returned.take_in(looked_at(workspace, ledger))
    (photo,) = workspace.evidence.of_finding(found[2].id)
    let_stand(workspace.evidence, photo.id, removed=True)
    assert fates(looked_at(workspace, ledger))[found[2].number] is Fate.KNOWN


@pytest.mark.ci
def test_all_or_nothing(workspace: Workspace, found: list[Finding], ledger: Path) -> None:
    """A failure half-way, here of the disk, leaves nothing of the import behind."""
    edit(ledger, filling(found))
    preview = looked_at(workspace, ledger)
    photos = workspace.returned.prepare(preview)
    before = dump(workspace.folder)
    with closing(Workspace(workspace.folder, workspace.now)) as other:
        other.database._connection.execute("PRAGMA busy_timeout = 10")
        other.database._connection.execute("BEGIN IMMEDIATE")
        workspace.database._connection.execute("PRAGMA busy_timeout = 10")
        with pytest.raises(Exception, match="locked"):
            workspace.returned.take_in(preview, photos)
        other.database._connection.execute("ROLLBACK")
    assert dump(workspace.folder) == before
    workspace.returned.take_in(preview, photos)
    assert dump(workspace.folder) != before


@pytest.mark.ci
def test_a_notice_comes_back_as_a_slip(
    workspace: Workspace, clock: Clock, found: list[Finding], tmp_path: Path
) -> None:
    (draft,) = workspace.notices.drafts(LedgerFilter())
    path, _ = workspace.notices.write(draft, tmp_path)
    clock.set("2026-12-02")
    edit(path, filling(found))
    preview = looked_at(workspace, path)
    assert preview.read_only == ()
    workspace.returned.take_in(preview)
    assert workspace.findings.get(found[0].id).state is FindingState.REPORTED
