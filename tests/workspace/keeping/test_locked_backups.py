"""The USB copy and the backup file when they are locked: written, found, brought back, refused."""

import os
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from zipfile import ZipFile

import pyrage
import pytest

from inspector.domain.errors import (
    BackupDriveMissingError,
    DamagedBackupError,
    PassphraseNeededError,
    SeveralBackupsError,
    WrongPassphraseError,
)
from inspector.storage.backups.locked_backup import about_locked
from inspector.storage.backups.second_target import SecondTarget
from inspector.storage.locked.guarded_key import GuardedKey, guarded_by
from inspector.workspace.keeping.backup_passphrase import (
    changed_key,
    keep_key,
    key_of,
    remove_passphrase,
)
from inspector.workspace.keeping.backups import (
    back_up,
    choose_second_target,
    second_target,
    write_full_backup,
)
from inspector.workspace.keeping.restore_from_backup import restore
from inspector.workspace.keeping.verifying import verify_backup
from inspector.workspace.workspace import Workspace
from tests.storage.raw_files import contents
from tests.workspace.keeping.test_killed_backups import killed
from tests.workspace.kept import fill, photos
from tests.workspace.visiting import dump

NOW = datetime(2026, 11, 27, 9, 15, 30)
LATER = NOW + timedelta(hours=1)
WORDS = "桌上的 绿萝 三片叶"

