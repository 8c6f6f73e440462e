"""No table that can name a person is forgotten, and each says rightly where its rows belong."""

from contextlib import closing
from pathlib import Path

from inspector.domain.personal.naming import Naming
from inspector.domain.record.journal import Subject
from inspector.storage.database_opening import open_database
from inspector.storage.registers.personal_rows import PersonalRows, Scope
from inspector.storage.registers.personal_tables import NAMELESS, TABLES


def test_every_table_of_the_schema_is_told_of(tmp_path: Path) -> None:
    with closing(open_database(tmp_path / "inspector.db", create=True)) as database:
        rows = database.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
        assert {row["name"] for row in rows} <= TABLES.keys() | NAMELESS
        assert TABLES.keys() <= {row["name"] for row in rows}
        # Each of its expressions is understood.
        found = PersonalRows(database).naming(Naming("周敏", "已删除-1"), Scope())
        assert list(found) == []


def test_what_is_sealed_is_a_subject_of_the_journal() -> None:
    kinds = {kind for told in TABLES.values() for kind, _ in told.sealed}
    assert kinds <= set(Subject)
    assert set(Subject) - kinds == {Subject.ERASURE}
