"""Photos of findings as they were found, ready for a workbook."""

from collections.abc import Callable, Iterable, Mapping

from inspector.domain.errors import InspectorError
from inspector.domain.finding.finding import Finding
from inspector.domain.personal.personal_errors import PhotoErasedError
from inspector.domain.visit.evidence import Evidence, EvidenceRole
from inspector.excel.sheet.sheet_pictures import Picture
from inspector.storage.evidence.photo_making import crossed_out, erased_picture
from inspector.workspace.evidence.evidence_book import EvidenceBook


def found_photos(
    book: EvidenceBook, findings: Iterable[Finding]
) -> Mapping[str, tuple[Evidence, ...]]:
    """Return the photos that show each finding as found, by its id."""
    shown = book.of_findings([finding.id for finding in findings])
    return {
        finding_id: tuple(e for e in each if e.is_photo and e.role is EvidenceRole.FOUND)
        for finding_id, each in shown.items()
    }


def as_pictures(
    photos: Mapping[str, tuple[Evidence, ...]], make: Callable[[Evidence], bytes]
) -> Mapping[str, tuple[Picture, ...]]:
    """Return photos as pictures that are made while the workbook is written."""
    return {
        finding_id: tuple(
            Picture(lambda e=e: _made(e, make), "jpeg", e.width or 4, e.height or 3)  # type: ignore[misc]
            for e in each
        )
        for finding_id, each in photos.items()
        if each
    }


def _made(evidence: Evidence, make: Callable[[Evidence], bytes]) -> bytes:
    try:
        return make(evidence)
    except PhotoErasedError as error:
        return erased_picture(error.day)
    except (InspectorError, OSError):  # gone or damaged since: the workbook is written still
        return crossed_out()
