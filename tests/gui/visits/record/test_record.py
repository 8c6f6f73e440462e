"""After completion: the seal, a signature or a refusal, amendments, conflicts, the record sheet."""

import sqlite3
from contextlib import closing
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PIL import Image
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
)

from inspector.domain.visit.answer_changes import corrected, praised
from inspector.domain.visit.clock_remark import OddTime, Timed
from inspector.domain.visit.evidence import EvidenceOrigin
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.gui.visits.record.amend_subjects import SubjectList
from inspector.gui.visits.record.signature_pad import SignaturePad
from inspector.workspace.clock import declare_wrong
from inspector.workspace.workspace import Workspace
from tests.conftest import ChooseFile
from tests.gui.jobs.held_job import held_job
from tests.gui.visits.record.test_result_page import complete
from tests.gui.visits.visit import (
    BACKSPACE,
    DOWN,
    ENTER,
    ESC,
    NONE,
    TAB,
    Person,
    at_the_window,
    in_a_visit,
)
from tests.gui.waiting import wait_for
from tests.workspace.evidence_steps import attach


def pad_of(person: Person) -> SignaturePad:
    return person.find(SignaturePad, "signaturePad")


def at(pad: SignaturePad, x: int, y: int) -> QPoint:
    """A place of the pad in thousandths, as the mouse has it."""
    sheet = pad.sheet
    scale = sheet.width() / 1000
    return QPoint(round(sheet.left() + x * scale), round(sheet.top() + y * scale))


def draw(pad: SignaturePad, *points: tuple[int, int]) -> None:
    """Draw a stroke with the mouse."""
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, NONE, at(pad, *points[0]))
    for point in points[1:]:
        QTest.mouseMove(pad, at(pad, *point))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, NONE, at(pad, *points[-1]))


def drawn(pad: SignaturePad) -> int:
    """How many strokes there are now."""
    return len(pad.strokes)


def kept(person: Person) -> list[tuple[str, str | None, str]]:
    """Signer, strokes and refusal as they are on disk."""
    return person.disk.rows("SELECT signer, strokes, refusal FROM signature")


def sheet_of(person: Person) -> InspectionSheet:
    """The newest visit as it is on disk."""
    ((inspection,),) = person.disk.rows("SELECT id FROM inspection ORDER BY rowid DESC LIMIT 1")
    return workspace_of(person).inspections.sheet(inspection)


def workspace_of(person: Person) -> Workspace:
    return person.page.start.export.session.workspace


def seal_of(person: Person) -> str:
    ((seal,),) = person.disk.rows("SELECT seal FROM inspection WHERE state = 'completed'")
    return str(seal)


# The seal


@pytest.mark.ci
@in_a_visit
def test_the_seal_is_shown_in_short(person: Person) -> None:
    complete(person)
    seal = seal_of(person)
    assert person.text("recordSeal") == f"Record sealed · seal no. {seal[:4]} {seal[4:8]}"
    assert person.text("recordSignature") == "Not signed yet"
    assert not person.find(QLabel, "recordChanged").isVisible()


@pytest.mark.ci
@at_the_window
def test_a_record_that_was_changed_says_so_in_words(person: Person) -> None:
    person.press(ENTER)
    complete(person)
    with closing(sqlite3.connect(person.folder / "inspector.db")) as connection, connection:
        connection.execute("UPDATE answer SET note = '改过'")
    person.press(ESC)
    person.page.start.completed.setFocus()
    person.press(ENTER)
    said = person.find(QLabel, "recordChanged")
    assert said.isVisible()
    assert said.text() == "✗ Seal broken: changed since it was sealed; compare a backup"
    for key in ("s", "m"):
        person.press(key)
        assert person.banner.startswith("This record was changed after it was sealed")
        assert not person.page.result.signing.isVisible()
        assert not person.page.result.amending.isVisible()
    assert said.property("role") == "alarm"


@pytest.mark.ci
@in_a_visit
def test_a_time_that_was_declared_wrong_stands_above(person: Person) -> None:
    complete(person)
    assert not person.find(QLabel, "recordTime").isVisible()
    workspace, visit = workspace_of(person), sheet_of(person).inspection
    odd = OddTime(Timed.VISIT, visit.id, visit.site_name, visit.started_at)
    session = person.page.start.export.session
    session.attempt(lambda: declare_wrong(workspace, odd, "电池没电", "甲"))
    said = person.find(QLabel, "recordTime")
    assert said.isVisible()
    assert said.text().startswith("The time is wrong: 电池没电 (甲 ")


# Signing


