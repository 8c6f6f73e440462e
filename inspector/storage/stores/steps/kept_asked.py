"""What waits for an answer to 申请延期, kept beside findings that were there before there was room.

Knows SQL and the domain; nothing of Qt.
"""

from itertools import groupby

from inspector.domain.finding.finding_life import fold
from inspector.storage.database.database import Database
from inspector.storage.stores.finding_rows import event_from

_ASKING = (
    "SELECT * FROM finding_event WHERE finding_id IN"
    " (SELECT finding_id FROM finding_event WHERE kind = 'extension-asked')"
    " ORDER BY finding_id, sequence"
)
"""All events of those findings alone; the others are passed over once, by their kind."""


def keep_asked(database: Database) -> None:
    """Work out what waits from the events of findings for which more time was ever asked.

    Inside a transaction; an event that cannot be read leaves its finding to the doctor.
    """
    for finding_id, own in groupby(database.rows(_ASKING), lambda row: str(row["finding_id"])):
        try:
            finding = fold(map(event_from, own))
        except (LookupError, TypeError, ValueError):
            continue
        if finding.asked_until is not None:
            database.write(
                "UPDATE finding SET asked_until = ?, asked_reason = ? WHERE id = ?",
                (finding.asked_until.isoformat(), finding.asked_reason, finding_id),
            )
