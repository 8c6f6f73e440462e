"""The city's ledger in PostgreSQL, by psycopg 3, which is installed only where this is wanted.

Passwords come by libpq's own ways (`~/.pgpass`, PGPASSWORD, a service file), never through us. What
is PostgreSQL's own here, and would have to be written anew for a relative of it: partitions by
month, temporary tables that are emptied by a commit, the advisory lock, comments, roles.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from typing import TYPE_CHECKING, Any

from inspector.domain.sharing.city_errors import (
    DriverMissingError,
    LedgerAwayError,
    LedgerBusyError,
    LedgerFullError,
    LedgerNotPreparedError,
    LedgerRefusedError,
    LedgerRoleError,
    LoginRefusedError,
)
from inspector.storage.city.dialect import HallMonth, Row, quoted, staged
from inspector.storage.city.kept_months import everything, keeping
from inspector.storage.city.ledger_tables import (
    CARRIED,
    KNOWN_OBJECT,
    TABLES,
    Column,
    Holds,
    Sort,
    Table,
    months,
)
from inspector.storage.city.ledger_views import VIEWS
from inspector.storage.city.view_terms import newest_first
from inspector.storage.database.surrogates import whole_text

if TYPE_CHECKING:
    from psycopg import Error

WRITER, READER = "inspector_writer", "inspector_reader"
"""Roles that a server's administrator grants to its users."""

_TYPES = {
    Holds.TEXT: "text",
    Holds.WHOLE: "bigint",
    Holds.DAY: "date",
    Holds.MOMENT: "timestamp with time zone",
}

_WAIT = 10
"""Seconds until a server that does not answer counts as away."""

_WAIT_TO_PREPARE = "30s"
"""How long to wait for whoever reads or publishes, before preparing is given up."""

_PREPARING = "hashtext('inspector ledger')"
_KEEPING = 21
"""Numbers of locks that are no rows: of the whole ledger; with the one of a hall."""

_KEEP = (
    "keep_city_month(told_months text[], told_sites text[],"
    " review_months text[], review_visits text[])"
)

_BYTES = ' COLLATE "C"'
_TERMS = {
    "today": "current_date",
    "bytes": _BYTES,
    # By a window and no join with itself, where a planner that knows nothing of the rows yet may
    # look through a hall once for each of its findings. By the site as well: whoever asks for one
    # hall reads what that hall has. And `place < 2`, of which a planner thinks that it is many
    # rows: what it does for few took twice the time.
    "newest_standing": (
        "(SELECT x.*, row_number() OVER"
        f" ({newest_first('x', 'finding', 'site').format(bytes=_BYTES)}) AS place"
        " FROM finding_standing AS x) AS s"
        " ON s.finding = f.id AND s.month = f.month AND s.site = f.site WHERE s.place < 2"
    ),
}

_FOR_READERS = {"work_mem": "64MB", "jit": "off"}
"""What queries that read much want: to sort in memory, and not to be compiled for longer than they
run.
"""

_CLASS_OF_LOGIN, _CLASS_OF_ROOM, _CLASS_OF_CONNECTION = "28", "53", "08"
_MAY_NOT, _READ_ONLY, _NO_TABLE, _SHUT_DOWN = "42501", "25006", "42P01", "57P"
_NO_LOCK = "55P03"