@pytest.mark.ci
@in_a_visit
def test_the_head_of_the_site_signs_with_the_mouse(person: Person) -> None:
    complete(person)
    person.press("s")
    assert person.focus == "signaturePad"
    assert person.find(QLineEdit, "signer").text() == "王经理"  # the leader of the roster
    assert "score 100.00" in person.text("signStatement")
    pad = pad_of(person)
    draw(pad, (100, 200), (300, 100), (500, 300))
    draw(pad, (600, 200), (800, 250))
    person.press(ENTER)
    ((signer, strokes, refusal),) = kept(person)
    assert (signer, refusal) == ("王经理", "")
    first, second = pad_of(person).strokes
    assert len(first) == 3
    for point, wanted in zip((*first, *second), (
        (100, 200), (300, 100), (500, 300), (600, 200), (800, 250),
    ), strict=True):  # fmt: skip
        assert max(abs(point[0] - wanted[0]), abs(point[1] - wanted[1])) <= 1
    assert strokes is not None
    assert person.text("recordSignature").startswith("Signed: 王经理, ")
    assert person.find(SignaturePad, "signaturePad").isVisible() is False
    assert not person.find(QPushButton, "sign").isVisible()  # it is given once
    person.press("s")
    assert "✓" not in [each.text() for each in person.window.banner.findChildren(QLabel)]
    assert person.banner == (
        "This record bears a signature or a refusal already; it is given once."
    )


@pytest.mark.ci
@in_a_visit
def test_strokes_are_taken_back_one_by_one_or_all_at_once(person: Person) -> None:
    complete(person)
    person.press("s")
    pad = pad_of(person)
    draw(pad, (100, 100), (300, 100))
    draw(pad, (100, 200), (300, 200))
    draw(pad, (100, 300), (300, 300))
    person.press("z", ctrl=True)
    assert drawn(pad) == 2
    person.click("undoStroke")
    assert drawn(pad) == 1
    person.press(BACKSPACE)
    assert drawn(pad) == 0
    person.press(ENTER)
    assert person.text("signStatement") == "Nothing is drawn yet."
    draw(pad, (100, 100), (100, 100))  # a dot is no signature
    person.press(ENTER)
    assert kept(person) == []
    person.press(ESC)
    assert person.page.result.view.isVisible()
    person.press("s")
    assert drawn(pad) == 1  # what was begun waits


@in_a_visit
def test_a_pen_draws_and_the_mouse_does_not_draw_twice(person: Person) -> None:
    complete(person)
    person.press("s")
    pad = pad_of(person)
    kinds = (QEvent.Type.TabletPress, QEvent.Type.TabletMove, QEvent.Type.TabletRelease)
    places = ((200, 200), (400, 250), (400, 250))
    for kind, place in zip(kinds, places, strict=True):
        position = QPointF(at(pad, *place))
        event = QTabletEvent(
            kind, QPointingDevice.primaryPointingDevice(), position, position, 0.5, 0, 0, 0, 0, 0,
            NONE, Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton,
        )  # fmt: skip
        QApplication.sendEvent(pad, event)
        assert event.isAccepted()
    ((begin, end),) = pad.strokes
    assert [*begin, *end] == pytest.approx([200, 200, 400, 250], abs=1)


@in_a_visit
def test_what_is_drawn_beyond_the_pad_stays_on_it(person: Person) -> None:
    complete(person)
    person.press("s")
    pad = pad_of(person)
    draw(pad, (900, 300), (1500, 900))
    draw(pad, (-50, 100), (100, 100))  # begun outside: nothing
    assert [stroke[-1] for stroke in pad.strokes] == [(1000, 400)]


@pytest.mark.ci
@in_a_visit
def test_letters_in_the_name_are_letters(person: Person) -> None:
    complete(person)
    person.press("s")
    signer = person.find(QLineEdit, "signer")
    signer.setFocus()
    signer.selectAll()
    person.press("rs", BACKSPACE)
    person.keyboard.compose("赵经理")
    assert signer.text() == "r赵经理"
    person.press(*[BACKSPACE] * 4)
    draw(pad_of(person), (100, 100), (300, 200))
    signer.setFocus()
    person.press(ENTER)
    assert person.text("signStatement") == "Write the name of who signs."
    person.keyboard.compose("赵经理")
    person.press(ENTER)
    assert [signer for signer, _, _ in kept(person)] == ["赵经理"]


