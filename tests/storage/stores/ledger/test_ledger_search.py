"""Words are found in the ledger as by reading every finding, whatever they and the findings say."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypinyin import Style, pinyin

from inspector.domain.finding.finding import Finding, FindingState
from inspector.domain.finding.ledger import UNFINISHED, LedgerColumn, LedgerFilter, LedgerOrder
from inspector.storage.database.database import Database
from inspector.storage.database_opening import open_database
from inspector.storage.stores.finding_rows import finding_values
from inspector.storage.stores.ledger import finding_pairs
from inspector.storage.stores.ledger.finding_pairs import FindingPairs
from inspector.storage.stores.ledger.finding_search import FindingSearch
from inspector.storage.stores.ledger.kept_findings import KeptFindings
from inspector.storage.stores.ledger.ledger_store import LedgerStore
from tests.domain.finding.lives import FOUND

TODAY = date(2026, 11, 29)
DAY = timedelta(days=1)
SEARCHED = ("number", "text", "item_text", "window_number", "owner", "department")

awkward = st.sampled_from(
    ["未起身迎接", "未起身", "起身未迎", "A1", "a1", "Ａ１", "ａ１", "É", "é", "İ", "ß", "'", '"',
     "%", "_", "!", "*", "AND", "-", "(", "😀", "\U0001f468\u200d\U0001f469", "𠮷", "㐂", "e\u0301",
     "\u3000", " ", "3号窗口", "王小明", "工号 1001", "重庆", "行长", "㐂𠂤", "地 de"]
)  # fmt: skip
texts = (
    st.lists(awkward | st.text(max_size=3), max_size=5)
    .map("".join)
    .map(lambda text: text.replace("\0", "").encode(errors="replace").decode())
)
typed = st.sampled_from(
    ["wqs", "wq", "WQS", "qsyj", "yj", "3hc", "hck", "wxm", "zq", "cq", "hz", "xz", "gh", "a1",
     "sw", "dd", "de", "2611-f", "00"]
)  # fmt: skip


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    with closing(open_database(path)) as database:
        database.write("PRAGMA foreign_keys = OFF")  # no visits are needed
        yield database


def put(database: Database, *findings: Finding) -> None:
    with database.transaction():
        for finding in findings:
            database.insert("finding", finding_values(finding))
        FindingSearch(database).catch_up()


def read(database: Database, asked: str) -> list[str]:
    """The ids by looking at every finding, letter for letter: the oldest first."""
    found = database.rows("SELECT * FROM finding ORDER BY day, rowid")
    words = [word.lower() for word in asked.split()]
    return [
        row["id"]
        for row in found
        if all(
            database.rows(
                "SELECT 1 FROM finding WHERE id = ? AND ("
                + " OR ".join(f"instr(lower({column}), ?) > 0" for column in SEARCHED)
                + ")",
                (row["id"], *[word] * len(SEARCHED)),
            )
            or any(is_typed(word, row[column]) for column in SEARCHED)
            for word in words
        )
    ]


def is_typed(word: str, text: str) -> bool:
    """Whether a word of several letters is what one types for a part of a text, by any reading."""
    if len(word) < 2 or not word.isascii() or not any(map(str.isalpha, word)):
        return False
    letters = [
        {each.lower()} if each.isascii()
        else {said for said in pinyin(each, style=Style.FIRST_LETTER, heteronym=True)[0]
              if said.isascii()}
        for each in text
    ]  # fmt: skip
    return any(
        all(letter in letters[begin + at] for at, letter in enumerate(word))
        for begin in range(len(text) - len(word) + 1)
    )


def found(database: Database, asked: LedgerFilter, pairs: FindingPairs | None = None) -> list[str]:
    return LedgerStore(database, pairs).ids(asked, TODAY, LedgerOrder(descending=False))


@pytest.mark.ci
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    said=st.lists(st.tuples(*[texts] * 5), min_size=1, max_size=6),
    asked=st.lists(texts | typed, min_size=1, max_size=3).map(" ".join),
    part=st.tuples(st.integers(0, 5), st.integers(0, 4), st.integers(0, 9), st.integers(1, 4)),
    indexed=st.integers(0, 6),
)
def test_old_and_new_agree(
    database: Database,
    said: list[tuple[str, ...]],
    asked: str,
    part: tuple[int, int, int, int],
    indexed: int,
) -> None:
    with database.transaction():
        database.write("DELETE FROM finding")
    FindingSearch(database).rebuild()
    findings = [
        replace(
            FOUND, id=f"f{at}", number=f"2611-{at:03}", text=text, item_text=item,
            window_number=window, owner=owner, department=department,
        )
        for at, (text, item, window, owner, department) in enumerate(said)
    ]  # fmt: skip
    put(database, *findings[:indexed])
    kept = KeptFindings()
    kept.make_ready(database)
    with database.transaction():  # another program wrote without the index
        for finding in findings[indexed:]:
            database.insert("finding", finding_values(finding))
    row, column, begin, length = part
    cut = said[row % len(said)][column][begin : begin + length]
    for words in (asked, cut, f"{cut} {asked}", cut.upper()):
        wanted = read(database, words)
        assert found(database, LedgerFilter(text=words)) == wanted
        assert LedgerStore(database).counts(LedgerFilter(text=words), TODAY).total == len(wanted)
        pairs = FindingPairs(database.path)
        assert found(database, LedgerFilter(text=words), pairs) == wanted
        pairs.make_ready()
        assert found(database, LedgerFilter(text=words), pairs) == wanted
        assert (
            LedgerStore(database, pairs, kept).ids_and_counts(
                LedgerFilter(text=words),
                LedgerFilter(text=words),
                TODAY,
                LedgerOrder(descending=False),
            )[0]
            == wanted
        )
        site = LedgerFilter(text=words, site_id=FOUND.site_id)
        assert found(database, site) == wanted
        assert found(database, replace(site, site_id="elsewhere")) == []


@pytest.mark.parametrize("word", ["wqs", "WQS", "wq", "qsyj", "wqsyj", "cqs", "zqs", "2611-o"])
def test_what_is_typed_for_it_finds_it(database: Database, word: str) -> None:
    pairs = FindingPairs(database.path)
    for at, text in enumerate(("未起身", "起身未迎", "重庆市")):
        put(database, replace(FOUND, id=f"no{at}", number=f"no{at}", text=text, item_text=""))
    text = "重庆市未起身迎接"
    put(database, replace(FOUND, id="one", number="2611-one", text=text, item_text=""))
    there = found(database, LedgerFilter(text=word), pairs)
    assert "one" in there
    assert there == read(database, word) == found(database, LedgerFilter(text=word))


@pytest.mark.parametrize("most", [0, 400])
def test_one_character_is_looked_for_by_what_follows_on_it(
    database: Database, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once that is known, and as long as it is not very much; at the end nothing follows."""
    monkeypatch.setattr(finding_pairs, "_MOST", most)
    pairs, asked = FindingPairs(database.path), LedgerFilter(text="起")
    put(database, replace(FOUND, id="one", number="2611-1", text="未起身", item_text=""))
    pairs.make_ready()
    for at, text in enumerate(("身未起", "起", "起身起身", "身起，", "未身")):
        put(database, replace(FOUND, id=f"{at}", number=f"2611-0{at}", text=text, item_text=""))
    assert found(database, asked, pairs) == read(database, "起") == ["one", "0", "1", "2", "3"]


