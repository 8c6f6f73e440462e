"""What comes from a hall's laptop: which of it is taken in, and why the rest is not.

Of its own findings it says what it did about them, with evidence, and what its meetings came to.
All else is refused, one thing after the other, and never the whole bundle.
"""

import json
from collections.abc import Collection
from dataclasses import replace
from datetime import date

from inspector.domain.finding.finding_event import (
    Assigned,
    EventKind,
    Extended,
    FindingEvent,
    Raised,
    Recounted,
    Reopened,
)
from inspector.domain.sharing.hall_rules import (
    NotForHall,
    RefusedHere,
    step_not_for_hall,
    takes_back,
)
from inspector.domain.sharing.titles import title_of
from inspector.domain.sharing.travelling import Kind, Travelling, Value
from inspector.storage.database.database import Database
from inspector.storage.sharing.aliases import Aliases
from inspector.storage.sharing.arriving.waiting_objects import WaitingObjects
from inspector.storage.stores.finding_rows import event_from

_TABLES = {Kind.EVENT: "finding_event", Kind.EVIDENCE: "evidence"}


class HallGate:
    """Looks at what a hall's laptop brings; `halls` are its sites here. Nothing is written."""

    def __init__(
        self, database: Database, aliases: Aliases, own_laptop: str, halls: Collection[str]
    ) -> None:
        self._database = database
        self._aliases = aliases
        self._own_laptop = own_laptop
        self.halls = frozenset(halls)
        self._steps: dict[str, str] = {}  # taken just now, with who took each
        self._gone: dict[str, tuple[str, ...]] = {}  # refused just now, with its parents
        self._waiting = WaitingObjects(database)

    def refusal(self, came: Travelling) -> RefusedHere | None:
        """Return why something new is not taken in; None where it is.

        What it belongs to may still be missing. Raises ValueError, KeyError for what is no step.
        """
        match came.kind:
            case Kind.EVENT:
                reason = self._of_step(came)
            case Kind.EVIDENCE:
                reason = self._of_evidence(came)
            case Kind.MEETING:
                reason = self._of_meeting(came)
            case _:
                reason = NotForHall.KIND
        if reason is None:
            self._steps[came.id] = came.laptop
            return None
        if came.kind is Kind.EVENT:
            self._gone[came.id] = came.parents
        return self._told(came, reason)

    def behind(self, came: Travelling) -> Travelling:
        """Return a step behind those that are here: what was refused stands in no history."""
        parents: dict[str, None] = {}
        waiting, seen = list(came.parents), set[str]()
        while waiting:
            each = waiting.pop(0)
            if each in seen:
                continue
            seen.add(each)
            refused = self._refused_parents(each)
            if refused is None:
                parents[each] = None
            else:
                waiting += refused
        return (
            came
            if seen == {*came.parents} and len(parents) == len(seen)
            else replace(came, parents=tuple(sorted(parents)))
        )

    # What it is about

    def _of_step(self, came: Travelling) -> NotForHall | None:
        for row in came.rows.get("finding_event", ()):
            if (reason := self._elsewhere(row.get("finding_id"))) is not None:
                return reason
            event = event_from(row)
            if (own := takes_back(event)) and self._maker(own) != came.laptop:
                return NotForHall.TAKEN_BACK
            reason = step_not_for_hall(event, self._latest_deadline(event))
            if reason is not None:
                return reason
        return None

    def _of_evidence(self, came: Travelling) -> NotForHall | None:
        for row in came.rows.get("evidence", ()):
            if row.get("inspection_id") or not row.get("finding_id"):
                return NotForHall.KIND
            if (reason := self._elsewhere(row.get("finding_id"))) is not None:
                return reason
        return None if self._is_theirs(came) else NotForHall.TAKEN_BACK

    def _of_meeting(self, came: Travelling) -> NotForHall | None:
        for row in came.rows.get("meeting", ()):
            site = str(row.get("site_id") or "")
            if self._aliases.own.get(site, site) not in self.halls and not self._is_called(
                str(row.get("site_name") or "")
            ):
                return NotForHall.ELSEWHERE
        for row in came.rows.get("meeting_finding", ()):
            if (reason := self._elsewhere(row.get("finding_id"))) is not None:
                return reason
        return None if self._is_theirs(came) else NotForHall.TAKEN_BACK

    def _elsewhere(self, finding_id: Value) -> NotForHall | None:
        """Return that a finding is another site's; one that is not here yet is waited for."""
        row = self._database.row("SELECT site_id FROM finding WHERE id = ?", (finding_id,))
        return None if row is None or row["site_id"] in self.halls else NotForHall.ELSEWHERE

    def _is_called(self, name: str) -> bool:
        row = self._database.row(
            "SELECT 1 FROM site WHERE name = ? AND id IN (SELECT value FROM json_each(?))",
            (name, json.dumps(sorted(self.halls))),
        )
        return row is not None

    def _is_theirs(self, came: Travelling) -> bool:
        """Tell whether nothing of that id is here, or it came from elsewhere: it may go on."""
        table = _TABLES.get(came.kind, "meeting")
        if self._database.row(f"SELECT 1 FROM {table} WHERE id = ?", (came.id,)) is None:
            return True
        row = self._database.row(
            "SELECT laptop FROM received_object WHERE kind = ? AND subject = ?",
            (came.kind.value, came.id),
        )
        return row is not None and row["laptop"] == came.laptop

    # What is known of steps

    def _maker(self, step: str) -> str:
        """Return who took a step; '' of one that nobody knows."""
        if step in self._steps:
            return self._steps[step]
        row = self._database.row(
            "SELECT coalesce(o.laptop, '') AS laptop FROM finding_event AS e"
            " LEFT JOIN event_origin AS o ON o.event = e.id WHERE e.id = ?",
            (step,),
        )
        return (str(row["laptop"]) or self._own_laptop) if row is not None else ""

    def _latest_deadline(self, event: FindingEvent) -> date:
        """Return the latest deadline of a finding that anybody set here; for ever where none is."""
        rows = self._database.rows(
            "SELECT * FROM finding_event WHERE finding_id = ?", (event.finding_id,)
        )
        days = [day for row in rows if (day := _deadline(event_from(row))) is not None]
        return max(days, default=date.max)

    def _refused_parents(self, step: str) -> tuple[str, ...] | None:
        if step in self._gone:
            return self._gone[step]
        return self._waiting.refused_parents(step)

    def _told(self, came: Travelling, reason: NotForHall) -> RefusedHere:
        number, step = "", None
        for row in came.rows.get(_TABLES.get(came.kind, ""), ()):
            found = self._database.row(
                "SELECT number FROM finding WHERE id = ?", (row.get("finding_id"),)
            )
            number = str(found["number"]) if found is not None else ""
            step = EventKind(str(row["kind"])) if came.kind is Kind.EVENT else None
        return RefusedHere(reason, came.kind, title_of(came), number, step)


def _deadline(event: FindingEvent) -> date | None:
    match event:
        case Raised(finding=finding):
            return finding.deadline
        case Assigned() | Extended() | Recounted() | Reopened():
            return event.deadline
    return None
