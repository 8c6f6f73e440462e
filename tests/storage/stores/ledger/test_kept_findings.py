"""What is kept of all findings tells the same as reading them anew, whatever is written."""

import random
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from itertools import count

import pytest

from inspector.domain.finding.finding import Finding, FindingState
from inspector.domain.finding.ledger import (
    UNFINISHED,
    LedgerColumn,
    LedgerFilter,
    LedgerOrder,
)
from inspector.storage.database.database import Database, connected
from inspector.storage.stores.finding_rows import finding_values
from inspector.storage.stores.ledger.finding_pairs import FindingPairs
from inspector.storage.stores.ledger.finding_search import FindingSearch
from inspector.storage.stores.ledger.kept_findings import KeptFindings
from inspector.storage.stores.ledger.ledger_store import LedgerStore
from tests.domain.finding.lives import FOUND

TODAY = date(2026, 11, 29)
DAY = timedelta(days=1)
FIRST = FOUND.raised_at.date()

QUICK = [
    LedgerFilter(),
    *(LedgerFilter(states=frozenset({state})) for state in FindingState),
    LedgerFilter(states=UNFINISHED),
    LedgerFilter(overdue=True),
    LedgerFilter(due_today=True),
    LedgerFilter(repeats=True),
    LedgerFilter(appealed=True),
    LedgerFilter(asked=True),
]

BASES = [
    LedgerFilter(),
    *(LedgerFilter(text=text) for text in ("起", "起身", "未起身", "qs", "窗口", "ck", "起 后勤")),
    LedgerFilter(text="没有"),
    LedgerFilter(first=FIRST + DAY),
    LedgerFilter(last=FIRST + DAY),
    LedgerFilter(text="身", first=FIRST + DAY, last=FIRST + 2 * DAY),
    LedgerFilter(first=FIRST + 30 * DAY),
    LedgerFilter(last=FIRST - DAY),
    LedgerFilter(window_number="2号窗口"),
    LedgerFilter(text="起", department="后勤部"),
    LedgerFilter(site_id="elsewhere"),
]


