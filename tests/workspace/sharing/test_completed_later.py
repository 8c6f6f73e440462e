"""Names and strokes that stayed at home the first time complete a record when its whole comes."""

from dataclasses import replace

import pytest

from inspector.domain.record.journal import COMPLETED, Flaw
from inspector.domain.record.record import CameInPart
from inspector.domain.sharing.fates import Fate
from inspector.domain.sharing.travelling import LEFT_AT_HOME, NAMES, SKETCHES, Kind, digest_of
from inspector.domain.visit.roster_event import RosterSubject
from inspector.storage.comparing.journal_walk import discrepancies_of
from inspector.workspace.keeping.doctor_remark import Trouble
from inspector.workspace.keeping.verifying import verify_code
from inspector.workspace.keeping.verifying_words import in_part_lines
from inspector.workspace.sharing.came_words import came_words
from inspector.workspace.visits.record_check import RecordCheck
from inspector.workspace.workspace import Workspace
from tests.workspace.personal.people import CALLER, CLERK, OTHER, STROKES, fill
from tests.workspace.sharing.conftest import Bought
from tests.workspace.sharing.laptops import LaptopFolder, digests
from tests.workspace.visiting import dump


@pytest.fixture
def visit(pair: tuple[LaptopFolder, LaptopFolder]) -> str:
    """A visit of the first laptop, whose people the second one was not told the names of."""
    first, second = pair
    visit = fill(first.workspace)
    second.take(first.objects(at_home=LEFT_AT_HOME))
    return visit


@pytest.fixture
def pair(laptop: Bought) -> tuple[LaptopFolder, LaptopFolder]:
    return laptop("A"), laptop("B")


def names_in(workspace: Workspace) -> set[str]:
    rows = workspace.database.rows("SELECT staff_name FROM scorecard UNION"
                                   " SELECT complainant FROM complaint")  # fmt: skip
    return {row[0] for row in rows if row[0]}


def test_the_whole_completes_it_and_its_seal_is_verified(
    pair: tuple[LaptopFolder, LaptopFolder], visit: str
) -> None:
    first, second = pair
    workspace = second.workspace
    assert second.troubles() == [(Trouble.RECORDS_IN_PART, "2")]
    assert names_in(workspace) == set()
    assert "cannot be verified" in came_words(workspace, visit)
    record = workspace.records.record(visit)
    assert record.came == CameInPart("A", names=True, strokes=True, photos=1)
    assert in_part_lines(verify_code(workspace.folder, 1, record.code.partition(" ")[0])) != []
    taking = second.take(first.objects())
    assert {
        kind: count for (kind, fate), count in taking.counts.items() if fate is Fate.COMPLETED
    } == {Kind.VISIT: 1, Kind.SIGNATURE: 1, Kind.COMPLAINT: 1}
    assert second.troubles() == []
    assert first.said() == second.said()
    assert names_in(workspace) == names_in(first.workspace) > {CALLER}
    signature = workspace.records.signature(visit)
    assert signature is not None
    assert [list(stroke) for stroke in signature.strokes or ()] == [list(s) for s in STROKES]
    assert "cannot be verified" not in came_words(workspace, visit)
    assert workspace.records.record(visit).came == CameInPart("A", photos=1)
    assert in_part_lines(verify_code(workspace.folder, 1, record.code.partition(" ")[0])) == []
    assert workspace.of(RecordCheck).is_as_sealed(visit)
    assert workspace.records.changes.changed([visit]) == []
    assert all(each.is_whole and each.is_as_told for each in second.objects())
    assert digests(second.objects()) == digests(first.objects())


def test_it_is_completed_once_and_travels_on_whole(
    pair: tuple[LaptopFolder, LaptopFolder], visit: str, laptop: Bought
) -> None:
    first, second = pair
    third = laptop("C")
    third.take(second.objects())
    reached = second.reached
    second.take(first.objects())
    after = dump(second.workspace.folder)
    for came in (first.objects(), first.objects(at_home=LEFT_AT_HOME)):
        taking = second.take(came)
        assert not [fate for _, fate in taking.counts if fate in (Fate.COMPLETED, Fate.SET_ASIDE)]
    assert dump(second.workspace.folder) == after
    third.take(second.objects(since=reached))  # only what was entered since then
    assert third.troubles() == []
    assert third.said() == first.said()


