"""The papers that were written last: newest first, each once, never more than a screen or two."""

from pathlib import Path

from inspector.storage.files.paper_list import PAPER_LIST
from inspector.storage.own.setting_store import SettingStore
from inspector.workspace.papers.recent_papers import MOST
from inspector.workspace.workspace import Workspace


def names(workspace: Workspace) -> list[str]:
    return [paper.path.name for paper in workspace.recent_papers.listed()]


def test_the_newest_is_first_each_stands_once_and_the_oldest_goes(
    workspace: Workspace, tmp_path: Path
) -> None:
    recent = workspace.recent_papers
    assert recent.listed() == []
    for number in range(MOST + 5):
        assert recent.remember(tmp_path / f"{number}.xlsx").papers
    assert names(workspace) == [f"{number}.xlsx" for number in range(MOST + 4, 4, -1)]
    recent.remember(tmp_path / "20.xlsx", tmp_path / "new.xlsx")
    assert names(workspace)[:3] == ["20.xlsx", "new.xlsx", f"{MOST + 4}.xlsx"]
    assert len(names(workspace)) == MOST
    assert recent.listed()[0].written_at == workspace.now()


def test_what_another_program_put_there_is_none(workspace: Workspace, tmp_path: Path) -> None:
    for spoilt in ("[1]", "x", '[["a.xlsx","yesterday"],["b.xlsx","2026-03-04T10:00:00"]]'):
        SettingStore(workspace.database).put("recent_papers", spoilt)
        assert names(workspace) in ([], ["b.xlsx"])


def test_spoilt_lines_are_passed_over_and_the_list_stays_short(
    workspace: Workspace, tmp_path: Path
) -> None:
    recent, file = workspace.recent_papers, workspace.database.path.with_name(PAPER_LIST)
    recent.remember(tmp_path / "a.xlsx")
    with file.open("ab") as lines:
        lines.write(b'\n[1]\n"ab"\n["x.xlsx","yesterday"]\n\xff\n["cut.xl')  # the power failed
    recent.remember(tmp_path / "b.xlsx")
    assert names(workspace) == ["b.xlsx", "a.xlsx"]
    for number in range(900):
        recent.remember(tmp_path / ("long" * 20) / f"{number}.xlsx")
    assert names(workspace) == [f"{number}.xlsx" for number in range(899, 899 - MOST, -1)]
    assert file.stat().st_size < 100_000


def test_what_an_older_version_kept_is_behind_it(workspace: Workspace, tmp_path: Path) -> None:
    old = '[["new.xlsx","2026-03-05T10:00:00"],["old.xlsx","2026-03-04T10:00:00"]]'
    SettingStore(workspace.database).put("recent_papers", old)
    assert names(workspace) == ["new.xlsx", "old.xlsx"]
    workspace.recent_papers.remember(tmp_path / "a.xlsx")
    assert names(workspace) == ["a.xlsx", "new.xlsx", "old.xlsx"]
