"""Taking objects of another laptop into a database, one after the other, within one transaction.

Nothing that is here is ever overwritten. What was sealed elsewhere is entered in the journal over
the rows as they are here, with a note that it proves nothing of the time before.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from inspector.domain.record.journal import COMPLETED, RECEIVED, received_in_part
from inspector.domain.sharing.fates import Fate
from inspector.domain.sharing.hall_rules import RefusedHere
from inspector.domain.sharing.places import CollidingPlacesError, at_own_places
from inspector.domain.sharing.roster_meeting import Answers
from inspector.domain.sharing.travelling import Kind, Rows, Travelling, canonical
from inspector.storage.database.database import Database
from inspector.storage.database.journal_writing import Kind as Entered
from inspector.storage.registers.survey_beside_store import SurveyBesideStore
from inspector.storage.sharing.arriving.arriving_lives import ArrivingLives
from inspector.storage.sharing.arriving.arriving_rows import ArrivingRows
from inspector.storage.sharing.arriving.completing import complete
from inspector.storage.sharing.arriving.objects_looked_at import LookingAt
from inspector.storage.sharing.arriving.roster_taking import RosterTaking
from inspector.storage.sharing.arriving.standing_kinds import (
    take_holiday,
    take_pack,
    versions_beside,
)
from inspector.storage.sharing.arriving.waiting_objects import WaitingObjects
from inspector.storage.sharing.conflict_store import ConflictStore
from inspector.storage.sharing.travelling_rows import TravellingRows

_AT_ONCE = 2000
"""Rows that are in memory together: a visit has four hundred, a step has one."""

_ENTERED: Mapping[Kind, Entered] = {
    Kind.VISIT: "visit", Kind.SIGNATURE: "signature", Kind.AMENDMENT: "amendment",
    Kind.EVIDENCE: "evidence", Kind.EVENT: "event", Kind.MEETING: "meeting",
    Kind.COMPLAINT: "complaint", Kind.SURVEY: "survey", Kind.CLOCK: "clock", Kind.PHASE: "phase",
    Kind.PLAN: "plan", Kind.DRAW: "draw", Kind.TRAINING: "training",
    Kind.TRAINING_TAKEN_BACK: "training-taken-back", Kind.CHOICE: "choice",
}  # fmt: skip
"""What the journal calls each kind that it knows."""

_BESIDE_VISIT: Mapping[str, Entered] = {"evidence": "evidence", "finding_event": "event"}
"""Tables of a visit whose rows have entries of their own."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """The bundle that is taken in, and who takes it in here and when."""

    bundle: str
    own_laptop: str
    now: datetime
    author: str
    new_id: Callable[[], str]
    repeat_days: int
    answers: Answers
    halls: tuple[str, ...] = ()  # the sites that its laptop is of; none, if it inspects


class TakingIn(LookingAt):
    """Takes objects in, in the order of their kinds; `finish` works out what follows."""

    def __init__(self, database: Database, arrival: Arrival) -> None:
        super().__init__(database, arrival.own_laptop, arrival.answers, arrival.halls)
        self._arrival = arrival
        self._rows = ArrivingRows(database)
        self._lives = ArrivingLives(database, arrival.repeat_days)
        self._waiting = WaitingObjects(database)
        self._roster = RosterTaking(
            database, self._aliases, arrival.answers, arrival.now, arrival.author, arrival.new_id
        )
        self._pending = 0
        self._choices: list[str] = []
        self._surveys: list[str] = []

    def finish(self) -> None:
        """Take in what had waited for this, and work out what follows from everything."""
        self._write()
        super().finish()
        self._lives.settle()
        ConflictStore(self._database).follow(self._choices, self._arrival.now, self._arrival.new_id)
        self._database.journal.write(self._database)

    def _holiday(self, came: Travelling) -> Fate:
        return take_holiday(self._database, came, self._arrival.now, self._arrival.new_id)

    def _pack(self, came: Travelling) -> Fate:
        fate = take_pack(self._database, came)
        if fate is Fate.NEW and versions_beside(self._database, came):
            self._set_aside(came)
        return fate

    @property
    def _now(self) -> str:
        return self._arrival.now.isoformat()

    def _waits(self) -> Iterator[tuple[Travelling, tuple[str, ...]]]:
        return self._waiting.all()

    def _end_round(self) -> None:
        self._write()

    def _note_waiting(self, came: Travelling) -> None:
        arrival, halls = self._arrival, self._gate.halls if self._gate is not None else ()
        self._waiting.keep(came, arrival.bundle, self._now, arrival.new_id, halls)

    def _set_aside(self, came: Travelling) -> None:
        self._waiting.set_aside(came, self._arrival.bundle, self._now, self._arrival.new_id)

    def _keep_refused(self, came: Travelling, refused: RefusedHere) -> None:
        arrival = self._arrival
        self._waiting.refuse(came, refused.reason.value, arrival.bundle, self._now, arrival.new_id)

    def _take_new(self, came: Travelling) -> Fate:
        try:
            rows, places = at_own_places(came.rows, self._aliases.own)
        except CollidingPlacesError:
            return Fate.SET_ASIDE
        for table, own in rows.items():
            self._rows.add_travelled(table, *own)
        self._begin_lives(came.kind, rows)
        self._rows.add(
            "received_object",
            {
                "kind": came.kind.value, "subject": came.id, "laptop": came.laptop,
                "bundle": self._arrival.bundle, "digest": came.digest,
                "places": canonical(places) if places else "",
                "left_out": canonical(list(came.left_out)) if came.left_out else "",
            },
        )  # fmt: skip
        if came.kind in (Kind.EVENT, Kind.COMPLAINT):
            self._rows.add(
                "event_origin",
                {
                    "event": came.id, "laptop": came.laptop,
                    "parents": canonical(list(came.parents)),
                },
            )  # fmt: skip
        if came.kind is Kind.CHOICE:
            self._choices.append(came.id)
        note = RECEIVED if came.is_whole else received_in_part(came.digest)
        self._enter(came.kind, came.id, rows, note)
        super()._take_new(came)
        self._pending += sum(map(len, rows.values()))
        if self._pending >= _AT_ONCE:
            self._write()
        return Fate.NEW

    def _note_sheet(self, came: Travelling) -> None:
        self._surveys.append(came.id)

    def _collides(self, came: Travelling) -> bool:
        """What does was found out by placing all of it, before it was written."""
        return False

    def _note_step(self, came: Travelling) -> None:
        """What waits is read of what is written (`EventOrigins`)."""

    def _settle_steps(self) -> None:
        """As that says."""

    def _settle_surveys(self) -> None:
        """Find out which sheets count. What waits is read of them (`ConflictStore`)."""
        every = SurveyBesideStore(self._database).resettle(self._surveys)
        objects = TravellingRows(self._database, self._arrival.own_laptop)
        for sheet in objects.objects(Kind.SURVEY, sorted(every.intersection(self._surveys))):
            self._is_beside(sheet)

    def _begin_lives(self, kind: Kind, rows: Rows) -> None:
        lives = self._lives
        if kind is Kind.VISIT:
            for row in rows.get("finding_event", ()):
                self._rows.add("finding", lives.raised(row))
            for row in rows.get("inspection", ()):
                if row.get("base_hash"):
                    lives.has_own_numbers(str(row["id"]))
        for row in rows.get("finding_event", ()) if kind is Kind.EVENT else ():
            lives.goes_on(str(row["finding_id"]))
        for row in rows.get("complaint_event", ()):
            if row["kind"] == "received":
                self._rows.add("complaint", lives.received(row))
            else:
                lives.complaint_goes_on(str(row["complaint_id"]))

    def _enter(self, kind: Kind, subject: str, rows: Rows, note: str = RECEIVED) -> None:
        journal = self._database.journal
        if kind in _ENTERED:
            journal.touch(_ENTERED[kind], subject, note=note)
        if kind is Kind.VISIT:
            for table, entered in _BESIDE_VISIT.items():
                ids = (str(row["id"]) for row in rows.get(table, ()))
                journal.touch(entered, *ids, note=RECEIVED)

    def _grow(self, came: Travelling) -> None:
        """Add what happened since to evidence, or to a meeting that was discarded since."""
        self._write()
        rows, _ = at_own_places(came.rows, self._aliases.own)
        if came.kind is Kind.EVIDENCE:
            self._grow_evidence(came.id, rows)
        else:
            for row in rows["meeting"]:
                self._database.write(
                    "UPDATE meeting SET discarded_at = ? WHERE id = ?",
                    (row.get("discarded_at"), came.id),
                )
        self._database.write(
            "UPDATE received_object SET digest = ? WHERE kind = ? AND subject = ?",
            (came.digest, came.kind.value, came.id),
        )
        self._enter(came.kind, came.id, rows)
        super()._grow(came)

    def _complete(self, came: Travelling) -> None:
        """Write names or strokes in that were kept at home when it came."""
        self._write()
        owners = complete(self._database, came)
        for complaint_id in owners:
            self._lives.complaint_goes_on(complaint_id)
        self._database.journal.touch(_ENTERED[came.kind], came.id, note=COMPLETED)
        super()._complete(came)
        self._write()

    def _grow_evidence(self, evidence_id: str, rows: Rows) -> None:
        (known,) = self._database.rows(
            "SELECT count(*) AS number FROM evidence_event WHERE evidence_id = ?", (evidence_id,)
        )
        later = rows.get("evidence_event", ())[known["number"] :]
        self._rows.add_travelled("evidence_event", *later)
        for row in rows["evidence"]:
            self._database.write(
                "UPDATE evidence SET role = ?, annotated = ?, removed_at = ? WHERE id = ?",
                (row["role"], row.get("annotated"), row.get("removed_at"), evidence_id),
            )
        self._write()

    def _write(self) -> None:
        self._rows.write()
        self._judging.is_written()
        self._lives.take_words()
        self._database.journal.write(self._database)
        self._pending = 0