@pytest.mark.parametrize("part", [NAMES, SKETCHES])
def test_a_part_completes_its_part(
    pair: tuple[LaptopFolder, LaptopFolder], visit: str, part: str
) -> None:
    first, second = pair
    second.take(first.objects(at_home=[part]))
    assert second.troubles() == [(Trouble.RECORDS_IN_PART, "1")]
    second.take(first.objects())
    assert second.troubles() == []
    assert first.said() == second.said()


def test_what_is_otherwise_not_the_same_is_set_aside(
    pair: tuple[LaptopFolder, LaptopFolder], visit: str
) -> None:
    """Whole it may be, and not what was told; or told of, and what came before was not that."""
    first, second = pair
    whole = {each.kind: each for each in first.objects()}[Kind.VISIT]
    rows = {
        **whole.rows,
        "scorecard": [{**row, "staff_name": "谁"} for row in whole.rows["scorecard"]],
    }
    other = replace(whole, rows=rows)  # its digest is another's
    before = dump(second.workspace.folder)
    assert second.take([other]).counts[Kind.VISIT, Fate.SET_ASIDE] == 1
    true = replace(other, digest=digest_of(other.kind, other.id, other.rows))
    assert second.take([true]).counts[Kind.VISIT, Fate.SET_ASIDE] == 1
    after = [line for line in dump(second.workspace.folder) if '"set_aside"' not in line]
    assert after == before
    with second.workspace.database.transaction():  # a relay that changed what it handed on
        second.workspace.database.write("UPDATE answer SET note = '改过' WHERE item = ?", (
            whole.rows["answer"][0]["item"],
        ))  # fmt: skip
    assert second.take([whole]).counts[Kind.VISIT, Fate.SET_ASIDE] == 1


def test_nobody_changes_what_came_and_enters_it_once_more(
    pair: tuple[LaptopFolder, LaptopFolder], visit: str
) -> None:
    _, second = pair
    database = second.workspace.database
    with database.transaction():
        database.write("UPDATE answer SET note = '改过'")
        database.write("UPDATE received_object SET left_out = '', digest = 'x'")
        database.journal.touch("visit", visit, note=COMPLETED)
    assert {each.flaw for each in discrepancies_of(database)} >= {Flaw.TWICE, Flaw.SUBJECT_CHANGED}


def test_what_was_erased_since_then_stays_explained(
    pair: tuple[LaptopFolder, LaptopFolder], visit: str
) -> None:
    first, second = pair
    second.take(first.objects())
    staff = [row["id"] for row in second.workspace.database.rows("SELECT id FROM staff")]

    second.workspace.roster_steps.end(RosterSubject.STAFF, staff)
    second.workspace.erasures.erase_person(CLERK, "离职满五年", "王主任")
    assert second.troubles() == []
    assert CLERK not in names_in(second.workspace)
    taking = second.take(first.objects())
    assert taking.counts[Kind.VISIT, Fate.ERASED] == 1
    assert taking.counts[Kind.SITE, Fate.ERASED] == 1
    assert CLERK not in names_in(second.workspace)
    for table, column in (
        ("staff", "name"), ("alias", "told"), ("difference", "theirs"), ("roster_event", "after"),
        ("finding", "owner"), ("amendment", "text"),
    ):  # fmt: skip
        texts = [
            str(row[column]).replace(OTHER, "")
            for row in second.workspace.database.rows(f"SELECT {column} FROM {table}")
        ]
        assert not [text for text in texts if CLERK in text], table
    assert second.troubles() == []


def test_what_was_erased_before_it_was_completed_does_not_come_back(
    pair: tuple[LaptopFolder, LaptopFolder], visit: str
) -> None:
    first, second = pair
    second.workspace.erasures.erase_person(CLERK, "离职满五年", "王主任")
    taking = second.take(first.objects())
    assert taking.counts[Kind.COMPLAINT, Fate.ERASED]
    assert second.troubles() in ([], [(Trouble.RECORDS_IN_PART, "1")])
