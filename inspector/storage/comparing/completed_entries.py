"""Whether a second entry of what is sealed once is one of those that may be.

What came without names or strokes is entered as it came, with the digest that its whole was told
by; once a fuller copy completed it, it is entered again. That holds only while the object comes to
that digest: nobody can change what came and enter it once more.
"""

from collections.abc import Sequence

from inspector.domain.record.journal import (
    CLOCK_BACK,
    COMPLETED,
    Entry,
    Subject,
    told_in_part,
)
from inspector.domain.sharing.travelling import Kind, digest_of
from inspector.storage.database.database import Database
from inspector.storage.database.erased_subjects import ErasedSubjects
from inspector.storage.sharing.travelling_rows import TravellingRows


def is_completed(database: Database, first: Entry, later: Sequence[Entry]) -> bool:
    """Tell whether the later entries of a subject are there because it was completed.

    What was lawfully erased of it since then comes to its digest no more: the erasure, which is an
    entry itself, says what it has to be.
    """
    if any(entry.note not in (COMPLETED, CLOCK_BACK) for entry in later):
        return False
    row = database.row(
        "SELECT digest FROM received_object WHERE kind = ? AND subject = ?"
        " AND left_out IN ('', '[]')",
        (first.kind, first.subject),
    )
    if row is None:
        return False
    told = told_in_part(first.note) or row["digest"]
    for whole in TravellingRows(database, "").objects(Kind(first.kind), [first.subject]):
        if whole.digest == told == digest_of(whole.kind, whole.id, whole.rows):
            return True
    erased = ErasedSubjects(database).of(Subject(first.kind), [first.subject])
    return any(each.number > later[-1].number for each in erased.get(first.subject, ()))
