"""What was said differently of one thing, what was set aside, and what somebody chose.

A choice is a row that is added and travels; of several of one thing the latest holds, on whichever
laptop it was made. Knows SQL and the domain.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from inspector.domain.days.workdays import DayKind, SpecialDay
from inspector.domain.sharing.conflict import ConflictKind
from inspector.domain.sharing.joined_facts import Facts
from inspector.domain.sharing.travelling import canonical
from inspector.domain.survey.sheets_beside import SAID
from inspector.domain.visit.roster_event import RosterSubject
from inspector.storage.database.database import Database, Row
from inspector.storage.own.holiday_store import HolidayStore
from inspector.storage.registers.inspector_store import InspectorStore
from inspector.storage.stores.roster_store import RosterStore


@dataclass(frozen=True, slots=True)
class Difference:
    """What two laptops say of one thing on the roster, or of a day; only what differs is told."""

    id: str
    kind: ConflictKind
    own_id: str
    laptop: str
    mine: Facts
    theirs: Facts
    at: datetime


@dataclass(frozen=True, slots=True)
class SetAside:
    """What came under an id that something here has, and is not the same.

    A survey sheet that does not count is among them while it contradicts the one that does; then
    each may be of either laptop. '' is this laptop.
    """

    id: str
    kind: str  # of the object
    subject: str
    title: str
    laptop: str
    at: datetime
    counts: str = ""  # the laptop of what holds instead


class ConflictStore:
    """The only SQL about differences and choices that a person is asked about."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # What waits

    def differences(self, most: int | None = None) -> list[Difference]:
        """Return the differences of which nobody chose yet, the oldest first; `most` at most."""
        rows = self._database.rows(
            "SELECT * FROM difference WHERE chosen IS NULL ORDER BY at, id LIMIT ?",
            (-1 if most is None else most,),
        )
        return [_difference(row) for row in rows]

    def difference(self, key: str) -> Difference | None:
        """Return a difference by its id; None where somebody chose, or it never was."""
        row = self._database.row("SELECT * FROM difference WHERE id = ? AND chosen IS NULL", (key,))
        return _difference(row) if row else None

    def set_aside(self, most: int | None = None) -> list[SetAside]:
        """Return what was set aside and nobody has taken note of yet, the oldest first.

        What waits for something that is to come with another bundle is not among them.
        """
        rows = self._database.rows(
            f"{_EVERY_ASIDE} ORDER BY at, id LIMIT ?", (-1 if most is None else most,)
        )
        return [_aside(row) for row in rows]

    def one_set_aside(self, key: str) -> SetAside | None:
        """Return what was set aside, by its id; None where somebody has taken note of it."""
        row = self._database.row(
            f"SELECT {_OF_ASIDE} {_ASIDE} AND s.id = ?"
            f" UNION ALL SELECT {_OF_SHEET} {_SHEETS} AND s.id = ?",
            (key, key),
        )
        return _aside(row) if row else None

    def noted(self, subject: str) -> datetime | None:
        """Return when somebody took note of what was set aside under an id, here or elsewhere."""
        row = self._database.row(
            "SELECT min(at) AS at FROM choice WHERE kind = ? AND subject = ?",
            (ConflictKind.SEALED.value, subject),
        )
        return datetime.fromisoformat(row["at"]) if row and row["at"] else None

    def count(self) -> int:
        """Return how many of both wait."""
        row = self._database.row(
            "SELECT (SELECT count(*) FROM difference WHERE chosen IS NULL)"
            f" + (SELECT count(*) {_ASIDE}) + (SELECT count(*) {_SHEETS}) AS number"
        )
        return int(row["number"]) if row else 0

    def titles(self, kind: ConflictKind, own_ids: Iterable[str]) -> dict[str, str]:
        """Return how things on the roster are named, by id; what is gone is left out."""
        rows = self._database.rows(
            f"SELECT {_TITLES[kind]} IN (SELECT value FROM json_each(?))",
            (json.dumps(list(own_ids)),),
        )
        return {row["id"]: row["title"] for row in rows}

    # What is chosen

    def choose(
        self,
        kind: ConflictKind,
        subject: str,
        kept: Mapping[str, str | None],
        at: datetime,
        author: str,
        new_id: Callable[[], str],
    ) -> None:
        """Keep what holds of one thing from now on, and let it hold; inside a transaction."""
        key = new_id()
        self._database.insert(
            "choice",
            {
                "id": key, "at": at.isoformat(), "author": author, "kind": kind.value,
                "subject": subject, "kept": canonical(dict(kept)),
            },
        )  # fmt: skip
        self._database.journal.touch("choice", key)
        self.follow([key], at, new_id)

    def follow(self, choices: Iterable[str], at: datetime, new_id: Callable[[], str]) -> None:
        """Let choices hold, own ones or some that came; of each fact the latest one does.

        Where something else has the name that a thing would get, it stays as it is and waits on.
        """
        for key in choices:
            row = self._database.row("SELECT * FROM choice WHERE id = ?", (key,))
            if row is None or row["kind"] in _OF_NO_FACT:
                continue
            kind, subject, kept = ConflictKind(row["kind"]), row["subject"], json.loads(row["kept"])
            later = self._database.rows(
                "SELECT kept FROM choice WHERE kind = ? AND subject = ? AND (at, id) > (?, ?)",
                (kind.value, subject, row["at"], key),
            )
            said = {name for each in later for name in json.loads(each["kept"])}
            holds = {name: value for name, value in kept.items() if name not in said}
            if self._apply(kind, subject, holds, at, new_id):
                self._close(kind, subject, set(kept), row)

    def _close(self, kind: ConflictKind, subject: str, names: set[str], choice: Row) -> None:
        rows = self._database.rows(
            "SELECT * FROM difference WHERE chosen IS NULL AND kind = ? AND own_id = ?",
            (kind.value, subject),
        )
        for each in map(_difference, rows):
            if names >= set(each.theirs):
                self._database.write(
                    "UPDATE difference SET chosen = ?, chosen_at = ?, chosen_by = ? WHERE id = ?",
                    (choice["id"], choice["at"], choice["author"], each.id),
                )

    def _apply(
        self,
        kind: ConflictKind,
        subject: str,
        kept: Facts,
        at: datetime,
        new_id: Callable[[], str],
    ) -> bool:
        """Let facts hold of a thing here; False where it cannot be, or is not here."""
        if not kept:
            return True
        if kind is ConflictKind.HOLIDAY:
            special = SpecialDay(
                date.fromisoformat(subject), DayKind(kept["kind"] or ""), kept["name"] or ""
            )
            HolidayStore(self._database).put(special)
            return True
        if kind is ConflictKind.INSPECTOR:
            return self._apply_to_inspector(subject, kept, at, new_id)
        roster, about = RosterStore(self._database), RosterSubject(kind.value)
        if roster.facts(about, subject) is None or not roster.is_free(about, subject, kept):
            return False
        roster.change(roster.new_batch(), at, about, subject, self._site_of(kind, subject), kept)
        return True

    def _apply_to_inspector(
        self, subject: str, kept: Facts, at: datetime, new_id: Callable[[], str]
    ) -> bool:
        store = InspectorStore(self._database)
        known = store.facts(subject)
        if known is None:
            return False
        now = {**known, **kept}
        taken = self._database.row(
            "SELECT 1 FROM inspector WHERE name = ? AND unit = ? AND id <> ?",
            (now["name"], now["unit"], subject),
        )
        if taken is None:
            store.change(store.new_batch(), at, subject, kept, new_id)
        return taken is None

    def _site_of(self, kind: ConflictKind, subject: str) -> str:
        row = self._database.row(f"SELECT {_SITES[kind]} AS site", (subject,))
        return str(row["site"] or "") if row else ""


