"""Taking in a roster: once, twice, changed, in another spelling, and what it leaves alone."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from inspector.domain.errors import (
    FaultyFileError,
    NotAWorkbookError,
    NotFoundError,
    UnknownSiteError,
)
from inspector.domain.faults import Fault
from inspector.domain.visit.roster import Staff
from inspector.workspace.changes import Changes
from inspector.workspace.roster.roster_sentences import roster_sentences
from inspector.workspace.roster.rosters import RosterPreview
from inspector.workspace.workspace import Workspace
from tests.excel.rosters.rosters import roster
from tests.workspace.visiting import dump, start

SAMPLES = Path(__file__).parents[2] / "excel" / "samples"
HEADER = ("单位", "窗口号", "窗口类型", "工号", "姓名", "班组", "责任部门", "责任领导")

ROWS: list[tuple[object, ...]] = [
    ("城东厅", "1号窗口", "综合受理", "023", "张三", "早班", "综合部", "王主任"),
    ("城东厅", "1号窗口", "综合受理", "024", "李四", "晚班", "综合部", "王主任"),
    ("城东厅", "2号窗口", "收费", "025", "", "", "综合部", ""),
    ("城西厅", "1号窗口", "综合受理", "031", "", "", "", ""),
]


def preview(
    workspace: Workspace, tmp_path: Path, rows: Sequence[Sequence[Any]] = ROWS
) -> RosterPreview:
    return workspace.rosters.preview(roster(tmp_path, rows, HEADER))


def take_in(
    workspace: Workspace, tmp_path: Path, rows: Sequence[Sequence[Any]] = ROWS
) -> RosterPreview:
    shown = preview(workspace, tmp_path, rows)
    workspace.rosters.take_in(shown)
    return shown


def changed(row: int, column: int, value: str) -> list[tuple[object, ...]]:
    """The rows with another value in one cell; rows and columns count from 0."""
    rows = [list(cells) for cells in ROWS]
    rows[row][column] = value
    return [tuple(cells) for cells in rows]


def counts(shown: RosterPreview) -> tuple[int, int, int, int]:
    return (
        shown.new_sites,
        shown.new_windows,
        shown.changed_windows,
        shown.unchanged_windows,
    )


def test_a_preview_changes_nothing(workspace: Workspace, tmp_path: Path) -> None:
    before = dump(workspace.folder)
    shown = preview(workspace, tmp_path)
    assert counts(shown) == (2, 3, 0, 0)
    assert shown.changes_anything
    assert dump(workspace.folder) == before


def test_sites_windows_and_people_are_kept(workspace: Workspace, tmp_path: Path) -> None:
    shown = preview(workspace, tmp_path)
    assert workspace.rosters.take_in(shown) == (1, Changes(roster=True))
    east, west = workspace.rosters.sites()
    assert (east.name, west.name) == ("城东厅", "城西厅")
    first, second = workspace.rosters.windows(east.id)
    assert (first.number, first.kind, first.department, first.leader) == (
        "1号窗口", "comprehensive", "综合部", "王主任",
    )  # fmt: skip
    assert [(p.number, p.name, p.team) for p in first.staff] == [
        ("023", "张三", "早班"),
        ("024", "李四", "晚班"),
    ]
    assert (second.kind, second.leader) == ("cashier", "")
    assert [window.number for window in workspace.rosters.windows(west.id)] == ["1号窗口"]


@pytest.mark.parametrize("sample", ["roster-telecom-tidy.xlsx", "roster-hospital-messy.xlsx"])
def test_a_roster_taken_in_twice_changes_nothing(workspace: Workspace, sample: str) -> None:
    workspace.rosters.take_in(workspace.rosters.preview(SAMPLES / sample))
    before = dump(workspace.folder)
    again = workspace.rosters.preview(SAMPLES / sample)
    assert not again.changes_anything
    assert counts(again)[:3] == (0, 0, 0)
    assert again.kept == ()
    workspace.rosters.take_in(again)
    assert dump(workspace.folder) == before


@pytest.mark.parametrize(
    ("row", "column", "value"),
    [(2, 2, "综合受理"), (2, 3, "026"), (1, 4, "李思"), (0, 5, "中班"), (3, 6, "市场部")],
    ids=["kind", "another person", "name", "team", "department"],
)
def test_what_is_different_is_brought_up_to_date(
    workspace: Workspace, tmp_path: Path, row: int, column: int, value: str
) -> None:
    take_in(workspace, tmp_path)
    ids = [window.id for site in workspace.rosters.sites() for window in _windows(workspace, site)]
    shown = take_in(workspace, tmp_path, changed(row, column, value))
    assert counts(shown) == (0, 0, 1, 2)
    assert ids == [w.id for site in workspace.rosters.sites() for w in _windows(workspace, site)]
    assert not preview(workspace, tmp_path, changed(row, column, value)).changes_anything
    texts = str([_windows(workspace, site) for site in workspace.rosters.sites()])
    assert ("cashier" not in texts) if column == 2 else (value in texts)


def _windows(workspace: Workspace, site: Any) -> list[Any]:  # noqa: ANN401 -- a site
    return list(workspace.rosters.windows(site.id))


def test_a_person_no_longer_named_stays_with_the_visits_made(
    workspace: Workspace, tmp_path: Path
) -> None:
    take_in(workspace, tmp_path)
    site = workspace.rosters.site_named("城东厅")
    inspection_id = start(workspace, site)
    take_in(workspace, tmp_path, changed(0, 4, "张三丰"))
    card = workspace.inspections.sheet(inspection_id).scorecards[0]
    assert (card.staff_number, card.staff_name) == ("023", "张三")


def test_a_line_that_names_many_counts_the_rest(workspace: Workspace, tmp_path: Path) -> None:
    rows = [("城东厅", f"{at}号窗口", "", f"{at}", "", "", "", "") for at in range(1, 8)]
    shown = take_in(workspace, tmp_path, rows)
    title = workspace.packs.kind_title
    (every,) = (line for line in roster_sentences(shown, title) if "7号窗口" in line)
    (some,) = (line for line in roster_sentences(shown, title, most=3) if "1号窗口" in line)
    assert some == every.replace("、4号窗口、5号窗口、6号窗口、7号窗口", " and 4 more")
    assert every in roster_sentences(shown, title, most=7)


def test_windows_not_in_the_file_are_kept_and_named(workspace: Workspace, tmp_path: Path) -> None:
    take_in(workspace, tmp_path)
    before = dump(workspace.folder)
    shown = take_in(workspace, tmp_path, ROWS[:2])
    assert shown.kept == ("城东厅 2号窗口",)
    assert any(
        "城东厅 2号窗口" in line for line in roster_sentences(shown, workspace.packs.kind_title)
    )
    assert counts(shown) == (0, 0, 0, 1)
    assert dump(workspace.folder) == before


@pytest.mark.parametrize(
    ("column", "value"),
    [
        (1, "1 号窗口"),
        (1, "１号窗口"),  # full-width, as an input method types it
        (0, "城东厅 "),
        (0, "城 东 厅"),
    ],
)
def test_another_spelling_is_the_same_site_and_window(
    workspace: Workspace, tmp_path: Path, column: int, value: str
) -> None:
    take_in(workspace, tmp_path)
    rows = [[*cells] for cells in ROWS]
    for cells in rows[:2] if column == 1 else rows[:3]:
        cells[column] = value
    shown = preview(workspace, tmp_path, rows)
    assert counts(shown) == (0, 0, 0, 3)
    assert shown.kept == ()


@pytest.mark.parametrize("name", ["A厅", "a厅", "Ａ厅"])
def test_letters_and_width_do_not_make_another_site(
    workspace: Workspace, tmp_path: Path, name: str
) -> None:
    take_in(workspace, tmp_path, [("A厅", "A-1", "综合受理", "", "", "", "", "")])
    shown = take_in(workspace, tmp_path, [(name, "a-1", "综合受理", "", "", "", "", "")])
    assert counts(shown) == (0, 0, 0, 1)
    assert [site.name for site in workspace.rosters.sites()] == ["A厅"]


def test_the_order_of_the_file_is_the_order_of_the_windows(
    workspace: Workspace, tmp_path: Path
) -> None:
    take_in(workspace, tmp_path, [ROWS[2], *ROWS[:2]])
    site = workspace.rosters.site_named("城东厅")
    assert [w.number for w in workspace.rosters.windows(site.id)] == ["2号窗口", "1号窗口"]


def test_people_without_a_number_are_known_by_their_name(
    workspace: Workspace, tmp_path: Path
) -> None:
    rows = [
        ("城东厅", "1", "收费", "", "张三", "", "", ""),
        ("城东厅", "1", "收费", "", "李四", "", "", ""),
    ]
    take_in(workspace, tmp_path, rows)
    assert not preview(workspace, tmp_path, rows).changes_anything
    take_in(workspace, tmp_path, [("城东厅", "1", "收费", "", "张三", "晚班", "", "")])
    site = workspace.rosters.site_named("城东厅")
    (window,) = workspace.rosters.windows(site.id)
    assert [(p.name, p.team) for p in window.staff] == [("张三", "晚班"), ("李四", "")]


def test_a_preview_taken_in_twice_is_taken_in_once(workspace: Workspace, tmp_path: Path) -> None:
    shown = preview(workspace, tmp_path)
    workspace.rosters.take_in(shown)
    before = dump(workspace.folder)
    workspace.rosters.take_in(shown)
    assert dump(workspace.folder) == before


def test_two_previews_of_the_same_roster_can_both_be_taken_in(
    workspace: Workspace, tmp_path: Path
) -> None:
    # Two windows of the program, or the command line beside one.
    first, second = preview(workspace, tmp_path), preview(workspace, tmp_path)
    with closing(Workspace(workspace.folder)) as other:
        other.rosters.take_in(first)
    before = dump(workspace.folder)
    workspace.rosters.take_in(second)
    assert dump(workspace.folder) == before


def test_a_faulty_roster_changes_nothing(workspace: Workspace) -> None:
    before = dump(workspace.folder)
    with pytest.raises(FaultyFileError) as refused:
        workspace.rosters.preview(SAMPLES / "roster-toll-faulty.xlsx")
    assert len(refused.value.problems) > 1
    assert all("!" in problem.place for problem in refused.value.problems)
    assert dump(workspace.folder) == before


def test_what_is_no_workbook_is_told(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "text.xlsx").write_text("单位,窗口号\n", "utf-8")
    with pytest.raises(NotAWorkbookError):
        workspace.rosters.preview(tmp_path / "text.xlsx")
    with pytest.raises(NotFoundError):
        workspace.rosters.preview(tmp_path / "nowhere.xlsx")


def test_a_site_is_found_by_its_whole_name(workspace: Workspace, tmp_path: Path) -> None:
    take_in(workspace, tmp_path)
    assert workspace.rosters.site_named("城东厅").name == "城东厅"
    for name in ("城东", "", "城东厅'; --"):
        with pytest.raises(UnknownSiteError):
            workspace.rosters.site_named(name)


def test_the_template_is_a_roster_without_rows(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "template.xlsx"
    workspace.rosters.write_template(path)
    with pytest.raises(FaultyFileError) as refused:
        workspace.rosters.preview(path)
    assert [problem.fault for problem in refused.value.problems] == [Fault.NO_ROWS]


def test_a_person_is_not_thrown_out_by_a_blank_line(workspace: Workspace, tmp_path: Path) -> None:
    take_in(workspace, tmp_path)
    take_in(workspace, tmp_path, [("城东厅", "2号窗口", "收费", "", "", "", "综合部", "")])
    site = workspace.rosters.site_named("城东厅")
    (window,) = (w for w in workspace.rosters.windows(site.id) if w.number == "2号窗口")
    assert [person.number for person in window.staff] == ["025"]
    assert isinstance(window.staff[0], Staff)
