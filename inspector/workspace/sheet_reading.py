"""A visit read back whole, for every operation that looks at what was answered."""

from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.workspace.opened_folder import OpenedFolder


def sheet_of(opened: OpenedFolder, inspection_id: str) -> InspectionSheet:
    """Return an inspection, whole; raises KeyError when there is none."""
    store = opened.inspection_store
    inspection = store.get(inspection_id)
    return InspectionSheet(
        inspection=inspection,
        pack=opened.pack_store.thaw(inspection.pack_hash),
        scorecards=tuple(store.scorecards(inspection_id)),
        answers=store.answers(inspection_id),
        evidence=opened.evidence_store.of_inspection(inspection_id),
        base=opened.pack_store.thaw(inspection.base_hash) if inspection.base_hash else None,
    )
