"""What the one way to write does with texts that no database holds."""

from contextlib import closing
from pathlib import Path

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
