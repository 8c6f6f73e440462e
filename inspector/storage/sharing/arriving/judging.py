"""What becomes of each object that came, before anything is written of it."""

import json
from collections.abc import Collection, Iterable

from inspector.domain.sharing.fates import Fate, fate_of_other, fate_of_same
from inspector.domain.sharing.needs import Need, Needed, needs_of
from inspector.domain.sharing.travelling import INSPECTORS, Kind, Travelling
from inspector.storage.database.database import Database
from inspector.storage.sharing.aliases import Aliases
from inspector.storage.sharing.arriving.seen_things import SeenThings
from inspector.storage.sharing.left_at_home import left_at_home
from inspector.storage.sharing.travelling_rows import TravellingRows

_TABLES = {
    Kind.PACK: ("pack", "hash"),
    Kind.HOLIDAY: ("holiday", "day"),
    Kind.PHASE: ("phase_entry", "id"),
    Kind.PLAN: ("plan", "id"),
    Kind.DRAW: ("plan_draw", "id"),
    Kind.VISIT: ("inspection", "id"),
    Kind.SIGNATURE: ("signature", "inspection_id"),
    Kind.AMENDMENT: ("amendment", "id"),
    Kind.EVIDENCE: ("evidence", "id"),
    Kind.EVENT: ("finding_event", "id"),
    Kind.MEETING: ("meeting", "id"),
    Kind.COMPLAINT: ("complaint_event", "id"),
    Kind.SURVEY: ("survey_sheet", "id"),
    Kind.CLOCK: ("clock_remark", "id"),
    Kind.TRAINING: ("training", "id"),
    Kind.TRAINING_TAKEN_BACK: ("training_taken_back", "id"),
    Kind.CHOICE: ("choice", "id"),
}
"""Where each kind is kept, and the column of its id."""


