"""Times that have not come yet, and what was said of them. Knows SQL and the domain."""

from datetime import date, timedelta

from inspector.domain.visit.clock_remark import ClockRemark, OddTime, Timed
from inspector.storage.database.database import Database, Row
from inspector.storage.database.typed_rows import row_values, typed_row
from inspector.storage.stores.inspection_rows import moment_from

_LOOKED_AT = 20
"""The newest of each kind: one that is behind them has been passed over for long."""

_TAKES_AT_MOST = timedelta(days=30)
"""A visit or a meeting may have begun before the clock jumped."""

_UNSAID = "NOT EXISTS (SELECT 1 FROM clock_remark WHERE reference = {id})"
_LATEST = {
    Timed.VISIT: "SELECT id, site_name, started_at, completed_at AS ended_at, '' AS number"
    " FROM inspection WHERE state IN ('open', 'completed') AND day >= :since"
    f" AND {_UNSAID.format(id='inspection.id')}"
    " ORDER BY day DESC, started_at DESC LIMIT 5",
    Timed.MEETING: "SELECT id, site_name, started_at, ended_at, '' AS number FROM meeting"
    f" WHERE day >= :since AND {_UNSAID.format(id='meeting.id')} AND discarded_at IS NULL"
    " ORDER BY day DESC, started_at DESC LIMIT 5",
    # What a visit raised, and what a meeting decided, is as wrong as the visit or the meeting.
    Timed.STEP: "SELECT event.id, site_name, event.at AS started_at, NULL AS ended_at, number"
    " FROM finding_event AS event JOIN finding ON finding.id = finding_id"
    f" WHERE event.sequence > (SELECT max(sequence) FROM finding_event) - {_LOOKED_AT}"
    f" AND {_UNSAID.format(id='event.id')} AND event.source NOT IN"
    " ('inspection', 'meeting', 'recheck') ORDER BY event.sequence DESC",
}


class ClockStore:
    """The only SQL about wrong clocks."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def latest(self, today: date) -> list[OddTime]:
        """Return the latest visits, meetings and steps with their latest moments."""
        since = {"since": (today - _TAKES_AT_MOST).isoformat()}
        rows = ((kind, row) for kind, sql in _LATEST.items()
                for row in self._database.rows(sql, since))  # fmt: skip
        return [_odd(kind, row) for kind, row in rows]

    def add(self, remark: ClockRemark) -> None:
        """Keep what was said of a time."""
        with self._database.transaction():
            self._database.insert("clock_remark", row_values(remark))
            self._database.journal.touch("clock", remark.id)

    def of(self, reference: str) -> ClockRemark | None:
        """Return what was said of the time of a record."""
        row = self._database.row(
            "SELECT * FROM clock_remark WHERE reference = ? ORDER BY rowid LIMIT 1", (reference,)
        )
        return typed_row(row, ClockRemark) if row else None


def _odd(kind: Timed, row: Row) -> OddTime:
    moments = [moment_from(text) for text in (row["started_at"], row["ended_at"]) if text]
    return OddTime(kind, row["id"], row["site_name"], max(moments), row["number"])
