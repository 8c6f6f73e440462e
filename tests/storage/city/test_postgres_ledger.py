"""The ledger in a real PostgreSQL: what it tells, its roles, its troubles."""

import re
import shutil
import subprocess
import sys
import threading
from contextlib import closing
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from inspector.domain.sharing.city_errors import (
    LedgerAwayError,
    LedgerBusyError,
    LedgerFullError,
    LedgerNotPreparedError,
    LedgerRefusedError,
    LedgerRoleError,
    LoginRefusedError,
    NewerLedgerError,
)
from inspector.storage.city import journal_spans, postgres_ledger
from inspector.storage.city.city_ledger import CityLedger
from inspector.storage.city.ledger_tables import TABLES, VERSION
from inspector.storage.city.ledger_views import VIEWS
from inspector.storage.city.postgres_ledger import PostgresLedger
from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.workspace.city.publishing import Publishing
from inspector.workspace.workspace import Workspace
from tests.cli.conftest import write_signed
from tests.scale.made_laptops import VISITS, Made, made_laptop
from tests.storage.city.postgres_server import KEYED, Server
from tests.storage.city.test_kept_months import plain_view, same
from tests.storage.raw_files import run_sql
from tests.workspace.city.ledgers import published, rows, seen, unheard
from tests.workspace.visits.shared_hall import Hall
from tests.written_once import Written

pytestmark = pytest.mark.ci

WRITER, READER, NOBODY = "hall", "bureau", "stranger"
ALWAYS_EMPTY = ("rewritten",)
WHO_AND_WHEN = {"laptop", "publication", "told_by", "at"}


@pytest.fixture
def data(copied: Written) -> Path:
    return copied(write_signed, 14)


@pytest.fixture
def users(server: Server, database: str) -> None:
    """Users of the two roles, and one of none; the ledger is prepared by its owner."""
    for name in (WRITER, READER, NOBODY):
        if not server.run_sql(database, f"SELECT 1 FROM pg_roles WHERE rolname = '{name}'"):
            server.run_sql(database, f"CREATE ROLE {name} LOGIN")


def prepare(server: Server, database: str, data: Path) -> None:
    """Prepare a ledger as its owner, and let the users have their roles."""
    with closing(Workspace(data, create=False)) as workspace:
        assert workspace.of(Publishing).prepare(server.address(database)) == ()
    server.run_sql(database, f"GRANT inspector_writer TO {WRITER}")
    server.run_sql(database, f"GRANT inspector_reader TO {READER}")


def query(address: str, sql: str) -> list[tuple[Any, ...]]:
    """The rows of a query."""
    import psycopg

    with psycopg.connect(address) as connection:
        found: list[tuple[Any, ...]] = connection.execute(sql.encode()).fetchall()
        return found


def plain(value: object) -> object:
    """A value as SQLite holds it; moments by their instant."""
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, datetime):
        return value.timestamp()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\dT.*", value):
        return datetime.fromisoformat(value).timestamp()
    return value


def told(address: str) -> dict[str, list[tuple[object, ...]]]:
    """What every view tells but for who published when, in any order."""
    return {
        view.name: sorted(
            (
                tuple(map(plain, row))
                for row in query(address, f"SELECT {_asked(view.columns)} FROM {view.name}")
            ),
            key=repr,
        )
        for view in VIEWS
        if view.name != "laptop_head"
    }


def _asked(columns: object) -> str:
    return ", ".join(f'"{name}"' for name in columns if name not in WHO_AND_WHEN)  # type: ignore[attr-defined]


def test_both_kinds_of_ledger_tell_the_same(
    server: Server, database: str, data: Path, tmp_path: Path
) -> None:
    address, file = server.address(database), tmp_path / "ledger.sqlite"
    published(data, address)
    published(data, file)
    same_told(address, file)


def test_both_kinds_join_the_parts_of_a_shared_visit(
    server: Server, database: str, tmp_path: Path
) -> None:
    address, file = server.address(database), tmp_path / "ledger.sqlite"
    hall = Hall(tmp_path / "shared")
    with closing(hall.workspace):
        hall.part([1, 2], public=True)
        hall.part([2, 3], public=True, shift=3)
        hall.part([4], group="")
    published(tmp_path / "shared", address)
    published(tmp_path / "shared", file)
    assert query(address, "SELECT visits, windows FROM city_month") == [(2, 4)]
    same_told(address, file, *ALWAYS_EMPTY, "coverage", "survey_answer")


def same_told(address: str, file: Path, *empty: str) -> None:
    """Both tell the same, and something in every view that is not `empty`."""
    for view in VIEWS:
        if view.name != "laptop_head":
            sql = f"SELECT {_asked(view.columns)} FROM {view.name}"
            there = sorted((tuple(map(plain, row)) for row in rows(file, sql)), key=repr)
            assert there or view.name in (empty or ALWAYS_EMPTY)
            assert told(address)[view.name] == there, view.name


