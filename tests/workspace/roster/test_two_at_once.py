"""Two programs change one roster at a time: each name is taken once, and the other is told."""

import subprocess
import sys
from pathlib import Path

import pytest

from inspector.workspace.workspace import Workspace

_ADDS = """
import sys
from pathlib import Path
from inspector.domain.errors import RefusedInputError
from inspector.workspace.workspace import Workspace

workspace, refused = Workspace(Path(sys.argv[1])), 0
print(flush=True)
sys.stdin.readline()
for number in range(60):
    try:
        workspace.roster_steps.add_window(sys.argv[2], f"{number}号", "", "综合部")
    except RefusedInputError:
        refused += 1
print(refused)
"""


@pytest.mark.ci
def test_each_window_is_added_by_one_of_them(tmp_path: Path) -> None:
    with_site = Workspace(tmp_path)
    site = with_site.roster_steps.add_site("城东厅").id
    with_site.close()
    command = [sys.executable, "-c", _ADDS, str(tmp_path), site]
    runs = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    for run in runs:  # both are there before either begins
        assert run.stdout is not None
        assert run.stdout.readline() == "\n"
    for run in runs:
        assert run.stdin is not None
        run.stdin.write("\n")
        run.stdin.flush()
    refused = [int(run.communicate()[0]) for run in runs]
    assert [run.returncode for run in runs] == [0, 0]
    assert sum(refused) == 60
    workspace = Workspace(tmp_path)
    assert sorted(int(w.number[:-1]) for w in workspace.rosters.windows(site)) == [*range(60)]
    assert [each.name for each in workspace.rosters.departments(site)] == ["综合部"]
    workspace.close()
