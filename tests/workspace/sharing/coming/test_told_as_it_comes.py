"""What a preview tells is what comes: sheets that contradict, what waited, a refused plan."""

from datetime import timedelta
from pathlib import Path

import pytest

from inspector.domain.sharing.fates import Fate
from inspector.domain.sharing.manifest import Scope
from inspector.domain.sharing.receipt import ReceiptLine, Received
from inspector.domain.sharing.travelling import Kind
from inspector.domain.survey.survey_sheet import Satisfaction
from inspector.workspace.sharing.conflict_list import ConflictList
from inspector.workspace.sharing.receipt_words import counted_lines, ended_sentence
from tests.workspace.sharing.conftest import Bought
from tests.workspace.sharing.group_life import HALL, inspects
from tests.workspace.sharing.hall_exchange import looked_at, taken, written
from tests.workspace.sharing.laptops import LaptopFolder
from tests.workspace.sharing.test_beside import takes_row_in
from tests.workspace.sharing.test_owned_and_erased import plans
from tests.workspace.visiting import Clock, add_site

GOOD, BAD = Satisfaction.SATISFIED, Satisfaction.DISSATISFIED


@pytest.fixture
def pair(laptop: Bought) -> tuple[LaptopFolder, LaptopFolder]:
    first, second = laptop("A"), laptop("B")
    for each in (first, second):
        add_site(each.workspace, HALL)
    return first, second


def comes(
    taker: LaptopFolder, giver: LaptopFolder, path: Path, scope: Scope
) -> tuple[tuple[ReceiptLine, ...], Received]:
    """Look at a bundle and take it in: both tell the same."""
    written(giver, path, scope)
    told = looked_at(taker, path)
    received = taken(taker, giver, path)
    assert (told.lines, told.roster, told.files) == (
        received.lines,
        received.roster,
        received.files,
    )
    return told.lines, received


def count(lines: tuple[ReceiptLine, ...], kind: Kind, fate: Fate) -> int:
    return sum(line.count for line in lines if (line.kind, line.fate) == (kind, fate))


def test_sheets_that_contradict_are_told_as_what_is_to_be_chosen(
    pair: tuple[LaptopFolder, LaptopFolder], tmp_path: Path, clock: Clock
) -> None:
    first, second = pair
    takes_row_in(first, "alike", GOOD)
    takes_row_in(first, "unlike", GOOD)
    clock.moment += timedelta(minutes=5)
    for key, grade in (("alike", GOOD), ("unlike", BAD), ("theirs alone", BAD)):
        takes_row_in(second, key, grade)
    slip = takes_row_in(second, "corrected", BAD)
    second.workspace.surveys.correct(slip, GOOD)
    lines, received = comes(first, second, tmp_path / "there.inspx", Scope())
    assert count(lines, Kind.SURVEY, Fate.NEW) == 4
    assert count(lines, Kind.SURVEY, Fate.BESIDE) == 1
    (beside,) = [line for line in lines if line.fate is Fate.BESIDE]
    assert len(beside.titles) == 1
    assert HALL in beside.titles[0]
    assert any("to be chosen: 1 " in line for line in counted_lines(lines))
    assert ended_sentence(received).endswith(f"To be chosen: {beside.titles[0]}.")
    assert first.workspace.of(ConflictList).count() == 1
    comes(second, first, tmp_path / "back.inspx", Scope())
    assert first.troubles() == second.troubles() == []


def test_what_waited_is_told_with_the_bundle_that_brings_what_it_belongs_to(
    pair: tuple[LaptopFolder, LaptopFolder], tmp_path: Path, clock: Clock
) -> None:
    first, second = pair
    (found, *_) = inspects(first)
    written(first, tmp_path / "1.inspx", Scope())
    reached = first.reached
    clock.moment += timedelta(minutes=5)
    first.workspace.findings.correct([found.id], "已改")
    lines, received = comes(second, first, tmp_path / "2.inspx", Scope(since=reached))
    assert count(lines, Kind.EVENT, Fate.WAITS) == 1
    assert not received.kinds.get(Kind.EVENT)
    told = looked_at(second, tmp_path / "1.inspx")
    received = taken(second, first, tmp_path / "1.inspx")
    assert count(told.lines, Kind.EVENT, Fate.NEW) == 1
    assert told.lines == received.lines


def test_a_plan_that_is_refused_is_named_when_it_came(
    pair: tuple[LaptopFolder, LaptopFolder], tmp_path: Path
) -> None:
    owner, other = pair
    family = plans(owner, 3)
    comes(other, owner, tmp_path / "there.inspx", Scope())
    plans(other, 9, family)
    _, received = comes(owner, other, tmp_path / "back.inspx", Scope())
    said = ended_sentence(received)
    assert said.startswith("Nothing was taken in. Refused: ")
    assert "四季度" in said


def test_what_differs_on_the_roster_is_counted_once(
    pair: tuple[LaptopFolder, LaptopFolder], tmp_path: Path
) -> None:
    first, second = pair
    for each, leader in ((first, "赵主任"), (second, "钱主任")):
        (site,) = each.workspace.rosters.sites()
        window, *_ = each.workspace.rosters.windows(site.id)
        each.workspace.roster_steps.change_window(
            window.id, window.number, window.kind, window.department, leader
        )
    _, received = comes(first, second, tmp_path / "1.inspx", Scope())
    assert received.roster == (0, 0, 1)
    inspects(second)
    _, received = comes(first, second, tmp_path / "2.inspx", Scope())
    assert received.roster == (0, 0, 0)
