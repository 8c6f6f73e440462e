"""The recheck in front: what each finding came to, every decision on disk at once.

What the disk refuses waits in the session's `unsaved`.
"""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, Signal

from inspector.domain.errors import InspectorError
from inspector.domain.finding.finding import Finding
from inspector.domain.finding.recheck import RecheckEntry, RecheckOutcome
from inspector.domain.visit.evidence import Evidence, EvidenceRole
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.gui.session import Session
from inspector.gui.visits.rounds.round_history import RoundHistory, RoundStep
from inspector.workspace.evidence.pending_photos import PhotoStandsPending
from inspector.workspace.pending import RecheckPending, evidence_upon, recheck_upon


class RecheckRound(QObject):
    """Every method that writes returns False when that was refused."""

    changed = Signal()

    def __init__(self, session: Session, sheet: InspectionSheet, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._rechecks = session.workspace.rechecks
        self.inspection = sheet.inspection
        self.findings: list[Finding] = self._rechecks.findings(self.id)
        self._history = RoundHistory()
        self.entries: dict[str, RecheckEntry] = {}
        self.evidence: dict[str, tuple[Evidence, ...]] = {}
        self._read()

    @property
    def id(self) -> str:
        """The id of the visit."""
        return self.inspection.id

    def outcome(self, finding_id: str) -> RecheckOutcome | None:
        """Return what a finding came to, None when it was not looked at."""
        return self.entries[finding_id].outcome

    @property
    def unsaved(self) -> set[str]:
        """The ids of the findings whose outcome is not on the disk."""
        return {finding for finding, _ in self._session.unsaved.spots}

    @property
    def left(self) -> list[Finding]:
        """The findings that were not looked at yet."""
        return [each for each in self.findings if self.outcome(each.id) is None]

    def next_left(self, finding_id: str) -> Finding | None:
        """Return the next one not looked at behind a finding, wrapping once."""
        ids = [each.id for each in self.findings]
        at = ids.index(finding_id)
        order = [*self.findings[at + 1 :], *self.findings[:at]]
        return next((each for each in order if self.outcome(each.id) is None), None)

    def count(self, outcome: RecheckOutcome) -> int:
        """Return how many findings came to an outcome."""
        return sum(entry.outcome is outcome for entry in self.entries.values())

    def before(self, finding_id: str) -> tuple[Evidence, ...]:
        """Return the photos as found: the left side never shows what was put right."""
        return tuple(e for e in self._earlier(finding_id) if e.role is EvidenceRole.FOUND)

    def reported(self, finding_id: str) -> tuple[Evidence, ...]:
        """Return the photos from before this visit of what was done about it, oldest first."""
        return tuple(e for e in self._earlier(finding_id) if e.role is not EvidenceRole.FOUND)

    def _earlier(self, finding_id: str) -> list[Evidence]:
        evidence = self.evidence.get(finding_id, ())
        return [each for each in evidence if each.is_photo and each.inspection_id != self.id]

    def now(self, finding_id: str) -> tuple[Evidence, ...]:
        """Return what was taken on this visit."""
        return tuple(e for e in self.evidence.get(finding_id, ()) if e.inspection_id == self.id)

    # Writing

    def decide(self, finding_id: str, outcome: RecheckOutcome | None, note: str = "") -> bool:
        """Keep what a finding came to."""
        before = self.entries[finding_id]
        if (before.outcome, before.note) == (outcome, note):
            return True
        if not self._decide(finding_id, outcome, note):
            return False
        self._history.add(
            RoundStep(
                lambda: self._decide(finding_id, before.outcome, before.note),
                lambda: self._decide(finding_id, outcome, note),
                finding_id,
            )
        )
        return True

    def attached(self, evidence: Evidence) -> None:
        """A photo came in; Ctrl+Z takes it off again."""
        self._history.add(
            RoundStep(
                lambda: self._set_removed(evidence, True),
                lambda: self._set_removed(evidence, False),
                evidence.finding_id or "",
            )
        )
        self._read()

    def remove_photo(self, evidence: Evidence) -> bool:
        """Take a photo of this visit off."""
        if not self._set_removed(evidence, True):
            return False
        self._history.add(
            RoundStep(
                lambda: self._set_removed(evidence, False),
                lambda: self._set_removed(evidence, True),
                evidence.finding_id or "",
            )
        )
        return True

    def add_step(self, undo: Callable[[], bool], redo: Callable[[], bool], place: str) -> None:
        """Remember what happened to a finding beside its outcome, to be undone in its turn."""
        self._history.add(RoundStep(undo, redo, place))

    def undo(self) -> str | None:
        """Take the last change back; return the finding it happened to."""
        return self._history.undo()

    def redo(self) -> str | None:
        """Do again what was taken back; return its finding."""
        return self._history.redo()

    def _decide(self, finding_id: str, outcome: RecheckOutcome | None, note: str) -> bool:
        if not self._session.keep(RecheckPending(self.id, finding_id, outcome, note)):
            return False
        self._read()
        return True

    def _set_removed(self, evidence: Evidence, removed: bool) -> bool:
        now = self._session.workspace.now()
        if not self._session.keep(PhotoStandsPending(evidence, removed, now)):
            return False
        self._read()
        return True

    def _read(self) -> None:
        kept, photos = self.entries, self.evidence
        with suppress(InspectorError):  # a drive that was pulled out cannot be read either
            kept = {entry.finding_id: entry for entry in self._rechecks.entries(self.id)}
            book = self._session.workspace.evidence
            photos = book.of_findings([each.id for each in self.findings])
        waiting = self._session.unsaved.waiting
        self.entries = recheck_upon(self.id, kept, waiting)
        self.evidence = {
            each.id: evidence_upon(photos.get(each.id, ()), waiting, finding_id=each.id)
            for each in self.findings
        }
        self.changed.emit()
