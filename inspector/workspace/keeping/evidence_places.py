"""Where a file of evidence belongs, in words, when it is missing: visit, window and item."""

from typing import TYPE_CHECKING

from inspector.domain.errors import InspectorError
from inspector.domain.visit.evidence import Evidence
from inspector.storage.registers.complaint_store import ComplaintStore

if TYPE_CHECKING:
    from inspector.workspace.workspace import Workspace


def place_of(workspace: "Workspace", digest: str) -> str:
    """Return 城东营业厅 2026-10-12 09:30 1号窗口 着装统一; '' for what cannot be read any more.

    A file kept for several answers is told by the first.
    """
    for evidence in workspace.evidence_store.with_digest(digest):
        try:
            complaint = ComplaintStore(workspace.database).with_evidence(evidence.id)
            if complaint is not None:
                return f"{complaint.number} {complaint.site_name}"
            return " ".join(filter(None, _parts(workspace, evidence)))
        except (InspectorError, LookupError, ValueError):
            continue
    return ""


def _parts(workspace: "Workspace", evidence: Evidence) -> list[str]:
    from inspector.excel.papers.record.record_words import card_title

    if evidence.inspection_id is None or evidence.finding_id is not None:
        finding = workspace.finding_store.get(evidence.finding_id or "")
        when = f"{finding.raised_at:%Y-%m-%d %H:%M}"
        return [finding.number, finding.site_name, when, finding.text]
    sheet = workspace.inspections.sheet(evidence.inspection_id)
    inspection = sheet.inspection
    cards = [card for card in sheet.scorecards if card.id == evidence.scorecard_id]
    item = sheet.pack.item_by_id.get(evidence.item_id or "")
    return [
        inspection.site_name,
        f"{inspection.started_at:%Y-%m-%d %H:%M}",
        *map(card_title, cards),
        item.text if item else "",
    ]
