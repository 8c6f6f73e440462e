"""Photos that stayed at home the first time are asked for, and come with a later bundle."""

from contextlib import closing
from pathlib import Path

import pytest

from inspector.domain.sharing.manifest import Scope
from inspector.domain.sharing.travelling import PHOTOS
from inspector.storage.sharing.bundle_reading import opened_bundle
from inspector.workspace.folder_opening import open_beside
from inspector.workspace.sharing.sharing import Sharing
from inspector.workspace.workspace import Workspace
from tests.workspace.sharing.test_relaying import take_in
from tests.workspace.sharing.test_sharing import write_sample
from tests.written_once import Written


def photos_in(folder: Path) -> set[str]:
    return {path.stem for path in (folder / "evidence").glob("*/*")}


def photos_of(path: Path) -> frozenset[str]:
    with opened_bundle(path, work=path.parent) as bundle:
        return bundle.evidence_digests


@pytest.mark.ci
def test_photos_come_later_to_who_asks_for_them(copied: Written, tmp_path: Path) -> None:
    east, west = copied(write_sample, 3), tmp_path / "west"
    Workspace(west).close()
    with closing(open_beside(east)) as workspace:
        workspace.of(Sharing).share(tmp_path / "bare.inspx", Scope())
    take_in(west, tmp_path / "bare.inspx")
    assert photos_in(west) == set()
    with closing(open_beside(west)) as workspace:
        written, _ = workspace.of(Sharing).share(tmp_path / "asks.inspx", Scope(), [PHOTOS])
    assert set(written.manifest.wanted) >= photos_in(east) > set()
    take_in(east, tmp_path / "asks.inspx")
    nothing = Scope(first=None, last=None, sites=("nobody's",))
    with closing(open_beside(east)) as workspace:
        sharing = workspace.of(Sharing)
        assert sharing.contents(nothing).photos >= len(photos_in(east))
        sharing.share(tmp_path / "answers.inspx", nothing, [PHOTOS])
    assert photos_of(tmp_path / "answers.inspx") == photos_in(east)
    take_in(west, tmp_path / "answers.inspx")
    assert photos_in(west) == photos_in(east)
    with closing(open_beside(west)) as workspace:
        written, _ = workspace.of(Sharing).share(tmp_path / "fine.inspx", Scope(), [PHOTOS])
    assert written.manifest.wanted == ()
    take_in(east, tmp_path / "fine.inspx")
    with closing(open_beside(east)) as workspace:
        assert workspace.of(Sharing).contents(nothing).photos == 0
