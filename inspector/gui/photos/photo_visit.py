"""What photos need of a visit in front, and what a photo that comes in belongs to."""

from dataclasses import dataclass
from typing import Protocol

from inspector.domain.visit.evidence import Evidence, EvidenceOrigin, EvidenceRole
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.workspace.evidence.evidence_book import EvidenceBook
from inspector.workspace.evidence.evidence_bytes import Prepared


class PhotoVisit(Protocol):
    """A visit in front with its history, its sheet always as it is on disk.

    What writes returns False when that was refused, and nothing changed.
    """

    sheet: InspectionSheet

    def attached(self, evidence: Evidence) -> None:
        """A photo came in and is on disk; undo takes it off again."""

    def change_photo(self, evidence: Evidence, then: Evidence | None) -> bool:
        """Let a photo stand otherwise, None: removed."""

    def annotate(self, evidence: Evidence, picture: bytes) -> bool:
        """Show a copy with marks, a JPEG, instead of the original."""

    def photo_change(self, *, back: bool) -> tuple[Evidence | None, Evidence | None] | None:
        """Return what an undo (`back`) or redo would change a photo from and to, if it did."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a photo belongs to for good: an answer, an entry of a patrol, or a finding."""

    words: str
    role: EvidenceRole
    inspection_id: str
    scorecard_id: str | None = None
    item_id: str | None = None
    finding_id: str | None = None

    def made(self, book: EvidenceBook, prepared: Prepared, origin: EvidenceOrigin) -> Evidence:
        """Return the evidence that a file which was read becomes."""
        return book.made(
            prepared,
            origin,
            self.role,
            inspection_id=self.inspection_id,
            scorecard_id=self.scorecard_id,
            item_id=self.item_id,
            finding_id=self.finding_id,
        )
