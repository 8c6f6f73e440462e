"""A hall asks for more time, those who inspect answer, and the hall sees the answer."""

from datetime import timedelta
from pathlib import Path

import pytest

from inspector.domain.finding.finding import Finding
from inspector.domain.finding.finding_event import EventKind
from inspector.domain.finding.ledger import LedgerFilter
from inspector.domain.sharing.sharing_errors import HallStepError
from inspector.workspace.finding_state_words import story
from inspector.workspace.sharing.conflicts import Conflicts
from inspector.workspace.sharing.receipt_words import ended_sentence
from tests.workspace.sharing.conftest import Bought
from tests.workspace.sharing.group_life import HALL, inspects
from tests.workspace.sharing.hall_exchange import standing, taken, written
from tests.workspace.sharing.laptops import LaptopFolder
from tests.workspace.visiting import Clock, add_site

WHY, WHY_NOT = "等配件", "配件已到货"


@pytest.fixture
def group(laptop: Bought) -> LaptopFolder:
    made = laptop("A")
    add_site(made.workspace, HALL)
    return made


@pytest.fixture
def found(group: LaptopFolder) -> list[Finding]:
    return inspects(group, wrong=3)


@pytest.fixture
def theirs(
    laptop: Bought, group: LaptopFolder, found: list[Finding], tmp_path: Path
) -> LaptopFolder:
    made = laptop("H")
    taken(made, group, written(group, tmp_path / "to.inspx", name="城东"))
    return made


def waiting(laptop: LaptopFolder) -> set[str]:
    """The numbers of what waits for an answer, as the ledger's filter finds it."""
    rows = laptop.workspace.findings.ledger(LedgerFilter(asked=True))
    asked = laptop.workspace.findings.counts(LedgerFilter()).asked
    assert asked == len(rows)
    return {row.number for row in rows}


def test_what_a_hall_asks_for_is_answered_and_the_answer_comes_back(
    theirs: LaptopFolder, group: LaptopFolder, found: list[Finding], tmp_path: Path, clock: Clock
) -> None:
    first, second, third = found
    day = max(each.deadline for each in found) + timedelta(days=20)
    clock.moment += timedelta(hours=1)
    theirs.workspace.findings.ask_extension([each.id for each in found], day, WHY)
    with pytest.raises(HallStepError):
        theirs.workspace.findings.refuse_extension([first.id], WHY_NOT)
    received = taken(group, theirs, written(theirs, tmp_path / "back.inspx", name="检查组"))
    assert "3 findings ask for more time" in ended_sentence(received)
    assert waiting(group) == {each.number for each in found}
    for each in standing(group, *found):
        assert (each.asked_until, each.asked_reason) == (day, WHY)
    assert [each.deadline for each in standing(group, *found)] == [each.deadline for each in found]

    clock.moment += timedelta(hours=1)
    group.workspace.findings.extend([first.id], day, WHY, "王主任")
    group.workspace.findings.refuse_extension([second.id], WHY_NOT, by="甲")
    assert waiting(group) == {third.number}
    received = taken(theirs, group, written(group, tmp_path / "there.inspx", name="城东"))
    assert received.asking == 0  # they asked for it themselves
    assert standing(theirs, *found) == standing(group, *found)
    granted, refused, waits = standing(theirs, *found)
    assert (granted.deadline, granted.asked_until) == (day, None)
    assert (refused.deadline, refused.asked_until) == (second.deadline, None)
    assert waits.asked_until == day
    history = theirs.workspace.findings.history(second.id)
    assert [each.event.kind for each in history][-2:] == [
        EventKind.EXTENSION_ASKED, EventKind.EXTENSION_REFUSED,
    ]  # fmt: skip
    assert story(history)[-1].text == WHY_NOT

    clock.moment += timedelta(hours=1)  # and asks once more
    theirs.workspace.findings.ask_extension([second.id], day, "再等三天")
    taken(group, theirs, written(theirs, tmp_path / "again.inspx", name="检查组"))
    assert waiting(group) == {second.number, third.number}
    assert group.workspace.of(Conflicts).waiting() == []
    assert group.troubles() == []


def test_what_is_asked_while_it_was_granted_already_waits_for_nobody(
    theirs: LaptopFolder, group: LaptopFolder, found: list[Finding], tmp_path: Path, clock: Clock
) -> None:
    first = found[0]
    day = first.deadline + timedelta(days=20)
    clock.moment += timedelta(hours=1)
    group.workspace.findings.extend([first.id], day, WHY, "王主任")
    clock.moment += timedelta(hours=1)
    theirs.workspace.findings.ask_extension([first.id], day, WHY)
    taken(group, theirs, written(theirs, tmp_path / "back.inspx", name="检查组"))
    assert waiting(group) == set()
    assert group.workspace.of(Conflicts).waiting() == []
