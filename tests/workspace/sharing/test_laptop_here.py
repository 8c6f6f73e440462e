"""This laptop's identity: outside the folder, and another one for each copy of it."""

import json
import os
import shutil
import stat
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from inspector.domain.errors import CannotWriteError
from inspector.domain.sharing.laptop import Laptop, LaptopIdentity, verified
from inspector.domain.sharing.laptop_errors import LaptopNameError
from inspector.storage.files.laptop_kept import forget_laptop
from inspector.workspace.keeping.backups import write_full_backup
from inspector.workspace.keeping.restore_from_backup import restore
from inspector.workspace.preferences import UNIT_NAME
from inspector.workspace.sharing.laptop_here import LaptopHere
from inspector.workspace.workspace import Workspace
from tests.workspace.visiting import Clock

MORNING = datetime.fromisoformat("2026-11-29T09:30:00+08:00")


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    return tmp_path / "state"


def identity(folder: Path) -> LaptopIdentity:
    with closing(Workspace(folder, Clock(MORNING))) as workspace:
        return LaptopHere(workspace).identity()


def former(folder: Path) -> Laptop | None:
    with closing(Workspace(folder, Clock(MORNING))) as workspace:
        return LaptopHere(workspace).former()


def test_a_key_is_made_when_it_is_first_needed_and_stays(tmp_path: Path, state: Path) -> None:
    folder = tmp_path / "data"
    with closing(Workspace(folder, Clock(MORNING))) as workspace:
        here = LaptopHere(workspace)
        assert (here.known(), here.code(), here.former()) == (None, "", None)
        assert not state.exists()
        made = here.identity()
        assert here.known() == made.laptop
        assert here.code() == made.laptop.code
    again = identity(folder)
    assert again == made
    assert verified(made.laptop.key, b"bundle", again.sign(b"bundle"))
    assert former(folder) is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has access lists")
def test_the_secret_is_its_users_alone_and_not_in_the_folder(tmp_path: Path, state: Path) -> None:
    secret = identity(tmp_path / "data").secret
    (file,) = state.rglob("identity-*.json")
    assert json.loads(file.read_text("utf-8"))["key"] == secret
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    for path in (tmp_path / "data").rglob("*"):
        assert path.is_dir() or secret.encode() not in path.read_bytes()


def test_a_name_is_offered_and_can_be_changed(tmp_path: Path, state: Path) -> None:
    with closing(Workspace(tmp_path / "data", Clock(MORNING))) as workspace:
        here = LaptopHere(workspace)
        assert here.usual_name()
        workspace.preferences.set(UNIT_NAME, "市文明办")
        assert here.usual_name() == "市文明办"
        assert here.rename(" 一组 \n电脑 ").laptops
        made = here.identity()
        assert made.laptop.name == "一组 电脑"
        assert not here.rename("一组 电脑").laptops
        assert here.rename("二组").laptops
        assert here.identity() == made.named("二组")
        for wrong in ("", " ", "长" * 41):
            with pytest.raises(LaptopNameError):
                here.rename(wrong)


def test_a_copied_folder_is_a_new_laptop_and_says_so_once(tmp_path: Path, state: Path) -> None:
    original = identity(tmp_path / "data").laptop
    copy = shutil.copytree(tmp_path / "data", tmp_path / "copy")
    assert former(copy) == original
    new = identity(copy).laptop
    assert {new.id, new.code, new.key}.isdisjoint({original.id, original.code, original.key})
    with closing(Workspace(copy, Clock(MORNING))) as workspace:
        here = LaptopHere(workspace)
        assert here.former() == original
        assert here.read_of_former().laptops
        assert here.former() is None
        assert here.identity().laptop == new
    assert identity(tmp_path / "data").laptop == original
    assert former(tmp_path / "data") is None


@pytest.mark.ci
def test_a_restored_folder_is_a_new_laptop(tmp_path: Path, state: Path) -> None:
    folder, backup = tmp_path / "data", tmp_path / "backup.zip"
    original = identity(folder).laptop
    write_full_backup(folder, backup, MORNING)
    restore(backup, folder, MORNING)
    assert former(folder) == original
    new = identity(folder).laptop
    assert {new.id, new.code, new.key}.isdisjoint({original.id, original.code, original.key})


@pytest.mark.ci
def test_a_folder_restored_from_before_it_shared_is_a_new_laptop(
    tmp_path: Path, state: Path
) -> None:
    folder, backup = tmp_path / "data", tmp_path / "backup.zip"
    Workspace(folder).close()
    write_full_backup(folder, backup, MORNING)
    original = identity(folder).laptop
    restore(backup, folder, MORNING)
    new = identity(folder).laptop
    assert {new.id, new.code, new.key}.isdisjoint({original.id, original.code, original.key})
    assert former(folder) is None


def test_another_code_is_for_numbers_to_come(tmp_path: Path, state: Path) -> None:
    with closing(Workspace(tmp_path / "data", Clock(MORNING))) as workspace:
        here = LaptopHere(workspace)
        made = here.identity().laptop
        (number,) = workspace.finding_numbers.draw(MORNING, 1)
        assert made.code in number
        assert here.draw_another_code(set()).laptops
        other = here.identity().laptop
        assert (other.id, other.key) == (made.id, made.key)
        assert other.code != made.code
        assert workspace.finding_numbers.draw(MORNING, 1) == [f"2611-{other.code}-0001"]


@pytest.mark.parametrize("held", [b"", b"{", b"[]", b'{"id": "a", "key": "zz"}'])
def test_a_damaged_identity_is_a_new_laptop(tmp_path: Path, state: Path, held: bytes) -> None:
    original = identity(tmp_path / "data").laptop
    (file,) = state.rglob("identity-*.json")
    file.write_bytes(held)
    assert former(tmp_path / "data") == original
    assert identity(tmp_path / "data").laptop.id != original.id


@pytest.mark.skipif(os.name == "nt", reason="a folder of POSIX")
def test_where_no_key_can_be_kept_none_is_made(tmp_path: Path, state: Path) -> None:
    state.write_text("a file where the folder would be", "utf-8")
    with closing(Workspace(tmp_path / "data", Clock(MORNING))) as workspace:
        here = LaptopHere(workspace)
        with pytest.raises(CannotWriteError):
            here.identity()
        assert here.known() is None


def test_what_was_only_for_show_leaves_nothing(tmp_path: Path, state: Path) -> None:
    identity(tmp_path / "data")
    assert len(list(state.rglob("*.json"))) == 2
    forget_laptop(tmp_path / "data")
    assert list(state.rglob("*.json")) == []
