"""第N次 as SQL keeps it is 第N次 as the domain tells it, whatever was found when and where."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from operator import attrgetter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.finding.finding import AppealOutcome, Finding
from inspector.domain.finding.repeats import is_time_before, times_found
from inspector.domain.visit.roster import Site
from inspector.storage.database.database import Database
from inspector.storage.database_opening import open_database
from inspector.storage.stores.finding_store import FindingStore
from inspector.storage.stores.repeat_counts import count_repeats_within
from inspector.storage.stores.roster_store import RosterStore
from tests.domain.finding.lives import Life
from tests.storage.stores.test_finding_lives import found_on, put_visit

FIRST = date(2026, 11, 2)
PERIOD = 4  # days

visits = st.lists(
    st.tuples(st.integers(0, 2 * PERIOD), st.integers(8, 10), st.sampled_from(["", "", "第二组"])),
    min_size=1,
    max_size=5,
    unique_by=lambda visit: visit[:2],
)
found = st.lists(
    st.tuples(
        st.integers(0, 4),
        st.sampled_from(["smile", "smile", "badge", ""]),
        st.sampled_from(["1号窗口", "2号窗口"]),
        st.booleans(),
    ),
    min_size=1,
    max_size=12,
)
fresh = count(1)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """One database on disk for all examples; each is at a site of its own."""
    path = tmp_path_factory.mktemp("repeats") / "inspector.db"
    with closing(open_database(path, create=True)) as opened:
        RosterStore(opened).put([Site("site", "城东厅")], [])
        yield opened


@pytest.mark.ci
@given(visits=visits, found=found, later=st.integers(1, 2 * PERIOD))
def test_sql_counts_as_the_rule_says(
    shared: Database,
    visits: list[tuple[int, int, str]],
    found: list[tuple[int, str, str, bool]],
    later: int,
) -> None:
    example, store = f"例{next(fresh)}", FindingStore(shared)
    with shared.transaction():
        RosterStore(shared).put([Site(example, example)], [])
        for visit, (day, hour, group) in enumerate(visits):
            put_visit(shared, f"{example} {visit}", moment(day, hour), group)
        for number, (visit, item, window, withdrawn) in enumerate(found):
            visit %= len(visits)
            day, hour, _ = visits[visit]
            at = moment(day, hour)
            one = found_on(
                FIRST, number, f"{example} {visit}", site_id=example, item_id=item,
                window_number=window, raised_at=at, changed_at=at,
            )  # fmt: skip
            life = Life(replace(one, id=f"{example} f{number}", number=f"{example}-{number}"))
            if withdrawn:
                life.appealed().decided(AppealOutcome.WITHDRAWN)
            store.append(*life.events, repeat_days=PERIOD)
    ids = [f"{example} f{number}" for number in range(len(found))]
    days_of = {
        f"{example} {visit}": str(day) for visit, (day, _, group) in enumerate(visits) if group
    }
    agree(store, ids, PERIOD, days_of)
    store.count_repeats_anew(later)
    agree(store, ids, later, days_of)
    with shared.transaction():  # and as many are counted that came from another laptop
        shared.write("UPDATE finding SET times_at_window = 9, times_at_site = 9")
        days = FIRST, FIRST + timedelta(days=3 * PERIOD)
        count_repeats_within(
            shared, {(example, item): days for item in ("smile", "badge", "none")}, later
        )
        shared.write("UPDATE finding SET times_at_window = 1, times_at_site = 1 WHERE item_id = ''")
    agree(store, ids, later, days_of)


def test_only_findings_of_the_days_asked_for_are_counted(shared: Database) -> None:
    store = FindingStore(shared)
    with shared.transaction():
        RosterStore(shared).put([Site("days", "days")], [])
        for day in range(3):
            put_visit(shared, f"days {day}", moment(day, 9))
            one = found_on(
                FIRST, day, f"days {day}", site_id="days", item_id="smile",
                raised_at=moment(day, 9), changed_at=moment(day, 9),
            )  # fmt: skip
            life = Life(replace(one, id=f"days f{day}", number=f"days-{day}"))
            store.append(*life.events, repeat_days=PERIOD)
        shared.write("UPDATE finding SET times_at_site = 9 WHERE site_id = 'days'")
        second = FIRST + timedelta(days=1)
        count_repeats_within(shared, {("days", "smile"): (second, second)}, PERIOD)
    kept = store.all_of([f"days f{day}" for day in range(3)]).values()
    assert [each.times_at_site for each in kept] == [9, 2, 9]


def agree(store: FindingStore, ids: list[str], days: int, shared: dict[str, str]) -> None:
    """What is kept of each finding, and its last time before, is what the rule says."""
    findings = list(store.all_of(ids).values())
    for each in findings:
        assert (each.times_at_window, each.times_at_site) == times_found(
            each, findings, days, shared
        )
        before = [
            other
            for other in findings
            if is_time_before(other, each, shared) and other.window_number == each.window_number
        ]
        last = max(before, key=attrgetter("raised_at"), default=None)
        kept = store.earlier(each)
        assert (kept and kept.raised_at) == (last and last.raised_at)


def moment(day: int, hour: int) -> datetime:
    at = FIRST + timedelta(days=day)
    return datetime(at.year, at.month, at.day, hour, tzinfo=UTC)


def test_a_third_time_is_told_by_the_rule() -> None:
    def on(day: int, **changes: str) -> Finding:
        return found_on(FIRST + timedelta(days=day), day, f"v{day}", **changes)

    others = [on(0), on(1, window_number="2号窗口"), on(2), on(3, item_id="smile")]
    assert times_found(on(90), others, 90) == (3, 4)
    assert times_found(on(91), others, 90) == (2, 3)  # the first is 91 days ago
    assert times_found(on(90, item_id=""), [on(0, item_id="")], 90) == (1, 1)