def _difference(row: Row) -> Difference:
    return Difference(
        row["id"], ConflictKind(row["kind"]), row["own_id"], row["laptop"],
        json.loads(row["mine"]), json.loads(row["theirs"]), datetime.fromisoformat(row["at"]),
    )  # fmt: skip


def _aside(row: Row) -> SetAside:
    return SetAside(
        row["id"], row["kind"], row["subject"], row["title"], row["laptop"],
        datetime.fromisoformat(row["at"]), row["counts"],
    )  # fmt: skip


_OF_NO_FACT = (ConflictKind.SEALED.value, ConflictKind.TWICE.value, ConflictKind.PLACED.value)
"""Choices that change nothing that is kept: the one is a note, of the others it is asked."""

_NOT_NOTED = (
    f"NOT EXISTS (SELECT 1 FROM choice WHERE choice.kind = '{ConflictKind.SEALED.value}'"
    " AND choice.subject = {subject})"
)
_KEPT_AS_SHEET = " AND ".join(
    f"sheet.{column} IS json_extract(s.body, '$.rows.survey_sheet[0].{column}')"
    for column in (*SAID, "entered_at", "source_key", "replaces")
)
_ASIDE = (
    "FROM set_aside AS s WHERE json_extract(s.body, '$.waits') IS NOT 1"
    " AND json_extract(s.body, '$.refused') IS NULL"
    f" AND {_NOT_NOTED.format(subject='s.subject')}"
    # Once, a sheet that contradicted was noted here when it was seen, whatever became of it.
    " AND NOT (s.kind = 'survey' AND EXISTS (SELECT 1 FROM survey_sheet AS sheet"
    f" WHERE sheet.id = s.subject AND {_KEPT_AS_SHEET}))"
)
_OF_ASIDE = "s.id, s.kind, s.subject, s.title, s.laptop, s.at, '' AS counts"

