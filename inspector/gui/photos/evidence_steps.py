"""How a photo stands before and after a step, and the write that brings it there."""

from dataclasses import replace
from datetime import datetime

from inspector.domain.errors import InspectorError, MachineError
from inspector.domain.visit.evidence import Evidence
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.gui.session import Session
from inspector.translation import tr
from inspector.workspace.evidence.pending_photos import PhotoStandsPending


def find(sheet: InspectionSheet, evidence_id: str) -> Evidence | None:
    """Return a piece of evidence of a visit; None when it is not there, or was removed."""
    return next((each for each in sheet.evidence if each.id == evidence_id), None)


def standing(
    now: Evidence | None, then: Evidence | None, at: datetime
) -> PhotoStandsPending | None:
    """Return the write that lets a photo stand as `then`, None being removed; None: it does."""
    one = then or now
    return None if one is None or now == then else PhotoStandsPending(one, then is None, at)


def annotated(
    session: Session, evidence: Evidence, picture: bytes
) -> tuple[Evidence, MachineError | None] | None:
    """Put a copy with marks on a disk; return the photo that shows it, and why it is held.

    None: no disk takes it, which is listed then.
    """
    try:
        file, refused = session.workspace.evidence.hold(picture, "jpg")
    except InspectorError as error:
        session.missing.takes(evidence.name, tr("Marks on a photo"), error)
        return None
    return replace(evidence, annotated=file.digest), refused


def with_one(sheet: InspectionSheet, evidence_id: str, then: Evidence | None) -> InspectionSheet:
    """Return the sheet with one piece of evidence as it stands now, in the order it came in."""
    others = [each for each in sheet.evidence if each.id != evidence_id]
    if then is not None:
        others.append(then)
        others.sort(key=lambda each: each.added_at)
    return sheet.with_evidence(tuple(others))
