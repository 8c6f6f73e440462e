"""Photos of findings as they were found, ready for a workbook."""

from collections.abc import Iterable, Mapping

from inspector.domain.finding.finding import Finding
from inspector.domain.visit.evidence import Evidence, EvidenceRole
from inspector.excel.sheet.export_progress import Progress, unheard
from inspector.excel.sheet.photo_cell import PhotoCell
from inspector.excel.sheet.sheet_pictures import Picture
from inspector.workspace.evidence.evidence_book import EvidenceBook
from inspector.workspace.evidence.paper_photos import PaperPhotos


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
    photos: Mapping[str, tuple[Evidence, ...]],
    pictures: PaperPhotos,
    sites: Mapping[str, str],
    cell: PhotoCell,
    progress: Progress = unheard,
) -> Mapping[str, tuple[Picture, ...]]:
    """Return photos as pictures for the cells of a workbook; `sites` are by the finding's id, too.

    Those that a cell shows are made before, of which `progress` is told.
    """
    shown = shown_in(photos, sites, cell)
    pictures.make_ready(shown, cell.print_size, progress)

    def written() -> None:
        progress(len(shown), len(shown))

    return {
        finding_id: tuple(
            pictures.picture(each, sites[finding_id], cell.print_size, written) for each in own
        )
        for finding_id, own in photos.items()
        if own
    }


def shown_in(
    photos: Mapping[str, tuple[Evidence, ...]], sites: Mapping[str, str], cell: PhotoCell
) -> list[tuple[Evidence, str]]:
    """Return the photos for which cells have room, each with its site."""
    return [
        (each, sites[finding_id]) for finding_id, own in photos.items() for each in own[: cell.most]
    ]
