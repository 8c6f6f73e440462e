"""The recheck in front: what each finding came to, every decision on disk at once."""

from collections.abc import Sequence
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QObject

from inspector.domain.finding.finding import Finding
from inspector.domain.finding.recheck import RecheckEntry, RecheckOutcome
from inspector.domain.visit.evidence import Evidence, EvidenceRole
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.gui.session import Session
from inspector.gui.visits.walks.open_walk import OpenWalk
from inspector.workspace.pending.pending_writes import (
    Pending,
    RecheckPending,
    evidence_upon,
    recheck_upon,
)

Decision: TypeAlias = tuple[RecheckOutcome | None, str]
"""What a finding came to (None: not looked at), and what is still wrong."""


class RecheckWalk(OpenWalk[Finding]):
    """Every method that writes returns False when that was refused."""

    def __init__(self, session: Session, sheet: InspectionSheet, parent: QObject) -> None:
        super().__init__(session, sheet, parent)
        self._findings = session.workspace.rechecks.findings(self.id)
        self.entries: dict[str, RecheckEntry] = {}
        self.evidence: dict[str, tuple[Evidence, ...]] = {}
        self._read_again()

    @property
    def stops(self) -> Sequence[Finding]:
        """The findings in the order of the walk."""
        return self._findings

    def is_done(self, stop_id: str) -> bool:
        """Tell whether a finding was looked at."""
        return self.outcome(stop_id) is not None

    def outcome(self, finding_id: str) -> RecheckOutcome | None:
        """Return what a finding came to, None when it was not looked at."""
        return self.entries[finding_id].outcome

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
        entry, after = self.entries[finding_id], (outcome, note)
        before = (entry.outcome, entry.note)
        write = partial(self._decide, finding_id)
        return before == after or self._change(finding_id, before, after, write)

    def _decide(self, finding_id: str, decision: Decision) -> bool:
        return self._keep(RecheckPending(self.id, finding_id, *decision))

    def _read(self) -> None:
        workspace = self.session.workspace
        self.entries = {each.finding_id: each for each in workspace.rechecks.entries(self.id)}
        self.evidence = workspace.evidence.of_findings([each.id for each in self.stops])

    def _lay_upon(self, writes: tuple[Pending, ...]) -> None:
        self.entries = recheck_upon(self.id, self.entries, writes)
        self.evidence = {
            each.id: evidence_upon(self.evidence.get(each.id, ()), writes, finding_id=each.id)
            for each in self.stops
        }
