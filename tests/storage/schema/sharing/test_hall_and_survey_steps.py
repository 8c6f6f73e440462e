"""Steps 29 and 30: whose a laptop is; two sheets of one answer may stand beside each other."""

import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import TypeAlias

import pytest

from inspector.storage.database_opening import open_database
from tests.storage.raw_files import run_sql
from tests.storage.released import everything, unpack
from tests.storage.schema.sharing.killed_step import brought_to, require_untouched_when_killed

_BUNDLE = (
    "INSERT INTO received_bundle ({names}) VALUES ({marks})",
    "SELECT name, type FROM pragma_table_info('received_bundle')",
)
Sheet: TypeAlias = tuple[str, str | None, str, str]
"""Its id, what was answered, what it replaces, the key of its answer."""

_SHEETS: tuple[Sheet, ...] = (("first", "satisfied", "", "a"), ("second", None, "first", "b"),
                              ("third", "dissatisfied", "", "c"))  # fmt: skip


def bundle_came(path: Path) -> None:
    """Let a bundle have come before anybody said whom it was for."""
    insert, columns = _BUNDLE
    with closing(sqlite3.connect(path)) as connection, connection:
        row = {name: "x" if kind == "TEXT" else 1 for name, kind in connection.execute(columns)}
        marks = ", ".join(f":{name}" for name in row)
        connection.execute(insert.format(names=", ".join(row), marks=marks), row)


def sheets_were_entered(path: Path, sheets: Iterable[Sheet] = _SHEETS) -> None:
    """Let somebody have entered sheets of a survey: three, one of which takes another back."""
    with closing(sqlite3.connect(path)) as connection, connection:
        columns = connection.execute(
            "SELECT name FROM pragma_table_info('survey_sheet')"
            " WHERE \"notnull\" OR name IN ('grade')"
        ).fetchall()
        site = connection.execute("SELECT id FROM site LIMIT 1").fetchone()[0]
        for sheet, grade, replaces, key in sheets:
            row: dict[str, str | None] = {name: "" for (name,) in columns}
            row |= {
                "id": sheet, "day": "2026-11-29", "grade": grade, "replaces": replaces,
                "source_key": key, "site_id": site,
            }  # fmt: skip
            marks = ", ".join(f":{name}" for name in row)
            connection.execute(f"INSERT INTO survey_sheet ({', '.join(row)}) VALUES ({marks})", row)


@pytest.fixture
def before_halls(tmp_path: Path) -> Path:
    path = unpack("v6", tmp_path / "old")
    brought_to("m028_shared_visits", path)
    bundle_came(path)
    return path


@pytest.fixture
def before_beside(tmp_path: Path) -> Path:
    path = unpack("v6", tmp_path / "old")
    brought_to("m029_halls", path)
    sheets_were_entered(path)
    return path


def test_what_came_before_was_for_nobody_in_particular(before_halls: Path) -> None:
    (before,) = everything(before_halls)["received_bundle"]
    open_database(before_halls).close()
    now = everything(before_halls)
    assert now["received_bundle"] == [{**before, "aim": ""}]
    assert now["laptop_role"] == []
    run_sql(before_halls, "INSERT INTO laptop_role VALUES ('1', 'x', '[]', '2026', '')")
    for change in ("DELETE FROM laptop_role", "UPDATE laptop_role SET sites = ''"):
        with pytest.raises(sqlite3.IntegrityError, match="only ever added to"):
            run_sql(before_halls, change)


def test_the_answers_that_counted_count(before_beside: Path) -> None:
    asked = "SELECT id, grade, bad FROM survey_answer ORDER BY id"
    with closing(sqlite3.connect(before_beside)) as connection:
        before = connection.execute(asked).fetchall()
    assert [each[0] for each in before] == ["third"]
    with closing(open_database(before_beside)) as database:
        assert [tuple(row) for row in database.rows(asked)] == before
        assert database.rows("SELECT 1 FROM survey_beside") == []
        assert database.is_as_made()
    sheets_were_entered(before_beside, [("fourth", "satisfied", "", "c")])  # on another laptop


@pytest.mark.ci
@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("words", ["ADD COLUMN aim", "TABLE laptop_role", "laptop_role_no_update"])
def test_killed_within_the_step_of_halls_it_is_as_it_was(words: str, before_halls: Path) -> None:
    require_untouched_when_killed(before_halls, words)


@pytest.mark.ci
@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
@pytest.mark.parametrize(
    "words",
    [
        "DROP INDEX survey_sheet_by_key", "INDEX survey_sheet_by_replaced",
        "TABLE survey_beside", "CREATE VIEW survey_answer",
    ],
)  # fmt: skip
def test_killed_within_the_step_of_sheets_it_is_as_it_was(words: str, before_beside: Path) -> None:
    require_untouched_when_killed(before_beside, words)
