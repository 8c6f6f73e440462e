"""The entries of patrols in SQLite. Knows SQL and the domain; nothing of Qt."""

from collections.abc import Mapping
from datetime import date

from inspector.domain.visit.inspection import Progress, Slot
from inspector.domain.visit.patrol import PatrolEntry
from inspector.storage.database.database import Database
from inspector.storage.database.typed_rows import row_values, typed_row


class PatrolStore:
    """The only SQL about patrol entries."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def entries(self, inspection_id: str) -> list[PatrolEntry]:
        """Return the entries of a patrol in the order they were made."""
        rows = self._database.rows(
            "SELECT * FROM patrol_entry WHERE inspection_id = ? ORDER BY position",
            (inspection_id,),
        )
        return [typed_row(row, PatrolEntry) for row in rows]

    def progress(self, inspection_id: str) -> Progress:
        """Return how many places of a patrol have an entry."""
        row = self._database.row(
            "SELECT (SELECT count(DISTINCT scorecard_id) FROM patrol_entry"
            " WHERE inspection_id = :id), count(*) FROM scorecard WHERE inspection_id = :id",
            {"id": inspection_id},
        )
        return Progress(*row) if row else Progress(0, 0)

    def put(self, entry: PatrolEntry) -> None:
        """Keep an entry, replacing what it was."""
        with self._database.transaction():
            self._database.write(
                "INSERT INTO patrol_entry (id, inspection_id, scorecard_id, position, at, place,"
                " category, item_id, text, handled, to_meeting)"
                " VALUES (:id, :inspection_id, :scorecard_id,"
                " (SELECT coalesce(max(position), 0) + 1 FROM patrol_entry"
                " WHERE inspection_id = :inspection_id),"
                " :at, :place, :category, :item_id, :text, :handled, :to_meeting)"
                " ON CONFLICT (id) DO UPDATE SET scorecard_id = excluded.scorecard_id,"
                " place = excluded.place, category = excluded.category,"
                " item_id = excluded.item_id, text = excluded.text, handled = excluded.handled,"
                " to_meeting = excluded.to_meeting",
                row_values(entry),
            )

    def drop(self, entry_id: str) -> None:
        """Take an entry of an open patrol away."""
        with self._database.transaction():
            self._database.write("DELETE FROM patrol_entry WHERE id = ?", (entry_id,))

    def link(self, entry_id: str, finding_id: str) -> None:
        """Say which finding was raised from an entry."""
        self._database.write(
            "UPDATE patrol_entry SET finding_id = ? WHERE id = ?", (finding_id, entry_id)
        )

    def kept_from_meeting(self, site_id: str, first: date) -> set[str]:
        """Return the findings of a site's patrols since a day that are not for the meeting."""
        rows = self._database.rows(
            "SELECT patrol_entry.finding_id AS id FROM inspection JOIN patrol_entry"
            " ON patrol_entry.inspection_id = inspection.id WHERE inspection.site_id = ?"
            " AND inspection.day >= ? AND inspection.kind = 'patrol'"
            " AND patrol_entry.finding_id IS NOT NULL AND NOT patrol_entry.to_meeting",
            (site_id, first.isoformat()),
        )
        return {row["id"] for row in rows}

    def made_on(self, site_id: str, day: date) -> Mapping[Slot, int]:
        """Return how many patrols of a site were completed on a day, by shift."""
        rows = self._database.rows(
            "SELECT slot, count(*) AS made FROM inspection WHERE site_id = ? AND day = ?"
            " AND kind = 'patrol' AND state = 'completed' GROUP BY slot",
            (site_id, day.isoformat()),
        )
        return {Slot(row["slot"]): row["made"] for row in rows if row["slot"]}

    def patrolled_since(self, day: date) -> list[tuple[str, str]]:
        """Return the id and name of each site in use that was patrolled since a day."""
        rows = self._database.rows(
            "SELECT DISTINCT site.id, site.name FROM inspection JOIN site"
            " ON site.id = inspection.site_id WHERE inspection.state = 'completed'"
            " AND inspection.day >= ? AND inspection.kind = 'patrol' AND site.ended_on IS NULL"
            " ORDER BY site.name",
            (day.isoformat(),),
        )
        return [(row["id"], row["name"]) for row in rows]

    def was_patrolled(self, site_id: str, first: date, before: date) -> bool:
        """Tell whether a site was patrolled from a day on, before another."""
        row = self._database.row(
            "SELECT 1 FROM inspection WHERE site_id = ? AND day >= ? AND day < ?"
            " AND kind = 'patrol' AND state = 'completed' LIMIT 1",
            (site_id, first.isoformat(), before.isoformat()),
        )
        return row is not None

    def last_days(
        self, first: date, last: date, site_name: str | None = None
    ) -> Mapping[str, date]:
        """Return the last day of a period on which each site was patrolled, by its name then."""
        rows = self._database.rows(
            "SELECT site_name, max(day) AS day FROM inspection WHERE state = 'completed'"
            " AND day BETWEEN ? AND ? AND kind = 'patrol' AND (? IS NULL OR site_name = ?)"
            " GROUP BY site_name ORDER BY site_name",
            (first.isoformat(), last.isoformat(), site_name, site_name),
        )
        return {row["site_name"]: date.fromisoformat(row["day"]) for row in rows}

    def between(self, first: date, last: date, site_name: str | None = None) -> list[PatrolEntry]:
        """Return the entries of the completed patrols of a period, oldest first."""
        where = "inspection.day BETWEEN ? AND ?"
        values: tuple[str, ...] = (first.isoformat(), last.isoformat())
        if site_name is not None:
            where, values = f"{where} AND inspection.site_name = ?", (*values, site_name)
        rows = self._database.rows(
            "SELECT patrol_entry.* FROM inspection JOIN patrol_entry"
            " ON patrol_entry.inspection_id = inspection.id"
            f" WHERE inspection.state = 'completed' AND {where}"
            " ORDER BY inspection.day, inspection.started_at, inspection.rowid, position",
            values,
        )
        return [typed_row(row, PatrolEntry) for row in rows]
