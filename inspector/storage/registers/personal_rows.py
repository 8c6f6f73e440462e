"""Finding the rows that name a person, and writing them without that name. Knows SQL.

Whatever column may hold it is read: a name stands in lists, in the steps of a finding and in notes.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from inspector.domain.personal.erasure import HeldIn
from inspector.domain.personal.naming import NUMBERED, Naming
from inspector.storage.database.database import Database
from inspector.storage.files.whole_files import Progress, unheard
from inspector.storage.registers.personal_tables import (
    NAMELESS,
    NAMELESS_COLUMNS,
    TABLES,
    Told,
)
from inspector.storage.stores.ledger.finding_search import FindingSearch

STRUCK = json.dumps([[[300, 200], [700, 200]]])
"""One line, drawn in the place of a signature that was erased."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose rows are meant where several people have one name: of sites, or of complaints."""

    site_id: str = ""
    complaint_ids: tuple[str, ...] = ()
    numbered_at: frozenset[str] = frozenset()
    """Sites at which the person's 工号 are theirs: elsewhere somebody else has them."""


@dataclass(frozen=True, slots=True)
class NamingRow:
    """A row that names the person: its key, each column that does, and what is to stand there."""

    table: str
    held_in: HeldIn
    key: Mapping[str, object]
    texts: Mapping[str, str]
    erased: Mapping[str, str]
    site_id: str
    when: str
    title: str
    sealed: tuple[tuple[str, str], ...]  # subjects of the journal


class PersonalRows:
    """Reads and rewrites rows of any table by what they say."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def naming(
        self, person: Naming, scope: Scope, progress: Progress = unheard
    ) -> Iterator[NamingRow]:
        """Yield every row within a scope that names a person; `progress` hears of each table."""
        tables = self.tables()
        for done, table in enumerate(tables):
            progress(done, len(tables))
            told = TABLES.get(table, Told(HeldIn.SETTINGS))
            if scope.complaint_ids and not table.startswith("complaint"):
                continue
            yield from self._of_table(table, told, person, scope)

    def tables(self) -> list[str]:
        """Return the tables that may name people."""
        rows = self._database.rows(
            "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        )
        return [row["name"] for row in rows if row["name"] not in NAMELESS]

    def _of_table(
        self, table: str, told: Told, person: Naming, scope: Scope
    ) -> Iterator[NamingRow]:
        columns, keys = self._columns(table)
        wanted = _wanted(columns, person)
        if not wanted:
            return
        some = " OR ".join(f"t.\"{column}\" LIKE ? ESCAPE '!'" for column, _ in wanted)
        values = tuple(f"%{_escaped(text)}%" for _, text in wanted)
        sealed = ", ".join(sql for _, sql in told.sealed) or "''"
        rows = self._database.rows(
            f"SELECT {told.site} AS site_, {told.when} AS when_, {told.title} AS title_,"
            f' {sealed}, t.* FROM "{table}" AS t WHERE {some}',
            values,
        )
        count, nameless = max(1, len(told.sealed)), replace(person, numbers=frozenset())
        for row in rows:
            site_id = row["site_"] or ""
            if scope.site_id and site_id != scope.site_id:
                continue
            if scope.complaint_ids and not _is_of(row, table, scope.complaint_ids):
                continue
            naming = person if site_id in scope.numbered_at else nameless
            texts = {column: row[column] for column in columns if isinstance(row[column], str)}
            erased = {column: naming.without(text, column) for column, text in texts.items()}
            texts = {column: text for column, text in texts.items() if erased[column] != text}
            if texts:
                subjects = tuple(row)[3 : 3 + count]
                yield NamingRow(
                    table, told.held_in, {key: row[key] for key in keys}, texts,
                    {column: erased[column] for column in texts}, site_id,
                    row["when_"] or "", row["title_"] or "",
                    tuple((kind, each) for (kind, _), each
                          in zip(told.sealed, subjects, strict=False) if each),
                )  # fmt: skip

    def _columns(self, table: str) -> tuple[list[str], list[str]]:
        """Return the columns that may hold a name, and those that a row is known by."""
        rows = self._database.rows("SELECT name, type, pk FROM pragma_table_info(?)", (table,))
        keys = [row["name"] for row in rows if row["pk"]]
        columns = [
            row["name"]
            for row in rows
            if row["type"] == "TEXT"
            and row["name"] not in NAMELESS_COLUMNS
            and not row["name"].endswith(("_id", "_at"))
        ]
        return columns, keys

    def rewrite(self, rows: Collection[NamingRow]) -> None:
        """Write rows without what names the person, inside the current transaction.

        What refuses to be changed otherwise is put back behind it as it was.
        """
        refusing = self._refusing({row.table for row in rows})
        for name, _ in refusing:
            self._database.write(f'DROP TRIGGER "{name}"')
        findings = [str(row.key["id"]) for row in rows if row.table == "finding"]
        search = FindingSearch(self._database)
        search.forget(findings)
        for row in rows:
            texts = dict(row.erased)
            if row.table == "signature" and "signer" in texts:
                texts["strokes"] = STRUCK
            if row.table == "set_aside" and "body" in texts:
                texts["body"] = _struck(texts["body"])
            self._set(row, texts)
        if findings:
            search.take_back(findings)
        for _, sql in refusing:
            self._database.write(sql)

    def _set(self, row: NamingRow, texts: Mapping[str, str]) -> None:
        given = ", ".join(f'"{column}" = ?' for column in texts)
        known = " AND ".join(f'"{key}" = ?' for key in row.key)
        struck = " AND strokes IS NULL" if row.table == "signature" else ""
        values = (*texts.values(), *row.key.values())
        if struck and "strokes" in texts:  # who refused has drawn nothing
            self._database.write(
                f"UPDATE signature SET signer = ? WHERE {known}{struck}",
                (texts["signer"], *row.key.values()),
            )
            known += " AND strokes IS NOT NULL"
        self._database.write(
            f'UPDATE OR REPLACE "{row.table}" SET {given} WHERE {known}',
            values,
        )

    def _refusing(self, tables: Collection[str]) -> list[tuple[str, str]]:
        rows = self._database.rows("SELECT name, tbl_name, sql FROM sqlite_master"
                                   " WHERE type = 'trigger'")  # fmt: skip
        return [(row["name"], row["sql"]) for row in rows if row["tbl_name"] in tables]


_TELLING_MUCH = ("content", "before", "after", "body", "told", "mine", "theirs", "kept")
"""Columns of JSON, in which a 工号 may stand."""


def _wanted(columns: Iterable[str], person: Naming) -> list[tuple[str, str]]:
    """Return which texts to look for in which columns; what is found is looked at closely."""
    texts = set(person.phones)
    if person.name and not person.name.isdecimal():
        texts |= {person.name, json.dumps(person.name)[1:-1]}
    return [
        (column, text)
        for column in columns
        for text in sorted(
            texts | person.numbers if column in NUMBERED or column in _TELLING_MUCH else texts
        )
    ]


def _struck(body: str) -> str:
    """Return what was set aside with a line in the place of what its signer drew."""
    said = json.loads(body)
    signed = said.get("rows", {}).get("signature", []) if isinstance(said, dict) else []
    for row in signed:
        if row.get("strokes") is not None:
            row["strokes"] = STRUCK
    return json.dumps(said, ensure_ascii=False) if signed else body


def _escaped(text: str) -> str:
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_")


def _is_of(row: object, table: str, complaint_ids: Collection[str]) -> bool:
    column = "id" if table == "complaint" else "complaint_id"
    return row[column] in complaint_ids  # type: ignore[index]
