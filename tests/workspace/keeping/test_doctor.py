"""What the doctor notices, what it leaves alone, what it repairs."""

from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from inspector.domain.errors import FolderInUseError, NewerDatabaseError, NotFoundError
from inspector.paths import catalogues_folder
from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.storage.files.folder_lock import lock_folder
from inspector.translation import LANGUAGES, use_language
from inspector.workspace.keeping.backups import back_up
from inspector.workspace.keeping.doctor import (
    Remark,
    Report,
    Trouble,
    examine,
    examine_apart,
    repair,
)
from inspector.workspace.keeping.doctor_words import report_sentence, trouble_sentence
from inspector.workspace.workspace import Workspace
from tests.storage.damage import flip_page
from tests.storage.raw_files import contents, run_sql
from tests.workspace.kept import fill, harm, photos
from tests.workspace.visiting import dump

NOW = datetime(2026, 11, 27, 9, 15, 30)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with something of everything and a backup of today, closed."""
    folder = tmp_path / "data"
    fill(folder)
    back_up(folder, NOW)
    return folder


def found(folder: Path) -> set[tuple[Trouble, str]]:
    """What the doctor says; looking changes nothing."""
    before = contents(folder)
    report = examine(folder, NOW)
    assert contents(folder) == before
    return {(remark.trouble, remark.place) for remark in report.remarks}


def test_a_sound_folder_is_sound(folder: Path) -> None:
    heard: list[tuple[int, int]] = []
    report = examine(folder, NOW, lambda *each: heard.append(each))
    assert report == Report((), visits=1, files=2)
    assert report.is_healthy
    assert len({whole for _, whole in heard}) == 1  # known before anything is looked at
    shares = [done / whole for done, whole in heard]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0, 1)
    assert len({share for share in shares if share < 0.9}) >= 6
    assert report_sentence(report) == "Sound: the database, 1 sealed visits, 2 photos and files."


def test_it_looks_beside_an_open_window(folder: Path) -> None:
    with closing(Workspace(folder)) as workspace:
        lock = lock_folder(folder)
        with workspace.database.transaction():
            workspace.database.write("INSERT INTO site (id, name) VALUES ('new', '新厅')")
            assert examine(folder, NOW).is_healthy
        lock.release()


def test_its_copy_lies_beside_the_data_and_goes_again(folder: Path) -> None:
    seen: list[str] = []

    def hear(done: int, total: int) -> None:
        seen.extend(
            path.name for each in folder.glob(".inspector-work-*") for path in each.iterdir()
        )

    before = contents(folder)
    left = folder / ".inspector-work-killed"
    left.mkdir()
    (left / DATABASE_FILE).write_bytes(b"half a copy")
    examine(folder, NOW, hear)
    assert DATABASE_FILE in seen
    assert contents(folder) == before


@pytest.mark.ci
def test_in_a_process_of_its_own_it_says_the_same(folder: Path) -> None:
    run_sql(folder / DATABASE_FILE, "UPDATE finding SET state = 'closed', text = '改过'")
    report = examine(folder, NOW)
    assert [remark.trouble for remark in report.remarks] == [Trouble.PROJECTION_DIFFERS]
    assert examine_apart(folder, NOW) == report


def test_one_that_was_stopped_leaves_nothing(folder: Path) -> None:
    class StoppedError(Exception):
        """As the runner stops work."""

    def stop(done: int, total: int) -> None:
        raise StoppedError

    before = contents(folder)
    with pytest.raises(StoppedError):
        examine_apart(folder, NOW, stop)
    assert contents(folder) == before


@pytest.mark.parametrize(
    ("harmed", "trouble", "place"),
    [
        (
            "UPDATE answer SET note = '改过' WHERE verdict = 'deduct'",
            Trouble.SEAL_BROKEN,
            "城东厅",
        ),
        ("UPDATE finding SET text = '改过'", Trouble.PROJECTION_DIFFERS, "001"),
        ("DELETE FROM site", Trouble.PARENT_MISSING, "window"),
    ],
)
def test_what_was_changed_behind_the_program_is_noticed(
    folder: Path, harmed: str, trouble: Trouble, place: str
) -> None:
    run_sql(folder / DATABASE_FILE, "PRAGMA foreign_keys = OFF", harmed)
    said = [where for kind, where in found(folder) if kind is trouble]
    assert any(place in where for where in said)
    assert not examine(folder, NOW).is_healthy


def test_a_record_that_cannot_be_read_is_not_what_was_sealed(folder: Path) -> None:
    run_sql(folder / DATABASE_FILE, "UPDATE answer SET verdict = 'no such verdict'")
    assert Trouble.SEAL_BROKEN in {kind for kind, _ in found(folder)}


def test_missing_and_changed_evidence_is_named(folder: Path) -> None:
    gone, changed = photos(folder)
    gone.unlink()
    harm(changed)
    assert found(folder) == {
        (Trouble.EVIDENCE_MISSING, gone.relative_to(folder).as_posix()),
        (Trouble.EVIDENCE_CHANGED, changed.relative_to(folder).as_posix()),
    }


def test_missing_evidence_is_named_by_visit_window_and_item(folder: Path) -> None:
    harm(photos(folder)[0])
    (remark,) = examine(folder, NOW).remarks
    with closing(Workspace(folder)) as workspace:
        (inspection,) = workspace.inspection_store.sealed_ids()
        sheet = workspace.inspections.sheet(inspection)
    started, item = sheet.inspection.started_at, next(sheet.pack.items()).text
    windows = (card.window_number for card in sheet.scorecards[:2])
    assert remark.owner in {
        f"城东厅 {started:%Y-%m-%d %H:%M} {window} {item}" for window in ("公共区域", *windows)
    }
    said = trouble_sentence(remark)
    assert f"taken in: {remark.owner}. Bring it back" in said
    assert said.endswith(remark.place)


def test_a_damaged_database_is_told_and_the_rest_is_still_looked_at(folder: Path) -> None:
    flip_page(folder / DATABASE_FILE)
    (folder / ".half.tmp").write_text("x")
    kinds = {kind for kind, _ in found(folder)}
    assert kinds == {Trouble.DATABASE_DAMAGED, Trouble.WAY_BACK, Trouble.HALF_WRITTEN}
    harm(folder / DATABASE_FILE)
    assert Trouble.DATABASE_DAMAGED in {kind for kind, _ in found(folder)}


def test_a_damaged_database_has_a_way_back(folder: Path) -> None:
    flip_page(folder / DATABASE_FILE)
    assert list(map(trouble_sentence, examine(folder, NOW).remarks)) == [
        "✗ The database is damaged.",
        "! The newest sound backup is backups/inspector-2026-11-27-091530.db.zip; bring it back"
        " under Data, Backup, or with restore.",
    ]
    harm(folder / "backups" / "inspector-2026-11-27-091530.db.zip")
    assert "no sound backup in this folder" in trouble_sentence(examine(folder, NOW).remarks[1])


def test_no_database_and_a_newer_one_are_refused(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        examine(tmp_path / "none", NOW)
    run_sql(
        folder / DATABASE_FILE,
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
        " VALUES ('inspector', 'm999_from_the_future', '2040-01-01')",
    )
    with pytest.raises(NewerDatabaseError):
        examine(folder, NOW)


def test_loose_ends_are_remarks_and_no_faults(folder: Path) -> None:
    spare = folder / "evidence" / "ab" / f"ab{'0' * 62}.jpg"
    spare.parent.mkdir(exist_ok=True)
    spare.write_bytes(b"x")
    (folder / "evidence" / ".half.tmp").write_bytes(b"x")
    assert found(folder) == {
        (Trouble.UNNAMED_EVIDENCE, spare.stem),
        (Trouble.HALF_WRITTEN, "evidence/.half.tmp"),
    }
    assert examine(folder, NOW).is_healthy


def test_an_old_backup_is_good_to_know(folder: Path) -> None:
    assert examine(folder, NOW + timedelta(days=7)).remarks == ()
    old = examine(folder, NOW + timedelta(days=8))
    assert old.remarks == (Remark(Trouble.NO_BACKUP, "2026-11-27"),)
    assert old.is_healthy


def test_only_what_can_be_made_anew_is_repaired(folder: Path) -> None:
    with closing(Workspace(folder)) as workspace:
        inspection = workspace.inspection_store.sealed_ids()[0]
        small = workspace.evidence.thumbnail(workspace.evidence.of_inspection(inspection)[0])
    small.write_bytes(small.read_bytes()[:100])
    half = folder / "evidence" / ".half.tmp"
    half.write_bytes(b"half a photo")
    harm(photos(folder)[0])
    report = examine(folder, NOW)
    lock = lock_folder(folder)
    with pytest.raises(FolderInUseError):
        repair(folder, report, NOW)
    lock.release()
    assert repair(folder, report, NOW) == 2
    assert not small.exists()
    aside = folder / "quarantine" / "2026-11-27-091530" / "evidence" / ".half.tmp"
    assert aside.read_bytes() == b"half a photo"
    after = examine(folder, NOW)
    assert {remark.trouble for remark in after.remarks} == {Trouble.EVIDENCE_CHANGED}
    assert not after.is_rebuildable


@pytest.mark.parametrize(
    "harm",
    [
        "INSERT INTO finding_search (rowid, grams) VALUES (1, '00672a008d77')",
        "UPDATE finding_line SET state = 'withdrawn' WHERE place = 1",
    ],
)
def test_what_findings_are_searched_by_is_made_anew_from_them(folder: Path, harm: str) -> None:
    run_sql(folder / DATABASE_FILE, harm)
    report = examine(folder, NOW)
    assert [remark.trouble for remark in report.remarks] == [Trouble.SEARCH_DIFFERS]
    assert repair(folder, report, NOW) == 1
    assert examine(folder, NOW).is_healthy


def test_what_a_finding_has_come_to_is_worked_out_anew_from_its_events(folder: Path) -> None:
    before = dump(folder)
    run_sql(folder / DATABASE_FILE, "UPDATE finding SET state = 'closed', text = '改过'")
    report = examine(folder, NOW)
    assert [remark.trouble for remark in report.remarks] == [Trouble.PROJECTION_DIFFERS]
    assert repair(folder, report, NOW) == 1
    assert dump(folder) == before
    assert examine(folder, NOW).is_healthy


def test_what_waits_for_a_choice_is_worked_out_anew_from_the_steps(folder: Path) -> None:
    run_sql(
        folder / DATABASE_FILE,
        "INSERT INTO unsettled VALUES ('finding', 'nothing', '2026-11-27T09:00:00+08:00')",
    )
    report = examine(folder, NOW)
    assert report.remarks == (Remark(Trouble.UNSETTLED_DIFFERS, "1"),)
    assert repair(folder, report, NOW) == 1
    assert examine(folder, NOW).remarks == ()


def test_wrong_counts_of_repeats_are_one_line(folder: Path) -> None:
    run_sql(folder / DATABASE_FILE, "UPDATE finding SET times_at_window = 7")
    report = examine(folder, NOW)
    assert report.remarks == (Remark(Trouble.REPEATS_DIFFER, "1"),)
    assert repair(folder, report, NOW) == 1
    assert examine(folder, NOW).remarks == ()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("trouble", Trouble)
def test_every_trouble_has_its_sentence(trouble: Trouble, language: str) -> None:
    use_language(language, catalogues_folder())
    said = trouble_sentence(Remark(trouble, "{place}/%s"))
    assert said.startswith("✗ " if trouble.is_fault else "! ")
    placeless = (Trouble.DATABASE_DAMAGED, Trouble.SEARCH_DIFFERS)  # SQLite's words; the whole
    assert ("{place}/%s" in said) == (trouble not in placeless)
    assert trouble_sentence(Remark(trouble))