class Folder:
    """A database with what is kept of it, and findings that come into it."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.pairs, self.kept = FindingPairs(database.path), KeptFindings()
        self._numbers, self._chance = count(), random.Random(7)
        database.write("PRAGMA foreign_keys = OFF")  # no visits are needed

    def put(self, number: int, *, indexed: bool = True, **said: object) -> None:
        """Let findings come of some days, everyone another way."""
        with self.database.transaction():
            for _ in range(number):
                self.database.insert("finding", finding_values(replace(self._any(), **said)))  # type: ignore[arg-type]
            if indexed:
                FindingSearch(self.database).catch_up()

    def _any(self) -> Finding:
        chance, number = self._chance, next(self._numbers)
        return replace(
            FOUND,
            id=f"finding-{number}",
            number=f"2611-{number}",
            raised_at=FOUND.raised_at + chance.randrange(5) * DAY,
            text=chance.choice(["未起身迎接", "起身未迎", "窗口无人"]),
            item_text="",
            window_number=f"{chance.randrange(4)}号{chance.choice(['', '窗口'])}",
            department=chance.choice(["", "后勤部", "窗口科"]),
            state=chance.choice([*FindingState, *[FindingState.CLOSED] * 9]),
            deadline=TODAY + chance.randrange(-1, 2) * DAY,
            times_at_window=chance.randrange(1, 3),
            appealed_at=chance.choice([None, FOUND.raised_at]),
            asked_until=chance.choice([None, TODAY]),
        )

    def agrees(self, bases: list[LedgerFilter] = BASES, quick: list[LedgerFilter] = QUICK) -> bool:
        """Whether all that can be asked has the same answer, read anew and as it is kept."""
        kept = LedgerStore(self.database, self.pairs, self.kept, self.database.writes)
        plain = LedgerStore(self.database, self.pairs)
        return all(
            kept.ids_and_counts(asked, of, TODAY, order)
            == (plain.ids(asked, TODAY, order), plain.counts(of, TODAY))
            and kept.counts(of, TODAY) == plain.counts(of, TODAY)
            for of in bases
            for each in quick
            for asked in (
                replace(
                    each, text=of.text, first=of.first, last=of.last, site_id=of.site_id,
                    window_number=of.window_number, department=of.department,
                ),
            )
            for order in (LedgerOrder(), LedgerOrder(descending=False))
        )  # fmt: skip


@pytest.fixture
def folder(opened: Database) -> Folder:
    return Folder(opened)


def is_kept(folder: Folder) -> bool:
    return folder.kept.standing(folder.database, None) is not None


def test_what_is_kept_tells_the_same(folder: Folder) -> None:
    folder.put(60)
    folder.kept.make_ready(folder.database)
    assert is_kept(folder)
    assert folder.agrees()
    numbers = LedgerOrder(LedgerColumn.NUMBER)
    kept = LedgerStore(folder.database, folder.pairs, folder.kept)
    ids, _ = kept.ids_and_counts(LedgerFilter(), LedgerFilter(), TODAY, numbers)
    assert ids == kept.ids(LedgerFilter(), TODAY, numbers)


def test_nothing_is_kept_of_an_empty_folder_until_something_comes(folder: Folder) -> None:
    assert not is_kept(folder)
    assert folder.agrees(BASES[:2])
    folder.kept.make_ready(folder.database)
    assert folder.agrees(BASES[:2])
    folder.put(3)
    assert is_kept(folder)
    assert folder.agrees(quick=QUICK[:1])


def test_what_comes_later_is_followed(folder: Folder) -> None:
    """Of earlier days, of the same and of later ones, and what another program wrote."""
    folder.put(20)
    folder.kept.make_ready(folder.database)
    for gone in (3, -40, 40, 3, 0):
        folder.put(4, raised_at=FOUND.raised_at + gone * DAY)
        assert folder.agrees(BASES[:3], QUICK[::3])
    folder.put(5, indexed=False, window_number="别处窗口")
    folder.put(2, indexed=False, raised_at=FOUND.raised_at - 9 * DAY)
    assert folder.agrees(quick=QUICK[:1])


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE finding SET times_at_window = 3 - times_at_window",
        "UPDATE finding SET state = 'closed', closed_at = raised_at",
        "UPDATE finding SET state = 'open', deadline = '2026-11-28', appealed_at = NULL",
        "UPDATE finding SET asked_until = '2026-12-01' WHERE asked_until IS NULL",
        "UPDATE finding SET department = '窗口科' WHERE department = ''",
    ],
    ids=["repeats", "closed", "late", "asked", "department"],
)
def test_what_is_written_is_read_anew(folder: Folder, change: str) -> None:
    folder.put(40)
    folder.kept.make_ready(folder.database)
    assert folder.agrees(BASES[:6])
    with folder.database.transaction():
        folder.database.write(change)
    assert folder.agrees(BASES[:6])


@pytest.mark.parametrize("again", [1, 2])
def test_of_many_it_is_told_which_were_found_before(folder: Folder, again: int) -> None:
    """As many as are gone through all at once: of whatever most are nothing is told of each."""
    folder.put(10)
    folder.database.write(
        "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 10500)"
        " INSERT INTO finding_line (place, id, day, state, deadline, times_at_window)"
        " SELECT 10 + n, 'many-' || n, '2026-11-02', 'closed', '2026-11-05', ? + (n % 5 = 0)"
        " * (3 - 2 * ?) FROM n",
        (again, again),
    )
    folder.kept.make_ready(folder.database)
    kept = LedgerStore(folder.database, folder.pairs, folder.kept)
    ids, counts = kept.ids_and_counts(
        LedgerFilter(repeats=True), LedgerFilter(), TODAY, LedgerOrder(descending=False)
    )
    due = folder.database.rows(
        "SELECT id FROM finding_line WHERE times_at_window > 1 ORDER BY day, place"
    )
    assert ids == [row["id"] for row in due]
    assert counts.repeats == len(due)
    assert counts.total == 10_510


def test_more_windows_than_there_are_numbers(folder: Folder) -> None:
    with folder.database.transaction():
        for number in range(300):
            folder.put(1, window_number=f"{number}号窗口")
    folder.kept.make_ready(folder.database)
    assert folder.agrees(
        [LedgerFilter(text=text) for text in ("窗口", "29", "7号", "ck")], QUICK[:1]
    )
    folder.put(5, window_number="301号窗口")
    assert folder.agrees([LedgerFilter(text=text) for text in ("窗口", "301号", "1")], QUICK[:1])


def test_what_was_erased_may_have_had_another_name(folder: Folder) -> None:
    folder.put(5, window_number="王小明的窗口")
    folder.kept.make_ready(folder.database)
    asked = [LedgerFilter(text=text) for text in ("王小明", "窗口", "某人")]
    assert folder.agrees(asked)
    with folder.database.transaction():
        folder.database.write("UPDATE finding SET window_number = '某人的窗口'")
        folder.database.write("INSERT INTO erasure VALUES ('e', 'person', '', '', '', '', '')")
    assert folder.agrees(asked)


def test_what_comes_while_it_is_read_is_followed(folder: Folder) -> None:
    folder.put(5)
    folder.kept.make_ready(folder.database, lambda done, total: folder.put(1))
    assert folder.agrees(BASES[:3], QUICK[:1])


def test_the_first_are_not_looked_for_where_all_are_there_sooner(folder: Folder) -> None:
    """The latest lie anywhere, as the bundles of other laptops came."""
    for _ in range(20):
        for gone in range(5):
            folder.put(1, raised_at=FOUND.raised_at + gone * DAY)
    plain = LedgerStore(folder.database, folder.pairs, folder.kept)
    for order in (LedgerOrder(), LedgerOrder(descending=False)):
        scattered = LedgerFilter(text="起身")
        first = plain.first_ids(scattered, TODAY, order, most=2, among=20)
        assert first == plain.ids(scattered, TODAY, order)[:2]
    folder.kept.make_ready(folder.database)
    for order in (LedgerOrder(), LedgerOrder(descending=False)):
        assert plain.first_ids(scattered, TODAY, order, most=2, among=20) == []
        every = plain.first_ids(LedgerFilter(), TODAY, order, most=2, among=20)
        assert every == plain.ids(LedgerFilter(), TODAY, order)[:2]
        assert len(plain.first_ids(scattered, TODAY, order, most=2, among=60)) == 2
    of_site = LedgerFilter(text="起身", site_id=FOUND.site_id)
    assert len(plain.first_ids(of_site, TODAY, LedgerOrder(), most=2, among=20)) == 2


def test_who_stops_it_keeps_nothing(folder: Folder) -> None:
    folder.put(5)

    def stop(done: int, total: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        folder.kept.make_ready(folder.database, stop)
    assert not is_kept(folder)
    folder.kept.make_ready(folder.database)
    assert is_kept(folder)


def test_a_short_row_that_is_missing_is_read_around(folder: Folder) -> None:
    """The doctor makes them anew; whoever searches before finds what there is."""
    folder.put(5)
    folder.kept.make_ready(folder.database)
    folder.put(1, text="起身", item_text="", window_number="", department="")
    with folder.database.transaction():
        folder.database.write("DELETE FROM finding_line WHERE place = 6")
    kept = LedgerStore(folder.database, folder.pairs, folder.kept)
    assert kept.counts(LedgerFilter(text="起身"), TODAY).total >= 0


def test_numbers_tell_whether_something_was_written(folder: Folder) -> None:
    database = folder.database
    erased = "INSERT INTO erasure VALUES (?, 'person', '', '', '', '', '')"
    told = [database.writes, database.writes]
    with database.transaction():
        database.write(erased, ("one",))
        meanwhile = database.writes
    told.append(database.writes)
    with closing(connected(database.path)) as other:
        other.execute(erased, ("two",))
    told.append(database.writes)
    assert told[0] == told[1]
    assert len({*told}) == 3
    assert None not in told
    assert meanwhile is None
