"""Events and what they fold to are kept together, on disk, and never disagree."""

import dataclasses
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from itertools import count, product
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.finding.finding import AppealOutcome, Finding, FindingState
from inspector.domain.finding.finding_event import (
    EventKind,
    FindingEvent,
    Raised,
    Reverted,
    Settled,
)
from inspector.domain.finding.finding_life import fold
from inspector.domain.visit.inspection import Inspection
from inspector.domain.visit.roster import Site
from inspector.storage.database.database import Database
from inspector.storage.database_opening import open_database
from inspector.storage.stores.finding_store import FindingStore
from inspector.storage.stores.inspection_store import InspectionStore
from inspector.storage.stores.pack_store import PackStore
from inspector.storage.stores.roster_store import RosterStore
from tests.domain.finding.lives import FOUND, Life, raised, settled_lives
from tests.domain.packs import inspection, pack, window_card

DAYS = 90


def put_visit(database: Database, visit_id: str, moment: datetime, shared_by: str = "") -> None:
    """A visit to the site with one scorecard of the same id; a part of a shared one by a group."""
    digest = PackStore(database).freeze(pack())
    visit: Inspection = dataclasses.replace(
        inspection(moment), id=visit_id, site_id="site", pack_hash=digest, shared_by=shared_by
    )
    card = dataclasses.replace(
        window_card(), id=f"{visit_id} card", inspection_id=visit_id, window_id=None
    )
    InspectionStore(database).add(visit, [card])


def found_on(day: date, number: int, inspection_id: str = "visit", **changes: Any) -> Finding:  # noqa: ANN401
    """A finding of a visit made on a day, with `changes`."""
    moment = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
    as_found = {
        "id": f"f{number}",
        "number": f"2611-{number:03}",
        "inspection_id": inspection_id,
        "scorecard_id": f"{inspection_id} card",
        "raised_at": moment,
        "changed_at": moment,
    }
    return dataclasses.replace(FOUND, **{**as_found, **changes})


@pytest.fixture
def database(opened: Database) -> Database:
    RosterStore(opened).put([Site("site", "城东厅")], [])
    put_visit(opened, "visit", FOUND.raised_at)
    return opened


@pytest.fixture
def store(database: Database) -> FindingStore:
    return FindingStore(database)


def ours(event: FindingEvent) -> FindingEvent:
    """The event, of a finding that the database has a visit for."""
    if not isinstance(event, Raised):
        return event
    return raised(dataclasses.replace(event.finding, scorecard_id="visit card"))


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """One database on disk for all examples; each has a finding of its own."""
    path = tmp_path_factory.mktemp("lives") / "inspector.db"
    with closing(open_database(path, create=True)) as opened:
        RosterStore(opened).put([Site("site", "城东厅")], [])
        put_visit(opened, "visit", FOUND.raised_at)
        yield opened


fresh = count(1)


@pytest.mark.ci
@given(st.data())
def test_the_projection_is_what_the_events_fold_to(shared: Database, data: st.DataObject) -> None:
    number = next(fresh)
    found = found_on(FOUND.raised_at.date(), number, item_id="")  # repeats nothing
    events = [ours(event) for event in data.draw(settled_lives(found))]
    ids = {event.id: f"{number} {n}" for n, event in enumerate(events[1:])}
    events = [events[0], *(_named(event, ids) for event in events[1:])]
    shuffler: Random = data.draw(st.randoms(use_true_random=False))
    later = list(events[1:])
    if data.draw(st.booleans()):
        shuffler.shuffle(later)
    store = FindingStore(shared)
    store.append(events[0], repeat_days=DAYS)
    while later:
        size = shuffler.randint(1, len(later))
        store.append(*later[:size], repeat_days=DAYS)
        later = later[size:]
    kept = store.get(found.id)
    assert kept == fold(events)
    assert repr(kept) == repr(fold(events))
    assert sorted(store.histories([found.id])[found.id], key=lambda e: e.id) == sorted(
        events, key=lambda e: e.id
    )
    store.append(*events, repeat_days=DAYS)  # known already
    assert len(store.histories([found.id])[found.id]) == len(events)
    assert store.get(found.id) == kept


