"""What shows that something was so: photos and files, each of one answer or finding for good."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class EvidenceKind(StrEnum):
    """What can be done with it: a photo is shown and printed, a file is opened by the system."""

    PHOTO = "photo"
    FILE = "file"  # sound, film, document


class EvidenceRole(StrEnum):
    """What it shows."""

    FOUND = "found"  # as found: a deduction, or something to praise
    CORRECTED = "corrected"  # after it was corrected on the spot
    REPORTED = "reported"  # sent in by the unit: 整改后
    RECHECKED = "rechecked"  # as the recheck found it


class EvidenceOrigin(StrEnum):
    """How it came in."""

    PASTED = "pasted"
    DROPPED = "dropped"
    CHOSEN = "chosen"  # in the file dialog
    WATCHED = "watched"  # from the folder that a phone or camera card syncs into
    RETURNED = "returned"  # in a returned workbook


@dataclass(frozen=True, slots=True)
class Evidence:
    """One photo or file. The original lies untouched under its digest.

    That of a visit has a scorecard and an item (of a patrol: an entry's id); that of a finding's
    later life has a finding only. `taken_at` is what the camera says, naive when it says no zone.
    `annotated` is the digest of a copy with marks on it, always a JPEG.
    """

    id: str
    digest: str  # SHA-256, hexadecimal
    suffix: str  # of what it is, such as jpg, whatever its name says
    size: int  # bytes
    kind: EvidenceKind
    role: EvidenceRole
    name: str  # of the file it came from
    origin: EvidenceOrigin
    added_at: datetime
    inspection_id: str | None = None
    scorecard_id: str | None = None
    item_id: str | None = None
    finding_id: str | None = None
    width: int | None = None  # pixels, upright
    height: int | None = None
    taken_at: datetime | None = None
    annotated: str | None = None

    @property
    def is_photo(self) -> bool:
        """It can be shown."""
        return self.kind is EvidenceKind.PHOTO

    @property
    def shown(self) -> tuple[str, str]:
        """The digest and suffix of what is shown and printed: the annotated copy if any."""
        return (self.annotated, "jpg") if self.annotated else (self.digest, self.suffix)
