"""Who took each step of a finding or complaint, behind which ones; and what waits to be settled.

A step that has no row here was taken on this laptop behind the one before it that has none. As soon
as one came from elsewhere, own steps get their rows as well. Knows SQL; nothing of Qt.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from enum import Enum
from itertools import groupby, islice

from inspector.domain.complaint.complaint_event import ComplaintStep
from inspector.domain.finding.finding_event import EventKind
from inspector.domain.sharing.side_by_side import Beside, Step, heads_of, side_by_side
from inspector.domain.sharing.travelling import canonical
from inspector.storage.database.database import Database, Row

_CHUNK = 500
"""Findings or complaints whose steps are held at once."""

_SILENT = frozenset(
    {
        EventKind.RAISED, EventKind.NOTED, EventKind.EXPORTED, EventKind.DISCUSSED,
        EventKind.RECOUNTED, EventKind.EXTENSION_ASKED,
        ComplaintStep.RECEIVED, ComplaintStep.NOTED, ComplaintStep.EXPORTED,
        ComplaintStep.ATTACHED,
    }
)  # fmt: skip
"""What decides nothing, or what the program says itself: a new table of holidays is one for all."""


class Lives(Enum):
    """Whose steps: the name in `unsettled`, the table of events, and its column of what they are
    of."""

    FINDINGS = ("finding", "finding_event", "finding_id")
    COMPLAINTS = ("complaint", "complaint_event", "complaint_id")


class EventOrigins:
    """The only SQL about where steps came from."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def steps(self, lives: Lives, ids: Iterable[str]) -> Iterator[tuple[str, list[Step]]]:
        """Yield the steps of findings or complaints, by id, as they arrived; unknown ones not."""
        _, table, of = lives.value
        wanted = list(dict.fromkeys(ids))
        for begin in range(0, len(wanted), _CHUNK):
            rows = self._database.rows(
                f"SELECT e.{of} AS of, e.id, e.at, e.kind, e.content, o.laptop, o.parents"
                f" FROM json_each(?) AS asked CROSS JOIN {table} AS e ON e.{of} = asked.value"
                " LEFT JOIN event_origin AS o ON o.event = e.id ORDER BY asked.key, e.sequence",
                (json.dumps(wanted[begin : begin + _CHUNK]),),
            )
            for key, own in groupby(rows, lambda row: str(row["of"])):
                yield key, steps_of(own)

    def put(self, event_id: str, laptop: str, parents: Sequence[str]) -> None:
        """Keep who took a step, and behind which ones; inside a transaction."""
        self._database.insert(
            "event_origin",
            {"event": event_id, "laptop": laptop, "parents": canonical(sorted(parents))},
        )

    def put_own(self, lives: Lives, new: Collection[tuple[str, str]]) -> None:
        """Keep behind what own steps were taken, where others took some as well.

        `new` are ids of findings or complaints, each with that of a step, as they were added just
        now in the transaction that is open. What waits to be settled follows.
        """
        if not new or not self._database.rows("SELECT 1 FROM event_origin LIMIT 1"):
            return
        own = {event for _, event in new}
        touched: list[str] = []
        for key, steps in self.steps(lives, [of for of, _ in new]):
            origins = self._told_of([step.id for step in steps])
            if not origins:
                continue
            touched.append(key)
            known = [step for step in steps if step.id not in own]
            parents = {step.id: step.parents for step in known}
            ids = [step.id for step in known]
            for step in steps:
                if step.id in own and step.id not in origins:
                    parents[step.id] = heads_of(ids, parents)
                    self.put(step.id, "", parents[step.id])
                    ids.append(step.id)
        self.resettle(lives, touched)

    def _told_of(self, event_ids: Collection[str]) -> set[str]:
        rows = self._database.rows(
            "SELECT event FROM event_origin WHERE event IN (SELECT value FROM json_each(?))",
            (json.dumps(list(event_ids)),),
        )
        return {row["event"] for row in rows}

    # What waits

    def resettle(self, lives: Lives, ids: Iterable[str]) -> None:
        """Note which of some findings or complaints wait to be settled; inside a transaction."""
        kind, wanted = lives.value[0], list(dict.fromkeys(ids))
        for begin in range(0, len(wanted), _CHUNK):
            some = wanted[begin : begin + _CHUNK]
            self._database.write(
                "DELETE FROM unsettled WHERE kind = ?"
                " AND subject IN (SELECT value FROM json_each(?))",
                (kind, json.dumps(some)),
            )
            self._database.insert(
                "unsettled",
                *(
                    {"kind": kind, "subject": key, "since": since}
                    for key, since in self._since(lives, some)
                    if since
                ),
            )

    def resettle_all(self) -> None:
        """Note anew what waits, of all that came; inside a transaction."""
        self._database.write("DELETE FROM unsettled")
        for lives in Lives:
            for some in self._touched(lives):
                self.resettle(lives, some)

    def missettled(self) -> int:
        """Return how many wait and are not noted, or are noted and do not wait, or not so long."""
        noted = {
            (row["kind"], row["subject"]): row["since"]
            for row in self._database.rows("SELECT kind, subject, since FROM unsettled")
        }
        wrong = 0
        for lives in Lives:
            for some in self._touched(lives):
                for key, since in self._since(lives, some):
                    wrong += noted.pop((lives.value[0], key), "") != since
        return wrong + len(noted)

    def _since(self, lives: Lives, ids: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Yield those that several laptops touched, each with since when it waits; '' is not."""
        for key, steps in self.steps(lives, self._of_several(lives, ids)):
            beside = side_by_side(steps)
            yield key, beside[0].since.isoformat() if beside else ""

    def _of_several(self, lives: Lives, ids: Iterable[str]) -> list[str]:
        """Return which of some findings or complaints have steps of several laptops.

        Of a bundle that is mostly none, and no step of the others has to be read.
        """
        _, table, of = lives.value
        wanted = list(dict.fromkeys(ids))
        found: list[str] = []
        for begin in range(0, len(wanted), _CHUNK):
            rows = self._database.rows(
                f"SELECT e.{of} AS of FROM json_each(?) AS asked"
                f" CROSS JOIN {table} AS e ON e.{of} = asked.value"
                " LEFT JOIN event_origin AS o ON o.event = e.id GROUP BY asked.key"
                " HAVING count(DISTINCT coalesce(o.laptop, '')) > 1 ORDER BY asked.key",
                (json.dumps(wanted[begin : begin + _CHUNK]),),
            )
            found += [str(row["of"]) for row in rows]
        return found

    def _touched(self, lives: Lives) -> Iterator[list[str]]:
        """Yield what several laptops touched, some at a time."""
        _, table, of = lives.value
        rows = self._database.each(
            f"SELECT DISTINCT e.{of} AS of FROM event_origin AS o"
            f" CROSS JOIN {table} AS e ON e.id = o.event"
        )
        while some := [str(row["of"]) for row in islice(rows, _CHUNK)]:
            yield some

    def unsettled(self, lives: Lives, most: int | None = None) -> list[str]:
        """Return the ids of what waits to be settled, the oldest first; `most` at most."""
        rows = self._database.rows(
            "SELECT subject FROM unsettled WHERE kind = ? ORDER BY since, subject LIMIT ?",
            (lives.value[0], -1 if most is None else most),
        )
        return [row["subject"] for row in rows]

    def unsettled_count(self) -> int:
        """Return how many findings and complaints wait to be settled."""
        return int(self._database.rows("SELECT count(*) FROM unsettled")[0][0])

    def beside(self, lives: Lives, subject: str) -> tuple[Beside, ...]:
        """Return which steps of a finding or complaint wait to be settled."""
        return next((side_by_side(steps) for _, steps in self.steps(lives, [subject])), ())


def steps_of(rows: Iterable[Row]) -> list[Step]:
    """Return the steps of one finding or complaint, each behind what it came behind."""
    steps: list[Step] = []
    before = ""
    for row in rows:
        if row["laptop"] is None:
            parents = (before,) if before else ()
            before = row["id"]
        else:
            parents = tuple(json.loads(row["parents"]))
        steps.append(_step(row, parents))
    return steps


def _step(row: Row, parents: tuple[str, ...]) -> Step:
    settles = frozenset[str]()
    says = f"{row['kind']} {row['content']}"
    if row["kind"] == EventKind.SETTLED.value:
        said = json.loads(row["content"])
        settles = frozenset(said["kept"]) | frozenset(said["left_out"])
        says = canonical([row["kind"], sorted(said["kept"]), sorted(said["left_out"])])
    return Step(
        id=row["id"],
        at=datetime.fromisoformat(row["at"]),
        laptop=row["laptop"] or "",
        parents=parents,
        says=says,
        decides=row["kind"] not in _SILENT,
        settles=settles,
    )