def _named(event: FindingEvent, ids: dict[str, str]) -> FindingEvent:
    """The event with another id, and what it reverts as well."""
    if isinstance(event, Reverted):
        event = dataclasses.replace(event, event_id=ids[event.event_id])
    if isinstance(event, Settled):
        event = dataclasses.replace(
            event,
            kept=tuple(ids.get(each, each) for each in event.kept),
            left_out=tuple(ids.get(each, each) for each in event.left_out),
        )
    return dataclasses.replace(event, id=ids[event.id])


def test_rebuilding_from_the_events_changes_nothing(
    database: Database, store: FindingStore
) -> None:
    whole_lives = [
        Life(),
        Life().assigned(),
        Life().assigned().extended().reported(),
        Life().assigned().reported().rechecked(),
        Life().corrected().reopened(),
        Life().appealed().decided(AppealOutcome.WITHDRAWN),
        Life().appealed().decided(AppealOutcome.DOWNGRADED, 100),
    ]
    for number, life in enumerate(whole_lives):
        found = found_on(FOUND.raised_at.date(), number)  # each repeats those before
        for event in life.events:
            own = dataclasses.replace(event, id=f"{number} {event.id}", finding_id=found.id)
            store.append(raised(found) if event.kind is EventKind.RAISED else own, repeat_days=DAYS)
    before = database.rows("SELECT * FROM finding ORDER BY id")
    assert {row["state"] for row in before} == {state.value for state in FindingState}
    store.rebuild(DAYS)
    after = database.rows("SELECT * FROM finding ORDER BY id")
    assert [tuple(row) for row in after] == [tuple(row) for row in before]


def test_rebuilding_puts_right_what_was_wrong(database: Database, store: FindingStore) -> None:
    store.append(*map(ours, Life().assigned().reported().events), repeat_days=DAYS)
    before = store.get("f1")
    with database.transaction():
        database.write(
            "UPDATE finding SET state = 'closed', owner = '', deadline = '1999-01-01',"
            " round = 7, times_at_window = 9, reported_text = '?', changed_at = NULL"
        )
    store.rebuild(DAYS)
    assert store.get("f1") == before


def test_what_cannot_be_kept_leaves_no_event_and_no_finding(
    database: Database, store: FindingStore
) -> None:
    good = raised(found_on(date(2026, 11, 20), 7))
    bad = raised(found_on(date(2026, 11, 20), 8, inspection_id="no such visit"))
    with pytest.raises(Exception, match="FOREIGN KEY"):
        store.append(good, bad, repeat_days=DAYS)
    assert database.rows("SELECT * FROM finding") == []
    assert database.rows("SELECT * FROM finding_event") == []


def test_everything_is_there_the_next_time(path: Path) -> None:
    with closing(open_database(path)) as first:
        RosterStore(first).put([Site("site", "城东厅")], [])
        put_visit(first, "visit", FOUND.raised_at)
        events = list(map(ours, Life().assigned().extended().reported().events))
        FindingStore(first).append(*events, repeat_days=DAYS)
        kept = FindingStore(first).get("f1")
    with closing(open_database(path)) as again:
        assert FindingStore(again).get("f1") == kept == fold(events)


@pytest.mark.ci
def test_many_findings_are_read_at_once(store: FindingStore) -> None:
    findings = [found_on(date(2026, 11, 20), n, item_id="") for n in range(1, 1202)]
    store.append(*map(raised, findings), repeat_days=DAYS)
    ids = [finding.id for finding in reversed(findings)]
    assert list(store.all_of(ids)) == ids
    assert len(store.histories(ids)) == len(ids)
    with pytest.raises(KeyError):
        store.all_of([*ids, "nobody"])


# 第N次


def visits_of(database: Database, *moments: datetime) -> list[str]:
    for number, moment in enumerate(moments):
        put_visit(database, f"v{number}", moment)
    return [f"v{number}" for number in range(len(moments))]


