"""What somebody said of names that are nearly the same: one thing on two rosters, or two things.

Each answer is a choice that travels: who gets it is not asked once more. Of several about the same
two the latest holds. It names them by their ids, so that nobody's name is in it; the ids stand in
one text, which no laptop turns into its own ones.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import datetime

from inspector.domain.sharing.conflict import ConflictKind
from inspector.domain.sharing.roster_meeting import Placed
from inspector.domain.sharing.travelling import Value, canonical
from inspector.storage.database.database import Database

_SAME = "same"


class PlacedChoices:
    """The only SQL about them. What was read is kept in memory: a few, as names are asked about."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._said: dict[tuple[str, str], dict[str, tuple[str, str, bool]]] = defaultdict(dict)
        for row in database.rows(
            "SELECT id, at, kind, subject, kept FROM choice WHERE kind = ?",
            (ConflictKind.PLACED.value,),
        ):
            self.heed(dict(zip(row.keys(), row, strict=True)))

    def heed(self, row: Mapping[str, Value]) -> None:
        """Know a choice that is here, or that comes; one of another kind says nothing."""
        kind, *two = str(row["subject"]).split(" ")
        if row["kind"] != ConflictKind.PLACED.value or len(two) != 2:
            return
        said = (str(row["at"]), str(row["id"]), bool(json.loads(str(row["kept"])).get(_SAME)))
        for one, other in (two, reversed(two)):
            before = self._said[kind, one].get(other)
            if before is None or before < said:
                self._said[kind, one][other] = said

    def same(self, kind: Placed, key: str) -> list[str]:
        """Return the ids of what was said to be the same as something, the latest answer first."""
        said = sorted(((*own, other) for other, own in self._of(kind, key).items()), reverse=True)
        return [other for *_, is_same, other in said if is_same]

    def apart(self, kind: Placed, key: str) -> set[str]:
        """Return the ids of what was said to be something else."""
        return {other for other, (*_, is_same) in self._of(kind, key).items() if not is_same}

    def put(
        self,
        kind: Placed,
        one: str,
        other: str,
        is_same: bool,
        at: datetime,
        author: str,
        new_id: Callable[[], str],
    ) -> None:
        """Keep an answer, unless just that was said; inside a transaction."""
        known = self._of(kind, one).get(other)
        if known is not None and known[-1] is is_same:
            return
        row: dict[str, str] = {
            "id": new_id(), "at": at.isoformat(), "author": author,
            "kind": ConflictKind.PLACED.value, "subject": " ".join([kind, *sorted((one, other))]),
            "kept": canonical({_SAME: "yes" if is_same else ""}),
        }  # fmt: skip
        self._database.insert("choice", row)
        self._database.journal.touch("choice", row["id"])
        self.heed(row)

    def _of(self, kind: Placed, key: str) -> Mapping[str, tuple[str, str, bool]]:
        return self._said.get((kind.value, key), {})
