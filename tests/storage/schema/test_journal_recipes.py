"""A later recipe tells the same of what was there before it, and notices what it was made for."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.record.journal import Subject
from inspector.storage.database_opening import open_database
from inspector.storage.schema.journal_recipes import digests_of
from inspector.workspace.sample.demo import write_demo
from tests.storage.released import VERSIONS, unpack

ADDED: dict[str, dict[str, Sequence[str | int]]] = {
    "inspection": {
        "form": ["must", "drawn"],
        "seed": ["A1B2C3"],
        "base_hash": ["0" * 64],
        "observed": [0, 6],
        "asked": [0, 92],
        "party": ['[["张三","head","1","",""]]'],
    },
    "scorecard": {"observed": [0, 6], "asked": [0, 46]},
    "answer": {"cases": ["[1,0]", "[]"]},
}
"""What recipes 2 and 3 tell of besides: by table and column, values to be written there."""

ROWS = {
    "inspection": "SELECT id, id FROM inspection",
    "scorecard": "SELECT inspection_id, id FROM scorecard",
    "answer": "SELECT inspection_id, scorecard, item FROM answer"
    " JOIN scorecard ON scorecard.key = answer.scorecard",
}
"""The rows of each table: of which visit, and by what they are found."""

KEYS = {"inspection": "id = ?", "scorecard": "id = ?", "answer": "scorecard = ? AND item = ?"}


def digests(connection: sqlite3.Connection, recipe: int) -> dict[str, str]:
    visits = [row[0] for row in connection.execute("SELECT id FROM inspection")]
    return digests_of(
        lambda sql, values: connection.execute(sql, values).fetchall(),
        Subject.VISIT,
        visits,
        recipe,
    )


@pytest.mark.parametrize("version", VERSIONS)
def test_of_an_old_visit_all_recipes_tell_the_same(version: str, tmp_path: Path) -> None:
    database = unpack(version, tmp_path / "data")
    open_database(database).close()
    with closing(sqlite3.connect(database)) as connection:
        told = digests(connection, 3)
        assert told == digests(connection, 2) == digests(connection, 1)
        assert told


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """Visits as they were before step 13: it made its columns and wrote nothing into them."""
    folder = tmp_path_factory.mktemp("recipes")
    write_demo(folder, 5, 2, date(2026, 11, 27))
    with closing(sqlite3.connect(folder / "inspector.db")) as connection:
        for table in ("inspection", "scorecard"):
            connection.execute(f"UPDATE {table} SET observed = NULL, asked = NULL")
        connection.execute("UPDATE inspection SET party = NULL")
        connection.commit()
        yield connection


@pytest.mark.ci
@given(data=st.data())
def test_whatever_is_written_into_what_came_later_is_noticed(
    old: sqlite3.Connection, data: st.DataObject
) -> None:
    before = digests(old, 3)
    assert before == digests(old, 2) == digests(old, 1)
    table = data.draw(st.sampled_from(sorted(ADDED)))
    column = data.draw(st.sampled_from(sorted(ADDED[table])))
    value = data.draw(st.sampled_from(ADDED[table][column]))
    rows = old.execute(ROWS[table]).fetchall()
    visit, *key = data.draw(st.sampled_from(rows))
    try:
        old.execute(f"UPDATE {table} SET {column} = ? WHERE {KEYS[table]}", (value, *key))
        after = digests(old, 3)
    finally:
        old.rollback()
    assert {each for each in before if after[each] != before[each]} == {visit}
