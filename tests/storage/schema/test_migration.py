"""A database of the first release, with findings in it, is brought up to date and loses nothing."""

import json
import sqlite3
from contextlib import closing
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from sqlite_utils import Database as UtilsDatabase
from sqlite_utils import Migrations

from inspector.domain.finding.finding import FindingState
from inspector.domain.finding.finding_event import Raised, SourceKind
from inspector.domain.finding.finding_life import fold
from inspector.storage.database_opening import open_database
from inspector.storage.schema.m001_initial import m001_initial
from inspector.storage.schema.step_names import MIGRATION_SET, STEP_NAMES
from inspector.storage.stores.finding_store import FindingStore
from tests.domain.finding.lives import Life
from tests.storage.released import unpack

RELEASED = {
    "id": "f1", "number": "2611-041", "inspection_id": "i1", "scorecard_id": "c1",
    "item_id": "rise-to-greet", "site_id": "s1", "site_name": "城东厅",
    "window_number": "1号窗口", "staff_number": "023", "category": "etiquette",
    "item_text": "起身迎接", "text": "未起身迎接", "deduction": 200, "veto": 0,
    "requirement": "晨会复训", "responsible": "person", "department": "综合部", "owner": "023",
    "leader": "王主任", "type": "timed", "deadline": "2026-11-23",
    "raised_at": "2026-11-20T09:30:00+08:00", "day": "2026-11-20", "state": "open",
    "closed_at": None,
}  # fmt: skip
"""A finding as the first release wrote it, in its table and in its event."""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "inspector.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        steps = Migrations(MIGRATION_SET)
        steps(name="m001_initial")(m001_initial)
        steps.apply(UtilsDatabase(connection))
        connection.execute("INSERT INTO site VALUES ('s1', '城东厅')")
        connection.execute("INSERT INTO pack VALUES ('h', 'hall', '营业厅', '1', '{}')")
        connection.execute(
            "INSERT INTO inspection (id, site_id, site_name, kind, inspectors, pack_hash, state,"
            " started_at, day, phase) VALUES ('i1', 's1', '城东厅', 'covert', '[]', 'h',"
            " 'completed', '2026-11-20T09:30:00+08:00', '2026-11-20', '')"
        )
        connection.execute(
            "INSERT INTO scorecard (key, id, inspection_id, position, scope, window_number,"
            " window_kind, staff_number, staff_name, department, leader) VALUES"
            " (1, 'c1', 'i1', 0, 'window', '1号窗口', '', '023', '', '综合部', '王主任')"
        )
        for number in (1, 2):
            row = RELEASED | {"id": f"f{number}", "number": f"2611-04{number}"}
            marks = ", ".join(f":{name}" for name in row)
            connection.execute(f"INSERT INTO finding ({', '.join(row)}) VALUES ({marks})", row)
            connection.execute(
                "INSERT INTO finding_event (finding_id, at, kind, content) VALUES (?, ?, ?, ?)",
                (row["id"], row["raised_at"], "raised", json.dumps(row, ensure_ascii=False)),
            )
    return path


def test_findings_of_the_first_release_live_on(old: Path) -> None:
    with closing(open_database(old)) as database:
        names = [row["name"] for row in database.rows("SELECT name FROM _sqlite_migrations")]
        assert names == list(STEP_NAMES)
        store = FindingStore(database)
        finding = store.get("f1")
        assert (finding.state, finding.round, finding.number) == (FindingState.OPEN, 1, "2611-041")
        assert finding.changed_at == finding.raised_at
        (event,) = store.histories(["f1"])["f1"]
        assert isinstance(event, Raised)
        assert (event.id, event.source.kind, event.source.reference) == (
            "f1", SourceKind.INSPECTION, "i1",
        )  # fmt: skip
        assert fold([event]) == finding
        before = [tuple(row) for row in database.rows("SELECT * FROM finding")]
        store.rebuild(90)
        assert [tuple(row) for row in database.rows("SELECT * FROM finding")] == before
        life = Life(finding).assigned().reported().rechecked()
        store.append(*life.events[1:], repeat_days=90)
        assert store.get("f1") == life.now
        assert store.get("f2").state is FindingState.OPEN


def test_the_view_shows_them_with_the_new_facts(old: Path) -> None:
    open_database(old).close()
    with closing(sqlite3.connect(old)) as other:
        other.row_factory = sqlite3.Row
        rows = other.execute("SELECT * FROM finding_status ORDER BY number").fetchall()
    assert [(row["number"], row["round"], row["reviewed_deduction"]) for row in rows] == [
        ("2611-041", 1, 2.0), ("2611-042", 1, 2.0),
    ]  # fmt: skip
    assert {row["overdue"] for row in rows} == {int(date(2026, 11, 23) < date.today())}


ENTERED_OF_V5 = "4253e7114ee7e3c53030097475426d8458e42080e91d86a439e3275a79142845"


def test_what_is_taken_into_the_journal_stays_whatever_comes_later(tmp_path: Path) -> None:
    path = unpack("v5", tmp_path)
    with closing(open_database(path)) as database:
        rows = database.rows(
            "SELECT kind, subject, owner, title, recipe, digest FROM journal ORDER BY number"
        )
    entered = "\n".join(json.dumps(list(row), ensure_ascii=False) for row in rows)
    assert {row["recipe"] for row in rows} == {1}
    assert sha256(entered.encode()).hexdigest() == ENTERED_OF_V5
