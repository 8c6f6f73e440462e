"""Which own site, window or person another laptop's is, and what it said of it last."""

import json
from collections.abc import Mapping

from inspector.domain.sharing.joined_facts import Facts
from inspector.domain.sharing.roster_meeting import Placed
from inspector.storage.database.database import Database


class Aliases:
    """The only SQL about them. What was read is kept in memory: some thousand ids."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: dict[tuple[str, str], tuple[str, str, Facts]] = {
            (row["kind"], row["foreign_id"]): (
                row["own_id"],
                row["laptop"],
                json.loads(row["told"]),
            )
            for row in database.rows("SELECT kind, foreign_id, own_id, laptop, told FROM alias")
        }
        self._own = {
            foreign: own for (_, foreign), (own, _, _) in self._known.items() if own != foreign
        }

    @property
    def own(self) -> Mapping[str, str]:
        """The own id of each foreign one that has another here."""
        return self._own

    def own_id(self, kind: Placed, foreign_id: str) -> str | None:
        """Return the own id of a foreign one; None of one that never came."""
        known = self._known.get((kind.value, foreign_id))
        return known[0] if known else None

    def told(self, kind: Placed, foreign_id: str, laptop: str) -> Facts | None:
        """Return what a laptop said last of something, unless another one spoke of it since."""
        known = self._known.get((kind.value, foreign_id))
        return known[2] if known and known[1] == laptop else None

    def taken_by(self, kind: Placed, laptop: str) -> set[str]:
        """Return the own ids that stand for something of a laptop already."""
        return {own for (of, _), (own, by, _) in self._known.items() if of == kind and by == laptop}

    def heed(self, kind: Placed, foreign_id: str, own_id: str, laptop: str, told: Facts) -> bool:
        """Know what a foreign one is here, and write nothing; False where it was known so."""
        new = (own_id, laptop, dict(told))
        if self._known.get((kind.value, foreign_id)) == new:
            return False
        self._known[kind.value, foreign_id] = new
        if own_id != foreign_id:
            self._own[foreign_id] = own_id
        return True

    def put(
        self, kind: Placed, foreign_id: str, own_id: str, laptop: str, told: Facts, at: str, by: str
    ) -> None:
        """Keep what a foreign one is here, and what was said of it; inside a transaction."""
        if not self.heed(kind, foreign_id, own_id, laptop, told):
            return
        self._database.write(
            "INSERT INTO alias (kind, foreign_id, own_id, laptop, told, at, author)"
            " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (kind, foreign_id) DO UPDATE SET"
            " own_id = excluded.own_id, laptop = excluded.laptop, told = excluded.told,"
            " at = excluded.at, author = excluded.author",
            (
                kind.value, foreign_id, own_id, laptop,
                json.dumps(told, ensure_ascii=False, sort_keys=True), at, by,
            ),
        )  # fmt: skip
