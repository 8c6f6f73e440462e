"""What whoever leads the meeting reads on the console and nobody else: names, the standard."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea

from inspector.domain.meeting.minutes import Minutes, MinutesLine
from inspector.domain.meeting.people_names import People
from inspector.gui.meeting.screens.meeting_words import (
    deadline_word,
    place_word,
    praise_place,
    standing,
    step_words,
)
from inspector.gui.session import Session
from inspector.gui.steps.deadline_words import asked_words
from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import wrapped
from inspector.translation import tr
from inspector.workspace.finding_state_words import owner_word, times_word
from inspector.workspace.meeting.slides import DrillSlide, FindingSlide, PraiseSlide, Slide


class ConsoleNotes(QScrollArea):
    """Below the screen in front."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.words = wrapped("")
        self.words.setObjectName("consoleNotes")
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.words.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys stay with the screen
        self.setWidget(self.words)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def show_slide(self, slide: Slide, minutes: Minutes) -> None:
        """Show what there is to know of a screen."""
        self.words.setText("\n".join(notes_of(self._session, slide, minutes)))
        self.verticalScrollBar().setValue(0)


def notes_of(session: Session, slide: Slide, minutes: Minutes) -> list[str]:
    """Return what there is to know of a screen, a paragraph each; people by name where known."""
    people = session.workspace.minutes.people(minutes.meeting.site_id, by_name=True)
    match slide:
        case FindingSlide():
            return _of_finding(slide.lines(minutes), people, minutes)
        case PraiseSlide():
            praise = (each for card in slide.cards for each in card.praise)
            return [f"{praise_place(each)}  {people.words(each.staff_number)}" for each in praise]
        case DrillSlide():
            return list(filter(None, [minutes.meeting.drill_note]))
    return list(filter(None, [minutes.meeting.tasks]))


def _of_finding(lines: tuple[MinutesLine, ...], people: People, minutes: Minutes) -> list[str]:
    first, today = lines[0].finding, minutes.meeting.started_at.date()
    notes = [tr("Standard: {text}", text=first.item_text)]
    if first.requirement:
        notes.append(tr("Required: {text}", text=first.requirement))
    for line in lines:
        finding = line.finding
        is_own = finding.owner == finding.staff_number  # who is named at the window already
        owner = "" if is_own else owner_word(people.words(finding.owner))
        facts = (
            place_word(finding.window_number, people.words(finding.staff_number)),
            finding.number,
            times_word(finding.times_at_window),
            finding.department,
            owner,
            finding.leader,
            deadline_word(finding, today),
            standing(finding),
            asked_words(finding.asked_until, today, finding.asked_reason),
            *step_words(line.steps),
        )
        notes.append(" · ".join(filter(None, facts)))
    return notes
