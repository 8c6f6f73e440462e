"""A visit as its maker sealed it: in the ids that site, windows and inspectors have there."""

from dataclasses import replace

from inspector.domain.sharing.places import Places
from inspector.domain.visit.inspection_sheet import InspectionSheet


def sheet_as_made(sheet: InspectionSheet, places: Places) -> InspectionSheet:
    """Return a visit in its maker's ids; the same one where none was replaced."""
    if not places:
        return sheet
    inspection = sheet.inspection
    return replace(
        sheet,
        inspection=replace(
            inspection,
            site_id=places.get(inspection.site_id, inspection.site_id),
            party=tuple(
                replace(each, inspector_id=places.get(each.inspector_id, each.inspector_id))
                for each in inspection.party
            ),
        ),
        scorecards=tuple(
            replace(card, window_id=places.get(card.window_id, card.window_id))
            if card.window_id
            else card
            for card in sheet.scorecards
        ),
    )
