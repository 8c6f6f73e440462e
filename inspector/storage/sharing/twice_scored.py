"""Windows that several parts of a shared visit (分头检查) scored, and nobody has decided of yet."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from inspector.domain.checklist.points import Hundredths
from inspector.domain.visit.coverage import Coverage
from inspector.domain.visit.joined_visit import matter_of, scored_twice
from inspector.storage.database.database import Database, Row
from inspector.storage.stores.inspection_rows import texts_from
from inspector.storage.stores.joined.joined_visits import PLACE, leads_between
from inspector.storage.stores.joined.twice_choices import TwiceChoices


@dataclass(frozen=True, slots=True)
class TwiceCard:
    """One scorecard of the place; `laptop` made it, '' this one. The score is after appeals."""

    id: str
    laptop: str
    inspectors: tuple[str, ...]
    staff: str
    completed_at: datetime
    score: Hundredths | None
    grade: str
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class Twice:
    """A place with its scorecards, the one made on this laptop first; `number` '': public area."""

    matter: str
    site_name: str
    day: date
    number: str
    cards: tuple[TwiceCard, ...]

    @property
    def since(self) -> datetime:
        """Since when there are several: when the last of them was sealed."""
        return max(card.completed_at for card in self.cards)


class TwiceScored:
    """The only SQL that looks for them; where nothing is shared it is one look at an index."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._choices = TwiceChoices(database)

    def matters(self) -> list[str]:
        """Return what is to be decided (`matter_of`)."""
        days = self._database.rows(
            "SELECT DISTINCT day FROM (SELECT i.day FROM inspection AS i"
            " INDEXED BY inspection_by_shared_day CROSS JOIN scorecard AS s"
            " ON s.inspection_id = i.id AND NOT s.left_out WHERE i.shared_by IS NOT NULL"
            " AND i.state = 'completed' GROUP BY i.day, i.site_id, s.window_id"
            " HAVING count(DISTINCT i.id) > 1) ORDER BY day"
        )
        found = [matter for row in days for matter in self._of_day(date.fromisoformat(row["day"]))]
        decided = self._choices.decided(found)
        return [matter for matter in found if matter not in decided]

    def all(self, matters: Iterable[str]) -> Iterator[Twice]:
        """Yield places with what was scored there, in the order of their matters."""
        for matter in matters:
            rows = self._database.rows(
                "SELECT s.id, i.site_name, i.day, s.window_number, i.inspectors, i.completed_at,"
                " trim(s.staff_number || ' ' || s.staff_name) AS staff, s.observed, s.asked,"
                " coalesce(s.reviewed_score, s.score) AS points,"
                " coalesce(s.reviewed_grade, s.grade) AS grade,"
                " coalesce(o.laptop, '') AS laptop"
                " FROM json_each(?) AS asked CROSS JOIN scorecard AS s ON s.id = asked.value"
                " CROSS JOIN inspection AS i ON i.id = s.inspection_id LEFT JOIN received_object"
                " AS o ON o.kind = 'visit' AND o.subject = i.id"
                " ORDER BY laptop, i.completed_at, s.id",
                (json.dumps(matter.split()),),
            )
            if rows:
                first = rows[0]
                day, number = date.fromisoformat(first["day"]), first["window_number"] or ""
                yield Twice(matter, first["site_name"], day, number, tuple(map(_card, rows)))

    def _of_day(self, day: date) -> Iterator[str]:
        leads = leads_between(self._database, day, day)
        for lead in dict.fromkeys(leads.lead(part) for part in leads):
            rows = self._database.rows(
                f"SELECT s.id, {PLACE} AS place FROM json_each(?) AS asked"
                " CROSS JOIN scorecard AS s ON s.inspection_id = asked.value AND NOT s.left_out"
                " ORDER BY asked.key, s.position",
                (json.dumps(leads.parts_of(lead)),),
            )
            for own in scored_twice((row["place"], row["id"]) for row in rows).values():
                yield matter_of(own)


def _card(row: Row) -> TwiceCard:
    return TwiceCard(
        row["id"],
        row["laptop"],
        texts_from(row["inspectors"]),
        row["staff"] or "",
        datetime.fromisoformat(row["completed_at"]),
        row["points"],
        row["grade"] or "",
        Coverage(row["observed"] or 0, row["asked"] or 0),
    )
