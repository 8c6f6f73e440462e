"""The index of what findings say follows them, and nothing is left in it of what is gone."""

from dataclasses import replace

import pytest

from inspector.storage.database.database import Database
from inspector.storage.schema.searching.search_grams import spelled_grams, spelled_question
from inspector.storage.stores.finding_rows import finding_values
from inspector.storage.stores.ledger.finding_search import FindingSearch
from tests.domain.finding.lives import FOUND


@pytest.fixture
def search(opened: Database) -> FindingSearch:
    """The index of two findings."""
    opened.write("PRAGMA foreign_keys = OFF")  # no visits are needed
    with opened.transaction():
        for at, text in enumerate(("王小明未起身", "饮水机缺水")):
            finding = replace(FOUND, id=str(at), number=f"2611-{at}", text=text, item_text="")
            opened.insert("finding", finding_values(finding))
        FindingSearch(opened).catch_up()
    return FindingSearch(opened)


def kept(database: Database) -> bytes:
    return b"".join(row["block"] for row in database.rows("SELECT block FROM finding_search_data"))


def test_it_says_what_the_findings_say(opened: Database, search: FindingSearch) -> None:
    assert search.until == 2
    assert not search.differs()
    with opened.transaction():
        opened.write("UPDATE finding SET text = '饮水机有水' WHERE id = '1'")
    assert search.differs()
    search.rebuild()
    assert not search.differs()


def test_one_row_in_the_place_of_another_is_noticed(
    opened: Database, search: FindingSearch
) -> None:
    with opened.transaction():
        opened.write(
            "UPDATE finding SET text = CASE id WHEN '0' THEN '饮水机缺水' ELSE '王小明未起身' END"
        )
    assert search.differs()


def test_nothing_is_left_of_what_was_said_before(opened: Database, search: FindingSearch) -> None:
    gone = spelled_question("小")[-5:-1].encode()  # what begins as the one before it is shortened
    assert gone in kept(opened)
    with opened.transaction():
        search.forget(["0"])
        opened.write("UPDATE finding SET text = '已删除-1未起身' WHERE id = '0'")
        search.take_back(["0"])
    assert not search.differs()
    assert gone not in kept(opened)


def test_numbers_of_rows_outlive_a_file_that_is_written_anew(
    opened: Database, search: FindingSearch
) -> None:
    """The index knows findings by them, and erasing writes the file anew."""
    before = [tuple(row) for row in opened.rows("SELECT rowid, id FROM finding")]
    assert opened.leave_no_trace()
    assert [tuple(row) for row in opened.rows("SELECT rowid, id FROM finding")] == before
    assert not search.differs()


def test_no_gram_reaches_from_one_text_into_the_next() -> None:
    assert spelled_question("身起") not in spelled_grams("未起身", "起身").split()
    assert spelled_question("起身") in spelled_grams("未起身", "起身").split()
    assert spelled_grams("") == ""
