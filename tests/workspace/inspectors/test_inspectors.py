"""Inspectors added, changed, ended, brought back, taken back; parties and conflicts of visits."""

import math
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest

from inspector.domain.errors import RefusedInputError
from inspector.domain.faults import Fault
from inspector.domain.people.inspector import Inspector, Role, is_phone
from inspector.domain.people.party import PartyMember
from inspector.domain.visit.inspection import InspectionKind
from inspector.excel.rosters.inspector_template import write_inspector_template
from inspector.excel.sheet.page_setup import page_points
from inspector.workspace.workspace import Workspace
from tests.workspace.visiting import Clock, add_site, start

HEAD = Inspector("", "周敏", "市文明办", Role.HEAD, "第一组")
MEMBER = Inspector("", "郑洁", "市文明办", Role.MEMBER, "第一组", "138")


def filled(workspace: Workspace) -> dict[str, Inspector]:
    workspace.inspector_steps.add(HEAD, MEMBER)
    return {each.name: each for each in workspace.inspectors.all()}


def test_they_are_typed_by_hand(workspace: Workspace) -> None:
    workspace.inspector_steps.add(replace(HEAD, name=" 周　敏 ", unit="市文明办 "), MEMBER)
    told = [replace(each, id="") for each in workspace.inspectors.all()]
    assert told == [HEAD, MEMBER]
    assert [each.name for each in workspace.inspectors.groups()["第一组"]] == ["周敏", "郑洁"]


@pytest.mark.parametrize("name", ["周敏", "周 敏", "　周敏"])
def test_a_name_is_nobody_elses(workspace: Workspace, name: str) -> None:
    people = filled(workspace)
    with pytest.raises(RefusedInputError) as refused:
        workspace.inspector_steps.add(Inspector("", "新人"), Inspector("", name))
    (problem,) = refused.value.problems
    assert (problem.place, problem.fault, problem.found) == ("name", Fault.TAKEN, "周敏")
    assert len(workspace.inspectors.all()) == 2  # all of them, or none
    workspace.inspector_steps.end([people["周敏"].id])
    with pytest.raises(RefusedInputError) as refused:
        workspace.inspector_steps.add(Inspector("", name))
    assert refused.value.problems[0].fault is Fault.ENDED


def test_a_name_typed_twice_is_one_person(workspace: Workspace) -> None:
    done = workspace.inspector_steps.add(HEAD, replace(HEAD, name="周 敏"), MEMBER)
    assert done.names == ("周敏", "郑洁")
    assert [each.name for each in workspace.inspectors.all()] == ["周敏", "郑洁"]


def test_words_are_no_telephone_number(workspace: Workspace) -> None:
    for phone in ("abc", "未知", "1"):
        with pytest.raises(RefusedInputError) as refused:
            workspace.inspector_steps.add(replace(HEAD, phone=phone))
        (problem,) = refused.value.problems
        assert (problem.place, problem.fault, problem.found) == ("phone", Fault.NOT_A_PHONE, phone)
    for number in ("13800000000", "0100-8765432转801", "内线 602", "110", ""):
        assert is_phone(number)


def test_nobody_is_away_until_a_day_before_it_began(workspace: Workspace) -> None:
    day = date(2026, 12, 3)
    for first in (None, day + timedelta(1)):
        with pytest.raises(RefusedInputError) as refused:
            workspace.inspector_steps.add(replace(HEAD, away_first=first, away_last=day))
        assert refused.value.problems[0].place == "away"
    with pytest.raises(RefusedInputError):
        workspace.inspector_steps.add(replace(HEAD, name=" "))
    assert workspace.inspectors.all() == ()


