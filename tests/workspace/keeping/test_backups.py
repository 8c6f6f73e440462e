"""The daily backup, the second copy, everything in one file, and the way back from each."""

import json
import shutil
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest

from inspector.domain.errors import (
    BackupDriveMissingError,
    CannotWriteError,
    DamagedBackupError,
    DamagedDatabaseError,
    FolderInUseError,
    InspectorError,
    NewerDatabaseError,
    NotABackupError,
    NotFoundError,
    SeveralBackupsError,
)
from inspector.storage.backups.backup_restoring import (
    finish_restoring,
    prepare_restore,
    set_database_aside,
)
from inspector.storage.backups.second_target import SecondTarget
from inspector.storage.database.recognised_file import Check
from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.storage.files.folder_lock import lock_folder
from inspector.workspace.keeping.backups import (
    back_up,
    backups_of,
    choose_second_target,
    second_target,
    write_full_backup,
)
from inspector.workspace.keeping.restore_from_backup import restore, restored_sentence
from inspector.workspace.sentences import sentence
from inspector.workspace.workspace import Workspace
from tests.storage.damage import flip_page
from tests.storage.raw_files import contents, mode, run_sql
from tests.workspace.kept import fill, harm, photos
from tests.workspace.visiting import dump

NOW = datetime(2026, 11, 27, 9, 15, 30)
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with something of everything, closed."""
    folder = tmp_path / "data"
    fill(folder)
    return folder


@pytest.fixture
def usb(tmp_path: Path) -> Path:
    folder = tmp_path / "usb"
    folder.mkdir()
    return folder


def chosen(folder: Path, usb: Path) -> SecondTarget:
    """Choose a second target, as on the page of backups."""
    with closing(Workspace(folder)) as workspace:
        choose_second_target(workspace, usb)
        target = second_target(workspace)
    assert target is not None
    return target


def kept(folder: Path) -> dict[str, str]:
    """What has to come back: evidence and packs; the database is compared as SQL."""
    return {
        name: digest
        for name, digest in contents(folder).items()
        if name.startswith(("evidence/", "packs/"))
    }


# The daily backup


def test_a_day_has_one_backup_unless_another_is_asked_for(folder: Path) -> None:
    first = back_up(folder, NOW, only_if_due=True)
    again = back_up(folder, LATER, only_if_due=True)
    assert first.error is None
    assert first.newest == again.newest
    assert back_up(folder, LATER).newest != first.newest
    assert len(backups_of(folder)) == 2
    assert back_up(folder, NOW + timedelta(days=1), only_if_due=True).newest != first.newest


def test_a_failed_backup_says_why_and_what_there_is(folder: Path) -> None:
    good = back_up(folder, NOW).newest
    flip_page(folder / DATABASE_FILE)
    failed = back_up(folder, NOW + timedelta(days=1))
    assert isinstance(failed.error, DamagedDatabaseError)
    assert failed.newest == good


# The second copy


def test_the_second_copy_takes_only_what_is_new(folder: Path, usb: Path) -> None:
    target = chosen(folder, usb)
    first = back_up(folder, NOW, target)
    assert first.copied is not None
    assert (first.copied.new, first.copied.unsound) == (2 + len(kept_packs(folder)) + 1, 0)
    assert kept(target.home) == kept(folder)
    again = back_up(folder, LATER, target, only_if_due=True)
    assert again.copied is not None
    assert again.copied.new == 0
    third = back_up(folder, LATER, target)
    assert third.copied is not None
    assert third.copied.new == 1  # the snapshot
    assert mode(target.home) == "0700"
    assert {mode(path) for path in target.home.rglob("*") if path.is_file()} <= {"0600", "0400"}


def kept_packs(folder: Path) -> list[Path]:
    return list((folder / "packs").glob("*/*.toml"))


def test_a_stick_that_is_not_plugged_in_gets_nothing_and_is_tried_again(
    folder: Path, usb: Path, tmp_path: Path
) -> None:
    target = chosen(folder, usb)
    usb.rename(tmp_path / "in a pocket")
    usb.mkdir()  # the bare mount point
    out = back_up(folder, NOW, target)
    assert isinstance(out.copy_error, BackupDriveMissingError)
    assert out.error is None
    assert list(usb.iterdir()) == []
    usb.rmdir()
    assert isinstance(back_up(folder, NOW, target).copy_error, BackupDriveMissingError)
    (tmp_path / "in a pocket").rename(usb)
    back = back_up(folder, NOW, target, only_if_due=True)
    assert back.copy_error is None
    assert kept(target.home) == kept(folder)


def test_changed_evidence_does_not_replace_a_good_copy(folder: Path, usb: Path) -> None:
    target = chosen(folder, usb)
    back_up(folder, NOW, target)
    before = kept(target.home)
    harm(photos(folder)[0])
    out = back_up(folder, LATER, target)
    assert out.copied is not None
    assert out.copied.unsound == 1
    assert kept(target.home) == before


def test_a_folder_that_takes_nothing_is_not_chosen(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with closing(Workspace(folder)) as workspace:
        with pytest.raises(CannotWriteError):
            choose_second_target(workspace, tmp_path / "file")
        assert second_target(workspace) is None


def test_two_laptops_share_a_stick(folder: Path, usb: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    Workspace(other).close()
    back_up(folder, NOW, chosen(folder, usb))
    back_up(other, NOW, chosen(other, usb))
    with pytest.raises(SeveralBackupsError) as refused:
        restore(usb, folder, LATER)
    assert refused.value.copies == tuple(
        (home.name, NOW.date(), False) for home in sorted(usb.iterdir())
    )
    for home in usb.iterdir():
        assert prepare_restore(home, tmp_path / "third").missing == 0


# Everything in one file


def test_one_file_has_everything_and_photos_are_stored(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "all.zip"
    heard: list[tuple[int, int]] = []
    assert write_full_backup(folder, file, NOW, lambda *each: heard.append(each)) == []
    assert heard[-1][0] == heard[-1][1]
    assert mode(file) == "0600"
    assert {path.name for path in tmp_path.iterdir()} == {"data", "all.zip"}
    with ZipFile(file) as archive:
        assert archive.testzip() is None
        stored = {info.filename: info for info in archive.infolist()}
        listed = json.loads(archive.read("manifest.json"))["files"]
    assert {each["name"] for each in listed} | {"manifest.json"} == set(stored)
    for path in photos(folder):
        name = path.relative_to(folder).as_posix()
        assert stored[name].compress_type == ZIP_STORED
        assert stored[name].file_size == path.stat().st_size


def test_evidence_that_is_gone_or_changed_is_named_and_the_rest_is_saved(
    folder: Path, tmp_path: Path
) -> None:
    gone, changed = photos(folder)
    gone.unlink()
    harm(changed)
    unsound = write_full_backup(folder, tmp_path / "all.zip", NOW)
    assert unsound == sorted(path.relative_to(folder).as_posix() for path in (gone, changed))
    restored = restore(tmp_path / "all.zip", tmp_path / "new", NOW)
    assert restored.missing == 2
    assert dump(tmp_path / "new") == dump(folder)


def test_no_backup_takes_the_place_of_the_database(folder: Path) -> None:
    before = dump(folder)
    with pytest.raises(CannotWriteError):
        write_full_backup(folder, folder / DATABASE_FILE, NOW)
    assert dump(folder) == before


def test_a_folder_without_a_database_has_nothing_to_save(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        write_full_backup(tmp_path / "none", tmp_path / "all.zip", NOW)
    assert list(tmp_path.iterdir()) == []


# The way back


def sources(folder: Path, usb: Path, tmp_path: Path) -> dict[str, Path]:
    out = back_up(folder, NOW, chosen(folder, usb))
    assert out.newest is not None
    write_full_backup(folder, tmp_path / "all.zip", NOW)
    shutil.copytree(folder, tmp_path / "copied by hand")
    return {
        "file": tmp_path / "all.zip",
        "snapshot": out.newest.path,
        "stick": usb,
        "its folder": next(usb.iterdir()),
        "data folder": tmp_path / "copied by hand",
    }


@pytest.mark.ci
@pytest.mark.parametrize("kind", ["file", "snapshot", "stick", "its folder", "data folder"])
def test_every_kind_of_backup_brings_everything_back(
    folder: Path, usb: Path, tmp_path: Path, kind: str
) -> None:
    source = sources(folder, usb, tmp_path)[kind]
    before, files = dump(folder), kept(folder)
    run_sql(folder / DATABASE_FILE, "UPDATE site SET name = '改过的厅'")
    changed = contents(folder)
    restored = restore(source, folder, LATER)
    assert dump(folder) == before
    assert kept(folder) == files
    assert restored.missing == 0
    assert restored.aside == tmp_path / "data-set-aside-2026-11-27-101530"
    assert {**contents(restored.aside), "inspector.lock": ""} == {**changed, "inspector.lock": ""}
    assert mode(folder) == "0700"
    assert {path.name for path in tmp_path.iterdir() if path.name.startswith(".")} == set()
    assert backups_of(folder)  # those that were there are still offered
    with closing(Workspace(folder, check=Check.PAGES)) as workspace:
        assert all(map(workspace.records.unchanged, workspace.inspection_store.sealed_ids()))


def test_a_first_restore_makes_the_folder(folder: Path, tmp_path: Path) -> None:
    write_full_backup(folder, tmp_path / "all.zip", NOW)
    restored = restore(tmp_path / "all.zip", tmp_path / "new" / "place", NOW)
    assert restored.aside is None
    assert dump(tmp_path / "new" / "place") == dump(folder)
    assert restored_sentence(restored) == "The backup of 2026-11-27 09:15 is back."


def test_evidence_comes_from_wherever_it_is_sound(folder: Path, usb: Path, tmp_path: Path) -> None:
    target = chosen(folder, usb)
    back_up(folder, NOW, target)
    on_stick = photos(target.home)
    harm(on_stick[0])
    assert restore(target.home, folder, LATER).missing == 0
    harm(photos(folder)[0])
    last = restore(target.home, folder, LATER)
    assert last.missing == 1
    assert "1 photos or files were not found whole" in restored_sentence(last)
    assert len(photos(folder)) == 1


def refused(folder: Path, source: Path) -> InspectorError:
    """Why a restore is refused; nothing may have changed."""
    before = contents(folder)
    beside = set(folder.parent.iterdir())
    with pytest.raises(InspectorError) as error:
        restore(source, folder, LATER)
    after = contents(folder)
    after.pop("inspector.lock", None)
    before.pop("inspector.lock", None)
    assert after == before
    assert set(folder.parent.iterdir()) == beside
    return error.value


def test_what_is_no_backup_is_refused(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "text.zip").write_text("x")
    (tmp_path / "text.db").write_text("x" * 5000)
    with ZipFile(tmp_path / "other.zip", "w") as archive:
        archive.writestr("a.txt", "a")
    assert isinstance(refused(folder, tmp_path / "none.zip"), NotFoundError)
    assert isinstance(refused(folder, tmp_path / "empty"), NotABackupError)
    assert isinstance(refused(folder, tmp_path / "text.zip"), NotABackupError)
    assert isinstance(refused(folder, tmp_path / "text.db"), DamagedBackupError)
    assert isinstance(refused(folder, tmp_path / "other.zip"), NotABackupError)


@pytest.mark.parametrize(
    ("left", "said"), [(0, "the file is empty"), (4000, "the file is incomplete or damaged")]
)
def test_a_backup_file_that_was_cut_short_is_called_that(
    folder: Path, tmp_path: Path, left: int, said: str
) -> None:
    write_full_backup(folder, tmp_path / "all.zip", NOW)
    (tmp_path / "all.zip").write_bytes((tmp_path / "all.zip").read_bytes()[:left])
    error = refused(folder, tmp_path / "all.zip")
    assert isinstance(error, DamagedBackupError)
    assert said in sentence(error)


@pytest.mark.ci
@pytest.mark.parametrize("part", range(1, 10))
def test_a_flipped_byte_anywhere_in_the_file_is_noticed(
    folder: Path, tmp_path: Path, part: int
) -> None:
    file = tmp_path / "all.zip"
    write_full_backup(folder, file, NOW)
    content = bytearray(file.read_bytes())
    content[len(content) * part // 10] ^= 0xFF
    file.write_bytes(content)
    assert isinstance(refused(folder, file), DamagedBackupError | NotABackupError)


def test_a_file_cut_short_is_refused(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "all.zip"
    write_full_backup(folder, file, NOW)
    file.write_bytes(file.read_bytes()[:-5000])
    assert isinstance(refused(folder, file), NotABackupError | DamagedBackupError)


@pytest.mark.parametrize(
    "name", ["../out.toml", "packs/../../out.toml", "/etc/out.toml", "packs/a/b/c.toml", "x.exe"]
)
def test_a_file_that_writes_elsewhere_is_refused(folder: Path, tmp_path: Path, name: str) -> None:
    write_full_backup(folder, tmp_path / "all.zip", NOW)
    with ZipFile(tmp_path / "all.zip") as good, ZipFile(tmp_path / "evil.zip", "w") as evil:
        manifest = json.loads(good.read("manifest.json"))
        for each in manifest["files"]:
            evil.writestr(each["name"], good.read(each["name"]))
        digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
        manifest["files"].append({"name": name, "size": 4, "sha256": digest})
        evil.writestr(name, "test")
        evil.writestr("manifest.json", json.dumps(manifest))
    assert isinstance(refused(folder, tmp_path / "evil.zip"), DamagedBackupError)


def test_a_backup_of_a_newer_program_is_refused(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "newer")
    run_sql(
        tmp_path / "newer" / DATABASE_FILE,
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
        " VALUES ('inspector', 'm999_from_the_future', '2040-01-01')",
    )
    assert isinstance(refused(folder, tmp_path / "newer"), NewerDatabaseError)


def test_a_folder_in_use_is_not_restored(folder: Path, tmp_path: Path) -> None:
    write_full_backup(folder, tmp_path / "all.zip", NOW)
    lock = lock_folder(folder)
    assert isinstance(refused(folder, tmp_path / "all.zip"), FolderInUseError)
    lock.release()
    assert restore(tmp_path / "all.zip", folder, NOW).aside is not None


def test_a_stopped_restore_leaves_nothing(folder: Path, tmp_path: Path) -> None:
    write_full_backup(folder, tmp_path / "all.zip", NOW)
    before = set(tmp_path.iterdir())

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        restore(tmp_path / "all.zip", folder, NOW, stop)
    assert set(tmp_path.iterdir()) == before


def test_a_kill_between_the_two_renamings_is_mended(folder: Path, tmp_path: Path) -> None:
    write_full_backup(folder, tmp_path / "all.zip", NOW)
    before = dump(folder)
    prepare_restore(tmp_path / "all.zip", folder)
    folder.rename(tmp_path / "data-set-aside-2026-11-27-101530")
    finish_restoring(folder)
    assert dump(folder) == before
    finish_restoring(folder)  # nothing more to do


def test_a_damaged_database_moves_aside_with_its_log(folder: Path) -> None:
    harm(folder / DATABASE_FILE)
    (folder / f"{DATABASE_FILE}-wal").write_bytes(b"log")
    aside = set_database_aside(folder, NOW)
    assert aside == folder / "inspector-damaged-2026-11-27-091530.db"
    assert aside.read_bytes() == b"harmed"
    assert aside.with_name(f"{aside.name}-wal").read_bytes() == b"log"
    Workspace(folder).close()
    assert len(photos(folder)) == 2
