"""The notice as an official letter: what it says, its number, and the files that are written."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest
from docx import Document

from inspector.domain.checklist.gravity import Gravity
from inspector.domain.errors import CannotWriteError, RefusedInputError
from inspector.domain.finding.finding import Finding, RectificationType
from inspector.domain.finding.ledger import LedgerFilter
from inspector.domain.papers.letter import LetterTable
from inspector.domain.papers.notice import Notice
from inspector.workspace.papers.letters.letter_saving import write_letter
from inspector.workspace.papers.letters.notice_letter import NoticeFacts, notice_letter
from inspector.workspace.preferences import (
    FILLED_BY,
    LETTER_HEAD,
    ORGAN_CODE,
    UNIT_NAME,
)
from inspector.workspace.workspace import Workspace
from tests.excel.conftest import libreoffice as libreoffice
from tests.excel.libreoffice import LibreOffice
from tests.printed_sizes import printed_pages
from tests.workspace.visiting import add_site, answer_all, start

ALL = LedgerFilter()
WRONG = {0: ["rise-to-greet", "equipment-ok"], 1: ["rise-to-greet"]}


@pytest.fixture
def notified(workspace: Workspace) -> Workspace:
    inspection_id = start(workspace, add_site(workspace, "城东厅"))
    answer_all(workspace, inspection_id, WRONG)
    workspace.inspections.complete(inspection_id)
    return workspace


@pytest.mark.ci
def test_it_lies_beside_its_workbook_and_has_its_number(
    notified: Workspace, tmp_path: Path
) -> None:
    for preference, value in (
        (UNIT_NAME, "市文明办"), (ORGAN_CODE, "示文明办"), (LETTER_HEAD, "市文明办文件"),
        (FILLED_BY, "周岚"),
    ):  # fmt: skip
        notified.preferences.set(preference, value)
    (draft,) = notified.notices.drafts(ALL)
    paths, _ = notified.notices.write_files(draft, tmp_path, letter=True)
    assert [path.name for path in paths] == [
        "城东厅_整改通知单_示文明办〔2026〕1号_2026-11-27.xlsx",
        "城东厅_整改通知_示文明办〔2026〕1号_2026-11-27.docx",
    ]
    printed = [
        value
        for sheet in openpyxl.load_workbook(paths[0])
        for row in sheet.iter_rows(values_only=True)
        for value in row
        if "〔2026〕" in str(value)
    ]
    assert printed
    assert all("示文明办〔2026〕1号" in str(each) for each in printed)
    (kept,) = notified.notices.drafts(ALL)
    assert kept.number == "示文明办〔2026〕1号"
    document = Document(str(paths[1]))
    texts = [each.text for each in document.paragraphs if each.text]
    assert texts[:5] == [
        "市文明办文件", "示文明办〔2026〕1号", "关于做好文明窗口现场检查", "发现问题整改工作的通知",
        "城东厅：",
    ]  # fmt: skip
    assert texts[5] == (
        "2026年11月27日，市文明办采取暗访方式，对你单位开展文明窗口现场检查1次。"
        "截至2026年11月27日，尚有3个问题需要整改。现将有关问题和整改要求通知如下。"
    )
    assert "附件：1. 整改通知单（含问题照片）" in texts
    assert any("市文明办（联系人：周岚）" in text for text in texts)
    rows = [row for table in document.tables for row in table.rows[1:]]
    assert len(rows) == 3
    again, _ = notified.notices.write_files(draft, tmp_path, letter=True)
    assert [path.name for path in again] == [
        path.name.replace("27.", "27 (2).") for path in paths
    ]  # the same number, and nothing written over


@pytest.mark.ci
def test_a_notice_keeps_the_number_it_went_out_with(notified: Workspace, tmp_path: Path) -> None:
    (draft,) = notified.notices.drafts(ALL)
    paths, _ = notified.notices.write_files(draft, tmp_path, letter=True)
    assert Document(str(paths[1])).paragraphs[0].text == "〔2026〕1号"
    notified.preferences.set(ORGAN_CODE, "示文明办")
    (again,) = notified.notices.drafts(ALL)
    paths, _ = notified.notices.write_files(again, tmp_path, letter=True)
    assert Document(str(paths[1])).paragraphs[0].text == "〔2026〕1号"


@pytest.mark.parametrize("code", ["示文明办〔2026〕", "示文明办3", "长" * 21])
def test_the_code_brings_no_year_of_its_own(workspace: Workspace, code: str) -> None:
    with pytest.raises(RefusedInputError):
        workspace.preferences.set(ORGAN_CODE, code)


def test_a_letter_that_cannot_be_written_uses_up_no_number(
    notified: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notified.preferences.set(UNIT_NAME, "市文明办")
    (draft,) = notified.notices.drafts(ALL)
    monkeypatch.setattr(Path, "replace", _only_workbooks(Path.replace))
    with pytest.raises(CannotWriteError):
        notified.notices.write_files(draft, tmp_path / "out", letter=True)
    assert not list((tmp_path / "out").iterdir())
    monkeypatch.undo()
    paths, _ = notified.notices.write_files(draft, tmp_path)
    assert "〔2026〕1号" in paths[0].name


def _only_workbooks(replace_file: Callable[[Path, Path], Path]) -> Callable[[Path, Path], Path]:
    """A disk that takes workbooks and no document."""

    def replaced(path: Path, target: Path) -> Path:
        if Path(target).suffix == ".docx":
            raise OSError(28, "No space left on device")
        return replace_file(path, target)

    return replaced


def _notice(finding: Finding, count: int) -> Notice:
    """A notice of `count` findings: every third at once, a red line last, the fifth overdue."""
    made = [
        replace(
            finding,
            id=f"f{number}",
            number=f"2611-K7M-{number:04}",
            window_number="工程建设项目审批综合受理" if number == 2 else f"综合{number}",
            text="群众咨询时未起身、未问候，头也不抬，只说“去那边问”，等候人员较多"
            * (1 + number % 2),
            type=RectificationType.TIMED if number % 3 else RectificationType.IMMEDIATE,
            deadline=date(2026, 11, 24) if number == 4 else date(2026, 11, 27) + timedelta(number),
            veto=number == count,
        )
        for number in range(1, count + 1)
    ]
    return Notice(
        "〔2026〕3号", "示范市公共资源交易和政务服务中心高新区分中心", "示范市精神文明办公室",
        date(2026, 11, 27), tuple(made),
    )  # fmt: skip


def test_the_grave_comes_before_the_light_and_at_once_before_by_a_day(notified: Workspace) -> None:
    (draft,) = notified.notices.drafts(ALL)
    visit = notified.inspections.sheet(draft.findings[0].inspection_id).inspection
    notice = _notice(draft.findings[0], 9)
    gravities = {"f3": Gravity.MINOR, "f6": Gravity.SEVERE, "f7": Gravity.MAJOR}
    letter = notice_letter(notice, NoticeFacts("示文明办〔2026〕3号", "", [visit], gravities))
    at_once, by_day = (part for part in letter.body if isinstance(part, LetterTable))
    assert [row[1][-4:] for row in at_once.rows] == ["0009", "0006", "0003"]
    assert [row[1][-4:] for row in by_day.rows] == ["0007", "0001", "0002", "0004", "0005", "0008"]
    assert at_once.rows[0][2].startswith("★")
    assert by_day.rows[3][4] == "11月24日\n（已逾期）"
    lead = next(part.text for part in letter.body if not isinstance(part, LetterTable))
    assert "（一票否决问题1个、严重问题1个、重点问题1个、一般问题6个），其中1个已逾期" in lead


@pytest.mark.ci
def test_thirty_findings_are_printed_with_no_number_broken(
    notified: Workspace, tmp_path: Path, libreoffice: LibreOffice
) -> None:
    (draft,) = notified.notices.drafts(ALL)
    visit = notified.inspections.sheet(draft.findings[0].inspection_id).inspection
    notice = _notice(draft.findings[0], 30)
    letter = notice_letter(notice, NoticeFacts("示文明办〔2026〕3号", "", [visit], {}))
    path = tmp_path / "letter.docx"
    write_letter(letter, path)
    pages = printed_pages(libreoffice.convert(path, "pdf"))
    text = "".join(page.text for page in pages)
    for finding in notice.findings:
        assert finding.number in text
    assert min(size for page in pages for size in page.sizes) >= 12
    assert "2026年11月27日" in pages[-1].text.replace(" ", "")
    assert "申诉" in pages[-1].text  # who signs is not alone on a page
    assert len(pages) <= 8


def test_a_folder_of_its_name_is_refused(notified: Workspace, tmp_path: Path) -> None:
    (draft,) = notified.notices.drafts(ALL)
    visit = notified.inspections.sheet(draft.findings[0].inspection_id).inspection
    letter = notice_letter(_notice(draft.findings[0], 1), NoticeFacts("", "", [visit], {}))
    with pytest.raises(CannotWriteError):
        write_letter(letter, tmp_path)
