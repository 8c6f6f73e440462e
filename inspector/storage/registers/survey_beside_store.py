"""Which of the sheets that stand for one answer do not count, in SQLite; derived from the sheets.

Only what came from other laptops makes such ones: one folder takes a row in once. Knows SQL and the
domain; nothing of Qt.
"""

from collections.abc import Iterable, Iterator

from inspector.domain.survey.sheets_beside import beside, contradicts
from inspector.domain.survey.survey_sheet import SurveySheet
from inspector.storage.database.database import Database, Row
from inspector.storage.database.typed_rows import typed_row

_BEGAN = (
    "WITH RECURSIVE up (id, replaces, source_key, far) AS ("
    "SELECT id, replaces, source_key, 0 FROM survey_sheet WHERE id = ? UNION"
    " SELECT s.id, s.replaces, s.source_key, up.far + 1 FROM up JOIN survey_sheet AS s"
    " ON s.id = up.replaces WHERE up.far < 1000)"
    " SELECT id, source_key, replaces FROM up ORDER BY far DESC LIMIT 1"
)
_FAMILY = (
    "WITH RECURSIVE own (id) AS (SELECT :id UNION SELECT id FROM survey_sheet"
    " WHERE source_key = :key AND source_key <> '' UNION SELECT id FROM survey_sheet"
    " WHERE replaces = :before AND replaces <> '' UNION SELECT s.id FROM own"
    " CROSS JOIN survey_sheet AS s ON s.replaces = own.id AND s.replaces <> '')"
    " SELECT s.* FROM own CROSS JOIN survey_sheet AS s ON s.id = own.id"
)
_SHARED = (
    "SELECT min(id) AS id FROM survey_sheet WHERE source_key <> '' GROUP BY source_key"
    " HAVING count(*) > 1 UNION SELECT min(id) FROM survey_sheet WHERE replaces <> ''"
    " GROUP BY replaces HAVING count(*) > 1"
)


class SurveyBesideStore:
    """The only SQL about them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def resettle(self, sheet_ids: Iterable[str]) -> set[str]:
        """Note which sheets count of the answers that some stand for; inside a transaction.

        Returns all that say something else than another of their answer: those that count, too.
        """
        other = set[str]()
        done = set[str]()
        for sheet_id in sheet_ids:
            if sheet_id in done:
                continue
            own = {each.id: each for each in self._family(sheet_id)}
            done |= own.keys()
            if len(own) == 1:
                continue
            for key in own:
                self._database.write("DELETE FROM survey_beside WHERE sheet = ?", (key,))
            for key, counts in beside(own.values()).items():
                self._database.insert("survey_beside", {"sheet": key, "counts": counts})
                if contradicts(own[key], own[counts]):
                    other |= {key, counts}
        return other

    def relatives(self, sheet_id: str, source_key: str, replaces: str) -> list[Row]:
        """Return the rows of all that stand for the same answer as one that is not here itself."""
        began = self._database.row(_BEGAN, (replaces,)) if replaces else None
        values = {"id": sheet_id, "key": source_key, "before": replaces}
        if began is not None:
            values = {"id": began["id"], "key": began["source_key"], "before": began["replaces"]}
        return self._database.rows(_FAMILY, values)

    def resettle_added(self, sheet_ids: Iterable[str]) -> None:
        """Note it of own sheets that were added just now; costs nothing where none stand beside."""
        if self._database.row("SELECT 1 FROM survey_beside LIMIT 1") is not None:
            self.resettle(sheet_ids)

    def resettle_all(self) -> None:
        """Note it anew of all; inside a transaction."""
        self._database.write("DELETE FROM survey_beside")
        self.resettle(self._shared())

    def misnoted(self) -> int:
        """Return how many sheets are noted not to count, and do, or the other way round."""
        noted = {
            row["sheet"]: row["counts"]
            for row in self._database.rows("SELECT sheet, counts FROM survey_beside")
        }
        due = dict[str, str]()
        for sheet_id in self._shared():
            due |= beside(self._family(sheet_id))
        return len(noted.items() ^ due.items())

    def _shared(self) -> list[str]:
        """Return a sheet of each answer that several may stand for."""
        return [row["id"] for row in self._database.rows(_SHARED)]

    def _family(self, sheet_id: str) -> Iterator[SurveySheet]:
        """Yield every sheet that stands for the same answer as one."""
        began = self._database.row(_BEGAN, (sheet_id,))
        if began is None:
            return
        values = {
            "id": began["id"], "key": began["source_key"], "before": began["replaces"],
        }  # fmt: skip
        for row in self._database.rows(_FAMILY, values):
            yield typed_row(row, SurveySheet)
