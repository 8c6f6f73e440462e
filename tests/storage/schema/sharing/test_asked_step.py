"""Step 31: what was asked for before waits afterwards, and nothing else is worked out anew."""

import json
import os
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from inspector.storage.comparing.projection_check import differing_findings
from inspector.storage.database_opening import open_database
from inspector.storage.stores.finding_store import FindingStore
from tests.storage.raw_files import run_sql
from tests.storage.released import everything, unpack
from tests.storage.schema.sharing.killed_step import brought_to, require_untouched_when_killed

_NEW = ("asked_until", "asked_reason")
_STEP = (
    "INSERT INTO finding_event (finding_id, at, kind, content, id, author, source, reference)"
    " VALUES ('{of}', '{at}', '{kind}', '{content}', '{id}', '', 'program', '')"
)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A folder of the step before, in which more time was asked for of two findings."""
    path = unpack("v6", tmp_path / "old")
    brought_to("m030_surveys_beside", path)
    waits, granted, _ = unfinished(path)
    asked = {"deadline": "2027-01-08", "reason": "等配件"}
    later = {"deadline": "2027-01-06", "reason": "等配件", "approver": "赵主任"}
    step(path, waits, "extension-asked", asked, "one")
    step(path, granted, "extension-asked", asked, "two")
    step(path, granted, "extended", later, "three")
    rows = "UPDATE finding SET deadline = '2027-01-06', extensions = extensions + 1,"
    run_sql(path, f"{rows} changed_at = '{_AT['three']}' WHERE id = '{granted}'")
    run_sql(path, f"UPDATE finding SET changed_at = '{_AT['one']}' WHERE id = '{waits}'")
    return path


_AT = {
    "one": "2026-12-01T09:00:00+08:00", "two": "2026-12-01T09:00:00+08:00",
    "three": "2026-12-02T09:00:00+08:00", "four": "2026-12-03T09:00:00+08:00",
}  # fmt: skip


def step(path: Path, finding_id: str, kind: str, content: dict[str, str], key: str) -> None:
    said = json.dumps(content, ensure_ascii=False)
    run_sql(path, _STEP.format(of=finding_id, at=_AT[key], kind=kind, content=said, id=key))


def unfinished(path: Path) -> list[str]:
    rows = everything(path)["finding"]
    return [row["id"] for row in rows if row["state"] in ("open", "rectifying")][:3]


def test_what_waited_waits_and_all_else_stays(old: Path) -> None:
    before = {row["id"]: row for row in everything(old)["finding"]}
    waits, granted, other = unfinished(old)
    with closing(open_database(old)) as database:
        finding = FindingStore(database).get(waits)
        assert (finding.asked_until, finding.asked_reason) == (date(2027, 1, 8), "等配件")
        for each in (granted, other):
            assert FindingStore(database).get(each).asked_until is None
        assert database.is_as_made()
        with database.transaction():
            assert differing_findings(database, 90).numbers == ()
    for row in everything(old)["finding"]:
        assert {key: value for key, value in row.items() if key not in _NEW} == before[row["id"]]


def test_what_cannot_be_read_is_left_to_the_doctor(old: Path) -> None:
    *_, other = unfinished(old)
    step(old, other, "extension-asked", {"until": "some day"}, "four")
    with closing(open_database(old)) as database:
        assert FindingStore(database).get(other).asked_until is None


def test_what_waits_is_found_by_its_own_index(old: Path) -> None:
    asked = "SELECT count(*) FROM finding WHERE asked_until IS NOT NULL"
    with closing(open_database(old)) as database:
        (plan,) = database.rows(f"EXPLAIN QUERY PLAN {asked}")
        assert "finding_by_asked" in plan["detail"]
        assert database.rows(asked)[0][0] == 1


def test_the_doctor_sees_a_row_that_says_something_else(old: Path) -> None:
    waits, _, other = unfinished(old)
    open_database(old).close()
    for change in (
        f"UPDATE finding SET asked_until = NULL WHERE id = '{waits}'",
        f"UPDATE finding SET asked_until = '2027-01-08' WHERE id = '{other}'",
    ):
        run_sql(old, change)
    with closing(open_database(old)) as database:
        assert len(differing_findings(database, 90).numbers) == 2
        assert FindingStore(database).get(waits).asked_until == date(2027, 1, 8)
        assert FindingStore(database).get(other).asked_until is None


@pytest.mark.ci
@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
@pytest.mark.parametrize(
    "words", ["ADD COLUMN asked_until", "INDEX finding_by_asked", "UPDATE finding SET asked_until"]
)
def test_killed_within_the_step_it_is_as_it_was(words: str, old: Path) -> None:
    waits, *_ = unfinished(old)
    require_untouched_when_killed(old, words)
    with closing(open_database(old)) as database:
        assert FindingStore(database).get(waits).asked_until == date(2027, 1, 8)
