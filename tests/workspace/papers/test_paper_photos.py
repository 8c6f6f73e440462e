"""Photos for papers are made once, before the paper, and none of it is needed for the paper."""

from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from inspector.domain.papers.print_size import PrintSize
from inspector.domain.visit.evidence import Evidence, EvidenceOrigin, EvidenceRole
from inspector.excel.papers.ledger.ledger_sheet_columns import PHOTOS
from inspector.excel.sheet.photo_pages import PHOTO_SIZE
from inspector.storage.evidence.photo_making import crossed_out
from inspector.workspace.evidence.paper_photos import PaperPhotos
from inspector.workspace.preferences import PHOTO_CORNER
from inspector.workspace.workspace import Workspace
from tests.workspace.evidence_steps import lose, photographed
from tests.workspace.visiting import Clock, answer_all

ROOM = PrintSize(64, 48)
SITE = "城东厅"


class StopError(Exception):
    """Whoever waits has had enough."""


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    clock = Clock(datetime.fromisoformat("2026-11-25T09:30:00+08:00"))
    with closing(Workspace(tmp_path / "data", clock)) as opened:
        yield opened


@pytest.fixture
def photos(workspace: Workspace) -> list[Evidence]:
    """Seven photos of one visit, the last of them once more of what the first shows."""
    shades = (0, 1, 2, 3, 4, 5, 0)
    inspection, kept = photographed(workspace, shades, EvidenceOrigin.PASTED)
    answer_all(workspace, inspection)
    assert all(each.role is EvidenceRole.FOUND for each in kept)
    return kept


def copies(workspace: Workspace) -> list[Path]:
    return sorted((workspace.folder / "prints").glob("??/*"))


def test_each_is_made_once_and_told_of(workspace: Workspace, photos: list[Evidence]) -> None:
    pictures = workspace.of(PaperPhotos)
    told: list[tuple[int, int]] = []
    wanted = [(each, SITE) for each in photos]
    pictures.make_ready(wanted, ROOM, lambda done, total: told.append((done, total)))
    assert told == [(number, 6) for number in range(1, 7)]
    made = copies(workspace)
    assert len(made) == 6
    before = [path.stat().st_ino for path in made]
    pictures.make_ready(wanted, ROOM)
    assert [path.stat().st_ino for path in copies(workspace)] == before
    first, last = (pictures.picture(photos[at], SITE, ROOM) for at in (0, -1))
    assert first.key == last.key
    assert first.make() == last.make()
    assert len({pictures.picture(each, SITE, ROOM).key for each in photos}) == 6


def test_what_stops_it_leaves_no_thread_and_nothing_half_written(
    workspace: Workspace, photos: list[Evidence]
) -> None:
    import threading

    before = threading.active_count()

    def stop(done: int, total: int) -> None:
        if done == 2:
            raise StopError

    with pytest.raises(StopError):
        workspace.of(PaperPhotos).make_ready([(each, SITE) for each in photos], ROOM, stop)
    assert threading.active_count() == before
    left = copies(workspace)
    assert len(left) >= 2
    assert {path.suffix for path in left} == {".jpg"}
    workspace.of(PaperPhotos).make_ready([(each, SITE) for each in photos], ROOM)
    assert len(copies(workspace)) == 6


def test_they_are_made_while_a_paper_is_written_up_to_them(
    workspace: Workspace, photos: list[Evidence]
) -> None:
    pictures = workspace.of(PaperPhotos)
    told: list[tuple[int, int]] = []
    wanted = [(each, SITE) for each in photos]
    with pictures.made_beside(wanted, ROOM, lambda *far: told.append(far)) as ready:
        shown = [pictures.picture(*each, ROOM, ready) for each in wanted]
        made = [each.make() for each in shown]
        assert told[-1] == (6, 6)
    assert told == sorted(told)
    assert made[0] == made[-1]
    assert len(set(made)) == len(copies(workspace)) == 6
    assert made == [pictures.jpeg(*each, ROOM) for each in wanted]


@pytest.mark.parametrize("wanted", [1, 7])
def test_whoever_stops_while_a_photo_is_waited_for_stops_them_all(
    workspace: Workspace, photos: list[Evidence], wanted: int
) -> None:
    import threading

    before = threading.active_count()

    def stop(done: int, total: int) -> None:
        raise StopError

    pictures = workspace.of(PaperPhotos)
    with (
        pytest.raises(StopError),
        pictures.made_beside([(each, SITE) for each in photos[:wanted]], ROOM, stop) as ready,
    ):
        pictures.picture(photos[0], SITE, ROOM, ready).make()
    assert threading.active_count() == before
    assert {path.suffix for path in copies(workspace)} <= {".jpg"}


def test_where_no_copy_is_kept_the_paper_has_its_photos(
    workspace: Workspace, photos: list[Evidence]
) -> None:
    pictures = workspace.of(PaperPhotos)
    kept = pictures.picture(photos[1], SITE, ROOM).make()
    for path in copies(workspace):
        path.unlink()
    for folder in (workspace.folder / "prints").iterdir():
        folder.rmdir()
    (workspace.folder / "prints").rmdir()
    (workspace.folder / "prints").write_bytes(b"a file where the folder should be")
    wanted = [(each, SITE) for each in photos]
    pictures.make_ready(wanted, ROOM)
    assert pictures.picture(photos[1], SITE, ROOM).make() == kept
    with pictures.made_beside(wanted, ROOM, lambda done, total: None) as ready:
        assert pictures.picture(photos[1], SITE, ROOM, ready).make() == kept


def test_a_photo_with_marks_is_another_picture(
    workspace: Workspace, photos: list[Evidence]
) -> None:
    from dataclasses import replace

    pictures = workspace.of(PaperPhotos)
    marked = replace(photos[0], annotated=photos[1].digest)
    assert marked.shown[0] == photos[1].digest
    assert pictures.key(marked, SITE, ROOM) == pictures.key(photos[1], SITE, ROOM)
    assert pictures.key(marked, SITE, ROOM) != pictures.key(photos[0], SITE, ROOM)


def test_a_photo_that_was_seen_small_has_its_copies_for_papers(
    workspace: Workspace, photos: list[Evidence]
) -> None:
    pictures = workspace.of(PaperPhotos)
    seen = photos[1]
    pictures.thumbnail(seen)
    assert len(copies(workspace)) == 2
    before = [each.stat().st_ino for each in copies(workspace)]
    lose(workspace.evidence.path_of(seen))
    made = pictures.jpeg(seen, SITE, PHOTO_SIZE)
    with Image.open(BytesIO(made)) as shown:
        assert shown.size == (200, 150)
    assert pictures.jpeg(seen, SITE, PHOTOS.print_size) != crossed_out()
    assert [each.stat().st_ino for each in copies(workspace)] == before


def test_where_photos_tell_site_and_time_none_are_made_without(
    workspace: Workspace, photos: list[Evidence]
) -> None:
    workspace.preferences.set(PHOTO_CORNER, "yes")
    workspace.of(PaperPhotos).thumbnail(photos[1])
    assert copies(workspace) == []
