"""Morning meetings in SQLite. Knows SQL and the domain; nothing of Qt."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date, datetime

from inspector.domain.finding.finding_event import FindingEvent
from inspector.domain.meeting.meeting import Meeting, Part, Praise
from inspector.domain.visit.inspection import Inspection
from inspector.storage.database.database import Database, Row
from inspector.storage.database.typed_rows import row_values, typed_row
from inspector.storage.stores.finding_rows import event_from
from inspector.storage.stores.finding_terms import UNFINISHED
from inspector.storage.stores.inspection_rows import (
    inspection_from,
    moment_from,
    texts_from,
)
from inspector.storage.stores.ranked_terms import WALKED, ranked_vetoes
from inspector.typed_values import typed


class MeetingStore:
    """The only SQL about meetings."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # What there is to talk about

    def last_of(self, site_id: str, now: datetime) -> Meeting | None:
        """Return the last meeting of a site, ended or not; one that was discarded is none.

        Nor is one whose time lies ahead, or was declared wrong: it says nothing of when it was.
        """
        rows = self._database.rows(
            "SELECT * FROM meeting WHERE site_id = ? AND day <= ? AND discarded_at IS NULL"
            " AND NOT EXISTS (SELECT 1 FROM clock_remark WHERE reference = meeting.id)"
            " ORDER BY day DESC, started_at DESC LIMIT 5",
            (site_id, now.date().isoformat()),
        )
        held = map(_meeting, rows)
        return next((each for each in held if each.started_at <= now), None)

    def first_of(self, site_id: str) -> Meeting | None:
        """Return the meeting of a site with the earliest time; one that was discarded is none."""
        row = self._database.row(
            "SELECT * FROM meeting WHERE site_id = ? AND discarded_at IS NULL"
            " ORDER BY day, started_at LIMIT 1",
            (site_id,),
        )
        return _meeting(row) if row else None

    def on_no_agenda(self, site_id: str) -> list[tuple[str, datetime]]:
        """Return the unfinished findings of a site that no meeting went through, in any order.

        Each with when its visit was completed. Those that a patroller kept from the meeting, and
        agendas of meetings that were discarded, do not count; what a meeting left out does.
        """
        rows = self._database.rows(
            "SELECT finding.id, inspection.completed_at FROM finding JOIN inspection"
            " ON inspection.id = finding.inspection_id WHERE finding.site_id = ?"
            f" AND finding.{UNFINISHED}"
            " AND NOT EXISTS (SELECT 1 FROM meeting_finding JOIN meeting"
            " ON meeting.id = meeting_finding.meeting_id WHERE finding_id = finding.id"
            " AND discarded_at IS NULL AND NOT left_out)"
            " AND NOT EXISTS (SELECT 1 FROM patrol_entry"
            " WHERE patrol_entry.inspection_id = finding.inspection_id"
            " AND patrol_entry.finding_id = finding.id AND NOT to_meeting)",
            (site_id,),
        )
        return [(row["id"], moment_from(row["completed_at"])) for row in rows]

    def due(self, site_id: str, today: date) -> list[str]:
        """Return the ids of a site's unfinished findings due by a day, the newest found first."""
        rows = self._database.rows(
            "SELECT id FROM finding INDEXED BY finding_unfinished_by_site WHERE site_id = ?"
            f" AND {UNFINISHED} AND deadline <= ?"
            " ORDER BY day DESC, rowid DESC",
            (site_id, today.isoformat()),
        )
        return [row["id"] for row in rows]

    def withdrawn(self, inspection_ids: Iterable[str]) -> set[tuple[str, str]]:
        """Return of which scorecards and items of some visits a finding was withdrawn."""
        rows = self._database.rows(
            # Not led to by the index of states, which has all that ever was withdrawn.
            "SELECT scorecard_id, item_id FROM finding WHERE +state = 'withdrawn'"
            " AND inspection_id IN (SELECT value FROM json_each(?))",
            (json.dumps([*inspection_ids]),),
        )
        return {(row["scorecard_id"], row["item_id"]) for row in rows}

    def lately_praised(self, site_id: str) -> set[Praise]:
        """Return whom the latest meetings of a site praised already; not what was left out."""
        rows = self._database.rows(
            "SELECT praise FROM meeting WHERE site_id = ? AND discarded_at IS NULL"
            " ORDER BY day DESC, started_at DESC LIMIT 10",
            (site_id,),
        )
        said = (praise for row in rows for praise in _praise(row["praise"]))
        return {praise for praise in said if not praise.left_out}

    def completed_since(self, site_id: str, since: datetime) -> list[Inspection]:
        """Return the visits of a site that were completed from a moment on, oldest first.

        Visits are looked for in the week before as well: one may take days to complete.
        """
        rows = self._database.rows(
            f"SELECT * FROM inspection WHERE site_id = ? AND state = 'completed' AND {WALKED}"
            " AND day >= date(?, '-7 days') ORDER BY day, started_at",
            (site_id, since.date().isoformat()),
        )
        found = [inspection_from(row) for row in rows]
        return [one for one in found if one.completed_at and one.completed_at >= since]

    def vetoed(self, inspection_ids: Iterable[str]) -> bool:
        """Tell whether a veto stands, after appeals, against one of some visits.

        A red line that a site takes for none of its own is one all the same.
        """
        own = tuple(inspection_ids)
        if not own:  # SQLite would look through all visits for none
            return False
        row = self._database.row(
            f"SELECT 1 FROM inspection WHERE id IN ({', '.join('?' for _ in own)})"
            f" AND {ranked_vetoes('inspection')} > 0 LIMIT 1",
            own,
        )
        return row is not None

    def closed_since(self, site_id: str, since: datetime) -> list[str]:
        """Return the ids of a site's findings that were closed from a moment on, oldest first."""
        rows = self._database.rows(
            "SELECT id, closed_at FROM finding WHERE site_id = ? AND state = 'closed'"
            " AND closed_at >= ? ORDER BY closed_at",
            # Text compares by its day; what is a few hours off by its offset is looked at below.
            (site_id, since.date().isoformat()),
        )
        return [row["id"] for row in rows if moment_from(row["closed_at"]) >= since]

    def busiest(self, since: date) -> list[str]:
        """Return the ids of sites with something to talk about, the latest visited first."""
        rows = self._database.rows(
            "SELECT site_id, max(started_at) AS latest FROM inspection WHERE state = 'completed'"
            " AND day >= ? GROUP BY site_id ORDER BY latest DESC",
            (since.isoformat(),),
        )
        return [row["site_id"] for row in rows]

    # Meetings

    def add(
        self, meeting: Meeting, praise: Sequence[Praise], agenda: Iterable[tuple[str, Part, bool]]
    ) -> None:
        """Keep a meeting that begins, with its agenda: True of a finding that it leaves out."""
        with self._database.transaction():
            self._database.insert(
                "meeting",
                row_values(
                    meeting,
                    day=meeting.started_at.date().isoformat(),
                    praise=_written(praise),
                ),
            )
            self._database.write_many(
                "INSERT INTO meeting_finding (meeting_id, position, finding_id, part, left_out)"
                " VALUES (?, ?, ?, ?, ?)",
                (
                    (meeting.id, position, finding_id, part.value, left_out)
                    for position, (finding_id, part, left_out) in enumerate(agenda)
                ),
            )

    def leave_out(
        self, meeting_id: str, findings: Iterable[tuple[str, bool]], praise: Sequence[Praise]
    ) -> None:
        """Keep anew what a meeting leaves out: of each finding by its id, and of its praise."""
        with self._database.transaction():
            self._database.write_many(
                "UPDATE meeting_finding SET left_out = ? WHERE meeting_id = ? AND finding_id = ?",
                ((left_out, meeting_id, finding_id) for finding_id, left_out in findings),
            )
            self._database.write(
                "UPDATE meeting SET praise = ? WHERE id = ?", (_written(praise), meeting_id)
            )

    def get(self, meeting_id: str) -> Meeting:
        """Return a meeting; raises KeyError when there is none."""
        row = self._database.row("SELECT * FROM meeting WHERE id = ?", (meeting_id,))
        if row is None:
            raise KeyError(meeting_id)
        return _meeting(row)

    def praise(self, meeting_id: str) -> tuple[Praise, ...]:
        """Return whom a meeting praises."""
        row = self._database.row("SELECT praise FROM meeting WHERE id = ?", (meeting_id,))
        return _praise(row["praise"]) if row else ()

    def agenda(self, meeting_id: str) -> list[tuple[str, Part, bool]]:
        """Return the findings of a meeting by their ids, their parts, whether they are left out.

        They stand in the order of the meeting.
        """
        rows = self._database.rows(
            "SELECT finding_id, part, left_out FROM meeting_finding WHERE meeting_id = ?"
            " ORDER BY position",
            (meeting_id,),
        )
        return [(row["finding_id"], Part(row["part"]), bool(row["left_out"])) for row in rows]

    def measured(self, site_id: str) -> list[tuple[Meeting, int]]:
        """Return the newest meetings of a site that were ended, and how many findings they did.

        Those that were talked about count; a meeting whose time was declared wrong does not.
        """
        rows = self._database.rows(
            "SELECT meeting.*, (SELECT count(DISTINCT finding_id) FROM finding_event"
            " WHERE source = 'meeting' AND reference = meeting.id AND finding_event.kind ="
            " 'discussed') AS talked_about FROM meeting WHERE site_id = ? AND ended_at IS NOT NULL"
            " AND NOT EXISTS (SELECT 1 FROM clock_remark WHERE reference = meeting.id)"
            " ORDER BY day DESC, started_at DESC LIMIT 10",
            (site_id,),
        )
        return [(_meeting(row), int(row["talked_about"])) for row in rows]

    def events(self, meeting_id: str) -> list[FindingEvent]:
        """Return what happened to findings at a meeting, in the order it happened."""
        rows = self._database.rows(
            "SELECT * FROM finding_event WHERE source = 'meeting' AND reference = ?"
            " ORDER BY sequence",
            (meeting_id,),
        )
        return [event_from(row) for row in rows]

    def put(self, meeting: Meeting) -> None:
        """Keep what was written about a meeting."""
        with self._database.transaction():
            self._database.write(
                "UPDATE meeting SET ended_at = :ended_at, discarded_at = :discarded_at,"
                " host = :host, present = :present, absent = :absent, budget = :budget,"
                " drill = :drill, drill_note = :drill_note, tasks = :tasks WHERE id = :id",
                row_values(meeting),
            )
            if meeting.ended_at is not None or meeting.discarded_at is not None:
                self._database.journal.touch("meeting", meeting.id)

    def stand_at(self, meeting_id: str, cursor: str) -> None:
        """Keep what is in front at a meeting that goes on."""
        with self._database.transaction():
            self._database.write(
                "UPDATE meeting SET cursor = ? WHERE id = ? AND ended_at IS NULL",
                (cursor, meeting_id),
            )

    def open_ones(self) -> list[Meeting]:
        """Return the meetings that go on, newest first."""
        rows = self._database.rows(
            "SELECT * FROM meeting WHERE ended_at IS NULL AND discarded_at IS NULL"
            " ORDER BY started_at DESC"
        )
        return [_meeting(row) for row in rows]

    def ended(self, limit: int) -> list[Meeting]:
        """Return the newest ended meetings, newest first."""
        rows = self._database.rows(
            "SELECT * FROM meeting WHERE ended_at IS NOT NULL"
            " ORDER BY day DESC, started_at DESC LIMIT ?",
            (limit,),
        )
        return [_meeting(row) for row in rows]

    def between(self, first: date, last: date, site_name: str | None = None) -> list[Meeting]:
        """Return the meetings of a period that were ended, newest first."""
        where = "ended_at IS NOT NULL AND day BETWEEN ? AND ?"
        values: tuple[str, ...] = (first.isoformat(), last.isoformat())
        if site_name is not None:
            where += " AND site_name = ?"
            values += (site_name,)
        rows = self._database.rows(
            f"SELECT * FROM meeting WHERE {where} ORDER BY day DESC, started_at DESC", values
        )
        return [_meeting(row) for row in rows]


def _written(praise: Sequence[Praise]) -> str:
    return json.dumps([_without_default(asdict(each)) for each in praise], ensure_ascii=False)


def _without_default(said: dict[str, object]) -> dict[str, object]:
    """Leave away that praise is given: what was written before is written so again."""
    return said if said["left_out"] else {k: v for k, v in said.items() if k != "left_out"}


def _praise(content: str) -> tuple[Praise, ...]:
    return typed(json.loads(content), tuple[Praise, ...])


def _meeting(row: Row) -> Meeting:
    present, absent = texts_from(row["present"]), texts_from(row["absent"])
    return typed_row(row, Meeting, present=present, absent=absent)
