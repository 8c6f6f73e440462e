"""Beside the register: the current complaint with its facts, photos, findings and history."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout

from inspector.domain.complaint.complaint import Complaint
from inspector.domain.complaint.complaint_event import ComplaintStep
from inspector.domain.complaint.complaint_life import allowed_steps
from inspector.domain.finding.finding import Finding
from inspector.domain.visit.evidence import Evidence
from inspector.domain.visit.inspection import Inspection
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.photos.photo_strip import PhotoStrip
from inspector.gui.session import Session
from inspector.gui.steps.deadline_words import late_words, near_day
from inspector.gui.steps.step_buttons import StepButtons
from inspector.gui.steps.story_view import StoryView
from inspector.gui.theme import GRID
from inspector.gui.widgets.fact_grid import FactGrid
from inspector.gui.widgets.labels import hairline, label, set_role, wrapped
from inspector.gui.widgets.lists.deadline_role import deadline_role
from inspector.gui.widgets.scrolling import lay_out_now
from inspector.gui.widgets.stacked import surface
from inspector.gui.words import day_text, kind_word, moment_text
from inspector.translation import tr
from inspector.workspace.finding_state_words import state_word
from inspector.workspace.stories.complaint_words import (
    channel_word,
    complainant_word,
    complaint_kind_word,
    complaint_state_word,
    grade_word,
    upheld_word,
)
from inspector.workspace.stories.story_line import StoryLine


class ComplaintPanel(QScrollArea):
    """With the keyboard the arrows scroll it; Enter shows the photos, Esc goes back."""

    left = Signal()
    photos_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("complaintPanel")
        self.setAccessibleName(tr("Complaint"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.complaint: Complaint | None = None
        self.evidence: Sequence[Evidence] = ()
        self._steps: StepButtons | None = None
        self._title = wrapped("", "title")
        self._place = wrapped("", "secondary")
        self._standing = wrapped("", "section")
        self._standing.setObjectName("complaintStanding")
        self.strip = PhotoStrip("complaintPhotos")
        self.strip.use(session)
        self.story = StoryView()
        self._facts = FactGrid("complaint", _titles(), spacing=GRID // 2)
        inside = surface()
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        for widget in (self._title, self._place, self._standing, self.strip, self._facts):
            column.addWidget(widget)
        column.addWidget(hairline())
        column.addWidget(label(tr("History"), "section"))
        column.addWidget(self.story)
        column.addStretch(1)
        self.setWidget(inside)
        self.strip.opened.connect(lambda _: self.photos_wanted.emit())
        self.strip.left.connect(self.left)
        self.commands = CommandTable(self)
        self.commands.add_answers(
            (tr("Photos large"), self.photos_wanted.emit), (tr("Back"), self.left.emit)
        )

    def give_steps(self, steps: StepButtons) -> None:
        """Offer from now on what can be done with the complaint that is shown."""
        self._steps = steps

    def show_complaint(
        self,
        complaint: Complaint,
        findings: Sequence[Finding],
        visit: Inspection | None,
        evidence: Sequence[Evidence],
        story: Sequence[StoryLine],
        today: date,
    ) -> None:
        """Show a complaint."""
        other = self.complaint is None or self.complaint.id != complaint.id
        self.complaint, self.evidence = complaint, evidence
        self._title.setText(complaint.content)
        self._place.setText(
            " · ".join(
                part
                for part in (complaint.number, complaint.site_name, complaint.window_number)
                if part
            )
        )
        self._standing.setText(_standing(complaint, today))
        set_role(self._standing, deadline_role(complaint.urgency_on(today)) or "section")
        self.strip.show_evidence(evidence, [each.name for each in evidence])
        self.strip.setVisible(bool(evidence))
        if self._steps is not None:
            raised = {ComplaintStep.RAISED.value} if complaint.finding_ids else set[str]()
            self._steps.offer({step.value for step in allowed_steps(complaint)}, raised)
        self._facts.show_facts(_facts(complaint, findings, visit))
        self.story.show_story(story)
        lay_out_now(self)
        if other:
            self.verticalScrollBar().setValue(0)


def _standing(complaint: Complaint, today: date) -> str:
    waits = complaint.state.is_unanswered
    due = tr("to be answered by {day}", day=near_day(complaint.deadline, today)) if waits else ""
    again = tr("round {round}", round=complaint.round) if complaint.round > 1 else ""
    late = late_words(not waits, complaint.deadline, today)
    state = complaint_state_word(complaint.state, anonymous=complaint.anonymous)
    parts = (state, again, due, late)
    return " · ".join(part for part in parts if part)


def _titles() -> list[tuple[str, str]]:
    return [
        ("way", tr("By which way")),
        ("came", tr("Received")),
        ("who", tr("Complainant")),
        ("first", tr("Asked first")),
        ("owner", tr("Owner")),
        ("visit", tr("Visit")),
        ("upheld", tr("Upheld or not")),
        ("found", tr("What verifying found")),
        ("findings", tr("Findings")),
        ("answer", tr("Answer")),
        ("grade", tr("How content")),
    ]


def _facts(
    complaint: Complaint, findings: Sequence[Finding], visit: Inspection | None
) -> dict[str, str]:
    way = f"{channel_word(complaint.channel)} · {complaint_kind_word(complaint.kind)}"
    owner = " · ".join(part for part in (complaint.department, complaint.owner) if part)
    grade = grade_word(complaint.grade) if complaint.grade else ""
    return {
        "way": way,
        "came": moment_text(complaint.received_at.astimezone()),
        "who": complainant_word(complaint),
        "first": complaint.first_asked,
        "owner": owner,
        "visit": f"{day_text(visit.started_at.date())} {kind_word(visit.kind)}" if visit else "",
        "upheld": "" if complaint.upheld is None else upheld_word(complaint.upheld),
        "found": complaint.verification,
        "findings": "\n".join(f"{each.number} {state_word(each.state)}" for each in findings),
        "answer": complaint.answer,
        "grade": "; ".join(part for part in (grade, complaint.follow_up) if part),
    }
