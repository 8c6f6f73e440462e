"""What an undo or redo did to a photo or file: nothing of it may be in sight."""

from inspector.domain.visit.evidence import Evidence, EvidenceRole
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.gui.commands.shared_keys import REDO, UNDO, press
from inspector.gui.photos.photo_words import place_words
from inspector.translation import tr


def travelled(
    before: Evidence | None, after: Evidence | None, sheet: InspectionSheet, *, back: bool
) -> str:
    """Say what became of a piece of evidence (None: removed); `back` by an undo."""
    one = after or before
    if one is None:
        return ""
    place = _place(one, sheet)
    if after is None:
        if back:
            return tr(
                "“{name}” is off {place} again. {redo} puts it back.",
                name=one.name,
                place=place,
                redo=press(REDO),
            )
        return tr("“{name}” was removed. {undo} brings it back.", name=one.name, undo=press(UNDO))
    if before is None or _place(before, sheet) != place:
        return tr("“{name}” is back at {place}.", name=one.name, place=place)
    if before.annotated != after.annotated:
        if after.annotated:
            return tr("The marks are on “{name}” again.", name=one.name)
        if back:
            return tr(
                "The marks are off “{name}” again. {redo} brings them back.",
                name=one.name,
                redo=press(REDO),
            )
        return tr("The marks are off. {undo} brings them back.", undo=press(UNDO))
    if after.role is EvidenceRole.FOUND:
        return tr("“{name}” counts as found again.", name=one.name)
    return tr("“{name}” counts as corrected again.", name=one.name)


def _place(evidence: Evidence, sheet: InspectionSheet) -> str:
    card = sheet.scorecard(evidence.scorecard_id or "")
    item = next(each for each in sheet.items(card) if each.id == evidence.item_id)
    return place_words(card, item)
