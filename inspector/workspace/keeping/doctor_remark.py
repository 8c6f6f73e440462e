"""What the doctor can find, and where."""

from dataclasses import dataclass
from enum import Enum, auto


class Trouble(Enum):
    """What can be wrong, or good to know."""

    DATABASE_DAMAGED = auto()
    WAY_BACK = auto()  # from a damaged database: its newest sound snapshot
    PARENT_MISSING = auto()
    EVIDENCE_MISSING = auto()
    EVIDENCE_CHANGED = auto()
    EVIDENCE_NOT_BROUGHT = auto()  # of another laptop's visits: how many files
    RECORDS_IN_PART = auto()  # of other laptops, without names or signatures: how many
    SEAL_BROKEN = auto()
    RECORD_GONE = auto()  # a visit, or what belongs to one, is in the journal and no longer there
    RECORD_UNKNOWN = auto()  # is there, and was never entered in the journal
    RECORD_CHANGED = auto()  # what belongs to a visit is not as it was entered
    DATED_BACK = auto()
    JOURNAL_CHANGED = auto()
    JOURNAL_GAP = auto()
    JOURNAL_TIME = auto()
    NO_HISTORY = auto()  # of a finding
    PROJECTION_DIFFERS = auto()
    COMPLAINT_DIFFERS = auto()
    REPEATS_DIFFER = auto()
    REVIEW_DIFFERS = auto()  # a score after appeals
    UNSETTLED_DIFFERS = auto()  # what is noted to wait for a choice between laptops: how many
    SEARCH_DIFFERS = auto()  # the index of what findings say
    THUMBNAIL_BROKEN = auto()
    HALF_WRITTEN = auto()
    UNNAMED_EVIDENCE = auto()
    NO_BACKUP = auto()
    LITTLE_SPACE = auto()

    @property
    def is_fault(self) -> bool:
        """False: nothing is wrong with the data, it is only good to know."""
        return self not in _REMARKS

    @property
    def is_rebuildable(self) -> bool:
        """`repair` sees to it, and nothing is lost by that."""
        return self in _REBUILDABLE


_REMARKS = {
    Trouble.WAY_BACK,
    Trouble.HALF_WRITTEN,
    Trouble.UNNAMED_EVIDENCE,
    Trouble.EVIDENCE_NOT_BROUGHT,
    Trouble.RECORDS_IN_PART,
    Trouble.NO_BACKUP,
    Trouble.LITTLE_SPACE,
}
ABOUT_FINDINGS = {
    Trouble.PROJECTION_DIFFERS,
    Trouble.REPEATS_DIFFER,
    Trouble.REVIEW_DIFFERS,
    Trouble.SEARCH_DIFFERS,
}
_REBUILDABLE = {
    *ABOUT_FINDINGS,
    Trouble.COMPLAINT_DIFFERS,
    Trouble.UNSETTLED_DIFFERS,
    Trouble.THUMBNAIL_BROKEN,
    Trouble.HALF_WRITTEN,
}


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing found, and where: a file, a table, a finding's number, a visit.

    `owner`: the visit, window and item that a file of evidence belongs to.
    """

    trouble: Trouble
    place: str = ""
    owner: str = ""