def test_what_is_typed_is_read_in_short_steps(database: Database) -> None:
    """Beside a window that is worked in: after each few grams whoever reads them may rest."""
    text = "".join(map(chr, range(0x4E00, 0x4E00 + 400)))
    put(database, replace(FOUND, text=text, item_text=""))
    words: list[int] = []
    FindingPairs(database.path).make_ready(lambda done, total: words.append(done))
    assert len(words) >= 400 // 25


def test_what_is_typed_is_followed(database: Database) -> None:
    """What comes later is found, and what was put in the place of something that was erased."""
    pairs = FindingPairs(database.path)
    asked = LedgerFilter(text="yzj")
    assert found(database, asked, pairs) == []
    put(database, replace(FOUND, text="有纸巾"))
    assert found(database, asked, pairs) == [FOUND.id]
    with database.transaction():
        search = FindingSearch(database)
        search.forget([FOUND.id])
        database.write("UPDATE finding SET text = '饮水机'")
        search.take_back([FOUND.id])
        database.write("INSERT INTO erasure VALUES ('e', 'person', '', '', '', '', '')")
    assert found(database, asked, pairs) == []
    assert found(database, LedgerFilter(text="ysj"), pairs) == [FOUND.id]


@pytest.mark.parametrize("descending", [True, False])
@pytest.mark.parametrize("text", ["", "起身", "qs", "地面"])
def test_the_first_are_those_that_stand_first(
    database: Database, text: str, descending: bool
) -> None:
    put(
        database,
        *(
            replace(FOUND, id=f"{at}", number=f"{at}", raised_at=FOUND.raised_at + gone * DAY,
                    text="起身" if at % 3 else "地面有水", item_text="")
            for at in range(30) for gone in (at * 7 % 10,)
        ),
    )  # fmt: skip
    store, asked = LedgerStore(database), LedgerFilter(text=text)
    order = LedgerOrder(descending=descending)
    every = store.ids(asked, TODAY, order)
    assert store.first_ids(asked, TODAY, order, most=4, among=20) == every[:4]
    assert store.first_ids(asked, TODAY, order, most=25, among=20) == []
    assert store.first_ids(asked, TODAY, order, most=4, among=40) == []  # all are as quick
    by_number = LedgerOrder(LedgerColumn.NUMBER)
    assert store.first_ids(asked, TODAY, by_number, most=4, among=20) == []


