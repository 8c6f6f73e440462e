"""Sheets of satisfaction surveys in SQLite. Knows SQL and the domain; nothing of Qt."""

import json
from collections.abc import Iterable
from datetime import date

from inspector.domain.survey.survey_sheet import GRADES, SheetLine, SurveySheet
from inspector.storage.database.database import Database, Row
from inspector.storage.database.typed_rows import row_values, typed_row
from inspector.storage.registers.survey_beside_store import SurveyBesideStore

_LATER = (
    "SELECT 1 FROM survey_sheet AS later"
    # Said, though an id is never empty: only then SQLite goes by the index of those that replace.
    " WHERE later.replaces = sheet.id AND later.replaces <> ''"
)
_REPLACED = (
    f"(EXISTS ({_LATER})"
    " OR EXISTS (SELECT 1 FROM survey_beside WHERE survey_beside.sheet = sheet.id))"
)
_TAKEN_BACK = f"EXISTS ({_LATER} AND later.grade IS NULL)"
_RAISED = (
    "(SELECT finding.number FROM finding_event AS event JOIN finding"
    " ON finding.id = event.finding_id WHERE event.source = 'survey'"
    " AND event.reference = sheet.id AND event.kind = 'raised' LIMIT 1)"
)
_RESTORED = (
    "EXISTS (SELECT 1 FROM survey_sheet AS slip JOIN survey_sheet AS first"
    " ON first.id = slip.replaces WHERE slip.id = sheet.replaces"
    " AND first.grade = sheet.grade AND first.reason = sheet.reason)"
)
_LINE = (
    f"SELECT sheet.*, {_REPLACED} AS replaced, {_TAKEN_BACK} AS taken_back, {_RAISED} AS number,"
    f" {_RESTORED} AS restored"
    " FROM survey_sheet AS sheet"
)


class SurveyStore:
    """The only SQL about surveys; a sheet is added and never changed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, sheets: Iterable[SurveySheet]) -> None:
        """Keep new sheets and enter them in the journal."""
        with self._database.transaction():
            added = list(sheets)
            for sheet in added:
                self._database.insert("survey_sheet", row_values(sheet))
                self._database.journal.touch("survey", sheet.id)
            SurveyBesideStore(self._database).resettle_added(each.id for each in added)

    def get(self, sheet_id: str) -> SheetLine:
        """Return a sheet and how it stands; raises KeyError when there is none."""
        row = self._database.row(f"{_LINE} WHERE sheet.id = ?", (sheet_id,))
        if row is None:
            raise KeyError(sheet_id)
        return _line(row)

    def newest(self, site_id: str, limit: int) -> list[SheetLine]:
        """Return the sheets of a site that were entered last, the newest first."""
        rows = self._database.rows(
            f"{_LINE} WHERE sheet.site_id = ? ORDER BY sheet.rowid DESC LIMIT ?", (site_id, limit)
        )
        return [_line(row) for row in rows]

    def between(
        self, first: date, last: date, site_name: str | None = None, site_id: str | None = None
    ) -> list[SheetLine]:
        """Return the sheets that were answered in a period, in the order they were entered."""
        there, values = _in_period(first, last, site_id)
        rows = self._database.rows(
            f"{_LINE} WHERE {there} AND (:name IS NULL OR sheet.site_name = :name)"
            " ORDER BY sheet.day, sheet.rowid",
            values | {"name": site_name},
        )
        return [_line(row) for row in rows]

    def counts(
        self, first: date, last: date, site_id: str | None = None, site_name: str | None = None
    ) -> dict[str, tuple[int, ...]]:
        """Return how often each grade was given in a period, from the best, by the site's id.

        Of one site or of all, and of sheets on which it has a name.
        """
        there, values = _in_period(first, last, site_id)
        rows = self._database.rows(
            "SELECT site_id, grade, count(*) AS number FROM survey_sheet AS sheet"
            f" WHERE {there} AND grade IS NOT NULL AND NOT {_REPLACED}"
            " AND (:name IS NULL OR sheet.site_name = :name)"
            " GROUP BY site_id, grade",
            values | {"name": site_name},
        )
        given: dict[str, dict[str, int]] = {}
        for row in rows:
            given.setdefault(row["site_id"], {})[row["grade"]] = row["number"]
        return {
            key: tuple(own.get(grade.value, 0) for grade in GRADES) for key, own in given.items()
        }

    def known_keys(self, keys: Iterable[str]) -> dict[str, SurveySheet]:
        """Return the sheets that were taken in by some keys."""
        found: dict[str, SurveySheet] = {}
        for key in keys:
            row = self._database.row(f"{_LINE} WHERE sheet.source_key = ?", (key,))
            if row is not None:
                found[key] = _line(row).sheet
        return found

    def last_slip(self, site_id: str, day: date) -> int:
        """Return the highest number of a slip of a site on a day that counts; 0 without one."""
        row = self._database.row(
            "SELECT max(slip) AS last FROM survey_sheet AS sheet WHERE site_id = ? AND day = ?"
            f" AND grade IS NOT NULL AND NOT {_REPLACED}",
            (site_id, day.isoformat()),
        )
        return (row["last"] or 0) if row else 0


def _in_period(first: date, last: date, site_id: str | None) -> tuple[str, dict[str, str]]:
    """Return the condition of a period, of one site or of all, and its values."""
    if site_id is None:
        days = {"first": first.isoformat(), "last": last.isoformat()}
        return "sheet.day BETWEEN :first AND :last", days
    # Day by day, as the index of days has the sites of each: a city's sheets are not gone through.
    each = [
        date.fromordinal(day).isoformat() for day in range(first.toordinal(), last.toordinal() + 1)
    ]
    there = "sheet.day IN (SELECT value FROM json_each(:days)) AND sheet.site_id = :site"
    return there, {"days": json.dumps(each), "site": site_id}


def _line(row: Row) -> SheetLine:
    return SheetLine(
        typed_row(row, SurveySheet),
        bool(row["replaced"]),
        bool(row["taken_back"]),
        row["number"] or "",
        bool(row["restored"]),
    )
