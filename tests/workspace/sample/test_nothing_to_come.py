"""A sample of today holds nothing that has not happened yet, however early it is written."""

import re
import sqlite3
from contextlib import closing
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from inspector.domain.visit.inspection import InspectionKind
from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.workspace.sample.demo import write_demo
from inspector.workspace.workspace import Workspace

TODAY = date(2026, 11, 27)

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d[\d:.]*(?:[+-]\d\d:\d\d|Z)")


def moments(folder: Path) -> dict[str, datetime]:
    """Return the latest moment that stands in each column of a data folder, also within a text."""
    latest: dict[str, datetime] = {}
    with closing(sqlite3.connect(folder / DATABASE_FILE)) as db:
        tables = [
            name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type='table'")
        ]
        for table in tables:
            cursor = db.execute(f"SELECT * FROM {table}")
            columns = [f"{table}.{column[0]}" for column in cursor.description]
            for row in cursor:
                for column, value in zip(columns, row, strict=True):
                    for said in _MOMENT.findall(str(value)):
                        moment = datetime.fromisoformat(said)
                        latest[column] = max(moment, latest.get(column, moment))
    return latest


AFTER_A_QUARTER = date(2027, 1, 3)
"""Its quarter is published on the sample's last day."""


@pytest.mark.parametrize(
    ("day", "at"),
    [
        (TODAY, time(3)),
        *(
            pytest.param(day, at, marks=pytest.mark.ci)
            for day, at in (
                (TODAY, time(0, 0, 5)), (TODAY, time(8, 45)), (AFTER_A_QUARTER, time(9, 40)),
            )
        ),
    ],
    ids=str,
)  # fmt: skip
def test_nothing_in_a_sample_lies_after_it_was_written(tmp_path: Path, day: date, at: time) -> None:
    now = datetime.combine(day, at).astimezone()
    write_demo(tmp_path, 1, 1, day, rounds=True, now=now)
    latest = moments(tmp_path)
    assert {name: str(moment) for name, moment in latest.items() if moment > now} == {}
    with closing(Workspace(tmp_path)) as workspace:
        kinds = {
            line.inspection.kind
            for line in workspace.inspections.completed(99)
            if line.inspection.started_at.date() == day
        }
        assert InspectionKind.PATROL in kinds
        begun = [line.inspection.started_at.date() for line in workspace.inspections.unfinished()]
        assert day in begun


@pytest.mark.ci
def test_later_in_the_day_it_is_the_sample_of_every_other_day(tmp_path: Path) -> None:
    end = datetime.combine(TODAY, time(10)).astimezone()
    for name, now in (("a", end), ("b", end + timedelta(days=3))):
        write_demo(tmp_path / name, 0, 1, TODAY, rounds=True, now=now)
    assert moments(tmp_path / "a") == moments(tmp_path / "b")
