"""Going through a history some entries at a time tells what looking at all of it at once tells."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.storage.comparing.journal_walk import discrepancies_of
from inspector.storage.comparing.projection_check import differing_findings
from inspector.storage.database.database import Database
from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.workspace.workspace import Workspace
from tests.storage.comparing.whole_answers import whole_differing, whole_discrepancies
from tests.storage.make_released import Maker

REPEAT_DAYS = 90
TABLES = (
    "finding", "finding_event", "journal", "inspection", "inspection_category", "scorecard",
    "scorecard_category", "evidence", "evidence_event", "signature", "meeting", "complaint_event",
    "survey_sheet", "pack",
)  # fmt: skip


class Damage(NamedTuple):
    """One change behind the program; the numbers choose among what there is."""

    table: str
    act: str
    row: int
    column: int
    other: int


DAMAGES = st.builds(
    Damage,
    st.sampled_from(TABLES),
    st.sampled_from(("delete", "empty", "twice", "swap", "swap", "alter", "alter", "event")),
    st.integers(0, 10**6),
    st.integers(0, 50),
    st.integers(0, 10**6),
)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kept") / "data"
    Maker(folder).make()  # type: ignore[no-untyped-call]
    with closing(Workspace(folder)):
        pass
    return folder / DATABASE_FILE


@pytest.mark.ci
@settings(max_examples=60, deadline=None)
@given(damages=st.lists(DAMAGES, max_size=3))
def test_random_damage_is_told_alike(kept: Path, damages: list[Damage]) -> None:
    with TemporaryDirectory() as place:
        path = Path(place) / DATABASE_FILE
        shutil.copyfile(kept, path)
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'trigger'"
            ).fetchall():
                connection.execute(f'DROP TRIGGER "{name}"')
            for damage in damages:
                do(connection, damage)
        found = answer(path, lambda it: discrepancies_of(it))
        assert found == answer(path, whole_discrepancies)
        whole = answer(path, lambda it: whole_differing(it, REPEAT_DAYS))
        if whole is not sqlite3.IntegrityError:  # two of one number, which cannot be rebuilt
            assert answer(path, lambda it: differing_findings(it, REPEAT_DAYS)) == whole


def answer(path: Path, asked: Callable[[Database], object]) -> object:
    """What is answered about a copy of a database, or the kind of error it ends with."""
    copy = path.with_name("copy.db")
    shutil.copyfile(path, copy)
    connection = sqlite3.connect(copy, isolation_level=None)
    connection.row_factory = sqlite3.Row
    with closing(connection):
        try:
            return asked(Database(copy, connection))
        except Exception as error:
            return type(error)


def do(connection: sqlite3.Connection, damage: Damage) -> None:
    """Do damage; what SQLite itself refuses leaves all as it was."""
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({damage.table})")]
    rows = list(connection.execute(f"SELECT * FROM {damage.table}"))
    if not rows:
        return
    where = " AND ".join(f'"{name}" IS ?' for name in columns)
    row = rows[damage.row % len(rows)]
    place = damage.column % len(columns)
    try:
        if damage.act == "empty":
            connection.execute(f"DELETE FROM {damage.table}")
        elif damage.act == "delete":
            connection.execute(f"DELETE FROM {damage.table} WHERE {where}", row)
        elif damage.act == "twice":
            marks = ", ".join("?" for _ in row)
            twin = [*map(_other_id, zip(columns, row, strict=True))]
            connection.execute(f"INSERT INTO {damage.table} VALUES ({marks})", twin)
        else:
            theirs = rows[damage.other % len(rows)]
            value = theirs[place] if damage.act == "swap" else _altered(row[place])
            if damage.act == "event":
                place, value = columns.index("content"), _mixed(row, theirs, columns, damage)
            connection.execute(
                f'UPDATE {damage.table} SET "{columns[place]}" = ? WHERE {where}', (value, *row)
            )
    except (sqlite3.Error, ValueError):
        return


def _other_id(named: tuple[str, Any]) -> object:
    name, value = named
    if name in ("id", "number", "sequence", "hash"):
        return value + 100_000 if isinstance(value, int) else f"{value}x"
    return value


def _altered(value: object) -> object:
    return value + 1 if isinstance(value, int) else f"{value or ''}改"


def _mixed(row: Any, other: Any, columns: list[str], damage: Damage) -> str:  # noqa: ANN401
    """The content of an event with one value of another's."""
    at = columns.index("content")
    own, theirs = json.loads(row[at]), json.loads(other[at])
    name = sorted(own)[damage.column % len(own)] if own else "id"
    own[name] = theirs.get(name)
    return json.dumps(own, ensure_ascii=False)
