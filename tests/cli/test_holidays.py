"""`import` of the holidays of a year, through `main`."""

from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from inspector.workspace.workspace import Workspace
from tests.cli.conftest import Run
from tests.workspace.findings.arranged_years import DEADLINE, YEAR, due_next_year, next_year
from tests.workspace.visiting import dump

PERIOD = ("--from", "2000-01-01", "--to", "2199-12-31")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder in which one finding is due in the first days of next year."""
    folder = tmp_path / "data"
    with closing(Workspace(folder)) as workspace:
        due_next_year(workspace)
    return folder


def deadlines(folder: Path) -> list[date]:
    with closing(Workspace(folder)) as workspace:
        return [f.deadline for f in workspace.finding_store.unfinished_until(date.min)]


def test_a_year_is_taken_in_and_deadlines_move_when_asked(
    english: Run, data: Path, tmp_path: Path
) -> None:
    path, held = next_year(tmp_path), dump(data)
    arrow = f"{DEADLINE} → {DEADLINE - timedelta(days=1)}"
    dry = english("--data", data, "import", path, "--dry-run")
    assert (dry.code, dry.err, dump(data)) == (0, "", held)
    assert dry.out.startswith(f"Holidays of {YEAR}: ")
    assert arrow in dry.out
    done = english("--data", data, "import", path)
    assert (done.code, done.err, done.out) == (0, "", dry.out)
    assert "They stay as they are; --move-deadlines moves them." in done.out
    assert deadlines(data) == [DEADLINE]
    moved = english("--data", data, "import", path, "--move-deadlines")
    assert (moved.code, moved.err) == (0, "")
    assert "They count already." in moved.out
    assert arrow in moved.out
    assert deadlines(data) == [DEADLINE - timedelta(days=1)]
    again = english("--data", data, "import", path, "--move-deadlines")
    assert "→" not in again.out
    assert english("--data", data, "doctor").code == 0


def test_half_a_year_is_refused_by_name(english: Run, data: Path, tmp_path: Path) -> None:
    path = next_year(tmp_path)
    path.write_text(path.read_text("utf-8").replace(f"{YEAR}-10-03", f"{YEAR}-10-04"), "utf-8")
    held = dump(data)
    done = english("--data", data, "import", path)
    assert done.code == 1
    assert f"{YEAR}-10-03 国庆节" in done.err
    assert dump(data) == held


@pytest.mark.ci
def test_other_files_move_no_deadlines(english: Run, data: Path, tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    assert english("--data", data, "export", "rectification", "-o", path, *PERIOD).code == 0
    done = english("--data", data, "import", path, "--move-deadlines")
    assert done.code == 2
    assert "--move-deadlines" in done.err


PERIOD = ("--from", "2000-01-01", "--to", "2199-12-31")
