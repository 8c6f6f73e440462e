"""What a test does to evidence, by the operations of the window."""

from dataclasses import replace
from typing import Any

from inspector.domain.visit.evidence import Evidence, EvidenceOrigin, EvidenceRole
from inspector.workspace.changes import Changes
from inspector.workspace.evidence.evidence_book import EvidenceBook
from inspector.workspace.evidence.evidence_bytes import Prepared


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
