"""Who took a step behind which ones is kept as soon as several laptops did; then it can wait."""

from dataclasses import replace
from datetime import timedelta

import pytest

from inspector.domain.complaint.complaint_event import ComplaintStep
from inspector.domain.finding.finding_event import FindingEvent
from inspector.domain.visit.roster import Site
from inspector.storage.database.database import Database
from inspector.storage.registers.complaint_store import ComplaintStore
from inspector.storage.stores.finding_store import FindingStore
from inspector.storage.stores.roster_store import RosterStore
from inspector.storage.stores.steps.event_origins import EventOrigins, Lives
from tests.domain.complaint.complaint_lives import life
from tests.domain.finding.lives import Life
from tests.storage.stores.test_finding_lives import DAYS, ours, put_visit

THEIRS = "laptop-b"


@pytest.fixture
def store(opened: Database) -> FindingStore:
    RosterStore(opened).put([Site("site", "城东厅")], [])
    put_visit(opened, "visit", Life().events[0].at)
    return FindingStore(opened)


@pytest.fixture
def origins(opened: Database) -> EventOrigins:
    return EventOrigins(opened)


def own(store: FindingStore, *events: FindingEvent) -> None:
    store.append(*map(ours, events), repeat_days=DAYS)


def came(opened: Database, store: FindingStore, event: FindingEvent, *parents: str) -> FindingEvent:
    """Take in what another laptop did, as a bundle does."""
    theirs = replace(event, id=f"{event.id} of B")
    with opened.transaction():
        EventOrigins(opened).put(theirs.id, THEIRS, parents)
        own(store, theirs)
        EventOrigins(opened).resettle(Lives.FINDINGS, [theirs.finding_id])
    return theirs


def parents(origins: EventOrigins) -> dict[str, tuple[str, ...]]:
    ((_, steps),) = origins.steps(Lives.FINDINGS, ["f1"])
    return {step.id: step.parents for step in steps}


def test_what_only_this_laptop_did_has_no_rows(
    opened: Database, store: FindingStore, origins: EventOrigins
) -> None:
    own(store, *Life().assigned().reported().events)
    assert opened.rows("SELECT * FROM event_origin") == []
    assert parents(origins) == {
        "f1": (), "event 001": ("f1",), "event 002": ("event 001",),
    }  # fmt: skip
    assert origins.beside(Lives.FINDINGS, "f1") == ()


def test_steps_that_met_wait_until_one_is_said_to_count(
    opened: Database, store: FindingStore, origins: EventOrigins
) -> None:
    life = Life().assigned()
    own(store, *life.events)
    theirs = came(opened, store, Life().corrected().events[1], "f1")
    assert origins.unsettled(Lives.FINDINGS) == ["f1"]
    assert origins.unsettled_count() == 1
    (beside,) = origins.beside(Lives.FINDINGS, "f1")
    assert set(beside.ids) == {"event 001", theirs.id}
    assert {step.laptop for step in beside.steps} == {"", THEIRS}
    life.events.append(theirs)
    own(store, life.settled([1], [2]).events[-1])
    assert parents(origins)["event 003"] == ("event 001", theirs.id)
    assert origins.unsettled(Lives.FINDINGS) == []
    assert store.get("f1").owner == "李四"


def test_an_own_step_behind_theirs_is_no_matter(
    opened: Database, store: FindingStore, origins: EventOrigins
) -> None:
    own(store, *Life().events)
    theirs = came(opened, store, Life().assigned().events[1], "f1")
    later = replace(Life().assigned().reported().events[2], id="later")
    own(store, later, replace(later, id="later still", at=later.at + timedelta(hours=1)))
    assert parents(origins) == {
        "f1": (), theirs.id: ("f1",), "later": (theirs.id,), "later still": ("later",),
    }  # fmt: skip
    assert origins.unsettled_count() == 0


def test_what_waits_can_be_found_anew(
    opened: Database, store: FindingStore, origins: EventOrigins
) -> None:
    own(store, *Life().assigned().events)
    came(opened, store, Life().corrected().events[1], "f1")
    before = [tuple(row) for row in opened.rows("SELECT * FROM unsettled")]
    assert origins.missettled() == 0
    with opened.transaction():
        opened.write("UPDATE unsettled SET since = '2020'")
    assert origins.missettled() == 1
    with opened.transaction():
        opened.write("DELETE FROM unsettled")
    assert origins.missettled() == 1
    with opened.transaction():
        origins.resettle_all()
    assert [tuple(row) for row in opened.rows("SELECT * FROM unsettled")] == before != []


def test_of_complaints_as_well(opened: Database, origins: EventOrigins) -> None:
    RosterStore(opened).put([Site("site", "城东厅")], [])
    store = ComplaintStore(opened)
    store.append(*life(ComplaintStep.ACCEPTED))
    theirs = replace(life(ComplaintStep.VOIDED)[1], id="e001 of B")
    with opened.transaction():
        origins.put(theirs.id, THEIRS, ["c1"])
        store.append(theirs)
    assert origins.unsettled(Lives.COMPLAINTS) == ["c1"]
    (beside,) = origins.beside(Lives.COMPLAINTS, "c1")
    assert set(beside.ids) == {"e001", "e001 of B"}
