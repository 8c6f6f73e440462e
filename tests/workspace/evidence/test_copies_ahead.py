"""Photos that nobody has seen get their small copies; those of older months wait for a paper."""

import os
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from inspector.domain.visit.evidence import Evidence, EvidenceOrigin
from inspector.workspace.evidence.copies_ahead import make_ahead
from inspector.workspace.evidence.paper_photos import PaperPhotos
from inspector.workspace.preferences import PHOTO_CORNER
from inspector.workspace.workspace import Workspace
from tests.workspace.evidence_steps import let_stand, lose, photographed
from tests.workspace.kept import harm
from tests.workspace.visiting import Clock


class StopError(Exception):
    """Somebody is at the window."""


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime.fromisoformat("2026-11-25T09:30:00+08:00"))


@pytest.fixture
def workspace(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    with closing(Workspace(tmp_path / "data", clock)) as opened:
        yield opened


@pytest.fixture
def photos(workspace: Workspace) -> list[Evidence]:
    """Three photos of one visit, taken in without a window that shows them."""
    _, kept = photographed(workspace, range(3), EvidenceOrigin.CHOSEN)
    return kept


def unheard(done: int, total: int) -> None:
    """Nobody is at the window."""


def made(workspace: Workspace, name: str) -> set[str]:
    """The digests of photos with small copies of a kind, and of nothing else."""
    return {path.name[:64] for path in (workspace.folder / name).glob("??/*")}


def test_each_has_its_copies_and_a_second_time_finds_nothing(
    workspace: Workspace, photos: list[Evidence]
) -> None:
    workspace.of(PaperPhotos).thumbnail(photos[0])
    workspace.evidence.thumbnail(photos[1])  # as an older version did, without copies for papers
    assert make_ahead(workspace, unheard) == 2
    digests = {each.digest for each in photos}
    assert made(workspace, "prints") == made(workspace, "thumbnails") == digests
    assert not any(map(workspace.of(PaperPhotos).lacks, photos))
    assert make_ahead(workspace, unheard) == 0


def test_what_is_older_is_removed_erased_or_gone_is_left(
    workspace: Workspace, photos: list[Evidence], clock: Clock
) -> None:
    let_stand(workspace.evidence, photos[0].id, removed=True)
    lose(workspace.evidence.path_of(photos[1]))
    clock.moment = datetime.fromisoformat("2027-01-01T00:30:00+08:00")
    assert make_ahead(workspace, unheard) == 0
    clock.moment = datetime.fromisoformat("2026-12-31T23:30:00+08:00")
    assert make_ahead(workspace, unheard) == 1
    assert made(workspace, "prints") == {photos[2].digest}


def test_with_site_and_time_in_the_corner_papers_make_their_own(
    workspace: Workspace, photos: list[Evidence]
) -> None:
    workspace.preferences.set(PHOTO_CORNER, "yes")
    assert make_ahead(workspace, unheard) == 0
    assert made(workspace, "prints") == set()


def test_a_damaged_one_keeps_no_other_from_its_copies(
    workspace: Workspace, photos: list[Evidence]
) -> None:
    damaged = workspace.evidence.path_of(photos[-1])
    harm(damaged, damaged.read_bytes()[:300])
    assert make_ahead(workspace, unheard) == 2
    assert made(workspace, "prints") == {photos[0].digest, photos[1].digest}


def test_who_stops_it_has_what_was_made_and_it_is_swept_later(
    workspace: Workspace, photos: list[Evidence]
) -> None:
    heard: list[int] = []

    def stop(done: int, total: int) -> None:
        heard.append(total)
        if len(heard) > len(photos):  # each was looked at
            raise StopError

    with pytest.raises(StopError):
        make_ahead(workspace, stop)
    left = workspace.folder / "prints" / "ab" / ".begun.tmp"
    new = left.with_name(".new.tmp")
    left.parent.mkdir(parents=True, exist_ok=True)
    for path in (left, new):
        path.write_bytes(b"half")
    os.utime(left, (0, 0))
    make_ahead(workspace, unheard)
    assert (left.exists(), new.exists()) == (False, True)
    assert not any(map(workspace.of(PaperPhotos).lacks, photos))


def test_who_looks_for_them_can_be_stopped_as_well(
    workspace: Workspace, photos: list[Evidence]
) -> None:
    def stop(done: int, total: int) -> None:
        assert total == 0  # none is being made
        raise StopError

    with pytest.raises(StopError):
        make_ahead(workspace, stop)
    assert made(workspace, "prints") == set()


def test_where_nothing_is_kept_it_ends(workspace: Workspace, photos: list[Evidence]) -> None:
    (workspace.folder / "prints").write_bytes(b"a file where the folder should be")
    assert make_ahead(workspace, unheard) == 0
    assert len(made(workspace, "thumbnails")) == 1
    (workspace.folder / "thumbnails").rename(workspace.folder / "away")
    (workspace.folder / "thumbnails").write_bytes(b"another")
    assert make_ahead(workspace, unheard) == 0