def test_without_an_index_it_is_read(database: Database) -> None:
    put(database, replace(FOUND, text="未起身"))
    with database.transaction():
        database.write("DROP TABLE finding_search")
    assert FindingSearch(database).until is None
    assert found(database, LedgerFilter(text="起身")) == [FOUND.id]
    put(database, replace(FOUND, id="later", number="later", text="起身了"))
    assert found(database, LedgerFilter(text="起身")) == [FOUND.id, "later"]
    FindingSearch(database).rebuild()
    assert FindingSearch(database).until == 2
    assert found(database, LedgerFilter(text="起身")) == [FOUND.id, "later"]


@pytest.mark.ci
def test_names_narrow_as_they_stand(database: Database) -> None:
    put(
        database,
        replace(FOUND, id="a", number="a", window_number="1", owner="王", department="综合"),
        replace(FOUND, id="b", number="b", window_number="1", owner="李", department="综合"),
        replace(FOUND, id="c", number="c", window_number="2", owner="王", department=""),
    )
    for asked, wanted in (
        (LedgerFilter(owner="王"), ["a", "c"]),
        (LedgerFilter(window_number="1", department="综合"), ["a", "b"]),
        (LedgerFilter(owner="王", window_number="1", states=frozenset({FindingState.OPEN})), ["a"]),
        (LedgerFilter(owner="王", text="综合"), ["a"]),
        (LedgerFilter(owner="张"), []),
    ):
        assert found(database, asked) == wanted
    choices = LedgerStore(database).choices()
    assert (choices.windows, choices.owners) == (("1", "2"), ("李", "王"))
    assert choices.departments == ("综合",)
    assert LedgerStore(database).choices("elsewhere").owners == ()


@pytest.fixture
def steps(database: Database) -> Callable[[Callable[[], object]], int]:
    """How many steps SQLite's machine takes for something, in hundreds."""

    def counted(work: Callable[[], object]) -> int:
        hundreds = 0

        def one_more() -> int:
            nonlocal hundreds
            hundreds += 1
            return 0

        connection = database._connection
        connection.set_progress_handler(one_more, 100)
        try:
            work()
        finally:
            connection.set_progress_handler(None, 100)
        return hundreds

    return counted


@pytest.mark.ci
def test_what_history_holds_costs_nothing(
    database: Database, steps: Callable[[Callable[[], object]], int]
) -> None:
    """A word that a few findings have, a name, a choice: the same with ten times as many others."""
    store = LedgerStore(database)

    def fill(begin: int, end: int) -> None:
        put(
            database,
            *(
                replace(
                    FOUND,
                    id=f"f{at}",
                    number=f"n{at:05}",
                    text="地面有水",
                    owner="王",
                    state=FindingState.CLOSED,
                )
                for at in range(begin, end)
            ),
        )

    def cost() -> list[int]:
        asked = (
            LedgerFilter(text="漏水𠮷"),
            LedgerFilter(text="漏"),
            LedgerFilter(owner="李"),
            LedgerFilter(appealed=True),
            LedgerFilter(site_id=FOUND.site_id, states=UNFINISHED),
            LedgerFilter(site_id=FOUND.site_id, overdue=True),
            LedgerFilter(site_id=FOUND.site_id, closed_first=TODAY),
        )
        return [
            *(steps(partial(found, database, each)) for each in asked),
            *(steps(partial(store.counts, each, TODAY)) for each in asked),
            steps(store.choices),
            steps(lambda: store.choices(FOUND.site_id)),
        ]

    put(database, replace(FOUND, id="one", number="one", text="漏水𠮷", owner="李"))
    fill(0, 200)
    few = cost()
    fill(200, 1800)
    assert all(many < once + 10 for once, many in zip(few, cost(), strict=True))
