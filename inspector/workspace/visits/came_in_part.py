"""What of a record of another laptop did not come along, so that nobody takes it for whole."""

from datetime import datetime

from inspector.domain.record.journal import Subject
from inspector.domain.record.record import CameInPart
from inspector.domain.record.signature import Signature
from inspector.domain.sharing.travelling import INSPECTORS, NAMES, Kind
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.storage.evidence.evidence_files import EvidenceFiles
from inspector.storage.sharing.came_from import came_from
from inspector.storage.sharing.contact_store import ContactStore
from inspector.storage.sharing.set_aside_objects import SetAsideObjects
from inspector.workspace.opened_folder import OpenedFolder

_SHORT = 4
"""Characters of an id that stand for a laptop nobody told the name of."""


def came_in_part(opened: OpenedFolder, sheet: InspectionSheet) -> CameInPart | None:
    """Return what did not come along with a record; None of a whole one, and of one's own."""
    inspection_id = sheet.inspection.id
    came = came_from(opened.database, Subject.VISIT, inspection_id)
    if not came.laptop:
        return None
    signature = came_from(opened.database, Subject.SIGNATURE, inspection_id)
    files = EvidenceFiles(opened.folder)
    photos = sum(not files.path_of(each.digest, each.suffix).is_file() for each in sheet.evidence)
    part = CameInPart(
        laptop_name(opened, came.laptop),
        not {NAMES, INSPECTORS}.isdisjoint(came.left_out),
        bool(signature.left_out),
        photos,
    )
    return part if part.names or part.strokes or part.photos else None


def other_signatures(opened: OpenedFolder, inspection_id: str) -> list[Signature]:
    """Return what was signed under a record on other laptops, by moment: one of them is under it.

    They were set aside as they came, since a record has one signature; nobody drops any.
    """
    signed = [
        Signature(
            signer=str(row["signer"]),
            strokes=(),
            refusal=str(row.get("refusal") or ""),
            signed_at=datetime.fromisoformat(str(row["signed_at"])),
            seal=str(row.get("seal") or ""),
        )
        for other in SetAsideObjects(opened.database).of(Kind.SIGNATURE, inspection_id)
        for row in other.rows.get("signature", ())
    ]
    return sorted(signed, key=lambda each: (each.signed_at, each.signer))


def laptop_name(opened: OpenedFolder, laptop: str) -> str:
    """Return what people call another laptop."""
    known = ContactStore(opened.database).of(laptop)
    return (known.laptop.name or known.laptop.code) if known else laptop[:_SHORT]
