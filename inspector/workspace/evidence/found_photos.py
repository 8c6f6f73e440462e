"""Photos of findings as they were found, ready for a workbook."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager

from inspector.domain.finding.finding import Finding
from inspector.domain.visit.evidence import Evidence, EvidenceRole
from inspector.excel.sheet.export_progress import Progress
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
) -> Mapping[str, tuple[Picture, ...]]:
    """Return photos as pictures for the cells of a workbook; `sites` are by the finding's id, too.

    Those that a cell shows are made before.
    """
    pictures.make_ready(shown_in(photos, sites, cell), cell.print_size)
    return _in_cells(photos, pictures, sites, cell)


@contextmanager
def pictures_begun(
    photos: Mapping[str, tuple[Evidence, ...]],
    pictures: PaperPhotos,
    sites: Mapping[str, str],
    cell: PhotoCell,
    progress: Progress,
) -> Iterator[Mapping[str, tuple[Picture, ...]]]:
    """Yield the same at once; they are made until each is written, which has to be in the block.

    `progress` is told then how many are made. Leaving the block stops the others.
    """
    shown = shown_in(photos, sites, cell)
    with pictures.made_beside(shown, cell.print_size, progress) as ready:
        yield _in_cells(photos, pictures, sites, cell, ready)


def _in_cells(
    photos: Mapping[str, tuple[Evidence, ...]],
    pictures: PaperPhotos,
    sites: Mapping[str, str],
    cell: PhotoCell,
    ready: Callable[[str], object] = bool,
) -> Mapping[str, tuple[Picture, ...]]:
    return {
        finding_id: tuple(
            pictures.picture(each, sites[finding_id], cell.print_size, ready) for each in own
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