class PostgresLedger:
    """One database. Raises DriverMissingError, LedgerAwayError, LoginRefusedError."""

    mark = "%s"

    def __init__(self, address: str) -> None:
        try:
            import psycopg
        except ImportError as error:
            raise DriverMissingError from error
        self._psycopg = psycopg
        self._target = address
        try:
            named = psycopg.conninfo.conninfo_to_dict(address)
        except psycopg.Error as error:
            raise LedgerRefusedError(address, _first_line(error)) from error
        try:
            self._connection = psycopg.connect(
                address,
                autocommit=True,
                connect_timeout=int(named.get("connect_timeout") or _WAIT),
                application_name="inspector",
                prepare_threshold=None,  # each statement is sent once or twice a batch
            )
        except psycopg.OperationalError as error:
            raise self._refused_at_the_door(error) from error
        # Each statement sees what was committed before it: `keep` counts on that.
        self._connection.isolation_level = psycopg.IsolationLevel.READ_COMMITTED

    def rows(self, sql: str, values: Row = ()) -> list[tuple[Any, ...]]:
        """Return the rows of a query."""
        with self._told():
            cursor = self._connection.execute(sql.encode(), tuple(values) or None)
            found: list[tuple[Any, ...]] = cursor.fetchall()
            return found

    def run(self, sql: str, values: Row = ()) -> None:
        """Run one changing statement."""
        with self._told():
            self._connection.execute(sql.encode(), tuple(values) or None)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit everything inside, or nothing."""
        with self._told(), self._connection.transaction():
            yield

    def has(self, table: str) -> bool:
        """Tell whether a table or view is there."""
        return bool(self.rows("SELECT 1 WHERE to_regclass(%s) IS NOT NULL", (table,)))

    def make(self) -> tuple[str, ...]:
        """Make every table, partition, index and view that is missing; roles and their rights.

        Return the roles that this user may not make.
        """
        for name, value in {**_FOR_READERS, "lock_timeout": _WAIT_TO_PREPARE}.items():
            self.run(f"SET LOCAL {name} = {_literal(value)}")
        self.run(f"SELECT pg_advisory_xact_lock({_PREPARING})")
        for table in TABLES:
            self.run(_made(table))
            self._add_later(table)
            for number, columns in enumerate(table.indexes, 1):
                self.run(
                    f"CREATE INDEX IF NOT EXISTS {table.name}_by_{number}"
                    f" ON {table.name} ({quoted(columns)})"
                )
            self.run(f"COMMENT ON TABLE {table.name} IS {_literal(table.says)}")
            for column in table.columns:
                self._comment(table.name, column.name, column.says)
        self._make_months()
        for statement in (*keeping(everything), _function(self._schema())):
            self.run(statement.format(**_TERMS))
        for view in VIEWS:  # a later version only adds columns behind them: grants stay
            self.run(f"CREATE OR REPLACE VIEW {view.name} AS {view.sql.format(**_TERMS)}")
            self.run(f"COMMENT ON VIEW {view.name} IS {_literal(view.says)}")
            for name, says in view.columns.items():
                self._comment(view.name, name, says)
        self._set_for_readers()
        return self._make_roles()

    def _schema(self) -> str:
        ((schema,),) = self.rows("SELECT quote_ident(current_schema())")
        return str(schema)

    def _set_for_readers(self) -> None:
        """Set for the database what queries of this kind want, where nobody has set it.

        A role's settings are not those of its members. Nothing where this user does not own it.
        """
        owned = self.rows(
            "SELECT quote_ident(datname), coalesce((SELECT setconfig FROM pg_db_role_setting"
            " WHERE setdatabase = d.oid AND setrole = 0), '{}') FROM pg_database AS d"
            " WHERE datname = current_database() AND pg_has_role(datdba, 'USAGE')"
        )
        for database, there in owned:
            known = {each.partition("=")[0] for each in there}
            for name, value in _FOR_READERS.items():
                if name not in known:
                    self.run(f"ALTER DATABASE {database} SET {name} = {_literal(value)}")

    def _add_later(self, table: Table) -> None:
        """Add what an older ledger lacks; partitions get it as well. Else nothing is locked."""
        there = {
            name
            for (name,) in self.rows(
                "SELECT attname FROM pg_attribute WHERE attrelid = to_regclass(%s)", (table.name,)
            )
        }
        for column in table.later:
            if column.name not in there:
                was = "" if column.was is None else f" DEFAULT {column.was}"
                self.run(f"ALTER TABLE {table.name} ADD COLUMN {_defined(column)}{was}")
                if was:  # an older program that is publishing just now is refused from here on
                    self.run(f'ALTER TABLE {table.name} ALTER "{column.name}" DROP DEFAULT')

    def _comment(self, owner: str, column: str, says: str) -> None:
        self.run(f'COMMENT ON COLUMN {owner}."{column}" IS {_literal(says)}')

    def _make_months(self) -> None:
        """Give last year, this and the next a partition a month; other months share one.

        A month that rows of lie in that one already stays there.
        """
        year = date.today().year
        for table in TABLES:
            if not table.by_month:
                continue
            other = f"{table.name}_other"
            self.run(f"CREATE TABLE IF NOT EXISTS {other} PARTITION OF {table.name} DEFAULT")
            there = {month for (month,) in self.rows(f"SELECT DISTINCT month FROM {other}")}
            for month in months(year - 1, year + 1):
                name = f"{table.name}_{month.replace('-', '_')}"
                if month not in there and not self.has(name):
                    self.run(
                        f"CREATE TABLE {name} PARTITION OF {table.name} FOR VALUES IN ('{month}')"
                    )

    def _make_roles(self) -> tuple[str, ...]:
        """Make the two roles where that is allowed, and say what they may; return the missing."""
        wanted = (WRITER, READER)
        there = {role for (role,) in self.rows("SELECT rolname FROM pg_roles")}
        missing = tuple(role for role in wanted if role not in there)
        may = "SELECT 1 FROM pg_roles WHERE rolname = current_user AND (rolcreaterole OR rolsuper)"
        if missing and not self.rows(may):
            return missing
        for role in missing:
            self.run(f"CREATE ROLE {role} NOLOGIN")
        self.run(f"GRANT EXECUTE ON FUNCTION {_KEEP} TO {WRITER}")
        for table in TABLES:
            if table.sort is Sort.KEPT:
                continue
            self.run(f"GRANT INSERT ON {table.name} TO {WRITER}")
            if table.may_be_read:
                self.run(f"GRANT SELECT ({quoted(table.may_be_read)}) ON {table.name} TO {WRITER}")
        for view in VIEWS:
            self.run(f"GRANT SELECT ON {view.name} TO {READER}")
        return ()

    def make_staging(self) -> None:
        """Make temporary tables, which a commit empties."""
        for table in (KNOWN_OBJECT, *CARRIED):
            columns = ", ".join(map(_defined, table.columns))
            self.run(f"CREATE TEMP TABLE {staged(table)} ({columns}) ON COMMIT DELETE ROWS")

    def alone(self, laptop: str) -> None:
        """Let no other publication of a laptop in until the transaction ends; nor who prepares."""
        self.rows(
            f"SELECT pg_advisory_xact_lock_shared({_PREPARING}),"
            " pg_advisory_xact_lock(hashtext(%s))",
            (laptop,),
        )

    def add_new(self, table: Table, rows: Sequence[Row]) -> bool:
        """Copy rows straight into their table, if none of them is there; else nothing, and False.

        The server finds the first that is there within a thousand rows.
        """
        try:
            self._copy(table.name, table, rows)
        except self._psycopg.errors.UniqueViolation:
            return False
        return True

    def keep(self, halls: Iterable[HallMonth], reviewed: Iterable[HallMonth]) -> None:
        """Make anew what is kept of months of halls, and of those with the `reviewed` visits."""
        self.rows(
            "SELECT keep_city_month(%s, %s, %s, %s)",
            [list(each) for pairs in (halls, reviewed) for each in _columns(pairs)],
        )

    def stage(self, table: Table, rows: Sequence[Row]) -> None:
        """Copy rows into a table's staging."""
        self._copy(staged(table), table, rows)

    def _copy(self, place: str, table: Table, rows: Sequence[Row]) -> None:
        """Copy rows as they are; only where one holds what PostgreSQL cannot, all are looked at."""
        copy = f"COPY {place} ({quoted(table.names)}) FROM STDIN".encode()
        for cleaned in (False, True):
            try:
                with (
                    self._told(),
                    self._connection.transaction(),
                    self._connection.cursor() as cursor,
                    cursor.copy(copy) as out,
                ):
                    for row in rows:
                        out.write_row(tuple(map(_clean, row)) if cleaned else row)
                return
            except (UnicodeEncodeError, self._psycopg.DataError):
                if cleaned:
                    raise

    def close(self) -> None:
        """End the connection."""
        with suppress(self._psycopg.Error):
            self._connection.close()

    # Troubles

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Raise what PostgreSQL met as it is told of a ledger."""
        try:
            yield
        except self._psycopg.Error as error:
            trouble = self._trouble(error)
            if trouble is None or isinstance(error, self._psycopg.errors.UniqueViolation):
                raise
            raise trouble from error

    def _trouble(self, error: "Error") -> Exception | None:
        state, reason = error.sqlstate or "", _first_line(error)
        if state in (_MAY_NOT, _READ_ONLY):
            return LedgerRoleError(self._target, reason)
        if state == _NO_LOCK:
            return LedgerBusyError(self._target)
        if state == _NO_TABLE:
            return LedgerNotPreparedError(self._target)
        if state.startswith(_CLASS_OF_ROOM):
            return LedgerFullError(self._target, reason)
        if state.startswith((_CLASS_OF_CONNECTION, _SHUT_DOWN)) or (
            isinstance(error, self._psycopg.OperationalError) and not state
        ):
            return LedgerAwayError(self._target, reason)
        if state:
            return LedgerRefusedError(self._target, reason)
        return None

    def _refused_at_the_door(self, error: "Error") -> Exception:
        """Return why nobody was let in: libpq tells it in words alone."""
        text, reason = str(error), _first_line(error)
        if (error.sqlstate or "").startswith(_CLASS_OF_LOGIN) or any(
            word in text for word in ("password", "authentication", "pg_hba.conf", 'role "')
        ):
            return LoginRefusedError(self._target, reason)
        if "FATAL" in text and 'database "' in text:
            return LedgerRefusedError(self._target, reason)
        return LedgerAwayError(self._target, reason)


def _made(table: Table) -> str:
    lines = [*map(_defined, table.columns), f"PRIMARY KEY ({quoted(table.key)})"]
    divided = " PARTITION BY LIST (month)" if table.by_month else ""
    return f"CREATE TABLE IF NOT EXISTS {table.name} ({', '.join(lines)}){divided}"


def _function(schema: str) -> str:
    """Return what makes the function by which a writer, who sees no score, keeps what is kept.

    Halls are locked in one order, when all new rows are in: whoever comes last sees everybody's.
    """
    delete, insert = keeping(
        lambda alias: f" AND {alias}.month = told.month AND {alias}.site = ANY (told.sites)"
    )
    told = (
        "(SELECT month, site FROM unnest(told_months, told_sites) AS t (month, site)"
        " UNION SELECT v.month, v.site FROM unnest(review_months, review_visits) AS r (month, id)"
        " JOIN visit AS v ON v.id = r.id AND v.month = r.month) AS told"
    )
    return (
        f"CREATE OR REPLACE FUNCTION {_KEEP} RETURNS void LANGUAGE plpgsql SECURITY DEFINER"
        # A plan is made for each month: of some forty partitions it needs one.
        f" SET search_path = {schema}, pg_temp SET plan_cache_mode = force_custom_plan"
        " SET jit = off AS $$ DECLARE told record; BEGIN"
        f" FOR told IN SELECT DISTINCT site FROM {told} ORDER BY site LOOP"
        f" PERFORM pg_advisory_xact_lock({_KEEPING}, hashtext(told.site)); END LOOP;"
        f" FOR told IN SELECT month, array_agg(site) AS sites FROM {told} GROUP BY month LOOP"
        f" {delete}; {insert}; END LOOP; END $$;"
        f" REVOKE ALL ON FUNCTION {_KEEP} FROM PUBLIC"
    )


def _columns(pairs: Iterable[HallMonth]) -> tuple[list[str], list[str]]:
    both = list(pairs)
    return [month for month, _ in both], [other for _, other in both]


def _defined(column: Column) -> str:
    return f'"{column.name}" {_TYPES[column.holds]}{"" if column.may_lack else " NOT NULL"}'


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _clean(value: object) -> object:
    """Return a value as PostgreSQL takes it: no half of a surrogate pair, and no NUL in a text."""
    if not isinstance(value, str) or value.isalnum():
        return value
    return whole_text(value).replace("\0", "\N{REPLACEMENT CHARACTER}")


def _first_line(error: "Error") -> str:
    """Return what was said, in one line, without what statement it was about."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[0] if lines else type(error).__name__
