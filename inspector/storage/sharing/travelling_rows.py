"""Objects as their makers have them, read from the database some at a time.

What came from another laptop gets its maker's ids back (`received_object.places`), so that it
travels on exactly as it came. To be read within one moment of the database.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice
from typing import TypeAlias

from inspector.domain.sharing.places import as_made
from inspector.domain.sharing.travelling import (
    GROWING,
    INSPECTORS,
    NAMES,
    Kind,
    Travelling,
    Value,
    digest_of,
)
from inspector.storage.database.database import Database
from inspector.storage.sharing.left_at_home import bared, is_of_visit
from inspector.storage.sharing.set_aside_objects import SetAsideObjects
from inspector.storage.sharing.travelling_tables import TABLES, TravellingTable

_AT_ONCE = {Kind.VISIT: 10}
_MANY = 200
"""Objects held at once: a visit has four hundred rows."""

_Row: TypeAlias = dict[str, Value]
_Read: TypeAlias = dict[str, list[_Row]]
_Came: TypeAlias = tuple[str, str, Mapping[str, str], tuple[str, ...]]
"""Of an object that came: its maker, digest, own ids with the maker's, and what was left out."""

_STEPS = {
    Kind.EVENT: ("finding_event", "finding_id"),
    Kind.COMPLAINT: ("complaint_event", "complaint_id"),
}
"""The kinds that are steps: their table, and the column of what they are a step of."""


class TravellingRows:
    """Reads objects for a bundle or a ledger of laptop `laptop`.

    `for_hall`: it goes to who is inspected, and names that stay at home are inspectors' as well
    where a visit was covert.
    """

    def __init__(self, database: Database, laptop: str, *, for_hall: bool = False) -> None:
        self._database = database
        self._laptop = laptop
        self._beside = SetAsideObjects(database)
        self._for_hall = for_hall
        self._is_erased = database.row("SELECT 1 FROM erasure_change LIMIT 1") is not None
        """Whether something was lawfully erased here, so that what came may be whole no more."""

    def objects(
        self, kind: Kind, ids: Iterable[str], at_home: Collection[str] = ()
    ) -> Iterator[Travelling]:
        """Yield the objects of a kind that there are, in the order asked for.

        `at_home` names what is left away of them (`travelling.LEFT_AT_HOME`); digests are of the
        whole all the same.
        """
        rest = iter(ids)
        while some := list(islice(rest, _AT_ONCE.get(kind, _MANY))):
            read = {each: _Read() for each in some}
            for table in TABLES[kind]:
                self._read(table, some, read)
            came = self._came(kind, some)
            parents = self._parents(kind, some)
            for own in some:
                if read[own]:
                    yield self._object(
                        kind, own, read[own], came.get(own), parents.get(own, ()), at_home
                    )
                if kind is Kind.SIGNATURE:
                    for other in self._beside.of(kind, own):
                        if self._is_erased and not other.is_as_told:
                            other = replace(other, left_out=(NAMES,))
                        yield bared(other, at_home)

    @cached_property
    def _covert(self) -> frozenset[str]:
        """The visits of which nobody who is inspected hears who made them."""
        rows = self._database.rows("SELECT id FROM inspection WHERE kind = 'covert'")
        return frozenset(row["id"] for row in rows)

    def _read(self, table: TravellingTable, ids: Sequence[str], into: dict[str, _Read]) -> None:
        for of, *values in self._database.each(table.sql, (json.dumps(ids),)):
            row = {
                column: value
                for column, value in zip(table.columns, values, strict=True)
                if value is not None
            }
            into[of].setdefault(table.name, []).append(row)

    def _came(self, kind: Kind, ids: Sequence[str]) -> dict[str, _Came]:
        rows = self._database.rows(
            "SELECT subject, laptop, digest, places, left_out FROM received_object WHERE kind = ?"
            " AND subject IN (SELECT value FROM json_each(?))",
            (kind.value, json.dumps(ids)),
        )
        return {
            row["subject"]: (
                row["laptop"],
                row["digest"],
                json.loads(row["places"] or "{}"),
                tuple(json.loads(row["left_out"] or "[]")),
            )
            for row in rows
        }

    def _parents(self, kind: Kind, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """Return the steps that each step follows: as was kept, else the one before it here."""
        if kind not in _STEPS:
            return {}
        table, owner = _STEPS[kind]
        rows = self._database.rows(
            f"SELECT t.id, o.parents, (SELECT p.id FROM {table} AS p WHERE p.{owner} = t.{owner}"
            " AND p.sequence < t.sequence ORDER BY p.sequence DESC LIMIT 1) AS before"
            f" FROM json_each(?) AS asked CROSS JOIN {table} AS t ON t.id = asked.value"
            " LEFT JOIN event_origin AS o ON o.event = t.id",
            (json.dumps(ids),),
        )
        return {
            row["id"]: tuple(sorted(json.loads(row["parents"] or "[]")))
            if row["parents"] is not None
            else tuple(filter(None, (row["before"],)))
            for row in rows
        }

    def _object(
        self,
        kind: Kind,
        own: str,
        rows: _Read,
        came: _Came | None,
        parents: tuple[str, ...],
        at_home: Collection[str],
    ) -> Travelling:
        laptop, told, places, left_out = came or (self._laptop, "", {}, ())
        made = as_made(rows, places)
        # What came is known by the digest it was told by, whether all of it came or not.
        # What grew here is known by what it is now, unless something of it never came.
        is_told = came and (kind not in GROWING or left_out)
        digest = told if is_told else digest_of(kind, own, made)
        missing = set(left_out)
        if came and self._is_erased and digest != digest_of(kind, own, made):
            missing.add(NAMES)
        if NAMES in at_home and self._for_hall and is_of_visit(kind, made, self._covert):
            at_home = (*at_home, INSPECTORS)
        whole = Travelling(kind, own, laptop, made, digest, parents, tuple(sorted(missing)))
        return bared(whole, at_home)
