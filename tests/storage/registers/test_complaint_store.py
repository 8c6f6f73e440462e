"""The register of complaints on disk: events, what they fold to, filters, counts."""

import sqlite3
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from inspector.domain.complaint.complaint import Complaint
from inspector.domain.complaint.complaint_event import ComplaintEvent, ComplaintStep
from inspector.domain.complaint.complaint_filter import Among, ComplaintFilter
from inspector.domain.complaint.complaint_life import complaint_history, folded
from inspector.domain.visit.roster import Site
from inspector.storage.database.database import Database
from inspector.storage.registers.complaint_rows import complaint_event_from, complaint_event_values
from inspector.storage.registers.complaint_store import ComplaintStore
from inspector.storage.stores.roster_store import RosterStore
from tests.domain.complaint.complaint_lives import (
    LAST_DAY,
    NOBODY,
    SAID,
    arrived,
    legal_lives,
    life,
)

S = ComplaintStep
TODAY = date(2026, 12, 20)


@pytest.fixture
def store(opened: Database) -> ComplaintStore:
    RosterStore(opened).put([Site("site", "城东厅")], [])
    return ComplaintStore(opened)


def put(store: ComplaintStore, key: str, *steps: ComplaintStep, said: Complaint = SAID) -> None:
    """Keep another complaint with its steps."""
    own = replace(said, id=key, number=f"2611-K7M-T{key}")
    first, *rest = life(*steps, complaint=own)
    store.append(first, *(replace(each, id=f"{key}-{each.id}", complaint_id=key) for each in rest))


@pytest.mark.ci
@given(legal_lives())
def test_every_event_comes_back_as_it_went(events: list[ComplaintEvent]) -> None:
    for event in events:
        values = complaint_event_values(event)
        row = {**values, "sequence": 1}
        assert complaint_event_from(row) == event


def test_what_is_kept_is_what_the_events_come_to(store: ComplaintStore) -> None:
    events = life(S.ACCEPTED, S.EXTENDED, S.NOTED, S.VERIFIED, S.ANSWERED, S.FOLLOWED_UP)
    store.append(*events[:2])
    store.append(*events[1:])  # one of them twice
    (numbered,) = store.numbered(SAID.number)
    assert store.get("c1") == numbered == folded(events)
    assert complaint_history(store.events(["c1"])["c1"]) == complaint_history(events)
    assert store.differing() == []


def test_a_row_that_somebody_changed_is_named_and_made_anew(store: ComplaintStore) -> None:
    put(store, "a", S.ACCEPTED)
    put(store, "b", S.ACCEPTED)
    with store._database.transaction():
        store._database.write("UPDATE complaint SET owner = 'x' WHERE id = 'b'")
    assert store.differing() == ["2611-K7M-Tb"]
    store.rebuild()
    assert store.differing() == []
    assert store.get("b").owner == "张三"


def test_an_anonymous_row_holds_no_name_at_all(store: ComplaintStore) -> None:
    put(store, "a", said=NOBODY)
    with pytest.raises(sqlite3.IntegrityError), store._database.transaction():
        store._database.write("UPDATE complaint SET phone = '1' WHERE id = 'a'")


def test_choices_and_their_counts(store: ComplaintStore) -> None:
    put(store, "waiting")
    put(store, "late", S.ACCEPTED, said=replace(SAID, deadline=date(2026, 12, 1)))
    put(store, "answered", S.ACCEPTED, S.VERIFIED, S.ANSWERED, said=NOBODY)
    put(store, "void", S.VOIDED)
    put(store, "archived", S.ACCEPTED, S.VERIFIED, S.ANSWERED, S.FOLLOWED_UP, S.ARCHIVED)
    today = LAST_DAY
    counts = store.counts(ComplaintFilter(), today)
    found = {
        among: [each.id for each in store.found(ComplaintFilter(among), today)] for among in Among
    }
    assert found[Among.UNANSWERED] == ["late", "waiting"]
    assert found[Among.OVERDUE] == ["late"]
    assert found[Among.ANSWERED] == ["answered"]
    assert found[Among.ANONYMOUS] == ["answered"]
    assert found[Among.MONTH] == []
    assert len(found[Among.ALL]) == 5
    assert {among: counts.of(among) for among in Among} == {
        among: len(own) for among, own in found.items()
    }
    assert store.counts(ComplaintFilter(), date(2026, 11, 30)).of(Among.MONTH) == 4


def test_every_word_is_looked_for(store: ComplaintStore) -> None:
    put(store, "a")
    put(store, "b", said=replace(SAID, content="等得太久", window_number=""))
    asked = ComplaintFilter(text="城东 太久")
    assert [each.id for each in store.found(asked, TODAY)] == ["b"]
    assert store.found(ComplaintFilter(text="t0 nothing"), TODAY) == []
    assert store.found(ComplaintFilter(last=date(2026, 11, 19)), TODAY) == []


def test_the_arrival_is_one_event_and_its_own_id(store: ComplaintStore) -> None:
    store.append(arrived())
    ((event,),) = store.events(["c1"]).values()
    assert event == arrived()