@in_a_visit
def test_a_refusal_is_written_down_with_its_reason(person: Person) -> None:
    complete(person)
    person.press("s", "r")
    assert person.focus == "refusalReason"
    person.press(ENTER)
    assert person.text("signStatement") == "Write why the signature is refused."
    person.press(ESC)
    assert person.focus == "signaturePad"
    person.press("r")
    signer = person.find(QLineEdit, "signer")
    signer.clear()
    person.press(ENTER)
    assert person.focus == "refusalReason"  # a reason that is typed now becomes no name
    signer.setText("王经理")
    person.keyboard.compose("对扣分有异议")
    person.press(ENTER)
    assert kept(person) == [("王经理", None, "对扣分有异议")]
    assert person.text("recordSignature").startswith("王经理 refused to sign: 对扣分有异议 (")


@pytest.mark.ci
@in_a_visit
def test_who_signed_last_is_proposed_next_time(person: Person) -> None:
    complete(person)
    person.press("s")
    person.find(QLineEdit, "signer").setText("赵经理")
    draw(pad_of(person), (100, 100), (300, 200))
    person.press(ENTER, ESC)
    person.press("n", ctrl=True)
    person.find(QLineEdit, "inspectors").setText("检查一组")
    person.press(ENTER)
    person.press(ENTER, ctrl=True)
    complete(person)
    person.press("s")
    assert person.find(QLineEdit, "signer").text() == "赵经理"


# Amendments


@in_a_visit
def test_a_later_word_about_an_item(person: Person) -> None:
    person.press("2", "1", "+", ENTER)
    complete(person)
    person.press("m")
    assert person.focus == "amendText"  # the finding one stood on is the place
    place = person.find(SubjectList, "amendSubjects").subject_text
    assert place == "1号窗口  ✗  顾客走近时起身、微笑、主动问候"
    person.keyboard.compose("应为1人次")
    person.press(ENTER, ctrl=True)
    assert person.text("amendHint") == "Write why."
    person.keyboard.compose("另一人不在岗")
    person.press(TAB)
    assert person.find(QLineEdit, "amendAuthor").text() == "检查一组"
    person.press(ENTER, ctrl=True)
    ((text, reason, author, item),) = person.disk.rows(
        "SELECT text, reason, author, item_id FROM amendment"
    )
    assert (text, reason, author, item) == ("应为1人次", "另一人不在岗", "检查一组", "greet")
    view = person.page.result.view
    last = view.model.row_at(view.model.rowCount() - 1)
    assert (last.number, last.window) == ("Amendment 1", "1号窗口")
    assert "应为1人次 (reason: 另一人不在岗; 检查一组, " in last.text
    seal = seal_of(person)
    assert person.text("recordSeal").endswith(f"{seal[:4]} {seal[4:8]}")
    assert not person.find(QLabel, "recordChanged").isVisible()  # nothing of it was changed


@in_a_visit
@pytest.mark.ci
def test_the_place_of_a_later_word_is_found_by_its_initials(person: Person) -> None:
    complete(person)
    person.press("m")
    assert person.focus == "amendSearch"  # nothing was found: of the whole record, or to be chosen
    subjects = person.find(SubjectList, "amendSubjects")
    assert subjects.subject_text == "Whole record"
    assert subjects.model().rowCount() == 1 + 2 + 3 * 8
    person.press("zztyzj")  # 着装统一整洁
    assert subjects.model().rowCount() == 3
    person.press(DOWN, DOWN, ENTER)
    assert person.focus == "amendText"
    assert subjects.subject_text == "2号窗口  ✓  着装统一整洁"
    person.find(QLineEdit, "amendSearch").setFocus()
    person.press("q")
    assert subjects.subject_text == ""
    person.find(QPlainTextEdit, "amendText").setPlainText("x")
    person.press(ENTER, ctrl=True)
    assert person.text("amendHint") == "Choose what the amendment is about."
    person.press(ESC, ESC)
    assert person.disk.rows("SELECT * FROM amendment") == []


# Praise, corrections, photos


@in_a_visit
@pytest.mark.ci
def test_praise_comes_first_and_corrections_and_photos_are_told(person: Person) -> None:
    workspace = workspace_of(person)
    person.press("2", "1", ENTER)
    sheet = sheet_of(person)
    card = sheet.scorecards[1]
    greet, uniform = sheet.items(card)[:2]
    fixed = corrected(sheet.answers_of(card)["greet"], "当场起身")
    inspection = sheet.inspection.id
    workspace.inspections.record(inspection, card.id, [fixed, praised(uniform)])
    buffer = BytesIO()
    Image.new("RGB", (40, 30)).save(buffer, "PNG")
    for _ in range(2):
        prepared = workspace.evidence.prepare(buffer.getvalue(), "a.png")
        attach(workspace.evidence, prepared, inspection, card.id, greet.id, EvidenceOrigin.PASTED)
    person.press(ESC, ENTER)
    complete(person)
    model = person.page.result.view.model
    rows = [model.row_at(row) for row in range(model.rowCount())]
    assert [(row.number[:6], row.text, row.corrected, row.photos) for row in rows] == [
        ("Highli", "着装统一整洁", "", 0),
        (rows[1].number[:6], "未起身迎接", "✓ 当场起身", 2),
    ]


