"""Steps of findings that come with photos: the step and what shows it are kept together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from inspector.domain.visit.evidence import EvidenceOrigin, EvidenceRole
from inspector.workspace.changes import Changes
from inspector.workspace.evidence.evidence_book import EvidenceBook
from inspector.workspace.evidence.evidence_bytes import Prepared
from inspector.workspace.findings.findings import Findings
from inspector.workspace.opened_folder import OpenedFolder


@dataclass(frozen=True, slots=True)
class Shown:
    """A file that was prepared, and how it came in."""

    prepared: Prepared
    origin: EvidenceOrigin


class CloseOut:
    """The operations; each is one transaction: all of it happens, or nothing."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._evidence = opened.of(EvidenceBook)
        self._findings = opened.of(Findings)

    def report_done(
        self, ids: Iterable[str], text: str, done_on: date, photos: Sequence[Shown] = (),
        *, by: str = "",
    ) -> Changes:  # fmt: skip
        """Say of findings what was done and when, and show it; a recheck is next."""
        findings = self._findings
        own = list(ids)
        with self._opened.database.transaction():
            for finding_id in own:
                findings.report_done(finding_id, text, done_on, by=by)
            self._attach(own, photos, EvidenceRole.REPORTED)
        return _changes(own, photos)

    def recheck(
        self, ids: Iterable[str], passed: bool, note: str = "", photos: Sequence[Shown] = (),
        *, by: str = "",
    ) -> Changes:  # fmt: skip
        """Say what looking again came to, and show it; raises MissingWordError."""
        own = list(ids)
        with self._opened.database.transaction():
            self._findings.recheck(own, passed, note, by=by)
            self._attach(own, photos, EvidenceRole.RECHECKED)
        return _changes(own, photos)

    def _attach(self, ids: Sequence[str], photos: Sequence[Shown], role: EvidenceRole) -> None:
        for finding_id in ids:
            for photo in photos:
                self._evidence.attach_to_finding(photo.prepared, finding_id, photo.origin, role)


def _changes(ids: Sequence[str], photos: Sequence[Shown]) -> Changes:
    return Changes(findings=bool(ids), evidence=ids[0] if ids and photos else None)
