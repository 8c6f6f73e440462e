"""A deadline in a year whose make-up days are not published says so where it is made."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from inspector.domain.checklist.category import Scope
from inspector.domain.checklist.checklist import DeductRule
from inspector.domain.finding.finding import Finding
from inspector.gui.meeting.deciding.assign_tray import AssignTray
from inspector.gui.meeting.deciding.extend_tray import ExtendTray
from inspector.gui.rectify.step_forms.assign_form import AssignForm
from inspector.gui.rectify.step_forms.extend_form import ExtendForm
from inspector.gui.rectify.step_forms.step_form import Subjects
from inspector.gui.session import Session
from inspector.gui.visits.scoring.panel.facts_section import FactsSection
from inspector.gui.visits.scoring.panel.shown_item import Shown
from inspector.translation import use_language
from inspector.workspace.workspace import Workspace
from tests.workspace.visiting import PACK, Clock, add_site, visit

NEW_YEARS_EVE = date(2026, 12, 31)
AWAITED = "the make-up days of 2027 are not published yet"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    use_language("en", tmp_path)
    clock = Clock(datetime.fromisoformat("2026-12-31T09:30:00+08:00"))
    with closing(Workspace(tmp_path / "data", clock)) as opened:
        yield opened


@pytest.fixture
def finding(workspace: Workspace) -> Finding:
    pack = workspace.packs.get(PACK)
    a_workday = next(
        item.id
        for item in pack.items_for(Scope.WINDOW, "comprehensive")
        if item.deadline == 1 and isinstance(item.rule, DeductRule)
    )
    (found,) = workspace.inspections.findings(
        visit(workspace, add_site(workspace), {0: [a_workday]})
    )
    return found


def said(widget: QWidget, name: str) -> str:
    return widget.findChild(QLabel, name).text()  # type: ignore[union-attr]


def test_one_workday_more_ends_on_the_first_monday(
    qtbot: QtBot, workspace: Workspace, finding: Finding
) -> None:
    session = Session(workspace)
    subjects = Subjects([finding.id], NEW_YEARS_EVE, [finding])
    for form, field, name in (
        (made := AssignForm(session), made.deadline, "assignDeadlineEcho"),
        (more := ExtendForm(session), more.until, "extendUntilEcho"),
    ):
        qtbot.addWidget(form)
        form.begin(subjects)
        field.start = NEW_YEARS_EVE
        field.field.setText("1")
        assert said(form, name) == f"Jan 4, 2027 Mon; {AWAITED}"
        assert field.day() == date(2027, 1, 4)
        field.field.setText("2026-12-31")
        assert AWAITED not in said(form, name)


def test_the_trays_of_a_meeting_say_so(
    qtbot: QtBot, workspace: Workspace, finding: Finding
) -> None:
    calendar = workspace.holidays.calendar()
    extend, assign = ExtendTray(), AssignTray()
    for tray in (extend, assign):
        tray.windows.offer([finding])
    extend.open("局长")
    extend.show_proposed(NEW_YEARS_EVE, calendar)
    people = workspace.minutes.people(finding.site_id)
    proposed = {finding.id: workspace.findings.suggestion(finding)}
    assign.show_proposed(proposed, people, NEW_YEARS_EVE, calendar)
    for tray, name in ((extend, "extendHint"), (assign, "assignHint")):
        qtbot.addWidget(tray)
        assert tray.deadline.day >= date(2027, 1, 4)
        assert said(tray, name) == AWAITED
        tray.deadline.stepBy(-5)
        assert tray.deadline.day == NEW_YEARS_EVE
        assert said(tray, name) == ""
        tray.deadline.stepBy(1)
        assert tray.deadline.day == date(2027, 1, 4)
        assert said(tray, name) == AWAITED


def test_a_visit_says_so(qtbot: QtBot, workspace: Workspace, finding: Finding) -> None:
    sheet = workspace.inspections.sheet(finding.inspection_id)
    card = sheet.scorecards[0]
    item = next(item for item in sheet.items(card) if item.deadline == 1)
    score = next(each for each in sheet.score(card).items if each.item.id == item.id)
    calendar = workspace.holidays.calendar()
    section = FactsSection()
    qtbot.addWidget(section)
    section.fill(Shown(card, item, score, NEW_YEARS_EVE, sheet.pack, calendar), False)
    texts = [label.text() for label in section.findChildren(QLabel)]
    assert f"Jan 4 (1 workday); {AWAITED}" in texts