def test_every_column_has_its_comment(server: Server, database: str, data: Path) -> None:
    prepare_alone(server, database, data)
    bare = server.run_sql(
        database,
        "SELECT c.relname || '.' || a.attname FROM pg_class AS c JOIN pg_attribute AS a"
        " ON a.attrelid = c.oid JOIN pg_namespace AS n ON n.oid = c.relnamespace"
        " WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'v') AND NOT c.relispartition"
        " AND a.attnum > 0 AND col_description(c.oid, a.attnum) IS NULL",
    )
    assert bare == ""
    for owner in (*TABLES, *VIEWS):
        assert server.run_sql(database, f"SELECT obj_description('{owner.name}'::regclass)")


def prepare_alone(server: Server, database: str, data: Path) -> None:
    with closing(Workspace(data, create=False)) as workspace:
        workspace.of(Publishing).prepare(server.address(database))


def test_what_is_prepared_twice_stays(server: Server, database: str, data: Path) -> None:
    published(data, server.address(database))
    before = told(server.address(database))
    prepare_alone(server, database, data)
    assert told(server.address(database)) == before
    assert server.run_sql(database, "SELECT count(*) FROM ledger") == "1"


def test_what_readers_want_is_set_where_nobody_set_it(
    server: Server, database: str, data: Path
) -> None:
    server.run_sql(database, f"ALTER DATABASE {database} SET work_mem = '5MB'")
    prepare_alone(server, database, data)
    assert query(server.address(database), "SHOW work_mem") == [("5MB",)]
    assert query(server.address(database), "SHOW jit") == [("off",)]


def test_who_prepares_does_not_wait_for_ever(
    server: Server, database: str, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import psycopg

    address = server.address(database)
    published(data, address)
    monkeypatch.setattr(postgres_ledger, "_WAIT_TO_PREPARE", "200ms")
    with psycopg.connect(address) as reader:  # whose transaction stays open
        before = reader.execute("SELECT * FROM city_month").fetchall()
        with pytest.raises(LedgerBusyError):
            prepare_alone(server, database, data)
        assert reader.execute("SELECT * FROM city_month").fetchall() == before
    prepare_alone(server, database, data)


def test_several_laptops_in_one_hall_at_the_same_time(server: Server, database: str) -> None:
    address = server.address(database)
    with closing(PostgresLedger(address)) as dialect:
        CityLedger(dialect, address).prepare("made", "2026-12-31T18:00:00+08:00")
        dialect.run(plain_view("postgresql"))
    several = [made_laptop(500 * number) for number in range(4)]  # of the same hall, all of them
    waiting = threading.Barrier(len(several))

    def tell(made: Made) -> None:
        with closing(PostgresLedger(address)) as dialect:
            waiting.wait()
            CityLedger(dialect, address).take_in(made.publication, made.batch, 0)

    threads = [threading.Thread(target=tell, args=(made,)) for made in several]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with closing(PostgresLedger(address)) as dialect:
        assert sum(int(row[5]) for row in same(dialect)) > 3 * VISITS


def test_a_writer_only_adds_and_a_reader_only_looks(
    server: Server, database: str, data: Path, users: None
) -> None:
    import psycopg

    prepare(server, database, data)
    writer, reader = server.address(database, WRITER), server.address(database, READER)
    published(data, writer)
    assert published(data, writer).rows == 0
    refused = [
        (writer, f"{act} {table.name}{rest}")
        for table in TABLES
        for act, rest in (("DELETE FROM", ""), ("TRUNCATE", ""), ("SELECT * FROM", " LIMIT 1"))
        if not (act == "SELECT * FROM" and set(table.may_be_read) == set(table.names))
    ]
    refused += [(writer, "UPDATE visit SET score = 0"), (writer, "SELECT site FROM visit")]
    refused += [(writer, f"SELECT * FROM {view.name}") for view in VIEWS]
    refused += [(reader, f"SELECT * FROM {table.name}") for table in TABLES]
    refused += [
        (reader, "INSERT INTO ledger VALUES ('x', 9, now())"),
        (reader, "DELETE FROM visit"),
    ]
    for address, sql in refused:
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            query(address, sql)
    assert told(reader) == told(server.address(database))


def test_whose_connection_is_cut_goes_on(
    server: Server, database: str, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal_spans, "ENTRIES", 60)
    address = server.address(database)
    cuts = 0

    def cut(done: int, total: int) -> None:
        server.run_sql(
            database,
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            f" WHERE application_name = 'inspector' AND datname = '{database}'",
        )

    with closing(Workspace(data, create=False)) as workspace:
        publishing = workspace.of(Publishing)
        while True:
            try:
                done, _ = publishing.publish(address, cut)
                break
            except LedgerAwayError:
                cuts += 1
                assert publishing.reached()[0].number > 0
    assert cuts > 3
    file = tmp_path / "ledger.sqlite"
    published(data, file)
    monkeypatch.setattr(journal_spans, "ENTRIES", 5000)
    assert len(told(address)["finding_status"]) == len(seen(file)["finding_status"])
    assert published(data, address).rows == 0
    assert done.last == published(data, file).last


def test_who_is_killed_at_any_moment_goes_on(
    server: Server, database: str, data: Path, tmp_path: Path
) -> None:
    address, whole = server.address(database), tmp_path / "whole.sqlite"
    prepare_alone(server, database, data)
    killed = 0
    for step in range(8):
        command = [sys.executable, "-m", "inspector", "--data", data, "publish", "--to", address]
        run = subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL)
        timer = threading.Timer(0.3 + 0.15 * step, run.kill)
        timer.start()
        killed += run.wait() != 0
        timer.cancel()
    published(data, address)
    published(data, whole)
    for name, own in told(address).items():
        assert len(own) == len(seen(whole)[name]), name
    assert killed


