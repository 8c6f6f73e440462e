"""A workbook that is the roster from now on: who is added, renamed, ended; and merged instead."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspector.domain.visit.inspection import InspectionKind
from inspector.domain.visit.roster import RosterRow
from inspector.domain.visit.roster_event import RosterEventKind, RosterIntake, RosterSubject
from inspector.excel.rosters.roster_workbook import RosterSheet
from inspector.workspace.roster.roster_sentences import change_name, roster_sentences
from inspector.workspace.roster.rosters import RosterPreview
from inspector.workspace.visits.inspections import Duty
from inspector.workspace.workspace import Workspace
from tests.excel.rosters.rosters import roster
from tests.workspace.roster.test_rosters import HEADER, ROWS, changed, preview, take_in
from tests.workspace.visiting import PACK, answer_all, cards, identifiers


def replaced(workspace: Workspace, tmp_path: Path, rows: Sequence[Sequence[Any]]) -> RosterPreview:
    shown = workspace.rosters.preview_with(preview(workspace, tmp_path, rows), RosterIntake.REPLACE)
    workspace.rosters.take_in(shown)
    return shown


def told(shown: RosterPreview) -> list[tuple[RosterEventKind, str]]:
    return [(change.kind, change_name(change)) for change in shown.changes]


def in_use(workspace: Workspace) -> dict[str, dict[str, list[str]]]:
    rosters = workspace.rosters
    return {
        site.name: {
            window.number: [" ".join((p.number, p.name)).strip() for p in window.staff]
            for window in rosters.windows(site.id)
        }
        for site in rosters.sites()
    }


def test_what_the_file_has_not_is_ended_at_its_sites_only(
    workspace: Workspace, tmp_path: Path
) -> None:
    take_in(workspace, tmp_path)
    shown = replaced(workspace, tmp_path, [ROWS[0]])
    assert told(shown) == [
        (RosterEventKind.ENDED, "城东厅 1号窗口 024 李四"),
        (RosterEventKind.ENDED, "城东厅 2号窗口"),
    ]
    assert in_use(workspace) == {
        "城东厅": {"1号窗口": ["023 张三"]},
        "城西厅": {"1号窗口": ["031"]},
    }
    said = roster_sentences(shown, workspace.packs.kind_title)
    assert "Ended: 城东厅 1号窗口 024 李四、城东厅 2号窗口" in said
    assert "Sites that are not in the file stay as they are: 城西厅" in said


def test_who_and_what_is_new_is_said_by_name(workspace: Workspace, tmp_path: Path) -> None:
    take_in(workspace, tmp_path)
    more = [
        *ROWS,
        ("城东厅", "9号窗口", "收费", "029", "周七", "", "", ""),
        ("城东厅", "1号窗口", "综合受理", "026", "吴八", "", "综合部", "王主任"),
        ("城北厅", "1号窗口", "收费", "041", "郑九", "", "", ""),
    ]
    said = roster_sentences(replaced(workspace, tmp_path, more), workspace.packs.kind_title)
    assert "Sites added: 城北厅" in said
    assert "Windows added: 城东厅 9号窗口" in said  # those of a new site are only counted
    assert "People added: 城东厅 1号窗口 026 吴八" in said


def test_merged_it_stays(workspace: Workspace, tmp_path: Path) -> None:
    take_in(workspace, tmp_path)
    before = in_use(workspace)
    shown = take_in(workspace, tmp_path, [ROWS[0]])
    assert told(shown) == []
    assert shown.kept == ("城东厅 2号窗口",)
    assert in_use(workspace) == before


def test_what_ended_comes_back_with_the_file(workspace: Workspace, tmp_path: Path) -> None:
    take_in(workspace, tmp_path)
    before = in_use(workspace)
    ids = {w.id for s in workspace.rosters.sites() for w in workspace.rosters.windows(s.id)}
    replaced(workspace, tmp_path, [ROWS[0]])
    east = workspace.rosters.site_named("城东厅")
    workspace.roster_steps.end(RosterSubject.SITE, [east.id])
    shown = take_in(workspace, tmp_path)
    assert told(shown) == [
        (RosterEventKind.BACK, "城东厅"),
        (RosterEventKind.BACK, "城东厅 1号窗口 024 李四"),
        (RosterEventKind.BACK, "城东厅 2号窗口"),
    ]
    assert in_use(workspace) == before
    assert ids == {w.id for s in workspace.rosters.sites() for w in workspace.rosters.windows(s.id)}


def test_a_person_with_another_name_is_renamed(workspace: Workspace, tmp_path: Path) -> None:
    take_in(workspace, tmp_path)
    shown = take_in(workspace, tmp_path, changed(1, 4, "李思"))
    assert told(shown) == [(RosterEventKind.RENAMED, "城东厅 1号窗口 024 李四 → 024 李思")]
    assert "Renamed: 城东厅 1号窗口 024 李四 → 024 李思" in roster_sentences(
        shown, workspace.packs.kind_title
    )


def test_a_window_with_just_the_same_people_is_renamed(
    workspace: Workspace, tmp_path: Path
) -> None:
    take_in(workspace, tmp_path)
    east = workspace.rosters.site_named("城东厅")
    window = workspace.rosters.windows(east.id)[1]
    shown = replaced(workspace, tmp_path, changed(2, 1, "2号收费窗口"))
    assert told(shown) == [(RosterEventKind.RENAMED, "城东厅 2号窗口 → 2号收费窗口")]
    assert workspace.rosters.windows(east.id)[1].id == window.id


def test_with_other_people_it_is_another_window(workspace: Workspace, tmp_path: Path) -> None:
    take_in(workspace, tmp_path)
    rows = changed(2, 1, "3号窗口")
    rows[2] = (*rows[2][:3], "099", *rows[2][4:])
    shown = replaced(workspace, tmp_path, rows)
    assert (RosterEventKind.ENDED, "城东厅 2号窗口") in told(shown)
    assert (RosterEventKind.ADDED, "城东厅 3号窗口") in told(shown)


def test_what_has_no_column_stays_as_it_is(workspace: Workspace, tmp_path: Path) -> None:
    take_in(workspace, tmp_path)
    path = roster(tmp_path, [row[:5] for row in ROWS], HEADER[:5])
    for intake in RosterIntake:
        assert workspace.rosters.preview(path, intake).changes == ()


def test_the_roster_goes_out_and_comes_back_as_it_is(workspace: Workspace, tmp_path: Path) -> None:
    take_in(workspace, tmp_path)
    workspace.rosters.write_roster(tmp_path / "out.xlsx")
    for intake in RosterIntake:
        assert workspace.rosters.preview(tmp_path / "out.xlsx", intake).changes == ()


def test_an_intake_is_taken_back_whole(workspace: Workspace, tmp_path: Path) -> None:
    take_in(workspace, tmp_path)
    before = in_use(workspace)
    shown = workspace.rosters.preview_with(
        preview(workspace, tmp_path, [ROWS[3], ("城北厅", "1", "收费", "1", "", "", "", "")]),
        RosterIntake.REPLACE,
    )
    batch, _ = workspace.rosters.take_in(shown)
    assert in_use(workspace) != before
    workspace.roster_steps.undo(batch)
    assert in_use(workspace) == before


# Whatever is on the roster, and whatever the workbook says

_words = st.sampled_from(("", "1", "2", "3"))
_rows = st.lists(
    st.builds(
        RosterRow,
        site=st.sampled_from(("城东厅", "城西厅", "城北厅")),
        window=st.sampled_from(("1号", "2号", "3号", "4号")),
        kind=st.sampled_from(("comprehensive", "cashier")),
        staff_number=_words,
        staff_name=st.sampled_from(("", "张三", "李四")),
        team=_words,
        department=st.sampled_from(("", "综合部", "市场部")),
    ),
    min_size=1,
    max_size=8,
    # As the reading of a workbook sees to: nobody stands twice at a window.
    unique_by=lambda row: (row.site, row.window, row.staff_number or row.staff_name),
)


def _take_in(workspace: Workspace, rows: Sequence[RosterRow], intake: RosterIntake) -> None:
    shown = workspace.rosters._compare(RosterSheet(tuple(rows)), intake)
    workspace.rosters.take_in(shown)
    again = workspace.rosters._compare(RosterSheet(tuple(rows)), intake)
    assert not again.changes_anything, [change_name(change) for change in again.changes]


def test_a_number_that_has_another_name_is_renamed_though_its_name_comes_up_elsewhere(
    workspace: Workspace,
) -> None:
    def row(site: str, window: str, name: str) -> RosterRow:
        return RosterRow(site, window, "cashier", "2", name)

    _take_in(workspace, [row("城西厅", "2号", "张三")], RosterIntake.MERGE)
    _take_in(
        workspace, [row("城西厅", "2号", "李四"), row("城东厅", "1号", "张三")], RosterIntake.MERGE
    )
    assert in_use(workspace) == {"城西厅": {"2号": ["2 李四"]}, "城东厅": {"1号": ["2 张三"]}}


@pytest.mark.ci
@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.data())
def test_no_workbook_takes_a_window_from_an_open_visit(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("replaced")
    ids = identifiers()
    with closing(Workspace(folder, new_id=lambda: next(ids))) as workspace:
        _take_in(workspace, data.draw(_rows), RosterIntake.MERGE)
        site = workspace.rosters.sites()[0]
        windows = workspace.rosters.windows(site.id)
        duties = [Duty(window, window.staff[0] if window.staff else None) for window in windows]
        inspection, _ = workspace.inspections.start(
            site, InspectionKind.COVERT, ["甲"], PACK, duties, False
        )
        before = cards(workspace, inspection)
        for _ in range(2):
            known = {w.id for s in workspace.rosters.every_site()
                     for w in workspace.rosters.every_window(s.id)}  # fmt: skip
            _take_in(workspace, data.draw(_rows), data.draw(st.sampled_from(RosterIntake)))
            now = {w.id for s in workspace.rosters.every_site()
                   for w in workspace.rosters.every_window(s.id)}  # fmt: skip
            assert known <= now
            assert cards(workspace, inspection) == before
        assert {card.window_id for card in before} <= now
        answer_all(workspace, inspection)
        workspace.inspections.complete(inspection)
        assert cards(workspace, inspection) == before
