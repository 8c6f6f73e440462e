"""The records of a visit that a group shared (分头检查), part by part; of any other visit one."""

from collections.abc import Mapping

from inspector.domain.record.record import Record
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.visits.records import Records
from inspector.workspace.visits.shared_visits import SharedVisits


def record_parts(opened: OpenedFolder, own: Record) -> tuple[list[Record], Mapping[str, str]]:
    """Return the records of all parts that one is of, in their order, for `joined_record`.

    Beside them is what was decided of windows that several parts scored, by `matter_of`.
    """
    records, shared = opened.of(Records), opened.of(SharedVisits)
    visit = own.sheet.inspection
    parts = shared.parts(visit.id) if visit.shared_by else (visit.id,)
    every = [own if each == visit.id else records.record(each) for each in parts]
    return every, shared.chosen(card for each in every for card in each.sheet.scorecards)
