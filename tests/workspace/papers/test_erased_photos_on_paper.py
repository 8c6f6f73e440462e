"""Where an erased photo stood papers have a picture that says so, with the day."""

from contextlib import closing
from datetime import timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest

from inspector.storage.evidence.photo_making import erased_picture
from inspector.workspace.extent import Extent, month_of
from inspector.workspace.workspace import Workspace
from tests.workspace.personal.people import NOON, fill
from tests.workspace.visiting import Clock

DAY = NOON.date()


@pytest.mark.ci
def test_every_paper_with_photos_says_that_one_was_erased(tmp_path: Path) -> None:
    with closing(Workspace(tmp_path / "data", Clock(NOON))) as workspace:
        visit = fill(workspace)
        workspace.erasures.erase_photos(DAY + timedelta(days=1), "满期", "周某")
        reports, month = workspace.reports, Extent(month_of(DAY))
        record, circular, ledger = (tmp_path / f"{each}.xlsx" for each in "rcl")
        reports.write_record(record, visit)
        reports.write_circular(circular, month)
        reports.write_rectification(ledger, month, photos=True)
        for path in (record, circular, ledger):
            assert photos_in(path) == [erased_picture(DAY)], path.name


def photos_in(path: Path) -> list[bytes]:
    with ZipFile(path) as package:
        names = [each for each in package.namelist() if "media/" in each]
        return [package.read(each) for each in names if each.endswith("jpeg")]