class Judging:
    """Compares what came with what is here, and with what came before it in the same bundle."""

    def __init__(self, database: Database, aliases: Aliases, own_laptop: str) -> None:
        self._database = database
        self._aliases = aliases
        self._objects = TravellingRows(database, own_laptop)
        self._own_laptop = own_laptop
        self._something_was_erased = (
            database.row("SELECT 1 FROM erasure_change LIMIT 1") is not None
        )
        self._placed: set[tuple[Needed, str]] = set()
        self._asked: set[str] = set()
        self._seen = SeenThings()
        self._owners: dict[str, str] = {}

    # What there is

    def comes(self, came: Travelling) -> None:
        """Say that an object is taken in: what is behind it can need it."""
        self._seen.note(f"={came.kind.value}", came.id, came.digest)
        for what, key in _brought(came):
            self._seen.note(what.value, key)
        if came.kind is Kind.PLAN:
            for row in came.rows.get("plan", ()):
                if row.get("version") == 1:
                    self._owners[str(row["family"])] = came.laptop

    def is_written(self) -> None:
        """Say that everything that came so far is in the database: that tells it from now on."""
        self._seen.close()

    def is_placed(self, what: Needed, foreign_id: str) -> None:
        """Say that a site or window of another laptop has its place here."""
        self._placed.add((what, foreign_id))

    def is_asked(self, foreign_id: str) -> None:
        """Say that a person has to place a site or window first."""
        self._asked.add(foreign_id)

    # What becomes of it

    def fate(self, came: Travelling) -> Fate:
        """Return what becomes of an object, but for what it needs."""
        digest, left_out = self._digest_here(came)
        if digest is None:
            return self._fate_of_new(came)
        if digest == came.digest:
            return fate_of_same(
                came,
                lacks=bool(left_out) and INSPECTORS not in left_out,
                erased=self._is_erased(came),
                otherwise_same=lambda: self._is_same_but_for(came, left_out),
            )
        own = self._here(came)
        return fate_of_other(came, own.rows if own else {}, erased=self._is_erased(came))

    def missing(self, came: Travelling) -> list[Need]:
        """Return what an object needs and is not here."""
        return [need for need in needs_of(came) if not self._has(need)]

    def is_about_asked(self, missing: Iterable[Need]) -> bool:
        """Tell whether a person has to place what is missing."""
        return any(need.id in self._asked for need in missing)

    def _digest_here(self, came: Travelling) -> tuple[str | None, tuple[str, ...]]:
        """Return the digest of what is here under the id of an object, and what it came without.

        None where nothing is here.
        """
        taken = self._seen.of(f"={came.kind.value}", came.id)
        if taken is not None:
            return taken, ()
        row = self._database.row(
            "SELECT digest, left_out FROM received_object WHERE kind = ? AND subject = ?",
            (came.kind.value, came.id),
        )
        if row is not None:
            return str(row["digest"]), tuple(json.loads(row["left_out"] or "[]"))
        table, column = _TABLES[came.kind]
        if self._database.row(f'SELECT 1 FROM "{table}" WHERE {column} = ?', (came.id,)) is None:
            return None, ()
        own = self._here(came)
        return own.digest if own is not None else "", ()

    def _is_same_but_for(self, came: Travelling, left_out: Collection[str]) -> bool:
        own = self._here(came)
        return own is not None and own.rows == left_at_home(came.kind, came.rows, left_out)

    def _here(self, came: Travelling) -> Travelling | None:
        """Return what is here under the id of an object, as its maker has it."""
        return next(self._objects.objects(came.kind, [came.id]), None)

    def _is_erased(self, came: Travelling) -> bool:
        if not self._something_was_erased:
            return False
        ids = [came.id]
        for table in ("finding_event", "evidence"):
            ids += [str(row["id"]) for row in came.rows.get(table, ()) if row.get("id")]
        row = self._database.row(
            "SELECT 1 FROM erasure_change WHERE subject IN (SELECT value FROM json_each(?))",
            (json.dumps(ids),),
        )
        return row is not None

    def _fate_of_new(self, came: Travelling) -> Fate:
        if came.kind is Kind.PLAN:
            for row in came.rows.get("plan", ()):
                owner = self._owner(str(row["family"]))
                if owner is not None and owner != came.laptop:
                    return Fate.REFUSED
        return Fate.NEW

    def _owner(self, family: str) -> str | None:
        if family in self._owners:
            return self._owners[family]
        row = self._database.row(
            "SELECT coalesce(laptop, ?) AS owner FROM plan LEFT JOIN received_object"
            " ON kind = 'plan' AND subject = plan.id WHERE family = ? AND version = 1",
            (self._own_laptop, family),
        )
        return str(row["owner"]) if row is not None else None

    def _has(self, need: Need) -> bool:
        if (need.what, need.id) in self._placed or self._seen.of(need.what, need.id) is not None:
            return True
        match need.what:
            case Needed.SITE | Needed.WINDOW if need.id in self._aliases.own:
                found = True
            case Needed.FAMILY:
                found = self._owner(need.id) is not None
            case _:
                column = "hash" if need.what is Needed.PACK else "id"
                found = (
                    self._database.row(
                        f'SELECT 1 FROM "{need.what.value}" WHERE {column} = ?', (need.id,)
                    )
                    is not None
                )
        if found and need.what in (Needed.SITE, Needed.WINDOW):
            self._placed.add((need.what, need.id))
        elif found:
            self._seen.note(need.what.value, need.id)
        return found


def _brought(came: Travelling) -> Iterable[tuple[Needed, str]]:
    match came.kind:
        case Kind.PACK:
            yield Needed.PACK, came.id
        case Kind.PLAN:
            yield Needed.PLAN, came.id
        case Kind.TRAINING:
            yield Needed.TRAINING, came.id
        case Kind.VISIT:
            yield Needed.VISIT, came.id
            for row in came.rows.get("finding_event", ()):
                yield Needed.FINDING, str(row["finding_id"])
        case Kind.COMPLAINT:
            for row in came.rows.get("complaint_event", ()):
                yield Needed.COMPLAINT, str(row["complaint_id"])
