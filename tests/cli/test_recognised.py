"""A roster without 窗口类型 on the command line: what its windows are taken for is said."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.excel.rosters.rosters import roster


@pytest.mark.ci
def test_the_command_line_says_what_windows_are_taken_for(
    run: Run, english: Run, tmp_path: Path
) -> None:
    rows = [["市人民医院", name] for name in ("导诊台", "采血窗口2", "5号窗口")]
    path = roster(tmp_path, rows, ("单位", "窗口号"))
    assert "按名称识别为“导诊台”：导诊台" in run("check", path).out
    out = english("import", "--dry-run", path).out
    assert "Taken for 采血窗口 by their names: 采血窗口2" in out
    assert "No kind told, taken for 挂号收费: 5号窗口" in out