def test_every_step_is_taken_back(workspace: Workspace) -> None:
    people = filled(workspace)
    steps = workspace.inspector_steps
    before = workspace.inspectors.all()
    head = people["周敏"]
    changed = steps.change(replace(head, unit="市住建局", away_first=date(2026, 11, 27)))
    assert not workspace.inspectors.all()[0].reachable
    assert workspace.inspectors.groups()["第一组"] == (people["郑洁"],)
    steps.undo(changed.batch)
    assert workspace.inspectors.all() == before
    ended = steps.end([head.id, people["郑洁"].id])
    assert workspace.inspectors.in_use() == ()
    again = steps.undo(ended.batch)
    assert workspace.inspectors.all() == before
    steps.undo(again.batch)
    assert workspace.inspectors.in_use() == ()
    steps.bring_back([head.id])
    assert [each.name for each in workspace.inspectors.in_use()] == ["周敏"]
    events = workspace.inspectors.events()
    assert events[0].name == "周敏"
    assert events[0].after == {"ended_on": None}
    assert events[-1].before is None
    with pytest.raises(KeyError):
        steps.end(["nobody"])
    with pytest.raises(KeyError):
        steps.undo(99)


def test_who_was_added_ends_when_that_is_taken_back(workspace: Workspace) -> None:
    done = workspace.inspector_steps.add(HEAD)
    workspace.inspector_steps.undo(done.batch)
    (ended,) = workspace.inspectors.all()
    assert ended.ended


def test_who_is_away_can_be_reached_again_afterwards(workspace: Workspace, clock: Clock) -> None:
    today = clock().date()
    workspace.inspector_steps.add(replace(HEAD, away_first=today, away_last=today + timedelta(1)))
    reachable = []
    for _ in range(3):
        reachable.append(workspace.inspectors.all()[0].reachable)
        clock.moment += timedelta(days=1)
    assert reachable == [False, False, True]


# Visits


def test_a_visit_keeps_who_was_what(workspace: Workspace) -> None:
    people = filled(workspace)
    site = add_site(workspace)
    inspection_id, _ = workspace.inspections.begin(
        site, InspectionKind.RECHECK, ["郑洁", "路人", "周敏"], workspace.packs.all()[0], [], True
    )
    visit = workspace.inspection_store.get(inspection_id)
    party = (
        PartyMember("郑洁", Role.MEMBER, people["郑洁"].id, "市文明办", "第一组"),
        PartyMember("路人"),
        PartyMember("周敏", Role.HEAD, people["周敏"].id, "市文明办", "第一组"),
    )
    assert visit.inspectors == ("郑洁", "路人", "周敏")
    assert visit.party == party
    workspace.inspector_steps.change(replace(people["周敏"], unit="别处", role=Role.MEMBER))
    assert workspace.inspection_store.get(inspection_id).party == party
    named, _ = workspace.inspections.name_inspectors(inspection_id, ["路人"])
    assert named.party == ()
    named, _ = workspace.inspections.name_inspectors(inspection_id, ["周敏"])
    assert [each.unit for each in named.party] == ["别处"]


def test_free_names_are_no_party(workspace: Workspace) -> None:
    site = add_site(workspace)
    visit = workspace.inspection_store.get(start(workspace, site))
    assert visit.inspectors
    assert visit.party == ()
    assert workspace.inspectors.unknown(["路人", "", "路人"]) == ("路人",)


def test_a_conflict_follows_from_the_unit(workspace: Workspace) -> None:
    filled(workspace)
    site = add_site(workspace, "城东厅")
    conflicts = workspace.inspectors.conflicts
    assert conflicts(["周敏", "1001", "王主任", "路人"], site) == ("1001", "王主任")
    head = workspace.inspectors.all()[0]
    workspace.inspector_steps.change(replace(head, unit="城东 厅"))
    assert conflicts(["周敏", "郑洁"], site) == ("周敏",)
    workspace.inspector_steps.change(replace(head, unit="市电信公司"))
    assert conflicts(["周敏", "郑洁"], site) == ()
    assert conflicts(["周敏", "郑洁"], replace(site, unit="市电信公司")) == ("周敏",)
    workspace.inspector_steps.change(replace(head, unit=""))
    assert conflicts(["周敏"], site) == ()  # no unit is nobody's unit


