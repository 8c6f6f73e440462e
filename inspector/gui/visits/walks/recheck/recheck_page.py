"""A recheck: finding after finding, as found beside as it is now, passed or failed by a key."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from inspector.domain.finding.finding import Finding
from inspector.domain.finding.recheck import RecheckOutcome
from inspector.domain.visit.draft import DraftKey
from inspector.domain.visit.evidence import EvidenceRole
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import (
    COMPLETE,
    PASTE,
    PHOTO,
    UNDO,
    press,
)
from inspector.gui.photos.photo_subject import Subject
from inspector.gui.photos.photo_visit import Target
from inspector.gui.session import Session
from inspector.gui.visits.parts.beside_button import give_menu_beside
from inspector.gui.visits.parts.recheck_states import problem_text
from inspector.gui.visits.parts.verdict_segment import Given
from inspector.gui.visits.parts.visit_drafts import Lines, stop_of
from inspector.gui.visits.parts.walk_rows import WalkRow
from inspector.gui.visits.walks.recheck.recheck_commands import recheck_commands
from inspector.gui.visits.walks.recheck.recheck_panel import RecheckPanel
from inspector.gui.visits.walks.recheck.recheck_walk import RecheckWalk
from inspector.gui.visits.walks.recheck.recheck_words import (
    outcome_role,
    outcome_shape,
    outcome_word,
)
from inspector.gui.visits.walks.walk_page import WalkPage
from inspector.translation import tr, tr_count

FINDINGS_WIDTH = 264
_NOTE = "recheck"
_GIVEN = {RecheckOutcome.PASSED: ("passed",), RecheckOutcome.FAILED: ("failed",), None: ()}


class RecheckPage(WalkPage[RecheckWalk, Finding]):
    """The findings on the left (where there is room), the one in front on the right."""

    # On a narrow window the photos need the room; ↑ and ↓ go on working in a list of no width.
    widths = (FINDINGS_WIDTH, 0)
    menu = ("passed", "failed", "not-looked-at", "photo", "paste", "view", "remove-photo")
    panel: RecheckPanel

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        title = tr("Findings to recheck")
        lines: Lines = {_NOTE: lambda: {"note": self.panel.note}}
        super().__init__(session, ("recheckFindings", title), lines, parent)
        panel = self.panel
        panel.failed.connect(self._on_failed)
        panel.add_now.belong(self.commands["photo"], self.stops, tr("＋ Photo"))
        for pane in (panel.before, panel.now):
            pane.opened.connect(self.view)
            menu = [self.commands[name] for name in ("view", "photo", "paste", "remove-photo")]
            give_menu_beside(pane, menu, self.stops)

    def _made_panel(self) -> RecheckPanel:
        return RecheckPanel(self._session, self)

    def _made_commands(self) -> CommandTable:
        return recheck_commands(self)

    def _verdicts(self) -> Sequence[Given]:
        passed, failed = RecheckOutcome.PASSED, RecheckOutcome.FAILED
        named = {"passed": passed, "failed": failed, "not-looked-at": None}
        return [
            Given(
                self.commands[name],
                outcome_word(outcome),
                outcome_shape(outcome) if outcome else "",
                outcome_role(outcome) if outcome else "text",
            )
            for name, outcome in named.items()
        ]

    def _made(self, sheet: InspectionSheet) -> RecheckWalk:
        return RecheckWalk(self._session, sheet, self)

    def _first_stop(self, unkept: list[DraftKey]) -> str:
        return stop_of(unkept[0]) if unkept else (self.walk.left or self.walk.stops)[0].id

    @property
    def finding(self) -> Finding:
        """The finding in front."""
        return self._stop

    # Deciding

    def pass_finding(self) -> None:
        """The finding is put right: on to the next."""
        self.line.stop()
        if self.walk.decide(self.finding.id, RecheckOutcome.PASSED):
            self._next()

    def fail_finding(self) -> None:
        """Write down what is still wrong."""
        self.line.stop()
        self._write_in(DraftKey(_NOTE, self.walk.id, self.finding.id))

    def _open_line(self, key: DraftKey) -> None:
        self.panel.begin_note(self.walk.entries[self.finding.id].note)

    def _on_failed(self, note: str) -> None:
        if not note:
            self.line.ask(tr("Say what is still wrong; the site has to know."))
        elif self.walk.decide(self.finding.id, RecheckOutcome.FAILED, note):
            self._kept()
            self._next()

    def take_back(self) -> None:
        """The finding was not looked at after all."""
        self.line.stop()
        self.walk.decide(self.finding.id, None)

    # Photos

    def _target(self) -> Target | None:
        if not self.is_open:
            return None
        role, finding = EvidenceRole.RECHECKED, self.finding
        return Target(finding.number, role, self.walk.id, finding_id=finding.id)

    def view(self) -> None:
        """V or a double click: the photos of the finding in front, large."""
        self.line.stop()
        walk, finding = self.walk, self.finding
        words = f"{finding.number} · {problem_text(finding)}"
        subject = Subject(words, lambda: walk.evidence.get(finding.id, ()))
        nothing = tr(
            "There is no photo here yet: {paste} pastes one, {choose} chooses files.",
            paste=press(PASTE, tr("Paste photo")),
            choose=press(PHOTO, tr("Photo")),
        )
        self.photos.view(subject, nothing)

    def remove_photo(self) -> None:
        """Take the last photo of this visit off."""
        self.line.stop()
        taken = self.walk.now(self.finding.id)
        if not taken:
            self._session.hinted.emit(tr("This visit has taken no photo of it yet."))
        elif self.walk.change_photo(taken[-1], None):
            self.line.tell(tr("Taken away. {undo} puts it back.", undo=press(UNDO)))

    # Moving

    def step(self, arrow: int) -> None:
        """Go to the finding before (0, 2) or after (1, 3)."""
        self.line.stop()
        self.stops.step((-1, 1)[arrow % 2])

    # Completing

    def _stops_at_unkept(self) -> bool:
        """Keep the reason in front as it was meant, and stop at any other; False when none is."""
        note = self.panel.note.text().strip()
        if self.drafts.is_written and note:
            if not self.walk.decide(self.finding.id, RecheckOutcome.FAILED, note):
                return True
            self.drafts.drop()
        return super()._stops_at_unkept()

    def _why_not_complete(self) -> str:
        left = self.walk.left
        if not left:
            return ""
        self._go_to(left[0].id)
        return tr_count(
            len(left),
            "Only this finding was not looked at yet.",
            "{count} findings were not looked at yet; this is the first. Leave the recheck where it"
            " is to go on another day.",
        )

    def _completion(self) -> tuple[str, str]:
        question = tr(
            "{passed} passed and are closed, {failed} failed and go back."
            " {complete} again completes it.",
            passed=self.walk.count(RecheckOutcome.PASSED),
            failed=self.walk.count(RecheckOutcome.FAILED),
            complete=press(COMPLETE, tr("Complete the recheck")),
        )
        return question, tr("Complete the recheck")

    def _complete_visit(self, visit: str) -> object:
        return self._session.workspace.rechecks.complete(visit)

    # Showing

    def _all_done(self) -> str:
        return tr(
            "Every finding was looked at. {complete} completes the recheck.",
            complete=press(COMPLETE, tr("Complete the recheck")),
        )

    def _row(self, stop: Finding) -> WalkRow:
        outcome = self.walk.outcome(stop.id)
        return WalkRow(
            stop.id,
            outcome_shape(outcome),
            problem_text(stop),
            f"{stop.window_number} · {stop.number}",
            outcome_word(outcome),
            outcome_role(outcome),
        )

    def _show_stop(self) -> None:
        total = len(self.walk.stops)
        self.figures.setText(
            tr(
                "Finding {at} / {total}   Looked at {done}",
                at=max(self.stops.currentIndex().row(), 0) + 1,
                total=total,
                done=total - len(self.walk.left),
            )
        )
        self.panel.verdicts.show_given(_GIVEN[self.walk.outcome(self.finding.id)])
        self.panel.show_finding(self.walk, self.finding, self._session.workspace.now().date())
