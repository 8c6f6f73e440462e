"""Step 28: a visit may say that it is a part; whatever was sealed before says what it said."""

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

from inspector.domain.sharing.travelling import Kind
from inspector.storage.database.database import Database
from inspector.storage.database_opening import open_database
from inspector.storage.sharing.travelling_rows import TravellingRows
from inspector.storage.sharing.travelling_tables import TABLES
from tests.storage.released import unpack

_PARTS = "SELECT id FROM inspection WHERE shared_by IS NOT NULL AND day BETWEEN ? AND ?"


def _told(database: Database) -> Mapping[str, Sequence[Mapping[str, object]]]:
    visits = [row["id"] for row in database.rows("SELECT id FROM inspection WHERE seal <> ''")]
    told = TravellingRows(database, "one").objects(Kind.VISIT, visits)
    found = {each.id: each.rows["inspection"] for each in told}
    assert found
    return found


def test_what_travelled_before_is_known_by_the_same_digest(tmp_path: Path) -> None:
    (visit, *_) = TABLES[Kind.VISIT]
    assert visit.columns[-1] == "shared_by"  # added behind what was there
    with closing(open_database(unpack("v6", tmp_path))) as database:
        assert database.rows(_PARTS, ("", "9999")) == []
        assert database.is_as_made()
        for visit_id, rows in _told(database).items():
            assert all("shared_by" not in row for row in rows), visit_id


def test_parts_are_found_by_their_own_index(tmp_path: Path) -> None:
    path = tmp_path / "inspector.db"
    open_database(path, create=True).close()
    with closing(sqlite3.connect(path)) as connection:
        (step,) = connection.execute(f"EXPLAIN QUERY PLAN {_PARTS}", ("", "9999")).fetchall()
    assert "inspection_by_shared_day" in step[3]
