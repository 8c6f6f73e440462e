"""What a test does to evidence, by the operations of the window."""

from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image

from inspector.domain.visit.evidence import Evidence, EvidenceOrigin, EvidenceRole
from inspector.workspace.changes import Changes
from inspector.workspace.evidence.evidence_book import EvidenceBook
from inspector.workspace.evidence.evidence_bytes import Prepared
from inspector.workspace.workspace import Workspace
from tests.workspace.visiting import add_site, items, start


def attach(
    book: EvidenceBook,
    prepared: Prepared,
    inspection_id: str,
    scorecard_id: str,
    item_id: str,
    origin: EvidenceOrigin,
    role: EvidenceRole = EvidenceRole.FOUND,
) -> tuple[Evidence, Changes]:
    """Let a prepared file belong to one answer (of a patrol: to an entry's id) for good."""
    evidence = book.made(
        prepared,
        origin,
        role,
        inspection_id=inspection_id,
        scorecard_id=scorecard_id,
        item_id=item_id,
    )
    return evidence, book.add(evidence)


def let_stand(
    book: EvidenceBook,
    evidence_id: str,
    removed: bool | None = None,
    **other: Any,  # noqa: ANN401 -- fields of Evidence
) -> Changes:
    """Let a piece of evidence stand with other fields, or removed, or not."""
    now = book.get(evidence_id)
    return book.let_stand(replace(now, **other), removed, now.added_at)


def photographed(
    workspace: Workspace, shades: Iterable[int], origin: EvidenceOrigin
) -> tuple[str, list[Evidence]]:
    """Return a visit that goes on, and small photos of it, of one shade each (0 to 6).

    They were taken in without a window that shows them: none has a copy.
    """
    inspection = start(workspace, add_site(workspace))
    card = workspace.inspections.sheet(inspection).scorecards[0]
    item, kept = items(workspace, inspection)[0], list[Evidence]()
    for shade in shades:
        buffer = BytesIO()
        Image.new("RGB", (200, 150), (40 * shade, 90, 90)).save(buffer, "JPEG")
        prepared = workspace.evidence.prepare(buffer.getvalue(), f"{len(kept)}.jpg")
        kept.append(attach(workspace.evidence, prepared, inspection, card.id, item.id, origin)[0])
    return inspection, kept


def lose(path: Path) -> None:
    """Let a file that is kept, and protected, be gone."""
    path.chmod(0o600)
    path.unlink()
