"""Bringing evidence on disk to how it stood before or after a step, for undo and redo."""

from inspector.domain.evidence import Evidence
from inspector.domain.inspection_sheet import InspectionSheet
from inspector.workspace.changes import Changes
from inspector.workspace.evidence import EvidenceBook


def find(sheet: InspectionSheet, evidence_id: str) -> Evidence | None:
    """Return a piece of evidence of a visit; None when it is not there, or was removed."""
    return next((each for each in sheet.evidence if each.id == evidence_id), None)


def write(
    book: EvidenceBook, evidence_id: str, now: Evidence | None, then: Evidence | None
) -> Changes:
    """Let a piece of evidence stand as `then`, None being removed.

    Raises NotOpenError once the visit is completed.
    """
    changes = Changes()
    if then is None:
        return book.remove(evidence_id) if now is not None else changes
    if now is None:
        changes = book.restore(evidence_id)
        now = book.get(evidence_id)
    if _place(now) != _place(then):
        assert then.scorecard_id is not None
        assert then.item_id is not None
        changes = book.move(evidence_id, then.scorecard_id, then.item_id, then.role)
    if now.annotated != then.annotated:
        changes = book.show_copy(evidence_id, then.annotated)
    return changes


def with_one(sheet: InspectionSheet, evidence_id: str, then: Evidence | None) -> InspectionSheet:
    """Return the sheet with one piece of evidence as it stands now, in the order it came in."""
    others = [each for each in sheet.evidence if each.id != evidence_id]
    if then is not None:
        others.append(then)
        others.sort(key=lambda each: each.added_at)
    return sheet.with_evidence(tuple(others))


def _place(evidence: Evidence) -> tuple[object, ...]:
    return evidence.scorecard_id, evidence.item_id, evidence.role
