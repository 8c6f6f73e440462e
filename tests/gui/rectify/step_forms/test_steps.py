"""Every step of a finding by its key, one at a time and for many, and taken back."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QWidget

from inspector.domain.days.workdays import add_workdays
from inspector.domain.finding.finding import AppealOutcome, FindingState
from inspector.domain.finding.ledger import LedgerFilter
from inspector.domain.finding.ledger_view import Quick
from inspector.domain.visit.evidence import EvidenceRole
from inspector.gui.photos.photo_strip import PhotoStrip
from inspector.gui.rectify.step_forms.report_form import ReportForm
from tests.gui.rectify.clerk import (
    DOWN,
    END,
    ENTER,
    ESC,
    RIGHT,
    SHIFT,
    SPACE,
    TAB,
    UP,
    Clerk,
    at_the_ledger,
)
from tests.photos import photo


@pytest.mark.ci
@at_the_ledger
def test_t_assigns_as_proposed(clerk: Clerk) -> None:
    clerk.look(Quick.OPEN)
    finding = clerk.current
    proposed = clerk.workspace.findings.suggestion(finding).assignment
    clerk.press("t")
    assert clerk.form == "assignForm"
    assert clerk.find(QLineEdit, "assignOwnerText").text() == proposed.owner
    if not (proposed.department or proposed.owner):
        clerk.write("综合部")
    clerk.press(ENTER)
    assert clerk.form == ""
    now = clerk.workspace.findings.get(finding.id)
    assert now.state is FindingState.RECTIFYING
    assert (now.owner, now.deadline) == (proposed.owner, proposed.deadline)
    assert clerk.banner == f"Assign: {finding.number}. “Undo” (Ctrl+Z) takes it back."
    assert clerk.focus == "ledger"
    assert clerk.current.number != finding.number  # it has left the filter: the next one is here
    undo = clerk.window.banner.findChild(QPushButton, "bannerAction")
    assert isinstance(undo, QPushButton)
    assert (undo.text(), undo.isVisible()) == ("Undo", True)
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert clerk.workspace.findings.get(finding.id).state is FindingState.OPEN


@pytest.mark.ci
@at_the_ledger
def test_t_assigns_the_marked_ones_and_leaves_blank_what_each_has(clerk: Clerk) -> None:
    clerk.look(Quick.OPEN)
    clerk.press(SPACE, SPACE, SPACE)
    marked = list(clerk.page.model.marks)
    before = {f.id: f for f in clerk.workspace.findings.all_of(marked)}
    assert len(before) == 3
    clerk.press("t")
    clerk.keyboard.press("a", ctrl=True)
    clerk.write("后勤保障部")
    clerk.press(TAB, TAB, "9", ENTER)
    today = clerk.workspace.now().date()
    due = add_workdays(today, 9, clerk.workspace.holidays.calendar())
    for finding in clerk.workspace.findings.all_of(marked):
        assert finding.department == "后勤保障部"
        assert finding.deadline == due
        assert finding.requirement == before[finding.id].requirement
    assert not clerk.page.model.marks
    assert "3 findings" in clerk.banner
    clerk.press("z", ctrl=True)
    for finding in clerk.workspace.findings.all_of(marked):
        assert finding.state is FindingState.OPEN
        assert finding.deadline == before[finding.id].deadline
    assert clerk.banner == "Taken back: Assign, 3 findings."


@pytest.mark.ci
@at_the_ledger
def test_one_that_stands_in_the_way_is_named_and_nothing_changes(clerk: Clerk) -> None:
    closed = clerk.some(FindingState.CLOSED)
    clerk.go(closed)
    clerk.press(SPACE)
    clerk.press("t")
    assert clerk.form == ""
    assert closed in clerk.banner
    assert "is “Closed”" in clerk.banner


@pytest.mark.ci
@at_the_ledger
def test_of_many_the_one_that_lacks_an_owner_is_named(clerk: Clerk) -> None:
    clerk.look(Quick.OPEN)
    clerk.press("a", ctrl=True)
    everyone = clerk.workspace.findings.all_of(clerk.page.table.subjects())
    nobody = next(f for f in everyone if not (f.department or f.owner))
    clerk.press("t")
    clerk.press(ENTER)
    assert clerk.banner.startswith(f"{nobody.number}: Write a department or an owner first.")
    assert clerk.form == "assignForm"
    assert clerk.focus == "assignDepartment"
    assert all(
        f.state is FindingState.OPEN
        for f in clerk.workspace.findings.all_of([each.id for each in everyone])
    )


@pytest.mark.ci
@at_the_ledger
def test_e_extends_many_by_workdays_with_reason_and_approver(clerk: Clerk) -> None:
    clerk.look(Quick.RECTIFYING)
    clerk.press("a", ctrl=True)
    before = clerk.workspace.findings.all_of(clerk.page.table.subjects())
    assert len(before) > 5
    clerk.press("e")
    clerk.press("3", TAB)
    clerk.write("配件未到货")
    clerk.press(ENTER)
    assert clerk.banner == "Write who approves it first. Nothing was changed."
    assert clerk.focus == "extendApprover"
    clerk.write("分管主任")
    clerk.press(ENTER)
    calendar, today = clerk.workspace.holidays.calendar(), clerk.workspace.now().date()
    for was in before:
        now = clerk.workspace.findings.get(was.id)
        assert now.deadline == add_workdays(max(was.deadline, today), 3, calendar)
        assert now.extensions == was.extensions + 1


@pytest.mark.ci
@at_the_ledger
def test_e_extends_to_a_day_and_refuses_what_is_none(clerk: Clerk) -> None:
    clerk.look(Quick.RECTIFYING)
    finding = clerk.current
    clerk.press("e")
    clerk.press("soon", ENTER)
    assert "“soon” is not a day" in clerk.line
    assert clerk.focus == "extendUntil"
    day = clerk.workspace.now().date() + timedelta(days=40)
    clerk.press("a", ctrl=True)
    clerk.press(day.isoformat(), TAB, "parts", TAB, "boss", ENTER)
    assert clerk.workspace.findings.get(finding.id).deadline == day
    assert clerk.line == ""


@pytest.mark.ci
@at_the_ledger
def test_c_closes_and_ctrl_z_opens_again(clerk: Clerk) -> None:
    clerk.look(Quick.OPEN)
    finding = clerk.current
    clerk.press("c")
    clerk.write("已示范")
    clerk.press(ENTER)
    now = clerk.workspace.findings.get(finding.id)
    assert (now.state, now.correction) == (FindingState.CLOSED, "已示范")
    clerk.press("z", ctrl=True)
    assert clerk.workspace.findings.get(finding.id).state is FindingState.OPEN
    clerk.go(finding.number)
    assert clerk.story[-2:] == ["Corrected on the spot", "Taken back"]
    struck = [line for line in clerk.page.panel.story.lines if not line.counts]
    assert [line.title for line in struck] == ["Corrected on the spot"]


@pytest.mark.ci
@at_the_ledger
def test_d_reports_with_a_photo_and_k_looks_again(
    clerk: Clerk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = photo(tmp_path, "a.jpg"), photo(tmp_path, "b.jpg", colour="#206040")
    chosen = [[str(first)], [str(second)]]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (chosen.pop(0), ""))
    number = clerk.some(FindingState.RECTIFYING)
    clerk.go(number)
    clerk.press("d")
    clerk.press(ENTER)
    assert clerk.banner == "Write what there is to say first. Nothing was changed."
    clerk.write("已更换公示")
    clerk.press("o", ctrl=True)
    clerk.press(ENTER)
    reported = clerk.current
    assert (reported.state, reported.reported_text) == (FindingState.REPORTED, "已更换公示")
    assert reported.done_on == clerk.workspace.now().date()

    clerk.press("k")
    assert clerk.form == "recheckForm"
    clerk.press(ENTER)
    assert "Y passed or N failed" in clerk.line
    clerk.press("n")  # and on to what is still wrong
    assert clerk.focus == "recheckWords"
    clerk.press(ENTER)
    assert clerk.banner == "Write what there is to say first. Nothing was changed."
    clerk.write("仍有一处未改")
    clerk.find(QLineEdit, "stepBy").setText("赵主任")
    clerk.press("o", ctrl=True)
    clerk.press(ENTER)
    failed = clerk.current
    assert (failed.state, failed.recheck_note) == (FindingState.RECTIFYING, "仍有一处未改")
    shown = clerk.workspace.evidence.of_finding(failed.id)
    assert [each.role for each in shown] == [EvidenceRole.REPORTED, EvidenceRole.RECHECKED]

    clerk.press("k", "y")
    assert clerk.focus == "recheckWords"  # what is typed now is the note, and nothing is lost
    clerk.write("已现场核对")
    clerk.press(ENTER)
    assert clerk.current.state is FindingState.CLOSED
    assert clerk.current.recheck_note == "已现场核对"
    assert clerk.story[-3:] == ["Reported done", "Recheck failed", "Recheck passed"]


@pytest.mark.ci
@at_the_ledger
def test_the_photos_of_a_step_stand_in_its_form_and_are_seen_large(
    clerk: Clerk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [str(photo(tmp_path, f"{name}.jpg", colour=f"#20{name}040")) for name in "123"]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (paths, ""))
    clerk.go(clerk.some(FindingState.RECTIFYING))
    clerk.press("d")
    clerk.press("o", ctrl=True)
    form = clerk.page.side.form
    assert isinstance(form, ReportForm)
    form.tray.intake.finish()
    strip = clerk.find(PhotoStrip, "stepPhotos")
    assert strip.accessibleDescription().split("\n") == ["1.jpg", "2.jpg", "3.jpg"]
    strip.setFocus()
    clerk.press(RIGHT, ENTER)
    viewer = clerk.page.viewer
    assert viewer.is_open
    assert [each.name for each in viewer.beside.shown] == ["2.jpg"]
    clerk.press(ESC)
    assert strip.hasFocus()
    clerk.press(ESC)
    assert clerk.focus == "addPhotos"
    assert clerk.form == "reportForm"
    form.words.setFocus()
    clerk.write("已更换公示")
    clerk.press(ENTER)
    shown = clerk.workspace.evidence.of_finding(clerk.current.id)
    assert [each.name for each in shown] == ["1.jpg", "2.jpg", "3.jpg"]
    clerk.press("k")
    assert not form.tray.strip.isVisible()
    pair = clerk.find(QWidget, "photoPair")
    QTest.mouseClick(pair, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert viewer.is_open
    assert [each.name for each in viewer.beside.shown] == ["3.jpg"]
    clerk.press(ESC)
    assert clerk.form == "recheckForm"


@pytest.mark.ci
@at_the_ledger
def test_r_takes_an_appeal_down_and_decides_it(clerk: Clerk) -> None:
    number = clerk.some(FindingState.OPEN)
    clerk.go(number)
    clerk.press("r")
    assert clerk.form == "appealForm"
    clerk.press("cameras show otherwise", ENTER)
    assert clerk.current.appealed_at is not None
    clerk.press("r")
    assert clerk.form == "decideForm"
    clerk.press(DOWN, DOWN)
    clerk.press(TAB, "0", TAB, "half of it", ENTER)
    decided = clerk.current
    assert (decided.review, decided.reviewed_deduction) == (AppealOutcome.DOWNGRADED, 0)
    clerk.press("z", ctrl=True)
    assert clerk.current.appealed_at is not None
    assert clerk.current.reviewed_deduction is None


@pytest.mark.ci
@at_the_ledger
def test_an_appeal_that_is_right_withdraws_the_finding(clerk: Clerk) -> None:
    clerk.go(clerk.some(FindingState.OPEN))
    clerk.press("r", "x", ENTER)
    clerk.press("r", DOWN)
    clerk.press(TAB, "they are right", ENTER)
    assert clerk.current.state is FindingState.WITHDRAWN


@pytest.mark.ci
@at_the_ledger
def test_o_reopens_as_a_new_round(clerk: Clerk) -> None:
    clerk.go(clerk.some(FindingState.CLOSED))
    before = clerk.current.round
    clerk.press("o")
    clerk.press("again", TAB, "12-31", ENTER)
    reopened = clerk.current
    assert (reopened.state, reopened.round) == (FindingState.OPEN, before + 1)
    assert (reopened.deadline.month, reopened.deadline.day) == (12, 31)


@pytest.mark.ci
@at_the_ledger
def test_n_notes_for_the_whole_filter(clerk: Clerk) -> None:
    clerk.look(Quick.ALL)
    clerk.press("a", ctrl=True)
    ids = clerk.page.table.subjects()
    assert len(ids) > 500  # more than is looked at one by one
    clerk.press("n")
    clerk.write("已电话催办")
    clerk.press(ENTER)
    assert f"{len(ids)} findings" in clerk.banner
    clerk.press("z", ctrl=True)
    history = clerk.workspace.findings.history(ids[-1])
    assert [entry.event.kind.value for entry in history][-2:] == ["noted", "reverted"]


@pytest.mark.ci
@at_the_ledger
def test_esc_leaves_a_form_and_the_name_is_proposed_next_time(clerk: Clerk) -> None:
    clerk.look(Quick.OPEN)
    clerk.press("n")
    clerk.press("first", ESC)
    assert (clerk.form, clerk.focus) == ("", "ledger")
    clerk.press("n", "words", TAB, "Wang", ENTER)
    clerk.press("n")
    assert clerk.find(QLineEdit, "stepBy").text() == "Wang"
    assert clerk.workspace.findings.history(clerk.current.id)[-1].event.by == "Wang"


@pytest.mark.ci
@at_the_ledger
def test_who_reported_is_not_proposed_as_who_rechecks(clerk: Clerk) -> None:
    rectifying = LedgerFilter(states=frozenset({FindingState.RECTIFYING}))
    first, second = clerk.workspace.findings.ledger(rectifying, limit=2)
    for number, rechecker in ((first.number, ""), (second.number, "Li")):
        clerk.go(number)
        clerk.press("d")
        today = clerk.workspace.now()
        prompt = clerk.find(QLineEdit, "reportDoneOn").placeholderText()
        assert prompt == f"like {today:%m-%d}"
        clerk.write("已改")
        by = clerk.find(QLineEdit, "stepBy")
        assert by.text() == ("Wang" if rechecker else clerk.workspace.ledger_desk.by)
        by.setText("Wang")
        clerk.press(ENTER)
        clerk.press("k", "y")
        by = clerk.find(QLineEdit, "stepBy")
        assert by.text() == rechecker
        if not rechecker:  # nobody closes it without a name
            clerk.press(ENTER)
            assert clerk.banner == "Write who rechecked it first. Nothing was changed."
            assert clerk.focus == "stepBy"
            assert clerk.current.state is FindingState.REPORTED
            clerk.write("Li")
        clerk.press(ENTER)
        assert clerk.current.state is FindingState.CLOSED
    clerk.page.steps._done.clear()  # as after another start
    clerk.press("z", ctrl=True)
    assert "Take back “Rechecked”" in clerk.line
    clerk.press("z", ctrl=True)
    assert clerk.current.state is FindingState.REPORTED
    assert clerk.workspace.findings.history(clerk.current.id)[-1].event.by == "Li"


@pytest.mark.ci
@at_the_ledger
def test_ctrl_z_asks_before_it_takes_back_what_was_not_done_here(clerk: Clerk) -> None:
    finding = clerk.current
    clerk.workspace.findings.note([finding.id], "elsewhere", by=clerk.workspace.ledger_desk.by)
    clerk.press("z", ctrl=True)
    assert "Take back “Noted”" in clerk.line
    clerk.press("z", ctrl=True)
    assert clerk.workspace.findings.history(finding.id)[-1].event.kind.value == "reverted"
    clerk.press("z", ctrl=True)
    assert (
        clerk.banner == f"{finding.number}: no step was taken yet, so there is none to take back."
    )
    assert clerk.window.banner.is_hint  # nothing went wrong
    clerk.workspace.findings.note([finding.id], "elsewhere", by="Somebody else")
    clerk.press("z", ctrl=True)
    assert clerk.banner.startswith(
        f"The last step of {finding.number}, “Noted”, was taken today by Somebody else. Only who"
    )
    assert clerk.window.banner.is_hint
    assert clerk.workspace.findings.history(finding.id)[-1].event.kind.value == "noted"


@pytest.mark.ci
@at_the_ledger
def test_shift_marks_a_range_and_ctrl_a_all(clerk: Clerk) -> None:
    numbers = clerk.numbers
    clerk.press(DOWN)
    clerk.press_with(SHIFT, DOWN, DOWN)
    assert clerk.marked == set(numbers[1:4])
    clerk.press_with(SHIFT, UP, UP)
    assert clerk.marked == {numbers[1]}
    clerk.press_with(SHIFT, END)
    assert clerk.marked == set(numbers[1:])
    clerk.press("a", ctrl=True)
    assert len(clerk.page.model.marks) == len(numbers)
    clerk.press(ESC)
    assert clerk.marked == set()
