"""What completion keeps equals what the raw answers come to."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from inspector.workspace.sample.demo import write_demo
from tests.workspace import recomputed
from tests.workspace.recomputed import rows
from tests.written_once import Written


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kept")
    write_demo(folder, 21, 11, date(2026, 11, 27))
    return folder / "inspector.db"


@pytest.mark.ci
def test_kept_scores_are_those_of_the_answers(path: Path) -> None:
    inspections = rows(path, "SELECT * FROM inspection WHERE state = 'completed'")
    assert len(inspections) == 21
    for inspection in inspections:
        site, cards = recomputed.visit(path, inspection)
        rates = site.pop("rates")
        del site["enough"]
        assert {key: inspection[key] for key in site} == site
        kept = rows(
            path,
            "SELECT category, rate FROM inspection_category WHERE inspection_id = ?",
            inspection["id"],
        )
        assert {row["category"]: row["rate"] for row in kept} == rates
        for row in rows(path, "SELECT * FROM scorecard WHERE inspection_id = ?", inspection["id"]):
            card = cards[row["id"]]
            categories = card.pop("categories")
            del card["enough"]
            assert (row["observed"], row["asked"]) == card.pop("coverage")
            assert {key: row[key] for key in card} == card
            kept = rows(path, "SELECT * FROM scorecard_category WHERE scorecard = ?", row["key"])
            assert {
                row["category"]: (row["got"], row["full"], row["rate"]) for row in kept
            } == categories


@pytest.mark.ci  # a sample of sixty visits
def test_kept_scores_after_appeals_are_those_of_answers_and_events(copied: Written) -> None:
    """They are kept of every visit that appeals changed, and of no other."""
    path, changed = copied(write_demo, 60, 5, date(2026, 11, 27)) / "inspector.db", 0
    for inspection in rows(path, "SELECT * FROM inspection WHERE state = 'completed'"):
        key = inspection["id"]
        site, cards = recomputed.visit(path, inspection, reviewed=True)
        appealed = bool(recomputed.appeals(path, inspection))
        changed += appealed

        def after(row: dict[str, Any], name: str, appealed: bool = appealed) -> object:
            assert appealed or row[f"reviewed_{name}"] is None
            return row[f"reviewed_{name}"] if appealed else row[name]

        for name in ("score", "vetoes", "grade"):
            assert after(inspection, name) == site[name]
        for row in rows(path, "SELECT * FROM inspection_category WHERE inspection_id = ?", key):
            assert after(row, "rate") == site["rates"][row["category"]]
        for row in rows(path, "SELECT * FROM scorecard WHERE inspection_id = ?", key):
            for name in ("score", "vetoes", "grade"):
                assert after(row, name) == cards[row["id"]][name]
            parts = rows(path, "SELECT * FROM scorecard_category WHERE scorecard = ?", row["key"])
            for part in parts:
                got, full, rate = cards[row["id"]]["categories"][part["category"]]
                assert (after(part, "got"), part["full"], after(part, "rate")) == (got, full, rate)
    assert 2 < changed < 60


def test_every_deduction_is_a_finding_and_nothing_else_is(path: Path) -> None:
    deducted = rows(
        path,
        "SELECT scorecard.id AS card, answer.item AS item FROM answer"
        " JOIN scorecard ON scorecard.key = answer.scorecard"
        " JOIN inspection ON inspection.id = scorecard.inspection_id"
        " WHERE answer.verdict = 'deduct' AND inspection.state = 'completed'",
    )
    found = rows(path, "SELECT scorecard_id AS card, item_id AS item FROM finding")
    assert sorted((row["card"], row["item"]) for row in found) == sorted(
        (row["card"], row["item"]) for row in deducted
    )


def test_a_finding_is_what_its_first_event_says(path: Path) -> None:
    import json

    events = rows(path, "SELECT * FROM finding_event")
    raised = [event for event in events if event["kind"] == "raised"]
    said = {event["finding_id"]: json.loads(event["content"]) for event in raised}
    findings = rows(path, "SELECT * FROM finding")
    assert said.keys() == {row["id"] for row in findings}
    assert len({row["state"] for row in findings}) > 2
    may_change = {"department", "owner", "leader", "type", "deadline", "requirement"}
    for row in findings:
        for name in said[row["id"]].keys() - may_change:
            assert said[row["id"]][name] == row[name]
        assert {"deduction", "deadline", "owner", "text", "day"} <= said[row["id"]].keys()