# Conflict of interest


@at_the_window
def test_an_inspector_of_the_sites_own_is_told_at_once(person: Person) -> None:
    person.press("n", ctrl=True)
    hint = person.find(QLabel, "newConflict")
    names = person.find(QLineEdit, "inspectors")
    assert not hint.isVisible()
    names.setText("张三、1002")
    assert hint.isVisible()
    assert hint.text() == "! Conflict of interest: 1002 belongs to this site"
    person.press(DOWN)
    person.press(DOWN)  # 城西营业厅 knows no 1002
    assert not hint.isVisible()
    names.setText("王经理")
    assert "王经理" in hint.text()
    person.press(ENTER, ctrl=True)  # told, not forbidden
    assert person.scoring.isVisible()


@in_a_visit
@pytest.mark.ci
def test_a_conflict_stands_on_the_result(person: Person) -> None:
    assert not sheet_of(person).inspection.conflicts
    person.press(ESC)
    person.press("n", ctrl=True)
    person.find(QLineEdit, "inspectors").setText("1002")
    person.press(ENTER)
    person.press(ENTER, ctrl=True)
    complete(person)
    assert person.text("recordConflict") == "! Conflict of interest: 1002 belongs to this site"


# The record sheet


@in_a_visit
def test_the_record_is_written_while_the_window_lives(
    person: Person, choose_file: ChooseFile, tmp_path: Path
) -> None:
    """Its key writes that of exceptions; who chose the other one in the menu has it by key next."""
    complete(person)
    short, whole, again = (tmp_path / f"记录{number}.xlsx" for number in (1, 2, 3))
    every = ["汇总", "公共区域", "1号窗口 1001", "2号窗口 1002", "3号窗口 1003"]

    def written(path: Path) -> list[str]:
        wait_for(lambda: person.banner == f"Written: {path}")
        assert not person.find(QLabel, "writingProgress", person.window).isVisible()
        return load_workbook(path).sheetnames

    choose_file(short)
    person.press("r", ctrl=True)
    assert written(short) == ["汇总", "检查情况"]

    choose_file(whole)
    person.click("resultExport")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [act.text() for act in menu.actions()][:2] == [
        "Record of exceptions…\tCtrl+R", "Record item by item…",
    ]  # fmt: skip
    act = menu.actionGeometry(menu.actions()[1])
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=act.center())
    assert written(whole) == every

    person.window.activateWindow()  # a menu took the keyboard
    wait_for(lambda: QApplication.focusWidget() is not None)
    choose_file(again)
    person.press("r", ctrl=True)
    assert written(again) == every
    person.click("resultExport")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.hide()
    assert [act.text() for act in menu.actions()][:2] == [
        "Record of exceptions…", "Record item by item…\tCtrl+R",
    ]  # fmt: skip


@in_a_visit
@pytest.mark.ci
def test_writing_is_stopped_by_a_key(
    person: Person, choose_file: ChooseFile, tmp_path: Path
) -> None:
    complete(person)
    folder = tmp_path / "out"
    folder.mkdir()
    choose_file(folder / "记录.xlsx")
    with held_job(person.window.session.runner):
        person.press("r", ctrl=True)
        progress = person.find(QLabel, "writingProgress", person.window)
        wait_for(progress.isVisible)
        assert progress.text() == "Writing 记录.xlsx"
        person.press(".", ctrl=True)
    wait_for(lambda: person.banner != "")
    assert person.banner == "Stopped; no file was written."
    assert person.page.result.view.isVisible()
    assert list(folder.iterdir()) == []


@in_a_visit
@pytest.mark.ci
def test_a_file_that_is_open_is_told_and_another_name_asked(
    person: Person, choose_file: ChooseFile, tmp_path: Path
) -> None:
    complete(person)
    (tmp_path / "记录.xlsx").write_bytes(b"as it was")
    (tmp_path / "~$记录.xlsx").write_bytes(b"")
    choose_file(tmp_path / "记录.xlsx", tmp_path / "记录 (2).xlsx")
    person.press("r", ctrl=True)
    wait_for(lambda: (tmp_path / "记录 (2).xlsx").exists())
    wait_for(lambda: person.banner.startswith("Written"))
    assert (tmp_path / "记录.xlsx").read_bytes() == b"as it was"