def times(store: FindingStore, number: int) -> tuple[int, int]:
    finding = store.get(f"f{number}")
    return finding.times_at_window, finding.times_at_site


def test_the_same_item_at_the_same_window_is_found_again(
    database: Database, store: FindingStore
) -> None:
    first = date(2026, 8, 1)
    days = [first, first + timedelta(days=90), first + timedelta(days=91)]
    visits = visits_of(database, *(datetime(d.year, d.month, d.day, 9, tzinfo=UTC) for d in days))
    for number, (day, visit) in enumerate(zip(days, visits, strict=True), 1):
        store.append(raised(found_on(day, number, inspection_id=visit)), repeat_days=90)
    assert [times(store, n) for n in (1, 2, 3)] == [(1, 1), (2, 2), (2, 2)]  # 91 days: too long
    store.count_repeats_anew(91)
    assert times(store, 3) == (3, 3)
    store.count_repeats_anew(1)
    assert [times(store, n) for n in (1, 2, 3)] == [(1, 1), (1, 1), (2, 2)]


def test_visits_are_counted_not_findings(database: Database, store: FindingStore) -> None:
    one, two = visits_of(
        database, datetime(2026, 11, 2, 9, tzinfo=UTC), datetime(2026, 11, 3, 9, tzinfo=UTC)
    )
    windows = ("1号窗口", "2号窗口")
    for number, (visit, window) in enumerate(product((one, two), windows), 1):
        day = date(2026, 11, 2 if visit == one else 3)
        found = found_on(day, number, inspection_id=visit, window_number=window)
        store.append(raised(found), repeat_days=90)
    assert [times(store, n) for n in (1, 2, 3, 4)] == [(1, 1), (1, 1), (2, 2), (2, 2)]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"window_number": "2号窗口"}, (1, 2)),
        ({"item_id": "smile"}, (1, 1)),
        ({"item_id": ""}, (1, 1)),
        ({}, (2, 2)),
    ],
)
def test_only_the_same_item_counts_and_at_the_window_the_same_window(
    database: Database, store: FindingStore, changes: dict[str, str], expected: tuple[int, int]
) -> None:
    one, two = visits_of(
        database, datetime(2026, 11, 2, 9, tzinfo=UTC), datetime(2026, 11, 3, 9, tzinfo=UTC)
    )
    blank = {"item_id": (changes.get("item_id") == "" and "") or FOUND.item_id}
    store.append(raised(found_on(date(2026, 11, 2), 1, inspection_id=one, **blank)), repeat_days=90)
    again = found_on(date(2026, 11, 3), 2, inspection_id=two, **changes)
    store.append(raised(again), repeat_days=90)
    assert times(store, 2) == expected


def test_what_was_withdrawn_never_happened(database: Database, store: FindingStore) -> None:
    one, two = visits_of(
        database, datetime(2026, 11, 2, 9, tzinfo=UTC), datetime(2026, 11, 3, 9, tzinfo=UTC)
    )
    first = Life(found_on(date(2026, 11, 2), 1, inspection_id=one))
    again = raised(found_on(date(2026, 11, 3), 2, inspection_id=two))
    first.appealed().decided(AppealOutcome.WITHDRAWN)
    store.append(*first.events[:2], again, repeat_days=90)
    assert times(store, 2) == (2, 2)
    store.append(first.events[2], repeat_days=90)
    assert times(store, 2) == (1, 1)
    store.append(first.reverted().events[-1], repeat_days=90)
    assert times(store, 2) == (2, 2)


def test_a_visit_that_is_completed_late_counts_by_its_day(
    database: Database, store: FindingStore
) -> None:
    one, two = visits_of(
        database, datetime(2026, 11, 2, 9, tzinfo=UTC), datetime(2026, 11, 3, 9, tzinfo=UTC)
    )
    store.append(raised(found_on(date(2026, 11, 3), 2, inspection_id=two)), repeat_days=90)
    store.append(raised(found_on(date(2026, 11, 2), 1, inspection_id=one)), repeat_days=90)
    assert [times(store, n) for n in (1, 2)] == [(1, 1), (2, 2)]
