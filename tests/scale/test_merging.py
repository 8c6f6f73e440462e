"""Many laptops in one folder: what comes of it is whole, and costs do not grow with what is there.

The figures of the large form are in RESULTS.md.
"""

import io
from contextlib import closing
from pathlib import Path

import pytest

from inspector.workspace.sharing.contacts import Contacts
from inspector.workspace.visits.record_check import RecordCheck
from inspector.workspace.workspace import Workspace
from tests.scale.merging import fit, merge


@pytest.mark.ci
def test_four_laptops_of_one_district_meet_in_one_folder(tmp_path: Path) -> None:
    found = merge(4, 12, tmp_path, io.StringIO())

    assert [each.visits for each in found] == sorted({each.visits for each in found})
    with closing(Workspace(tmp_path / "merged")) as workspace:
        rows = workspace.database.rows
        visits = [str(key) for (key,) in rows("SELECT id FROM inspection")]
        assert workspace.of(RecordCheck).changed(visits) == []
        assert all(map(workspace.of(RecordCheck).is_as_sealed, visits))
        assert len(workspace.of(Contacts).all()) == 4
        (alias,) = rows("SELECT count(*) FROM alias WHERE kind = 'site' AND own_id <> foreign_id")
        assert alias[0] > 0  # they inspect the same halls, each by ids of its own
        names = [str(name) for (name,) in rows("SELECT name FROM site")]
        assert len(names) == len(set(names))


@pytest.mark.long
def test_fifty_laptops_cost_no_more_each_than_linearly(tmp_path: Path) -> None:
    found = merge(50, 250, tmp_path, io.StringIO())

    assert "faster" not in fit([each.cpu for each in found])
    assert "faster" not in fit([each.peak for each in found])
    assert found[-1].visits >= 50 * 250


def test_what_grows_is_told_from_what_stays() -> None:
    assert fit([2.0, 2.1, 2.0, 2.2, 2.1, 2.0]).startswith("flat")
    assert fit([1, 2, 3, 4, 5, 6]).startswith("grows linearly")
    assert fit([1, 1, 2, 4, 8, 16]).startswith("grows faster")
