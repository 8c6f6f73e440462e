"""Time and site in the corner of photos: on every paper that has any, and on copies alone."""

from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image, ImageStat

from inspector.domain.record.edition import Edition
from inspector.workspace.preferences import PHOTO_CORNER
from inspector.workspace.workspace import Workspace
from tests.workspace.papers.every_paper import every_paper, live_through
from tests.workspace.visiting import Clock

SHOWING = {"record exceptions", "record whole", "ledger", "notice", "circular"}


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Workspace, str]]:
    clock = Clock(datetime.fromisoformat("2026-11-25T09:30:00+08:00"))
    with closing(Workspace(tmp_path_factory.mktemp("corners") / "data", clock)) as workspace:
        yield workspace, live_through(workspace, clock)


def corners(path: Path) -> list[bool]:
    """Of each photo in a workbook, whether there are words in its corner."""
    with ZipFile(path) as package:
        content = [package.read(each) for each in package.namelist() if "media/" in each]
    found = []
    for each in content:
        if each.startswith(b"\xff\xd8"):  # a signature is no photo
            photo = Image.open(BytesIO(each)).convert("L")
            corner = photo.crop((photo.width - 6, photo.height - 6, photo.width, photo.height))
            found.append(ImageStat.Stat(photo).median[0] - ImageStat.Stat(corner).mean[0] > 40)
    return found


def kept(workspace: Workspace) -> dict[str, bytes]:
    """The bytes of all evidence and thumbnails."""
    return {
        str(path): path.read_bytes()
        for name in ("evidence", "thumbnails")
        for path in sorted((workspace.folder / name).rglob("*"))
        if path.is_file()
    }


def test_a_record_has_them_if_the_preferences_say_so(
    hall: tuple[Workspace, str], tmp_path: Path
) -> None:
    workspace, visit = hall
    before = kept(workspace)
    for wanted in ("no", "yes"):
        workspace.preferences.set(PHOTO_CORNER, wanted)
        path = workspace.reports.write_record(tmp_path / "a.xlsx", visit, Edition.EXCEPTIONS)
        assert corners(path) == [wanted == "yes"] * 2
    workspace.preferences.set(PHOTO_CORNER, "no")
    assert before
    assert kept(workspace) == before


@pytest.mark.ci
@pytest.mark.parametrize("wanted", ["no", "yes"])
def test_every_paper_with_photos_obeys(
    hall: tuple[Workspace, str], tmp_path: Path, wanted: str
) -> None:
    workspace, visit = hall
    workspace.preferences.set(PHOTO_CORNER, wanted)
    try:
        made = every_paper(workspace, visit, tmp_path)
    finally:
        workspace.preferences.set(PHOTO_CORNER, "no")
    found = {kind: each for kind, path in made.items() if (each := corners(path))}
    assert set(found) == SHOWING
    assert all(set(each) == {wanted == "yes"} for each in found.values()), found
