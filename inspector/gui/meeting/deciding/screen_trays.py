"""What is decided at a screen of a meeting: which tray opens there, what is written and not taken,
what is taken back.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from inspector.domain.finding.finding import Finding, FindingState
from inspector.domain.meeting.meeting import Meeting
from inspector.domain.visit.draft import DraftKey
from inspector.gui.commands.shared_keys import UNDO, press
from inspector.gui.editor_draft import not_handed_in
from inspector.gui.meeting.deciding.decisions import Decisions
from inspector.gui.meeting.deciding.trays import Trays, corrected_word
from inspector.gui.session import Session
from inspector.gui.widgets.ask_line import AskLine
from inspector.translation import tr
from inspector.workspace.meeting.slides import ClosingSlide, DrillSlide, FindingSlide, Slide

if TYPE_CHECKING:
    from inspector.gui.meeting.presenter import Presenter

_COMMANDS = {"decide": "appeal", "tasks": "assign", "ask": "extend"}
"""What opens the trays that are not named after it."""
DRILL = "drill"


class ScreenTrays:
    """The decisions at the screen that is in front of a presenter."""

    def __init__(
        self, session: Session, presenter: "Presenter", trays: Trays, line: AskLine
    ) -> None:
        self._session, self._presenter = session, presenter
        self._trays, self._line = trays, line
        trays.given_up.connect(self._on_given_up)

    def hold(self, meeting: Meeting) -> None:
        """Decide for another meeting from now on."""
        self._decisions = Decisions(self._session, meeting)
        self._trays.close_all()
        self._trays.hold(self._decisions, meeting.id)

    def go_on_at(self, slide: Slide) -> None:
        """Open what was written at a screen before and not taken."""
        place = _place_of(slide)
        self._go_on_with([key for key in self._trays.drafts.waiting() if key.place == place])

    def discuss(self, slide: Slide) -> None:
        """Remember that the findings of a screen were talked about, if it has any."""
        for finding_id in slide.finding_ids if isinstance(slide, FindingSlide) else ():
            self._decisions.discuss(finding_id)

    @property
    def findings(self) -> list[Finding]:
        """What the screen in front is about, as the operations know it."""
        slide = self._presenter.slide
        if not isinstance(slide, FindingSlide):
            return []
        return self._session.workspace.findings.all_of(slide.finding_ids)

    @property
    def finding(self) -> Finding | None:
        """Of what is in front, the one that says what can be decided: contested, else not ended."""
        findings = self.findings
        order = sorted(findings, key=lambda each: (each.appealed_at is None, each.state.is_ended))
        return order[0] if order else None

    @property
    def corrected(self) -> str:
        """What C does at the screen in front, in few words."""
        return corrected_word(
            self._decided_here([each for each in self.findings if not each.state.is_ended])
        )

    def why_not(self, name: str) -> str:
        """Return why the screen in front does not have what a command opens; '' when it has."""
        presenter = self._presenter
        put_away = name == "undo" and self._trays.place_put_away is not None
        if not presenter.is_open or name == "attendance" or put_away:
            return ""
        others = {"assign": ClosingSlide, "note": DrillSlide}
        if not isinstance(presenter.slide, (FindingSlide, others.get(name, FindingSlide))):
            return tr("This screen is not about a finding.")
        match name:
            case "refuse":
                return self._why_no_answer()
            case "correct":
                return self._why_not_here(
                    [each for each in self.findings if not each.state.is_ended]
                )
            case "appeal":
                return self._why_not_here(_contested(self.findings))
        return ""

    def _why_not_here(self, findings: list[Finding]) -> str:
        """Return why nothing is decided here about any of some findings; '' where it is."""
        none = findings and not self._decided_here(findings)
        return tr("Those who inspect do that.") if none else ""

    def _decided_here(self, findings: list[Finding]) -> list[Finding]:
        """Return those of some findings that others did not hand to this laptop as a site's."""
        if not self.asks(findings):
            return findings
        return [each for each in findings if not self.asks([each])]

    def _why_no_answer(self) -> str:
        asked = _asked(self.findings)
        if not asked:
            return tr("No extension was asked for.")
        return tr("Those who inspect answer it.") if self.asks(asked) else ""

    def asks(self, findings: Sequence[Finding]) -> bool:
        """Tell whether more time for findings is asked for here, and answered elsewhere."""
        return self._session.workspace.findings.asks(each.id for each in findings)

    def open(self, name: str) -> None:
        """Open what a command of the screen in front opens, if it has it."""
        slide, meeting = self._presenter.slide, self._presenter.meeting
        if name == "attendance":
            self._trays.open_attendance(meeting)
        elif name == "assign" and isinstance(slide, ClosingSlide):
            self._trays.open_tasks(meeting, round(1.6 * self._presenter.words_size))
        elif name == "note" and isinstance(slide, DrillSlide):
            self._trays.open_drill_note(
                tr("How did the drill go?"), meeting.drill_note, DRILL, self._note_drill
            )
        elif isinstance(slide, FindingSlide):
            self._open_tray(name, self.findings, slide.finding_id)

    def _open_tray(self, name: str, findings: list[Finding], place: str) -> None:
        waiting = [each for each in findings if not each.state.is_ended]
        if not waiting and name in ("correct", "assign", "extend", "refuse"):
            self._line.ask(
                tr(
                    "Nothing has to be done about it any more. {undo} takes the last step back.",
                    undo=press(UNDO),
                )
            )
        elif name == "correct":
            if here := self._decided_here(waiting):
                self._trays.open_correct(here, place)
        elif name == "assign":
            to_do = [each for each in waiting if each.state is not FindingState.REPORTED]
            self._trays.open_assign(to_do or waiting, place)
        elif name == "extend":
            given = [each for each in waiting if each.state is not FindingState.OPEN] or waiting
            if self.asks(given):
                self._trays.open_ask(given, place)
            else:
                self._trays.open_extend(_asked(waiting) or given, place)
        elif name == "refuse":
            if not self._why_no_answer():
                self._trays.open_refuse(_asked(waiting), place)
        elif name == "appeal":
            contested = _contested(findings)
            if here := self._decided_here(contested) if contested else findings:
                self._trays.open_appeal(here, place)
        else:
            self._trays.open_note(findings, place)

    def _note_drill(self, words: str) -> bool:
        meetings, meeting = self._session.workspace.meetings, self._presenter.meeting
        return (
            self._session.attempt(lambda: meetings.write(meeting.id, drill_note=words.strip()))
            is not None
        )

    # Written and not taken

    def _slide_at(self, place: str) -> int:
        """Return the screen of a draft; what belongs to none is asked for at the end."""
        for at, slide in enumerate(self._presenter.course.slides):
            own = slide.finding_ids if isinstance(slide, FindingSlide) else (_place_of(slide),)
            if place and place in own:
                return at
        return len(self._presenter.course.slides) - 1

    def stops_at_written(self) -> bool:
        """Go to the first that is written and not taken, and say so; False when there is none."""
        written = self._trays.drafts.waiting()
        stops = self._go_on_with(written)
        if stops:
            self._line.ask(not_handed_in(len(written), *self._trays.answers))
        return stops

    def _go_on_with(self, waiting: list[DraftKey]) -> bool:
        """Open the tray of the first draft that can still be taken; False when none can."""
        for key in waiting:
            self._presenter.course.go_to(self._slide_at(key.place))
            name = self._trays.drafts.tray_of(key)
            self._presenter.decide(_COMMANDS.get(name, name))
            if self._trays.open_name == name:
                return True
            self._trays.close_all()
            self._trays.drafts.forget(key)  # its finding was settled meanwhile
        return False

    def _on_given_up(self) -> None:
        self._line.tell(
            tr("What was written is put away. {undo} brings it back.", undo=press(UNDO))
        )

    def undo(self) -> None:
        """Take back the last decision about the finding, or what was put away."""
        if (place := self._trays.place_put_away) is not None:
            if place:
                self._presenter.course.go_to(self._slide_at(place))
            self._line.stop()
            self._trays.bring_back()
            return
        findings = self.findings
        if not findings:
            return
        if self._decisions.undo(findings):
            self._line.tell(tr("Taken back."))
        else:
            self._line.ask(tr("This meeting has decided nothing about it that can be taken back."))


def _asked(findings: Sequence[Finding]) -> list[Finding]:
    return [each for each in findings if each.asked_until is not None]


def _contested(findings: Sequence[Finding]) -> list[Finding]:
    return [each for each in findings if each.appealed_at is not None]


def _place_of(slide: Slide) -> str:
    """Return where a draft that was typed at a screen is kept."""
    if isinstance(slide, FindingSlide):
        return slide.finding_id
    return DRILL if isinstance(slide, DrillSlide) else ""
