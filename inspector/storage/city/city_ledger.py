"""An opened ledger of the city: what it knows of a laptop, and taking its rows in.

The only statements that add to it. A batch is one transaction, and its publication says up to which
entry of the journal the laptop has told: whoever is cut off goes on behind the last one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from inspector.domain.sharing.city_errors import (
    LedgerNotPreparedError,
    NewerLedgerError,
    OvertakenError,
)
from inspector.storage.city.dialect import Dialect, HallMonth, Row, quoted, staged
from inspector.storage.city.ledger_tables import (
    CARRIED,
    CONTRADICTION,
    FINDING_STANDING,
    KNOWN_OBJECT,
    LEDGER,
    PUBLICATION,
    REVIEW,
    VERSION,
    VISIT,
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

        Return the roles that this user may not make. Raises NewerLedgerError, LedgerRoleError,
        LedgerBusyError.
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
            self.require_ready()  # it may have been prepared by a later program meanwhile
            if len(self.heads(publication.laptop)) != told_before:
                raise OvertakenError(self._target)
            fresh, contradicting = self._take_objects(batch.get(KNOWN_OBJECT.name, ()))
            for table in CARRIED:
                rows = batch.get(table.name, ())
                if fresh is not None and table.sort is Sort.OBJECT:
                    rows = _of_objects(table, rows, fresh)
                # Nearly always nothing of a batch is known, and then there is nothing to compare.
                if rows and not (
                    (fresh is None or table.sort is Sort.OBJECT)
                    and self._dialect.add_new(table, rows)
                ):
                    self._dialect.stage(table, rows)
                    self._dialect.run(_taken(table))
            self._keep(batch)
            told = sum(map(len, batch.values()))
            self._insert(PUBLICATION, (
                publication.id, publication.laptop, publication.code, publication.name,
                publication.key, publication.at, publication.program, publication.after,
                publication.link_before, publication.last, publication.link, told, VERSION,
            ))  # fmt: skip
        return contradicting

    def _take_objects(self, objects: Sequence[Row]) -> tuple[set[tuple[str, str]] | None, int]:
        """Enter the objects of a batch; set aside which contradict.

        Return kind and id of which are new, None: all of them; and how many contradict.
        """
        if not objects or self._dialect.add_new(KNOWN_OBJECT, objects):
            return None, 0
        self._dialect.stage(KNOWN_OBJECT, objects)
        columns = quoted(KNOWN_OBJECT.names)
        fresh = self._dialect.rows(
            f"INSERT INTO known_object ({columns}) SELECT {columns} FROM staged_known_object"
            " WHERE true ON CONFLICT DO NOTHING RETURNING kind, id"
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
        return {(kind, key) for kind, key in fresh}, int(found)

    def _keep(self, batch: Batch) -> None:
        """Make anew what is kept of every month of a hall that something of a batch is about."""
        halls = {
            pair
            for table in (VISIT, FINDING_STANDING)
            for pair in _pairs(table, batch, "month", "site")
        }
        reviewed = set(_pairs(REVIEW, batch, "month", "visit"))
        if halls or reviewed:
            self._dialect.keep(halls, reviewed)

    def _insert(self, table: Table, row: Row) -> None:
        marks = ", ".join([self._dialect.mark] * len(row))
        self._dialect.run(f"INSERT INTO {table.name} ({quoted(table.names)}) VALUES ({marks})", row)

    def close(self) -> None:
        """End the connection."""
        self._dialect.close()


def _of_objects(table: Table, rows: Sequence[Row], fresh: set[tuple[str, str]]) -> list[Row]:
    """Return the rows of objects that are new; those of one that is known came with it, or are of
    one that contradicts.
    """
    kind, column = table.of
    at = table.names.index(column)
    return [row for row in rows if (kind, row[at]) in fresh]


def _pairs(table: Table, batch: Batch, *columns: str) -> Iterator[HallMonth]:
    first, second = map(table.names.index, columns)
    return ((row[first], row[second]) for row in batch.get(table.name, ()))


def _taken(table: Table) -> str:
    """Return the statement that takes in which of a table's staged rows are not there."""
    columns = quoted(table.names)
    return (
        f"INSERT INTO {table.name} ({columns}) SELECT {columns} FROM {staged(table)}"
        " WHERE true ON CONFLICT DO NOTHING"
    )
