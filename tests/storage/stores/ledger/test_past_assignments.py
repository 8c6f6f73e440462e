"""Who is proposed is looked for among the latest findings alone."""

from dataclasses import replace
from datetime import timedelta

from inspector.domain.finding.assignment import PastAssignment
from inspector.storage.database.database import Database
from inspector.storage.stores.finding_rows import finding_values
from inspector.storage.stores.ledger.past_assignments import past_assignments
from tests.domain.finding.lives import FOUND


def put(database: Database, number: int, begin: int, department: str, item: str = "i") -> None:
    database.write("PRAGMA foreign_keys = OFF")  # no visits are needed
    with database.transaction():
        for day in range(begin, begin + number):
            moment = FOUND.raised_at + timedelta(days=day)
            finding = replace(
                FOUND, id=f"{item}{day}", number=f"{item}{day}", raised_at=moment, item_id=item,
                department=department, owner="", leader="", assigned_at=moment,
            )  # fmt: skip
            database.insert("finding", finding_values(finding))


def test_those_of_the_item_come_first_then_those_of_the_site(opened: Database) -> None:
    put(opened, 3, 0, "综合部")
    put(opened, 5, 10, "后勤部", item="other")
    assert past_assignments(opened, FOUND.site_id, "i") == [
        PastAssignment("综合部", "", "", 3),
        PastAssignment("后勤部", "", "", 5, of_item=False),
        PastAssignment("综合部", "", "", 3, of_item=False),
    ]
    assert past_assignments(opened, FOUND.site_id, "")[0].department == "后勤部"
    assert past_assignments(opened, "elsewhere", "i") == []


def test_what_was_long_ago_is_not_looked_at(opened: Database) -> None:
    put(opened, 90, 0, "综合部")
    put(opened, 60, 90, "后勤部")
    put(opened, 200, 150, "市场部", item="other")
    told = [
        (each.department, each.of_item) for each in past_assignments(opened, FOUND.site_id, "i")
    ]
    assert told == [("后勤部", True), ("市场部", False), ("后勤部", False), ("综合部", False)]
