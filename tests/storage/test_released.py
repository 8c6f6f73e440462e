"""The databases of every released step are brought up to date; what fails leaves them alone."""

import os
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from inspector.domain.errors import DamagedDatabaseError
from inspector.storage.backups.daily_backups import backups_in
from inspector.storage.database.soundness import Soundness
from inspector.storage.database_opening import open_database
from inspector.storage.schema.step_names import STEP_NAMES
from inspector.storage.stores.record_store import RecordStore
from inspector.workspace.sample.demo import write_demo
from tests.storage.damage import flip_page
from tests.storage.raw_files import contents, mode, run_sql
from tests.storage.released import VERSIONS, everything, steps_of, structure, told, unpack
from tests.storage.schema.sharing.killed_step import brought_to
from tests.written_once import Written

ROOT = Path(__file__).parents[2]
COUNTED = {"times_at_window", "times_at_site"}
TIMES = {"2611-002": (2, 2), "2611-003": (1, 2)}
"""Findings that are not the first of their kind: counted by hand."""


@pytest.fixture(params=VERSIONS)
def version(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def old(version: str, tmp_path: Path) -> Path:
    return unpack(version, tmp_path / "data")


def migrating(database: Path, *words: object) -> "subprocess.CompletedProcess[str]":
    """Open a database in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "tests.storage.schema.migrating", database, *map(str, words)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
    )


RELEASED = STEP_NAMES.index("m006_repeats") + 1
"""So many steps were newest in a program that somebody has; those behind come out together."""


def test_there_is_a_folder_for_every_released_step() -> None:
    assert [told(each)["steps"] for each in VERSIONS] == [
        list(STEP_NAMES[: number + 1]) for number in range(RELEASED)
    ]


def test_every_row_is_there_afterwards(old: Path) -> None:
    before = everything(old)
    open_database(old).close()
    assert steps_of(old) == list(STEP_NAMES)
    after = everything(old)
    for table, rows in before.items():
        kept = [
            {name: now[name] for name in row if name not in COUNTED}
            for row, now in zip(rows, after[table], strict=table != "_sqlite_migrations")
        ]
        wanted = [
            {name: value for name, value in row.items() if name not in COUNTED} for row in rows
        ]
        assert kept == wanted, table


@pytest.mark.ci
def test_it_has_the_schema_of_a_new_one(old: Path, tmp_path: Path) -> None:
    open_database(old).close()
    open_database(tmp_path / "new.db", create=True).close()
    assert structure(old) == structure(tmp_path / "new.db")


def test_repeats_are_counted_for_findings_of_any_age(old: Path) -> None:
    open_database(old).close()
    found = {
        row["number"]: (row["times_at_window"], row["times_at_site"])
        for row in everything(old)["finding"]
    }
    assert found == dict.fromkeys(found, (1, 1)) | TIMES


@pytest.mark.ci
@pytest.mark.parametrize(
    ("kept", "times"),
    [('"20"', (1, 1)), ('"29"', (2, 2)), ('""', (2, 2)), ("x", (2, 2)), ('"99999"', (2, 2))],
)
def test_repeats_are_counted_within_the_days_of_the_user(
    kept: str, times: tuple[int, int], tmp_path: Path
) -> None:
    old = unpack("v1", tmp_path)
    run_sql(old, f"INSERT INTO setting VALUES ('repeat_days', '{kept}')")
    open_database(old).close()
    (row,) = [row for row in everything(old)["finding"] if row["number"] == "2611-002"]
    assert (row["times_at_window"], row["times_at_site"]) == times


@pytest.mark.parametrize("version", ["v3"])
def test_what_was_wrong_on_a_patrol_knows_its_finding(old: Path) -> None:
    open_database(old).close()
    now = everything(old)
    texts = {row["id"]: row["text"] for row in now["finding"]}
    linked = [(row["text"], texts.get(row["finding_id"])) for row in now["patrol_entry"]]
    assert linked == [
        ("台席凌乱", "台席凌乱"), ("饮水机缺水", "等候区：饮水机缺水"), ("", None), ("", None),
    ]  # fmt: skip


def test_the_database_as_it_was_is_among_the_backups_first(old: Path, version: str) -> None:
    before = everything(old)
    open_database(old).close()
    (backup,) = backups_in(old.parent / "backups")
    assert backup.before_update
    assert backup.path.name.endswith("-before-update.db")
    assert steps_of(backup.path) == told(version)["steps"]
    assert everything(backup.path) == before
    if sys.platform != "win32":
        assert (mode(backup.path.parent), mode(backup.path)) == ("0700", "0600")
    open_database(old).close()  # the second time there is nothing to do
    assert backups_in(old.parent / "backups") == [backup]


@pytest.mark.ci
@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("version", ["v1", "v4"])
def test_killed_in_the_middle_it_is_as_it_was_and_opens_next_time(
    version: str, tmp_path: Path
) -> None:
    counting = migrating(unpack(version, tmp_path / "counted"), "count")
    total = int(counting.stdout)
    before = everything(unpack(version, tmp_path / "before"))
    untouched = 0
    for number in (*range(3, total, max(1, total // 6)), total - 2):
        old = unpack(version, tmp_path / f"killed-{number}")
        assert migrating(old, "kill", number).returncode == -9, counting.stderr
        steps = steps_of(old)
        if steps == told(version)["steps"]:
            assert everything(old) == before
            untouched += 1
        else:
            assert steps == list(STEP_NAMES)  # all of them are committed at once
        open_database(old).close()
        assert steps_of(old) == list(STEP_NAMES)
    assert untouched > 3


@pytest.mark.ci
@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
@pytest.mark.parametrize(
    "words",
    [
        "ADD COLUMN form",
        "inspection ADD COLUMN ranked_score",
        "ADD COLUMN cases",
        "UPDATE site_override SET red_line",
        "DROP VIEW scorecard_score",
        "CREATE VIEW scorecard_score",
        "m013_honest",
    ],
)
def test_killed_within_the_step_of_honest_numbers_it_is_as_it_was(
    words: str, tmp_path: Path
) -> None:
    old = unpack("v6", tmp_path / "old")
    brought_to("m012_roster", old)
    run_sql(
        old,
        "INSERT INTO site_override (site_id, pack_id, item, reason, off)"
        " SELECT id, 'telecom-hall', 'a-red-line', '无此业务', 1 FROM site LIMIT 1",
    )
    before, structure_before = everything(old), structure(old)
    assert migrating(old, "kill-at", words).returncode == -9
    assert (everything(old), structure(old)) == (before, structure_before)
    open_database(old).close()
    after = everything(old)
    assert steps_of(old) == list(STEP_NAMES)
    assert {row["form"] for row in after["inspection"]} == {"full"}
    assert {row["ranked_score"] for row in after["inspection"]} == {None}
    assert {row["red_line"] for row in after["site_override"] if row["off"]} == {1}


@pytest.mark.ci
@pytest.mark.skipif(os.name == "nt", reason="no limits of this kind")
@pytest.mark.parametrize("when", ["backup", "migration"])
def test_without_room_it_is_as_it_was(old: Path, when: str) -> None:
    before = everything(old)
    outside = set(old.parent.rglob("*"))
    done = migrating(old, f"room-for-{when}")
    assert (done.returncode, done.stdout) == (1, "CannotWriteError\n"), done.stderr
    assert everything(old) == before
    new = {path.name.split("-before")[-1] for path in set(old.parent.rglob("*")) - outside}
    assert new <= {"backups", "-update.db", "inspector.db-wal", "inspector.db-shm"}
    assert [each.before_update for each in backups_in(old.parent / "backups")] == (
        [True] if when == "migration" else []
    )


def test_a_step_that_meets_what_it_cannot_do_changes_nothing(old: Path) -> None:
    if "m003" not in str(steps_of(old)):
        run_sql(old, "CREATE VIEW holiday AS SELECT 1")
    elif "m006" not in str(steps_of(old)):
        run_sql(old, "DROP VIEW scorecard_score")
    else:
        run_sql(old, "CREATE VIEW draft AS SELECT 1")
    before, structure_before = everything(old), structure(old)
    with pytest.raises(DamagedDatabaseError):
        open_database(old)
    assert (everything(old), structure(old)) == (before, structure_before)


@pytest.mark.parametrize("version", ["v1"])
def test_a_damaged_one_is_neither_migrated_nor_touched(old: Path) -> None:
    flip_page(old)
    before = contents(old.parent)
    with pytest.raises(DamagedDatabaseError):
        open_database(old)
    after = contents(old.parent)
    assert after.pop("backups") == "folder"
    assert after == before


@pytest.mark.parametrize("version", ["v1"])
def test_the_copies_of_the_last_three_updates_stay(old: Path) -> None:
    folder = old.parent / "backups"
    folder.mkdir()
    names = [f"inspector-2026-0{month}-01-080000-before-update.db" for month in range(1, 6)]
    for name in names:
        (folder / name).write_bytes(b"x")
    with closing(open_database(old)):
        pass
    kept = [each.path.name for each in backups_in(folder)]
    assert len(kept) == 3
    assert kept[1:] == names[:2:-1]


@pytest.mark.ci
def test_repeats_are_counted_as_the_program_counts_them(copied: Written) -> None:
    database = copied(write_demo, 60, 5, date(2026, 11, 27)) / "inspector.db"
    counted = everything(database)["finding"]
    assert {row["state"] for row in counted} > {"withdrawn", "closed"}
    assert max(row["times_at_window"] for row in counted) > 2
    run_sql(
        database,
        "DELETE FROM _sqlite_migrations WHERE name = 'm006_repeats'",
        "ALTER TABLE signature DROP COLUMN digest",
        "UPDATE finding SET times_at_window = 1, times_at_site = 9",
        "UPDATE finding SET times_at_site = 1 WHERE item_id = ''",
    )
    open_database(database).close()
    assert everything(database)["finding"] == counted


def test_signatures_get_their_digest(tmp_path: Path) -> None:
    old = unpack("v2", tmp_path)
    open_database(old).close()
    with closing(open_database(old)) as database:
        store = RecordStore(database)
        rows = database.rows("SELECT inspection_id, seal FROM signature")
        assert [store.signature_unchanged(*row) for row in rows] == [True, True]


@pytest.mark.ci
def test_what_was_brought_up_to_date_is_not_taken_for_damaged(old: Path) -> None:
    with closing(open_database(old)) as database:
        assert database.is_as_made()
        assert Soundness(old).require()
