"""Pictures that arrive in a folder during a visit: offered once, old ones only when asked for."""

import os
from datetime import datetime, timedelta
from pathlib import Path

from inspector.workspace.visits.arriving_pictures import (
    LOOKED_AT,
    MOST_AT_ONCE,
    NewPicture,
    NewPictures,
)
from inspector.workspace.workspace import Workspace
from tests.photos import photo
from tests.workspace.visiting import add_site, start


def watch(workspace: Workspace, folder: Path, *, everything: bool = False) -> NewPictures:
    folder.mkdir(exist_ok=True)
    (line,) = workspace.inspections.unfinished()
    return workspace.new_pictures(folder, line.inspection, 96, everything=everything)


def all_of(pictures: NewPictures) -> list[NewPicture]:
    """Look until nothing is left, as a window does."""
    found, more = pictures.look()
    while more:
        came, more = pictures.look()
        found += came
    return found


def put(folder: Path, name: str, at: datetime) -> Path:
    folder.mkdir(exist_ok=True)
    path = photo(folder, name)
    os.utime(path, (at.timestamp(), at.timestamp()))
    return path


def test_what_arrives_is_offered_once_it_is_finished(workspace: Workspace, tmp_path: Path) -> None:
    start(workspace, add_site(workspace))
    folder = tmp_path / "phone"
    put(folder, "before.jpg", datetime.fromisoformat("2026-11-01T09:00:00+08:00"))
    pictures = watch(workspace, folder)
    assert all_of(pictures) == []
    put(folder, "new.jpg", workspace.now())
    assert all_of(pictures) == []  # it may still be growing
    (picture,) = all_of(pictures)
    assert picture.path.name == "new.jpg"
    assert picture.small.startswith(b"\xff\xd8")
    assert not picture.before_visit
    assert all_of(pictures) == []


def test_what_was_attached_or_dismissed_is_not_offered_to_the_same_visit(
    workspace: Workspace, tmp_path: Path
) -> None:
    start(workspace, add_site(workspace))
    folder = tmp_path / "phone"
    pictures = watch(workspace, folder)
    paths = [put(folder, f"{number}.jpg", workspace.now()) for number in range(3)]
    all_of(pictures)
    assert len(all_of(pictures)) == 3
    pictures.settle(paths[0]).write(workspace)
    pictures.settle(paths[1]).write(workspace)
    pictures.settle(paths[1], done=False).write(workspace)
    again = watch(workspace, folder)
    all_of(again)
    assert {each.path.name for each in all_of(again)} == {"1.jpg", "2.jpg"}


def test_a_file_that_is_no_picture_is_offered_without_a_look(
    workspace: Workspace, tmp_path: Path
) -> None:
    start(workspace, add_site(workspace))
    folder = tmp_path / "phone"
    pictures = watch(workspace, folder)
    all_of(pictures)
    (folder / "broken.jpg").write_bytes(b"\xff\xd8\xff half")
    all_of(pictures)
    (picture,) = all_of(pictures)
    assert picture.small == b""


def test_a_file_written_whole_over_a_broken_one_is_offered_again(
    workspace: Workspace, tmp_path: Path
) -> None:
    start(workspace, add_site(workspace))
    folder = tmp_path / "phone"
    pictures = watch(workspace, folder)
    all_of(pictures)
    path = folder / "one.jpg"
    path.write_bytes(b"\xff\xd8\xff half")
    all_of(pictures)
    (broken,) = all_of(pictures)
    pictures.settle(broken.path).write(workspace)  # attached, and refused
    put(folder, "one.jpg", workspace.now())
    assert all_of(pictures) == []
    (whole,) = all_of(pictures)
    assert (whole.path, bool(whole.small)) == (path, True)
    assert all_of(pictures) == []
    pictures.settle(whole.path).write(workspace)
    again = watch(workspace, folder)
    all_of(again)
    assert all_of(again) == []  # as it was dismissed
    put(folder, "one.jpg", workspace.now() + timedelta(minutes=1))
    all_of(again)
    assert len(all_of(again)) == 1


def test_of_a_full_card_the_newest_are_offered_in_portions(
    workspace: Workspace, tmp_path: Path
) -> None:
    start(workspace, add_site(workspace))
    folder = tmp_path / "phone"
    first = put(folder, "0.jpg", datetime.fromisoformat("2026-11-01T09:00:00+08:00"))
    for number in range(1, MOST_AT_ONCE + 5):
        path = folder / f"{number}.jpg"
        path.write_bytes(first.read_bytes())
        moment = first.stat().st_mtime + number
        os.utime(path, (moment, moment))
    pictures = watch(workspace, folder, everything=True)
    all_of(pictures)
    portion, more = pictures.look()
    assert (len(portion), more) == (LOOKED_AT, True)
    rest = all_of(pictures)
    assert len(portion) + len(rest) == MOST_AT_ONCE
    assert rest[-1].path.name == f"{MOST_AT_ONCE + 4}.jpg"


def test_what_another_program_left_in_the_settings_harms_nothing(
    workspace: Workspace, tmp_path: Path
) -> None:
    start(workspace, add_site(workspace))
    (line,) = workspace.inspections.unfinished()
    folder = tmp_path / "phone"
    for kept in ("{", '{"a": 1}', "[1, null]"):
        workspace.preferences._store.put(f"pictures-done.{line.inspection.id}", kept)
        pictures = watch(workspace, folder)
        put(folder, "new.jpg", workspace.now())
        all_of(pictures)
        assert len(all_of(pictures)) == 1
