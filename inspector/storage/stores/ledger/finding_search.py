"""The index of what findings say: numbers, problems and items, by every two characters in a row.

It is derived, and may lag behind: `until` tells up to which row of `finding` it goes. Rows are
numbered in the order they came and never go, so a copy of the database numbers them alike.
"""

from collections.abc import Collection, Generator, Iterable, Iterator
from contextlib import contextmanager

from inspector.storage.database.database import Database, Row
from inspector.storage.schema.searching.m025_queries import WORDS_TABLE
from inspector.storage.schema.searching.search_grams import spelled_grams

_TEXTS = "SELECT rowid, number, text, item_text FROM finding"
_AT_ONCE = 2000
"""Rows that one write makes up for at most, where another program wrote without the index."""

_GRAMS = 25
"""Grams that one statement leaps to: a few milliseconds, after which whoever reads may rest."""


class FindingSearch:
    """The only SQL that writes the index; each write is part of one that is going on."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def until(self) -> int | None:
        """The last row that is in the index; None where there is none, as SQLite has no FTS5."""
        row = self._database.row(
            "SELECT last FROM finding_searched WHERE EXISTS"
            " (SELECT 1 FROM sqlite_master WHERE name = 'finding_search')"
            " AND EXISTS (SELECT 1 FROM pragma_module_list WHERE name = 'fts5')"
        )
        return row["last"] if row else None

    def catch_up(self) -> None:
        """Take in the findings that came since."""
        until = self.until
        if until is not None:
            self._take_in(until, _AT_ONCE)

    def _take_in(self, until: int, most: int) -> int:
        """Take in at most so many rows after one; return how many there were."""
        rows = self._database.rows(
            f"{_TEXTS} WHERE rowid > ? ORDER BY rowid LIMIT ?", (until, most)
        )
        if rows:
            self._add(rows)
            self._database.write("UPDATE finding_searched SET last = ?", (rows[-1]["rowid"],))
        return len(rows)

    def forget(self, finding_ids: Collection[str]) -> None:
        """Take findings out of the index whose texts are about to change; then `take_back`."""
        for row in self._known(finding_ids):
            self._database.write(
                "INSERT INTO finding_search (finding_search, rowid, grams) VALUES ('delete', ?, ?)",
                (row["rowid"], _said(row)),
            )

    def take_back(self, finding_ids: Collection[str]) -> None:
        """Put findings back with the texts they have now; nothing is left of those before."""
        self._add(self._known(finding_ids))
        if self.until is not None:
            self._database.write("INSERT INTO finding_search (finding_search) VALUES ('optimize')")

    def _known(self, finding_ids: Collection[str]) -> list[Row]:
        until = self.until
        if until is None:
            return []
        return [
            row
            for each in finding_ids
            for row in self._database.rows(f"{_TEXTS} WHERE id = ? AND rowid <= ?", (each, until))
        ]

    def _add(self, rows: Iterable[Row]) -> None:
        self._database.write_many(
            "INSERT INTO finding_search (rowid, grams) VALUES (?, ?)",
            ((row["rowid"], _said(row)) for row in rows),
        )

    def rebuild(self) -> None:
        """Build it anew from the findings; where it was missing and can be made it is made."""
        with self._database.transaction():
            self._database.write("UPDATE finding_searched SET last = 0")
            if not self._database.rows("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'"):
                return
            self._database.write("DROP TABLE IF EXISTS finding_search")
            self._database.write(WORDS_TABLE)
            while self._take_in(self.until or 0, _AT_ONCE):
                pass

    def differs(self) -> bool:
        """Tell whether it does not say of every finding what the finding says.

        For the doctor: reads every finding, and how many have each gram.
        """
        until = self.until
        if until is None:
            return False
        due: dict[str, int] = {}
        begin = 0
        while rows := self._database.rows(
            f"{_TEXTS} WHERE rowid > ? AND rowid <= ? ORDER BY rowid LIMIT ?",
            (begin, until, _AT_ONCE),
        ):
            for row in rows:
                for gram in _said(row).split():
                    due[gram] = due.get(gram, 0) + row["rowid"]
            begin = rows[-1]["rowid"]
        return due != self._kept()

    def _kept(self) -> dict[str, int]:
        """Return the sum of the rows that have each gram."""
        with self._each_gram():
            rows = self._database.rows(
                "SELECT term, sum(doc) AS docs FROM finding_grams GROUP BY term"
            )
        return {row["term"]: row["docs"] for row in rows}

    def grams(self) -> Generator[str, None, None]:
        """Yield every gram that a finding has; through a connection that may write.

        Leaps from each to the next: of one, all rows that have it would be gone through.
        """
        next_one = "SELECT term FROM finding_grams WHERE term >= {} || '0' LIMIT 1"
        leaps = (
            f"WITH RECURSIVE g (term) AS (SELECT ({next_one.format(':last')}) UNION ALL"
            f" SELECT ({next_one.format('g.term')}) FROM g WHERE term IS NOT NULL)"
            f" SELECT term FROM g WHERE term IS NOT NULL LIMIT {_GRAMS}"
        )
        with self._each_gram():
            last = ""
            while rows := self._database.rows(leaps, {"last": last}):
                yield from (row["term"] for row in rows)
                last = rows[-1]["term"]

    def grams_after(self, known: int) -> Iterator[str]:
        """Yield the grams of the rows that came into the index after one; some more than once."""
        for row in self._database.rows(f"{_TEXTS} WHERE rowid > ?", (known,)):
            yield from _said(row).split()

    @contextmanager
    def _each_gram(self) -> Iterator[None]:
        """Have a table, while it is asked, of which gram which row has."""
        self._database.write(
            "CREATE VIRTUAL TABLE temp.finding_grams"
            " USING fts5vocab('main', 'finding_search', 'instance')"
        )
        try:
            yield
        finally:
            self._database.write("DROP TABLE temp.finding_grams")


def _said(row: Row) -> str:
    return spelled_grams(row["number"], row["text"], row["item_text"])