IDENTITY = pyrage.x25519.Identity.generate()
UNOPENED = GuardedKey(str(IDENTITY.to_public()), "nobody opens it in this test")
"""Enough for all that asks for no passphrase; to guard one takes seconds."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    fill(folder)
    return folder


@pytest.fixture
def usb(tmp_path: Path) -> Path:
    folder = tmp_path / "usb"
    folder.mkdir()
    return folder


@pytest.fixture(scope="module")
def key() -> GuardedKey:
    return guarded_by(IDENTITY, WORDS)


def lock(folder: Path, key: GuardedKey) -> None:
    with closing(Workspace(folder)) as workspace:
        keep_key(workspace, key)


def target_of(folder: Path, usb: Path) -> SecondTarget:
    with closing(Workspace(folder)) as workspace:
        choose_second_target(workspace, usb)
        target = second_target(workspace)
    assert target is not None
    return target


def files_of(place: Path) -> set[str]:
    return {path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file()}


def readable_in(place: Path, folder: Path) -> list[str]:
    """What of the data, names or bytes, can be read in the files of a place."""
    wanted = [photo.read_bytes()[100:400] for photo in photos(folder)]
    wanted += ["城东".encode(), b"SQLite format 3", b"[[item]]"]
    return [
        str(path)
        for path in place.rglob("*")
        if path.is_file() and any(each in path.read_bytes() for each in wanted)
    ]


def test_a_locked_copy_holds_all_and_nothing_to_read(folder: Path, usb: Path) -> None:
    lock(folder, UNOPENED)
    target = target_of(folder, usb)
    first = back_up(folder, NOW, target)
    assert first.copied is not None
    names = files_of(target.home)
    expected = {f"{name}.age" for name in files_of(folder) if name.startswith(("evid", "packs/"))}
    assert names == expected | {"key.age", "backups/inspector-2026-11-27-091530.db.zip.age"}
    assert (first.copied.new, first.copied.unsound) == (len(names) - 1, 0)
    assert readable_in(usb, folder) == []
    assert readable_in(folder, folder)
    again = back_up(folder, LATER, target)
    assert again.copied is not None
    assert again.copied.new - _packs(folder) in (1 - _packs(folder), 1)  # packs at most once more
    assert key_file(target) == UNOPENED.guarded


def key_file(target: SecondTarget) -> str:
    return (target.home / "key.age").read_text()


def _packs(folder: Path) -> int:
    return len(list((folder / "packs").glob("*/*.toml")))


def test_a_passphrase_set_later_begins_a_place_of_its_own(folder: Path, usb: Path) -> None:
    before = target_of(folder, usb)
    back_up(folder, NOW, before)
    lock(folder, UNOPENED)
    with closing(Workspace(folder)) as workspace:
        target = second_target(workspace)
    assert target is not None
    assert target.home != before.home
    assert target.leaves_open
    assert back_up(folder, LATER, target).copy_error is None
    assert readable_in(before.home, folder)  # no action destroys data: it is said instead
    assert readable_in(target.home, folder) == []
    with pytest.raises(SeveralBackupsError) as refused:  # who restores the drive is told which
        restore(usb, folder.with_name("other"), LATER)
    day = NOW.date()
    assert refused.value.copies == ((before.home.name, day, False), (target.home.name, day, True))
    with closing(Workspace(folder)) as workspace:
        remove_passphrase(workspace)
        assert key_of(workspace) is None
        after = second_target(workspace)
    assert after is not None
    assert after.home == before.home


def test_a_drive_that_is_away_is_missing_with_a_passphrase_as_well(folder: Path, usb: Path) -> None:
    target_of(folder, usb)
    os.rename(usb, usb.with_name("pulled"))
    usb.mkdir()  # the bare mount point
    lock(folder, UNOPENED)
    with closing(Workspace(folder)) as workspace:
        target = second_target(workspace)
    assert isinstance(back_up(folder, NOW, target).copy_error, BackupDriveMissingError)
    assert list(usb.iterdir()) == []


def test_a_locked_file_says_when_it_was_made_and_no_more(folder: Path, usb: Path) -> None:
    lock(folder, UNOPENED)
    write_full_backup(folder, usb / "all.zip", NOW)
    about = about_locked(usb / "all.zip")
    assert about is not None
    assert about.made_at == NOW
    assert readable_in(usb, folder) == []
    with ZipFile(usb / "all.zip") as archive:
        assert archive.namelist() == ["about.json", "HOW-TO-OPEN.txt", "key.age", "backup.zip.age"]
    with pytest.raises(PassphraseNeededError) as needed:
        restore(usb / "all.zip", folder, NOW)
    assert needed.value.reason == "2026-11-27 09:15"
    assert sorted(os.listdir(folder.parent)) == ["data", "usb"]


@pytest.mark.ci
def test_a_killed_backup_leaves_nothing_to_read_on_the_drive(folder: Path, usb: Path) -> None:
    lock(folder, UNOPENED)
    killed("backup", folder, usb / "all.zip")
    assert readable_in(usb, folder) == []
    assert not (usb / "all.zip").exists()
    write_full_backup(folder, usb / "all.zip", NOW)
    assert set(contents(usb)) == {"all.zip"}


def test_a_killed_copy_leaves_nothing_to_read_and_the_next_one_is_whole(
    folder: Path, usb: Path
) -> None:
    lock(folder, UNOPENED)
    target = target_of(folder, usb)
    killed("copy", folder, usb)
    left = files_of(usb)
    assert any(name.startswith(f"{target.home.name}/evidence/") for name in left)
    assert not any("/backups/" in name and name.endswith(".age") for name in left)
    assert readable_in(usb, folder) == []
    (half,) = (target.home / "backups").iterdir()
    os.utime(half, (0, 0))  # the next day
    assert back_up(folder, LATER, target).copy_error is None
    assert readable_in(usb, folder) == []
    names = files_of(target.home)
    assert {name for name in names if name.startswith("evidence/")} == {
        f"{name}.age" for name in files_of(folder) if name.startswith("evidence/")
    }
    assert {name for name in names if not name.endswith(".age")} == set()


@pytest.mark.ci
@pytest.mark.parametrize("source", ["file", "copy", "snapshot"])
def test_all_comes_back_with_the_passphrase_alone(
    folder: Path, usb: Path, key: GuardedKey, source: str
) -> None:
    lock(folder, key)
    place = usb / "all.zip"
    if source == "file":
        write_full_backup(folder, place, NOW)
    else:
        target = target_of(folder, usb)
        back_up(folder, NOW, target)
        place = usb if source == "copy" else next((target.home / "backups").iterdir())
    was, text = contents(folder), dump(folder)
    other = folder.with_name("other")
    for refused, words in ((PassphraseNeededError, ""), (WrongPassphraseError, "something else")):
        with pytest.raises(refused):
            restore(place, other, LATER, passphrase=words)
        assert not other.exists()
    restored = restore(place, other, LATER, passphrase=WORDS)
    assert (restored.moment, restored.missing) == (NOW, 0)
    assert dump(other) == text
    kept = {name for name in was if name.startswith(("evidence/", "packs/"))}
    now = contents(other)
    assert {name: now.get(name) for name in kept} == {name: was[name] for name in kept}
    assert verify_backup(folder, place, WORDS).holds
    with pytest.raises(PassphraseNeededError):
        verify_backup(folder, place)


@pytest.mark.ci
def test_a_damaged_locked_backup_is_refused_whole(folder: Path, usb: Path, key: GuardedKey) -> None:
    lock(folder, key)
    place = usb / "all.zip"
    write_full_backup(folder, place, NOW)
    content = bytearray(place.read_bytes())
    content[len(content) // 2] ^= 1
    place.write_bytes(content)
    with pytest.raises(DamagedBackupError):
        restore(place, folder.with_name("other"), LATER, passphrase=WORDS)
    assert sorted(os.listdir(folder.parent)) == ["data", "usb"]
    target = target_of(folder, usb)
    back_up(folder, NOW, target)
    (target.home / "key.age").unlink()
    with pytest.raises(DamagedBackupError, match=r"key\.age"):
        restore(target.home, folder.with_name("other"), LATER, passphrase=WORDS)


@pytest.mark.ci
def test_a_changed_passphrase_opens_new_copies_and_the_old_one_older_files(
    folder: Path, usb: Path, key: GuardedKey
) -> None:
    lock(folder, key)
    target = target_of(folder, usb)
    back_up(folder, NOW, target)
    write_full_backup(folder, usb / "old.zip", NOW)
    with closing(Workspace(folder)) as workspace:
        with pytest.raises(WrongPassphraseError):
            changed_key(key, "something else", "new words", folder)
        fresh = changed_key(key, WORDS, "new words", folder)
        keep_key(workspace, fresh)
    target = target_of(folder, usb)
    (target.home / "key.age").write_text(key.guarded)  # as it was until the next copy
    back_up(folder, LATER, target)
    assert key_file(target) == fresh.guarded
    other = folder.with_name("other")
    with pytest.raises(WrongPassphraseError):
        restore(target.home, other, LATER, passphrase=WORDS)
    restore(target.home, other, LATER, passphrase="new words")
    restore(usb / "old.zip", other, LATER, passphrase=WORDS)
