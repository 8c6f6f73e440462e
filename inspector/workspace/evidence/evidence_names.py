"""What the copies of evidence are called that leave the program: where and when, in the name."""

from inspector.domain.checklist.category import Scope
from inspector.domain.finding.finding import PUBLIC_AREA
from inspector.domain.visit.evidence import Evidence, EvidenceRole
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.excel.sheet.file_names import legal_file_name

LONGEST_ITEM = 24
"""Characters of an item's text in a file name."""

_ROLES = {
    EvidenceRole.FOUND: "",
    EvidenceRole.CORRECTED: "整改后",
    EvidenceRole.REPORTED: "整改后",
    EvidenceRole.RECHECKED: "复查",
}


def copy_name(evidence: Evidence, sheet: InspectionSheet) -> str:
    """Return 2026-07-03_城东营业厅_1号窗口_着装统一_2.jpg for the second photo of an answer."""
    day = f"{sheet.inspection.started_at:%Y-%m-%d}"
    parts = [day, sheet.inspection.site_name]
    for card in sheet.scorecards:
        if card.id != evidence.scorecard_id:
            continue
        parts.append(PUBLIC_AREA if card.scope is Scope.PUBLIC else _window(card.window_number))
        parts += [
            item.text[:LONGEST_ITEM] for item in sheet.items(card) if item.id == evidence.item_id
        ]
        beside = [each.id for each in sheet.evidence_of(card, evidence.item_id or "")]
        if evidence.id in beside:
            parts.append(f"{_ROLES[evidence.role]}{beside.index(evidence.id) + 1}")
    suffix = evidence.shown[1]
    if not evidence.is_photo:
        parts.append(evidence.name.rpartition(".")[0] or evidence.name)
    return legal_file_name("_".join(filter(None, parts))) + (f".{suffix}" if suffix else "")


def _window(number: str) -> str:
    return f"{number}号窗口" if number.isdecimal() else number
