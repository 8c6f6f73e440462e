"""Opening a database: what is made, what is migrated, what is refused and left as it was."""

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from inspector.domain.errors import (
    CannotReadError,
    CannotWriteError,
    DamagedDatabaseError,
    InspectorError,
    NewerDatabaseError,
)
from inspector.storage import database_opening
from inspector.storage.database import recognised_file
from inspector.storage.database_opening import open_database
from inspector.storage.schema import migrations, schema_check
from tests.storage.raw_files import (
    contents,
    mode,
    run_sql,
    run_sql_and_crash,
    without_rights,
)

NEWER = (
    "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
    " VALUES ('inspector', 'm999_from_the_future', '2040-01-01')"
)
ADD_SITE = "INSERT INTO site (id, name) VALUES ('s', '城东厅')"
posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")


def refusal(path: Path) -> InspectorError:
    """Why opening is refused; nothing in the folder may have changed."""
    before, permissions = contents(path.parent), mode(path.parent)
    with pytest.raises(InspectorError) as refused:
        open_database(path, create=True).close()
    assert contents(path.parent) == before
    assert mode(path.parent) == permissions
    return refused.value


# Making one


@posix
@pytest.mark.parametrize("umask", [0o022, 0o000, 0o077])
def test_what_is_made_is_for_the_user_alone(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        with closing(open_database(tmp_path / "a" / "b" / "inspector.db", create=True)):
            folder = tmp_path / "a" / "b"
            assert mode(folder) == "0700"
            files = {file.name: mode(file) for file in folder.iterdir()}
        assert files.pop("inspector.db") == "0600"
        assert set(files.values()) <= {"0600"}
    finally:
        os.umask(before)


@posix
def test_an_empty_folder_becomes_private(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    open_database(tmp_path / "inspector.db", create=True).close()
    assert mode(tmp_path) == "0700"


@posix
def test_a_folder_that_others_use_is_not_closed_to_them(tmp_path: Path) -> None:
    # `inspector --data /tmp`, as root, would lock everybody out of /tmp.
    (tmp_path / "of-somebody-else.txt").write_text("")
    tmp_path.chmod(0o755)
    for _ in range(2):
        open_database(tmp_path / "inspector.db", create=True).close()
        assert mode(tmp_path) == "0755"
    assert mode(tmp_path / "inspector.db") == "0600"


@posix
def test_a_database_copied_from_elsewhere_becomes_private(path: Path) -> None:
    path.chmod(0o644)
    open_database(path, create=True).close()
    assert mode(path) == "0600"


def test_a_closed_folder_holds_the_database_and_nothing_else(path: Path) -> None:
    assert set(contents(path.parent)) == {"inspector.db"}
    open_database(path, create=True).close()
    assert set(contents(path.parent)) == {"inspector.db"}


def test_the_settings_that_keep_data_are_on(path: Path) -> None:
    with closing(open_database(path)) as opened:

        def pragma(name: str) -> object:
            row = opened.row(f"PRAGMA {name}")
            assert row is not None
            return row[0]

        assert pragma("journal_mode") == "wal"
        assert pragma("synchronous") == 2  # FULL
        assert pragma("foreign_keys") == 1
        assert pragma("integrity_check") == "ok"


def test_a_missing_parent_is_refused_by_the_database_itself(path: Path) -> None:
    window = (
        'INSERT INTO "window" (id, site_id, number, kind, department, leader, position)'
        " VALUES ('w', 'no such site', '1', '', '', '', 0)"
    )
    with (
        closing(open_database(path)) as opened,
        pytest.raises(sqlite3.IntegrityError),
        opened.transaction(),
    ):
        opened.write(window)


@pytest.mark.ci
def test_many_first_starts_at_once_all_succeed(tmp_path: Path) -> None:
    script = (
        "import sys, sqlite_utils\n"  # loaded first, so that they meet
        "from pathlib import Path\n"
        "from inspector.storage.database_opening import open_database\n"
        "print(flush=True)\n"
        "sys.stdin.readline()\n"
        "for n in range(5):\n"
        "    open_database(Path(sys.argv[1]) / str(n) / 'inspector.db', create=True).close()\n"
    )
    starts = [
        subprocess.Popen(
            [sys.executable, "-c", script, tmp_path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]
    for start in starts:
        assert start.stdout is not None
        start.stdout.readline()
    for start in starts:
        assert start.stdin is not None
        start.stdin.write("\n")
        start.stdin.flush()
    assert [start.communicate()[1] for start in starts] == ["", "", ""]
    assert all(set(contents(folder)) == {"inspector.db"} for folder in tmp_path.iterdir())


# Refusing


def test_a_database_of_a_newer_program_is_refused(path: Path) -> None:
    run_sql(path, NEWER)
    assert isinstance(refusal(path), NewerDatabaseError)


def test_not_even_the_log_of_a_newer_program_is_folded_in(path: Path) -> None:
    run_sql_and_crash(path, NEWER)
    database_before = path.read_bytes()
    log = path.with_name("inspector.db-wal")
    log_before = log.read_bytes()
    with pytest.raises(NewerDatabaseError):
        open_database(path, create=True)
    assert path.read_bytes() == database_before
    assert log.read_bytes() == log_before


def test_steps_of_another_program_with_our_library_are_none_of_ours(path: Path) -> None:
    run_sql(path, NEWER.replace("'inspector'", "'another'"))
    open_database(path, create=True).close()


def of_another_program(path: Path) -> None:
    run_sql(path, "CREATE TABLE customers (name TEXT)")


def of_another_program_in_wal(path: Path) -> None:
    run_sql(path, "PRAGMA journal_mode = WAL", "CREATE TABLE customers (name TEXT)")


def random_bytes(path: Path) -> None:
    path.write_bytes(bytes(range(255, -1, -1)) * 64)


def a_text(path: Path) -> None:
    path.write_text("这不是数据库\n", "utf-8")


def nothing(path: Path) -> None:
    path.write_bytes(b"")


def only_zeros(path: Path) -> None:
    path.write_bytes(bytes(8192))  # what some file systems leave after a power cut


def cut_within_the_header(path: Path) -> None:
    open_database(path, create=True).close()
    os.truncate(path, 60)


def cut_in_the_middle(path: Path) -> None:
    open_database(path, create=True).close()
    os.truncate(path, 5000)


def overwritten_start(path: Path) -> None:
    open_database(path, create=True).close()
    with path.open("r+b") as file:
        file.write(os.urandom(512))


@pytest.mark.parametrize(
    "make",
    [
        of_another_program, of_another_program_in_wal, random_bytes, a_text, nothing, only_zeros,
        cut_within_the_header, cut_in_the_middle, overwritten_start,
    ],
)  # fmt: skip
def test_what_is_no_database_of_ours_is_refused(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    make(tmp_path / "inspector.db")
    tmp_path.chmod(0o755)
    error = refusal(tmp_path / "inspector.db")
    assert isinstance(error, DamagedDatabaseError)
    assert error.path == tmp_path / "inspector.db"
    assert error.reason


def test_a_crashed_database_of_another_program_keeps_its_log(tmp_path: Path) -> None:
    path = tmp_path / "inspector.db"
    run_sql_and_crash(path, "CREATE TABLE customers (name TEXT)")
    before = path.read_bytes(), (tmp_path / "inspector.db-wal").read_bytes()
    with pytest.raises(DamagedDatabaseError):
        open_database(path, create=True)
    assert (path.read_bytes(), (tmp_path / "inspector.db-wal").read_bytes()) == before


def test_a_folder_in_its_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "inspector.db").mkdir()
    error = refusal(tmp_path / "inspector.db")
    assert isinstance(error, CannotReadError)
    assert "directory" in error.reason.casefold()


def test_a_file_where_the_folder_should_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    with pytest.raises(CannotWriteError) as refused:
        open_database(tmp_path / "data" / "inspector.db", create=True)
    assert refused.value.path == tmp_path / "data"
    assert (tmp_path / "data").read_text() == ""


def test_a_name_too_long_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotWriteError):
        open_database(tmp_path / ("长" * 300) / "inspector.db", create=True)
    assert contents(tmp_path) == {}


@posix
def test_a_read_only_file_can_be_read_and_not_written() -> None:
    with without_rights() as folder:
        path = folder / "inspector.db"
        open_database(path, create=True).close()
        path.chmod(0o400)
        before = path.read_bytes()
        with closing(open_database(path)) as opened:
            assert opened.rows("SELECT * FROM site") == []
            with pytest.raises(CannotWriteError), opened.transaction():
                opened.write(ADD_SITE)
        assert path.read_bytes() == before
        assert mode(path) == "0400"


@posix
def test_a_read_only_folder_is_refused() -> None:
    with without_rights() as folder:
        path = folder / "inspector.db"
        open_database(path, create=True).close()
        folder.chmod(0o500)
        assert isinstance(refusal(path), CannotWriteError)


@posix
def test_an_unreadable_file_is_refused() -> None:
    with without_rights() as folder:
        path = folder / "inspector.db"
        open_database(path, create=True).close()
        path.chmod(0o000)
        with pytest.raises((CannotReadError, CannotWriteError)):
            open_database(path, create=True)
        assert path.stat().st_mode & stat.S_IRWXU == 0


@posix
def test_a_folder_that_nobody_may_enter_is_refused() -> None:
    with without_rights() as folder:
        (folder / "closed").mkdir()
        open_database(folder / "closed" / "inspector.db", create=True).close()
        (folder / "closed").chmod(0o000)
        with pytest.raises((CannotReadError, CannotWriteError)):
            open_database(folder / "closed" / "inspector.db", create=True)


def test_damage_that_shows_later_is_told_as_damage(path: Path) -> None:
    with closing(open_database(path)) as opened:
        row = opened.row("SELECT rootpage FROM sqlite_master WHERE name = 'site'")
        assert row is not None
    with path.open("r+b") as file:
        file.seek(4096 * (row["rootpage"] - 1))
        file.write(os.urandom(4096))
    with closing(open_database(path)) as opened:
        with pytest.raises(DamagedDatabaseError):
            opened.rows("SELECT * FROM site")
        with pytest.raises(DamagedDatabaseError), opened.transaction():
            opened.write(ADD_SITE)


# Migrating


def forget_the_steps(path: Path) -> None:
    run_sql(path, "DELETE FROM _sqlite_migrations")


def a_next_step(monkeypatch: pytest.MonkeyPatch, *statements: str) -> None:
    """Let the program have one step more than the databases made so far."""

    def m900_next(db: "sqlite3.Connection") -> None:
        for statement in statements:
            db.execute(statement)

    steps = (*migrations.STEPS, m900_next)
    names = tuple(step.__name__ for step in steps)
    monkeypatch.setattr(migrations, "STEPS", steps)
    for module in (schema_check, recognised_file, database_opening):
        monkeypatch.setattr(module, "STEP_NAMES", names)


def test_a_step_is_taken_once_and_data_stays(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run_sql(path, ADD_SITE)
    a_next_step(monkeypatch, "ALTER TABLE site ADD COLUMN address TEXT NOT NULL DEFAULT '?'")
    for _ in range(2):
        with closing(open_database(path)) as opened:
            (row,) = opened.rows("SELECT * FROM site")
            assert (row["id"], row["name"], row["address"]) == ("s", "城东厅", "?")


def test_the_database_before_a_step_is_kept(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run_sql(path, ADD_SITE)
    a_next_step(monkeypatch, "DELETE FROM site")
    open_database(path, create=True).close()
    (copy,) = path.parent.glob("backups/*-before-update.db")
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT name FROM site").fetchall() == [("城东厅",)]
    if sys.platform != "win32":
        assert mode(copy) == "0600"


def test_a_step_that_fails_changes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run_sql(path, ADD_SITE)
    before = schema_and_sites(path)
    a_next_step(monkeypatch, "DROP TABLE setting", "DELETE FROM site", "CREATE TABLE site (id)")
    with pytest.raises(sqlite3.OperationalError):  # our fault, and never called damage
        open_database(path, create=True)
    assert schema_and_sites(path) == before


def test_a_step_that_breaks_references_changes_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = (
        'INSERT INTO "window" (id, site_id, number, kind, department, leader, position)'
        " VALUES ('w', 's', '1', '', '', '', 0)"
    )
    run_sql(path, ADD_SITE, window)
    before = schema_and_sites(path)
    a_next_step(monkeypatch, "DELETE FROM site")
    with pytest.raises(sqlite3.IntegrityError):
        open_database(path, create=True)
    assert schema_and_sites(path) == before


def schema_and_sites(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return [
            *connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY name"),
            *connection.execute("SELECT * FROM site"),
        ]


def test_a_start_that_died_before_the_first_step_is_gone_on_with(tmp_path: Path) -> None:
    path = tmp_path / "inspector.db"
    run_sql(path, "PRAGMA journal_mode = WAL", "VACUUM")
    assert path.stat().st_size > 0
    with closing(open_database(path)) as opened:
        assert opened.rows("SELECT * FROM site") == []