# Read of the sheets as they stand now: the same on every laptop that has the same ones, whatever
# it saw before and in whatever order.
_SHEETS = (
    "FROM survey_beside AS b CROSS JOIN survey_sheet AS s ON s.id = b.sheet"
    " CROSS JOIN survey_sheet AS c ON c.id = b.counts"
    # A case, so that choices are looked up of those that contradict alone: most say the same.
    f" WHERE CASE WHEN {' OR '.join(f's.{column} IS NOT c.{column}' for column in SAID)}"
    f" THEN {_NOT_NOTED.format(subject='s.id')} ELSE 0 END"
)
_MADE = (
    "coalesce((SELECT laptop FROM received_object WHERE kind = 'survey' AND subject = {of}.id), '')"
)
_OF_SHEET = (
    "s.id, 'survey' AS kind, s.id AS subject, s.day || ' ' || s.site_name AS title,"
    f" {_MADE.format(of='s')} AS laptop, max(s.entered_at, c.entered_at) AS at,"
    f" {_MADE.format(of='c')} AS counts"
)
_EVERY_ASIDE = f"SELECT {_OF_ASIDE} {_ASIDE} UNION ALL SELECT {_OF_SHEET} {_SHEETS}"

_OF_WINDOW = '"window" AS w JOIN site ON site.id = w.site_id'
_TITLES = {
    ConflictKind.SITE: "id, name AS title FROM site WHERE id",
    ConflictKind.DEPARTMENT: (
        "d.id, site.name || ' ' || d.name AS title FROM department AS d"
        " JOIN site ON site.id = d.site_id WHERE d.id"
    ),
    ConflictKind.WINDOW: (
        f"w.id, site.name || ' ' || w.number AS title FROM {_OF_WINDOW} WHERE w.id"
    ),
    ConflictKind.STAFF: (
        "p.id, site.name || ' ' || w.number || ' ' || trim(p.number || ' ' || p.name) AS title"
        f" FROM {_OF_WINDOW} JOIN staff AS p ON p.window_id = w.id WHERE p.id"
    ),
    ConflictKind.INSPECTOR: "id, trim(unit || ' ' || name) AS title FROM inspector WHERE id",
}
_SITES = {
    ConflictKind.SITE: "?",
    ConflictKind.DEPARTMENT: "(SELECT site_id FROM department WHERE id = ?)",
    ConflictKind.WINDOW: '(SELECT site_id FROM "window" WHERE id = ?)',
    ConflictKind.STAFF: (
        '(SELECT w.site_id FROM staff AS p JOIN "window" AS w ON w.id = p.window_id WHERE p.id = ?)'
    ),
}
