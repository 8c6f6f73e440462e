"""Sites, windows and staff in SQLite. Knows SQL and the domain; nothing of Qt."""

from collections import defaultdict
from collections.abc import Iterable

from inspector.domain.visit.roster import Site, Staff, Window
from inspector.storage.database.database import Database


class RosterStore:
    """The only SQL about the roster."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def sites(self) -> list[Site]:
        """Return every site in the order they were added."""
        rows = self._database.rows("SELECT id, name FROM site ORDER BY rowid")
        return [Site(row["id"], row["name"]) for row in rows]

    def windows(self, site_id: str) -> list[Window]:
        """Return a site's windows, each with its people, in roster order."""
        staff: dict[str, list[Staff]] = defaultdict(list)
        for row in self._database.rows(
            'SELECT staff.* FROM staff JOIN "window" ON "window".id = staff.window_id'
            ' WHERE "window".site_id = ? ORDER BY staff.position',
            (site_id,),
        ):
            staff[row["window_id"]].append(
                Staff(row["id"], row["number"], row["name"], row["team"])
            )
        return [
            Window(
                id=row["id"],
                site_id=row["site_id"],
                number=row["number"],
                kind=row["kind"],
                department=row["department"],
                leader=row["leader"],
                staff=tuple(staff[row["id"]]),
            )
            for row in self._database.rows(
                'SELECT * FROM "window" WHERE site_id = ? ORDER BY position, rowid', (site_id,)
            )
        ]

    def put(self, sites: Iterable[Site], windows: Iterable[Window]) -> None:
        """Add sites, windows and staff, or bring those that exist up to date."""
        with self._database.transaction():
            self._database.write_many(
                "INSERT INTO site (id, name) VALUES (?, ?)"
                " ON CONFLICT (id) DO UPDATE SET name = excluded.name",
                ((site.id, site.name) for site in sites),
            )
            for position, window in enumerate(windows):
                self._put_window(window, position)

    def _put_window(self, window: Window, position: int) -> None:
        self._database.write(
            'INSERT INTO "window" (id, site_id, number, kind, department, leader, position)'
            " VALUES (?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET number = excluded.number, kind = excluded.kind,"
            " department = excluded.department, leader = excluded.leader,"
            " position = excluded.position",
            (
                window.id,
                window.site_id,
                window.number,
                window.kind,
                window.department,
                window.leader,
                position,
            ),
        )
        self._database.write_many(
            "INSERT INTO staff (id, window_id, number, name, team, position)"
            " VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET number = excluded.number, name = excluded.name,"
            " team = excluded.team, position = excluded.position",
            (
                (staff.id, window.id, staff.number, staff.name, staff.team, index)
                for index, staff in enumerate(window.staff)
            ),
        )
