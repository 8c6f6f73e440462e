"""What another laptop says differently of one thing, kept once until a person chooses."""

import json
from collections.abc import Callable

from inspector.domain.sharing.joined_facts import Facts
from inspector.storage.database.database import Database


class Differences:
    """The only SQL that adds one; `conflict_store` reads and closes them. Inside a transaction."""

    def __init__(self, database: Database, at: str, new_id: Callable[[], str]) -> None:
        self._database = database
        self._at = at
        self._new_id = new_id

    def keep(self, kind: str, own_id: str, laptop: str, mine: Facts, theirs: Facts) -> bool:
        """Keep what both say; False where it was heard before.

        Of a thing on the roster from that laptop; a day off is no laptop's own.
        """
        is_new = not was_heard(self._database, kind, own_id, laptop, theirs)
        if is_new:
            self._database.insert(
                "difference",
                {
                    "id": self._new_id(), "kind": kind, "own_id": own_id, "laptop": laptop,
                    "mine": _text(mine), "theirs": _text(theirs), "at": self._at, "chosen_by": "",
                },
            )  # fmt: skip
        return is_new


def was_heard(database: Database, kind: str, own_id: str, laptop: str, theirs: Facts) -> bool:
    """Tell whether a laptop said this before, and it was kept beside what is said here."""
    known = database.row(
        "SELECT 1 FROM difference WHERE kind = ?1 AND own_id = ?2 AND theirs = ?3"
        " AND (laptop = ?4 OR kind = 'holiday')",
        (kind, own_id, _text(theirs), laptop),
    )
    return known is not None


def _text(facts: Facts) -> str:
    return json.dumps(dict(facts), ensure_ascii=False, sort_keys=True)
