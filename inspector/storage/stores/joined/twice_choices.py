"""What was chosen of windows that several parts of a shared visit (分头检查) scored."""

import json
from collections import defaultdict
from collections.abc import Collection, Mapping

from inspector.domain.sharing.conflict import ConflictKind
from inspector.domain.visit.joined_visit import Chosen, decided
from inspector.storage.database.database import Database, Row


class TwiceChoices:
    """Reads choices by their matter (`matter_of`); those that came count like one's own."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, matters: Collection[str]) -> Mapping[str, list[Chosen]]:
        """Return every choice there is of some matters."""
        found: dict[str, list[Chosen]] = defaultdict(list)
        for row in self._rows(matters):
            kept = json.loads(row["kept"])
            knew = frozenset((kept.get("knew") or "").split())
            found[row["subject"]].append(Chosen(row["id"], kept.get("card") or "", knew))
        return found

    def decided(self, matters: Collection[str]) -> dict[str, str]:
        """Return whose scorecard counts, '' the mean, of those of which it was decided."""
        if not matters:
            return {}
        every = {matter: decided(own) for matter, own in self.of(matters).items()}
        return {matter: card for matter, card in every.items() if card is not None}

    def authors(self, matter: str) -> Mapping[str, list[str]]:
        """Return who chose what of a matter, by the scorecard that they chose."""
        said: dict[str, list[str]] = defaultdict(list)
        for row in self._rows([matter]):
            said[json.loads(row["kept"]).get("card") or ""].append(row["author"])
        return said

    def kept(self, matter: str, card: str) -> dict[str, str | None]:
        """Return what a choice of today keeps: the scorecard, and the choices known to it."""
        knew = sorted(each.id for each in self.of([matter]).get(matter, ()))
        return {"card": card, "knew": " ".join(knew)}

    def _rows(self, matters: Collection[str]) -> list[Row]:
        return self._database.rows(
            "SELECT c.id, c.subject, c.kept, c.author FROM json_each(?) AS asked CROSS JOIN"
            " choice AS c ON c.kind = ? AND c.subject = asked.value ORDER BY c.at, c.id",
            (json.dumps(list(matters)), ConflictKind.TWICE.value),
        )
