"""Copies of a database that is being written to, and what is seen of damage."""

import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from inspector.domain.errors import CannotWriteError, DamagedDatabaseError
from inspector.storage.backups.snapshot import (
    files_needed,
    missing_parents,
    problems_in,
    take_snapshot,
)
from inspector.storage.database.database import Database
from inspector.storage.database.recognised_file import Check
from inspector.storage.database_opening import open_database
from tests.storage.damage import SEEN_AT_ONCE, flip_page
from tests.storage.raw_files import contents, mode, run_sql, run_sql_and_crash

ADD = "INSERT INTO site (id, name) VALUES (?, ?)"


def sites(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        count: int = connection.execute("SELECT count(*) FROM site").fetchone()[0]
    return count


def test_a_snapshot_has_what_is_only_in_the_log(opened: Database, tmp_path: Path) -> None:
    opened.write(ADD, ("s", "城东厅"))
    take_snapshot(opened.path, tmp_path / "copy.db")
    assert sites(tmp_path / "copy.db") == 1
    assert mode(tmp_path / "copy.db") == "0600"
    assert {path.name for path in tmp_path.iterdir()} == {"data", "copy.db"}


@pytest.mark.ci
def test_a_snapshot_is_one_state_while_others_write(opened: Database, tmp_path: Path) -> None:
    for number in range(3000):
        opened.write(ADD, (f"before-{number}", f"{number}" * 300))
    writing, stop = threading.Event(), threading.Event()

    def write() -> None:
        with closing(open_database(opened.path)) as other:
            number = 0
            while not stop.is_set() or number < 5:
                with other.transaction():
                    other.write(ADD, (f"a{number}", f"甲{number}"))
                    other.write(ADD, (f"b{number}", f"乙{number}"))
                number += 1
                writing.set()

    thread = threading.Thread(target=write)
    thread.start()
    assert writing.wait(120)
    heard: list[int] = []
    take_snapshot(opened.path, tmp_path / "copy.db", lambda done, total: heard.append(done))
    stop.set()
    thread.join()
    copied = sites(tmp_path / "copy.db")
    assert copied >= 3002
    assert copied % 2 == 0  # never half a transaction
    assert copied < sites(opened.path)
    assert heard == sorted(heard)
    assert problems_in(tmp_path / "copy.db") == []


def test_a_stopped_snapshot_leaves_nothing(opened: Database, tmp_path: Path) -> None:
    before = set(tmp_path.iterdir())

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        take_snapshot(opened.path, tmp_path / "copy.db", stop)
    assert set(tmp_path.iterdir()) == before


def test_no_copy_of_a_damaged_database_counts(path: Path, tmp_path: Path) -> None:
    run_sql(path, "INSERT INTO site (id, name) VALUES ('s', '城东厅')")
    flip_page(path)
    with pytest.raises(DamagedDatabaseError):
        take_snapshot(path, tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()


@pytest.mark.parametrize("kind", ["schema", "a word of the schema"])
def test_no_copy_is_made_of_what_cannot_even_be_read(path: Path, tmp_path: Path, kind: str) -> None:
    SEEN_AT_ONCE[kind](path)
    with pytest.raises(DamagedDatabaseError):
        take_snapshot(path, tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()


def test_a_place_that_takes_nothing_is_named(path: Path, tmp_path: Path) -> None:
    with pytest.raises(CannotWriteError) as refused:
        take_snapshot(path, tmp_path / "no such folder" / "copy.db")
    assert refused.value.path == tmp_path / "no such folder" / "copy.db"


@pytest.mark.parametrize("damage", SEEN_AT_ONCE.values(), ids=SEEN_AT_ONCE)
@pytest.mark.parametrize("check", Check)
def test_damage_is_seen_at_once_and_nothing_is_written(
    path: Path, damage: Callable[[Path], None], check: Check
) -> None:
    damage(path)
    before = contents(path.parent)
    with pytest.raises(DamagedDatabaseError):
        open_database(path, check)
    assert contents(path.parent) == before


def test_a_flipped_page_is_seen_by_a_thorough_opening(path: Path) -> None:
    run_sql(path, "INSERT INTO site (id, name) VALUES ('s', '城东厅')")
    flip_page(path)
    before = contents(path.parent)
    open_database(path).close()
    assert contents(path.parent) == before
    with pytest.raises(DamagedDatabaseError):
        open_database(path, check=Check.PAGES)
    assert contents(path.parent) == before
    assert problems_in(path)


def test_a_thorough_opening_takes_what_a_crash_left_in_the_log(path: Path) -> None:
    run_sql_and_crash(path, "INSERT INTO site (id, name) VALUES ('s', '城东厅')")
    with closing(open_database(path, check=Check.PAGES)) as opened:
        assert [row["name"] for row in opened.rows("SELECT name FROM site")] == ["城东厅"]


def test_a_log_of_zeros_is_what_a_power_cut_leaves(path: Path) -> None:
    path.with_name("inspector.db-wal").write_bytes(bytes(8192))
    open_database(path, check=Check.PAGES).close()
    assert problems_in(path) == []


def test_a_lost_log_loses_the_last_entries_and_no_more(path: Path) -> None:
    run_sql(path, "INSERT INTO site (id, name) VALUES ('s', '城东厅')")
    run_sql_and_crash(path, "INSERT INTO site (id, name) VALUES ('t', '城西厅')")
    path.with_name("inspector.db-wal").unlink()
    with closing(open_database(path, check=Check.PAGES)) as opened:
        assert [row["name"] for row in opened.rows("SELECT name FROM site")] == ["城东厅"]


def test_rows_without_a_parent_are_told_by_table(path: Path) -> None:
    assert missing_parents(path) == []
    run_sql(
        path,
        "PRAGMA foreign_keys = OFF",
        'INSERT INTO "window" (id, site_id, number, kind, department, leader, position)'
        " VALUES ('w', 'no such site', '1', '', '', '', 0)",
    )
    assert missing_parents(path) == ["window"]


def test_a_database_from_before_evidence_needs_none(path: Path) -> None:
    run_sql(path, "DROP TABLE evidence_event", "DROP TABLE evidence")
    assert files_needed(path) == set()


def test_a_check_is_heard_of_while_it_goes_on_and_can_be_stopped(tmp_path: Path) -> None:
    path = tmp_path / "many.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE many (id INTEGER PRIMARY KEY, text TEXT UNIQUE)")
        rows = ((number, f"{number}" * 8) for number in range(60_000))
        connection.executemany("INSERT INTO many VALUES (?, ?)", rows)
        connection.commit()
    heard: list[tuple[int, int]] = []
    assert problems_in(path, lambda *each: heard.append(each)) == []
    assert len(heard) > 2
    assert heard == sorted(heard)
    assert heard[-1][0] == heard[-1][1]

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt(done)

    with pytest.raises(KeyboardInterrupt) as stopped:
        problems_in(path, stop)
    assert stopped.value.args[0] < heard[-1][1]