# Workbooks


def test_a_workbook_is_merged(workspace: Workspace, tmp_path: Path) -> None:
    people = filled(workspace)
    workspace.inspector_steps.end([people["郑洁"].id])
    path = tmp_path / "名单.xlsx"
    write_inspector_template(path, [replace(MEMBER, phone="139"), Inspector("", "新人")])
    preview = workspace.inspectors.preview(path)
    assert [(c.before and c.before.name, c.after.name) for c in preview.changes] == [
        ("郑洁", "郑洁"), (None, "新人"),
    ]  # fmt: skip
    assert preview.kept == ("周敏",)
    assert len(workspace.inspectors.all()) == 2  # nothing yet
    batch, changes = workspace.inspectors.take_in(preview)
    assert changes.inspectors
    told = {each.name: each for each in workspace.inspectors.all()}
    assert (told["郑洁"].phone, told["郑洁"].ended) == ("139", False)
    assert told["周敏"] == people["周敏"]
    assert not workspace.inspectors.preview(path).changes_anything
    workspace.inspector_steps.undo(batch)
    told = {each.name: each for each in workspace.inspectors.all()}
    assert (told["郑洁"].phone, told["郑洁"].ended, told["新人"].ended) == ("138", True, True)


def test_what_the_file_has_no_column_for_stays(workspace: Workspace, tmp_path: Path) -> None:
    people = filled(workspace)
    book = openpyxl.Workbook()
    book.worksheets[0].append(["姓名", "检查组"])
    book.worksheets[0].append(["周敏", "第九组"])
    book.save(tmp_path / "a.xlsx")
    workspace.inspectors.take_in(workspace.inspectors.preview(tmp_path / "a.xlsx"))
    assert workspace.inspectors.all()[0] == replace(people["周敏"], group="第九组")


def test_an_empty_cell_leaves_what_is_known(workspace: Workspace, tmp_path: Path) -> None:
    away = replace(HEAD, phone="138", away_first=date(2026, 11, 20), away_last=date(2026, 12, 3))
    workspace.inspector_steps.add(away)
    (known,) = workspace.inspectors.all()
    path = tmp_path / "a.xlsx"
    write_inspector_template(path, [Inspector("", "周敏")])
    book = openpyxl.load_workbook(path)
    cells = next(
        {str(head.value): sheet[head.coordinate].offset(1) for head in row}
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        if any(str(cell.value).startswith("组内职务") for cell in row)
    )
    cells["组内职务"].value = None
    book.save(path)
    assert not workspace.inspectors.preview(path).changes_anything
    for head in ("联系电话", "暂不参加自", "暂不参加至"):
        cells[head].value = "无"
    book.save(path)
    workspace.inspectors.take_in(workspace.inspectors.preview(path))
    (told,) = workspace.inspectors.all()
    gone = replace(known, phone="", away_first=None, away_last=None, reachable=True)
    assert told == gone


@pytest.mark.parametrize("people", [0, 7, 30])
def test_a_list_that_goes_out_has_no_empty_page(tmp_path: Path, people: int) -> None:
    everybody = [replace(MEMBER, name=f"检查{number}") for number in range(people)]
    write_inspector_template(tmp_path / "a.xlsx", everybody)
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    sheet = book.worksheets[0]
    heights = [sheet.row_dimensions[row].height or 0.0 for row in range(1, sheet.max_row + 1)]
    pages = math.ceil(math.fsum(heights) / page_points(landscape=True))
    assert pages == {0: 1, 7: 1, 30: 2}[people]
    assert sum(1 for row in sheet.iter_rows(min_row=4) if row[0].value is None) >= 3


def test_the_roster_goes_out_and_comes_back(workspace: Workspace, tmp_path: Path) -> None:
    filled(workspace)
    workspace.inspectors.write_roster(tmp_path / "a.xlsx")
    assert not workspace.inspectors.preview(tmp_path / "a.xlsx").changes_anything
