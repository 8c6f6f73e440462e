"""An opened ledger of the city: what it knows of a laptop, and taking its rows in.

The only statements that add to it. A batch is one transaction, and its publication says up to which
entry of the journal the laptop has told: whoever is cut off goes on behind the last one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from inspector.domain.sharing.city_errors import (
    LedgerNotPreparedError,
    NewerLedgerError,
    OvertakenError,
)
from inspector.storage.city.dialect import Dialect, Row, quoted, staged
from inspector.storage.city.ledger_tables import (
    CARRIED,
    CONTRADICTION,
    KNOWN_OBJECT,
    LEDGER,
    PUBLICATION,
    VERSION,
    Sort,
    Table,
)


@dataclass(frozen=True, slots=True)
class Publication:
    """What a laptop says of one batch: who it is, and from where to where its journal tells.

    `after` and `link_before` are the number and link of the last entry before it.
    """

    id: str
    laptop: str
    code: str
    name: str
    key: str
    at: str
    program: str
    after: int
    link_before: str
    last: int
    link: str


Batch = Mapping[str, Sequence[Row]]
"""Rows by the name of their table, each with the values of all its columns."""


class CityLedger:
    """A ledger at `target`, as it is told; `dialect` speaks to it."""

    def __init__(self, dialect: Dialect, target: str) -> None:
        self._dialect = dialect
        self._target = target
        self._is_staging_made = False

    # What it is

    def prepare(self, new_id: str, at: str) -> tuple[str, ...]:
        """Make what is missing of tables, views and roles; an older one is brought to this version.

        Return the roles that this user may not make. Raises NewerLedgerError, LedgerRoleError.
        """
        with self._dialect.transaction():
            known = self._version()
            missing = self._dialect.make()
            if known < VERSION:
                ledger = self.id() if known else new_id
                self._insert(LEDGER, (ledger, VERSION, at))
        return missing

    def require_ready(self) -> None:
        """Raise LedgerNotPreparedError or NewerLedgerError where one cannot publish."""
        if self._version() < VERSION:
            raise LedgerNotPreparedError(self._target)

    def id(self) -> str:
        """Return what tells this ledger from every other."""
        (first,) = self._dialect.rows("SELECT id FROM ledger ORDER BY version LIMIT 1")
        return str(first[0])

    def _version(self) -> int:
        """Return the version of its tables; 0: it has none. Raises NewerLedgerError."""
        if not self._dialect.has(LEDGER.name):
            return 0
        version = int(self._dialect.rows("SELECT coalesce(max(version), 0) FROM ledger")[0][0])
        if version > VERSION:
            raise NewerLedgerError(self._target, version, VERSION)
        return version

    # What it knows of a laptop

    def heads(self, laptop: str) -> list[tuple[int, str]]:
        """Return number and link of the entry that each publication of a laptop ends with.

        The furthest comes first.
        """
        mark = self._dialect.mark
        found = self._dialect.rows(
            f'SELECT "last", link FROM publication WHERE laptop = {mark} ORDER BY "last" DESC',
            (laptop,),
        )
        return [(int(number), str(link)) for number, link in found]

    # Taking in

    def take_in(self, publication: Publication, batch: Batch, told_before: int) -> int:
        """Add what is new of a batch, or nothing; return how many objects contradict.

        Raises OvertakenError when the laptop has another number of publications than `told_before`.
        """
        if not self._is_staging_made:
            with self._dialect.transaction():
                self._dialect.make_staging()
            self._is_staging_made = True
        with self._dialect.transaction():
            self._dialect.alone(publication.laptop)
            if len(self.heads(publication.laptop)) != told_before:
                raise OvertakenError(self._target)
            contradicting = self._take_objects(batch.get(KNOWN_OBJECT.name, ()))
            for table in CARRIED:
                # Nearly always nothing of a batch is known, and then there is nothing to compare.
                rows = batch.get(table.name)
                if rows and (contradicting or not self._dialect.add_new(table, rows)):
                    self._dialect.stage(table, rows)
                    self._dialect.run(_taken(table))
            told = sum(map(len, batch.values()))
            self._insert(PUBLICATION, (
                publication.id, publication.laptop, publication.code, publication.name,
                publication.key, publication.at, publication.program, publication.after,
                publication.link_before, publication.last, publication.link, told,
            ))  # fmt: skip
        return contradicting

    def _take_objects(self, objects: Sequence[Row]) -> int:
        """Enter the objects of a batch; set aside which contradict. Return how many these are."""
        if not objects or self._dialect.add_new(KNOWN_OBJECT, objects):
            return 0
        self._dialect.stage(KNOWN_OBJECT, objects)
        columns = quoted(KNOWN_OBJECT.names)
        self._dialect.run(
            f"INSERT INTO known_object ({columns}) SELECT {columns} FROM staged_known_object"
            " WHERE id <> '' ON CONFLICT DO NOTHING"
        )
        self._dialect.run(
            f"INSERT INTO contradiction ({quoted(CONTRADICTION.names)}) SELECT s.kind, s.id,"
            " s.laptop, s.publication, s.digest, k.digest FROM staged_known_object AS s"
            " JOIN known_object AS k ON k.kind = s.kind AND k.id = s.id"
            " WHERE k.digest <> s.digest ON CONFLICT DO NOTHING"
        )
        ((found,),) = self._dialect.rows(
            "SELECT count(*) FROM staged_known_object AS s WHERE EXISTS (SELECT 1 FROM"
            " contradiction AS c WHERE c.kind = s.kind AND c.id = s.id AND c.digest = s.digest)"
        )
        return int(found)

    def _insert(self, table: Table, row: Row) -> None:
        marks = ", ".join([self._dialect.mark] * len(row))
        self._dialect.run(f"INSERT INTO {table.name} ({quoted(table.names)}) VALUES ({marks})", row)

    def close(self) -> None:
        """End the connection."""
        self._dialect.close()


def _taken(table: Table) -> str:
    """Return the statement that takes a table's staged rows in.

    Those of an object that another digest is known of stay out: `contradiction` has them.
    """
    columns = quoted(table.names)
    known = "s.digest <> ''"
    if table.sort is Sort.OBJECT:
        kind, column = table.of
        known = (
            "NOT EXISTS (SELECT 1 FROM contradiction AS c"
            f" WHERE c.kind = '{kind}' AND c.id = s.\"{column}\" AND c.digest = s.digest)"
        )
    return (
        f"INSERT INTO {table.name} ({columns}) SELECT {columns} FROM {staged(table)} AS s"
        f" WHERE {known} ON CONFLICT DO NOTHING"
    )