def test_several_laptops_publish_at_the_same_time(
    server: Server, database: str, data: Path, tmp_path: Path
) -> None:
    address = server.address(database)
    published(data, address)
    before = told(address)
    copies = [tmp_path / f"copy{number}" for number in range(4)]
    for copy in copies:
        shutil.copytree(data, copy)
    threads = [threading.Thread(target=published, args=(copy, address)) for copy in copies]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert server.run_sql(database, "SELECT count(DISTINCT laptop) FROM publication") == "5"
    assert told(address) == before


def test_a_laptop_that_rewrote_a_visit_is_told(
    server: Server, database: str, data: Path, tmp_path: Path
) -> None:
    address = server.address(database)
    published(data, address)
    before = told(address)["scorecard_score"]
    shutil.copytree(data, tmp_path / "copy")
    run_sql(
        tmp_path / "copy" / DATABASE_FILE,
        # A visit that was moved in time comes under another month, and is still noticed.
        "UPDATE inspection SET day = '2025-01-15' WHERE state = 'completed'",
    )
    done = published(tmp_path / "copy", address)
    assert done.contradicting == done.visits
    assert told(address)["scorecard_score"] == before
    assert query(address, "SELECT DISTINCT what FROM rewritten") == [("object",)]


def test_each_trouble_is_one_of_its_own(
    server: Server, database: str, data: Path, users: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(LedgerAwayError):
        published(data, f"postgresql://x@/city?host={server.socket / 'none'}")
    with pytest.raises(LedgerAwayError):
        published(data, "postgresql://x@127.0.0.1:1/city?connect_timeout=2")
    with pytest.raises(LedgerRefusedError):
        published(data, server.address("no_such_city"))
    with pytest.raises(LoginRefusedError):
        published(data, server.address(database, "no_such_user"))
    with pytest.raises(LedgerNotPreparedError):
        published(data, server.address(database, NOBODY))
    prepare(server, database, data)
    with pytest.raises(LedgerRoleError):
        published(data, server.address(database, NOBODY))
    with pytest.raises(LedgerRoleError):
        published(data, server.address(database, READER))
    server.run_sql(database, f"DROP ROLE IF EXISTS {KEYED}")
    server.run_sql(database, f"CREATE ROLE {KEYED} LOGIN PASSWORD 'right'")
    server.run_sql(database, f"GRANT inspector_writer TO {KEYED}")
    keyed = server.address(database, KEYED)
    monkeypatch.setenv("PGPASSWORD", "wrong")
    with pytest.raises(LoginRefusedError):
        published(data, keyed)
    monkeypatch.delenv("PGPASSWORD")
    with pytest.raises(LoginRefusedError):
        published(data, keyed)
    monkeypatch.setenv("PGPASSWORD", "right")
    with closing(Workspace(data, create=False)) as workspace:
        workspace.of(Publishing).publish(keyed, unheard)
    assert b"right" not in (data / DATABASE_FILE).read_bytes()


def test_a_full_disk_and_a_newer_ledger_are_told(server: Server, database: str, data: Path) -> None:
    address = server.address(database)
    prepare_alone(server, database, data)
    # What the server says when its disk takes no more.
    server.run_sql(
        database,
        "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION"
        " 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$;"
        " CREATE TRIGGER t BEFORE INSERT ON publication EXECUTE FUNCTION full_disk()",
    )
    with pytest.raises(LedgerFullError):
        published(data, address)
    assert server.run_sql(database, "SELECT count(*) FROM visit") == "0"
    server.run_sql(database, f"INSERT INTO ledger VALUES ('x', {VERSION + 1}, now())")
    with pytest.raises(NewerLedgerError):
        published(data, address)


def test_what_no_text_of_postgresql_holds_is_shown_as_such(
    server: Server, database: str, data: Path
) -> None:
    run_sql(data / DATABASE_FILE, "UPDATE finding SET text = text || char(0) || '末'")
    published(data, server.address(database))
    ends = query(server.address(database), "SELECT DISTINCT right(text, 2) FROM finding")
    assert ends == [("\N{REPLACEMENT CHARACTER}末",)]
