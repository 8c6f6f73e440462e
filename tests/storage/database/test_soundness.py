"""A whole database read through beside the window: what it sees, and that it stops at once."""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from threading import Thread
from types import FrameType

import pytest

from inspector.domain.errors import DamagedDatabaseError
from inspector.storage.database.database import Database
from inspector.storage.database.soundness import Soundness
from inspector.storage.database_opening import open_database
from inspector.storage.schema.schema_check import _made_by, _shape
from inspector.storage.schema.step_names import STEP_NAMES
from tests.storage.damage import flip, flip_page, root_page
from tests.storage.raw_files import run_sql

MANY = (
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300000)"
    " INSERT INTO setting (key, value) SELECT 'k' || i, hex(randomblob(40)) FROM n"
)


def reading(path: Path) -> bool:
    with closing(open_database(path)):
        return Soundness(path).require()


def test_a_sound_one_is_read_to_its_end(path: Path) -> None:
    run_sql(path, "INSERT INTO site (id, name) VALUES ('s', '城东厅')")
    run_sql(
        path,
        "INSERT INTO own_phrase (pack_id, item, text, uses, used_at)"
        " VALUES ('p', 'i', '没笑', 1, '')",
    )
    assert reading(path)


@pytest.mark.parametrize("table", ["own_phrase", "finding_by_day", "sqlite_autoindex_site_1"])
def test_a_flipped_page_is_seen(path: Path, table: str) -> None:
    flip_page(path, table)
    with pytest.raises(DamagedDatabaseError):
        reading(path)


@pytest.mark.parametrize(("table", "word"), [("site", "EastHall"), ("own_phrase", "NoSmile")])
def test_a_text_that_is_none_is_seen(path: Path, table: str, word: str) -> None:
    run_sql(path, "INSERT INTO site (id, name) VALUES ('s', 'EastHall')")
    run_sql(
        path,
        "INSERT INTO own_phrase (pack_id, item, text, uses, used_at)"
        " VALUES ('p', 'i', 'NoSmile', 1, '')",
    )
    place, size = root_page(path, table)
    flip(path, place + path.read_bytes()[place : place + size].index(word.encode()) + 2)
    with pytest.raises(DamagedDatabaseError):
        reading(path)


@pytest.mark.ci
def test_it_stops_at_once(path: Path) -> None:
    run_sql(path, MANY)
    with closing(open_database(path)):
        checked, ended = Soundness(path), list[bool]()
        thread = Thread(target=lambda: ended.append(checked.require()))
        thread.start()
        while thread.is_alive() and checked._database is None:
            pass
        checked.stop()
        thread.join()
        assert ended == [False], "it had not come to its end"
        assert not checked.require(), "one that was stopped does not begin again"


def test_one_that_ends_while_it_is_being_stopped_is_open_until_then(path: Path) -> None:
    """As a busy machine has it: the window, which closes, loses its turn on the way to SQLite."""
    turns, ended = list[bool](), list[bool]()

    def stop_late(checked: Soundness, thread: Thread) -> None:
        def lose_turn(frame: FrameType, event: str, _: object) -> None:
            if frame.f_code is Database.interrupt.__code__:
                thread.join(0.3)  # it would end meanwhile
                turns.append(thread.is_alive())

        before = sys.gettrace()
        sys.settrace(lose_turn)
        try:
            checked.stop()
        finally:
            sys.settrace(before)

    with closing(open_database(path)):
        while not turns:  # it may be at its end before it is stopped
            checked = Soundness(path)
            thread = Thread(target=lambda checked=checked: ended.append(checked.require()))
            thread.start()
            while thread.is_alive() and checked._database is None:
                pass
            stop_late(checked, thread)
            thread.join()
    assert turns == [True]
    assert ended[-1] is False


def test_one_that_is_stopped_while_it_compares_the_tables_is_not_called_damaged(path: Path) -> None:
    """The check is stopped when a page reads all: then the window would only read from then on."""
    with closing(open_database(path)) as opened:
        opened._connection.set_progress_handler(lambda: 1, 1)  # as `interrupt` from another thread
        with pytest.raises(sqlite3.OperationalError, match="interrupted"):
            opened.is_as_made()
        opened._connection.set_progress_handler(None, 1)
        assert opened.is_as_made()


def test_the_steps_need_nothing_but_statements(path: Path) -> None:
    with closing(open_database(path)) as opened:
        assert opened.is_as_made()
        made = _made_by(STEP_NAMES)
        assert made == {
            name: each for name, each in _shape(opened._connection).items() if name in made
        }
        assert {"site", "finding_status", "journal"} <= set(made)


def test_a_schema_whose_names_are_no_texts_is_seen_and_nobody_stumbles(path: Path) -> None:
    run_sql(
        path,
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET name = CAST(name AS BLOB) WHERE name = 'finding_status'",
    )
    with pytest.raises(DamagedDatabaseError):
        reading(path)


def test_what_others_added_or_dropped_is_no_damage(path: Path) -> None:
    run_sql(
        path,
        "CREATE TABLE notes (text TEXT)",
        "ALTER TABLE site ADD COLUMN address TEXT",
        "DROP INDEX finding_by_day",
        "CREATE INDEX site_by_address ON site (address)",
    )
    assert reading(path)
