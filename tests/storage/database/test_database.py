"""What the one way to write does with texts that no database holds."""

import sys
from contextlib import closing
from pathlib import Path

import pytest

from inspector.storage.database.database import connected
from inspector.storage.database_opening import open_database


def test_half_a_character_is_kept_as_one_that_shows(tmp_path: Path) -> None:
    with closing(open_database(tmp_path / "a.db", create=True)) as database:
        with database.transaction():
            database.write("INSERT INTO setting VALUES (?, ?)", ("one", "半\ud83d个"))
            database.write_many(
                "INSERT INTO setting VALUES (:key, :value)",
                [{"key": "two", "value": "\udfff"}, {"key": "three", "value": "整个😀"}],
            )
        rows = database.rows("SELECT value FROM setting ORDER BY rowid")
        assert [row["value"] for row in rows] == ["半\ufffd个", "\ufffd", "整个😀"]
        found = database.row("SELECT key FROM setting WHERE value = ?", ("半\ud83d个",))
        assert found is not None
        assert found["key"] == "one"
        each = database.each("SELECT key FROM setting WHERE value = ?", ("半\ud83d个",))
        assert [row["key"] for row in each] == ["one"]


@pytest.mark.parametrize("halves", [(), (0,), (3,), (0, 1), (1, 3), (0, 1, 2, 3)])
def test_of_many_each_is_written_once_in_its_order_whichever_are_mended(
    tmp_path: Path, halves: tuple[int, ...]
) -> None:
    rows = [(f"{at}", "半\ud83d" if at in halves else "整") for at in range(4)]
    with closing(open_database(tmp_path / "a.db", create=True)) as database:
        with database.transaction():
            database.write_many("INSERT INTO setting VALUES (?, ?)", iter(rows))
        found = database.rows("SELECT key, value FROM setting ORDER BY rowid")
    due = [(key, value.replace("\ud83d", "\ufffd")) for key, value in rows]
    assert [tuple(row) for row in found] == due


@pytest.mark.parametrize("name", ["空 格.db", "a?mode=ro#b.db", "50%25%.db", "a+b&c=d;e@f'.db"])
def test_the_name_of_a_file_may_hold_anything(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.touch()
    with closing(connected(path)) as connection:
        connection.execute("CREATE TABLE there (name)")
    assert path.stat().st_size
    assert [each.name for each in tmp_path.iterdir()] == [name]


@pytest.mark.skipif(sys.platform != "linux", reason="names are text there")
def test_the_name_of_a_file_need_not_be_text(tmp_path: Path) -> None:
    path = tmp_path / "\udcff.db"
    path.touch()
    with closing(connected(path)) as connection:
        connection.execute("CREATE TABLE there (name)")
    assert path.stat().st_size
