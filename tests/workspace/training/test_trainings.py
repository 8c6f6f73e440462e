"""培训建议 of real folders: recomputed by separate code, held, taken back, printed."""

import sqlite3
from collections import defaultdict
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from inspector.domain.checklist.category import Category
from inspector.domain.days.span import Span
from inspector.domain.errors import NoTrainingError, RefusedInputError
from inspector.domain.record.journal import Subject
from inspector.domain.training.lesson import lessons_of, polite_words
from inspector.domain.training.suggestion import LEAST, Counted
from inspector.domain.training.training_entry import Outcome
from inspector.domain.training.training_facts import Grouping
from inspector.storage.comparing.journal_walk import discrepancies_of
from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.workspace.extent import Extent, Period
from inspector.workspace.sample.demo import write_demo
from inspector.workspace.workspace import Workspace
from tests.workspace.visiting import Clock, add_site, answer_all, items, start
from tests.written_once import Written

LAST = date(2026, 11, 27)
QUARTER = Extent(Period(date(2026, 9, 1), date(2026, 11, 30)))

Key = tuple[str, ...]


def by_plain_rows(folder: Path, first: date, last: date, by_team: bool) -> dict[Key, list[int]]:
    """Judged, wrong and again by site, group, pack and item: rows and loops, no other SQL."""
    with closing(sqlite3.connect(folder / DATABASE_FILE)) as connection:
        connection.row_factory = sqlite3.Row

        def read(table: str) -> list[dict[str, Any]]:
            return [dict(row) for row in connection.execute(f"SELECT * FROM {table}")]

        visits = {
            row["id"]: row
            for row in read("inspection")
            if row["state"] == "completed"
            and row["kind"] in ("covert", "open", "cross")
            and first.isoformat() <= row["day"] <= last.isoformat()
        }
        packs = {row["hash"]: row["pack_id"] for row in read("pack")}
        teams = {(row["window_id"], row["number"]): row["team"] for row in read("staff")}
        cards, by_key = {}, {}
        for row in read("scorecard"):
            if row["inspection_id"] in visits and row["scope"] == "window" and not row["left_out"]:
                cards[row["id"]] = by_key[row["key"]] = row
        found: dict[Key, list[int]] = defaultdict(lambda: [0, 0, 0])

        def key(card: dict[str, Any], item: str) -> Key | None:
            team = teams.get((card["window_id"], card["staff_number"]), "")
            who = (card["department"], team) if by_team else (card["window_kind"], "")
            visit = visits[card["inspection_id"]]
            pack = packs[visit["pack_hash"]]
            return (visit["site_id"], *who, pack, item) if any(who) else None

        for row in read("answer"):
            judged = row["scorecard"] in by_key and row["verdict"] in ("pass", "deduct")
            if judged and (own := key(by_key[row["scorecard"]], row["item"])):
                found[own][0] += 1
        for row in read("finding"):
            stands = row["scorecard_id"] in cards and row["state"] != "withdrawn"
            if (
                stands
                and row["item_id"]
                and (own := key(cards[row["scorecard_id"]], row["item_id"]))
            ):
                found[own][1] += 1
                found[own][2] += row["times_at_window"] > 1 or row["round"] > 1
    return found


@pytest.fixture
def sample(written: Written) -> Path:
    """Visits of half a year."""
    return written(write_demo, 30, 1, LAST)


@pytest.mark.ci
@pytest.mark.parametrize("grouping", Grouping)
def test_the_figures_are_recomputed_by_separate_code(sample: Path, grouping: Grouping) -> None:
    first, last = QUARTER.period.first, QUARTER.period.last
    plain = by_plain_rows(sample, first, last, grouping is Grouping.TEAM)
    with closing(Workspace(sample)) as workspace:
        report = workspace.training.of(QUARTER)
    made = report.suggested[grouping]
    assert len(made) > 10
    told: set[Key] = set()
    for each in made:
        group = each.key.group
        for item in each.items:
            key: Key = (
                group.site_id,
                group.name,
                group.team,
                each.key.pack_id,
                item.lesson.item_id,
            )
            assert [item.counted.judged, item.counted.wrong, item.again] == plain[key]
            told.add(key)
    by_topic: dict[tuple[str, ...], int] = defaultdict(int)
    lessons = {
        (each.key.pack_id, item.lesson.item_id): each.key.topic
        for each in made
        for item in each.items
    }
    for key, (_, wrong, again) in plain.items():
        if wrong and key not in told and key[3:] in lessons:
            by_topic[*key[:4], lessons[key[3], key[4]]] += wrong + again
    assert all(weight < LEAST for weight in by_topic.values())  # nothing was left out


# A team that trains


def hall(workspace: Workspace, clock: Clock) -> tuple[str, list[str]]:
    """Two windows that get the same two things wrong on three days of September."""
    site = add_site(workspace)
    wrong: list[str] = []
    for day in ("2026-09-01", "2026-09-02", "2026-09-03"):
        clock.set(day)
        inspection = start(workspace, site)
        polite = [i.id for i in items(workspace, inspection)
                  if i.category is Category.CIVIL_LANGUAGE]  # fmt: skip
        wrong = polite[:2]
        answer_all(workspace, inspection, {0: wrong, 1: wrong})
        workspace.inspections.complete(inspection)
    return site.name, wrong


SEPTEMBER = Extent(Period(date(2026, 9, 1), date(2026, 9, 30)))


def test_a_training_is_held_measured_and_taken_back(workspace: Workspace, clock: Clock) -> None:
    name, wrong = hall(workspace, clock)
    clock.set("2026-09-20")
    (line,) = workspace.training.for_meeting(workspace.rosters.site_named(name))
    assert line.startswith("培训：综合部练“文明用语")
    assert "不合格12次，重复8次" in line
    report = workspace.training.of(SEPTEMBER)
    (suggestion,) = report.suggested[Grouping.TEAM]
    assert [item.lesson.item_id for item in suggestion.items] == wrong
    assert (suggestion.counted, suggestion.again) == (Counted(12, 12), 8)
    held_id, changes = workspace.training.hold(
        suggestion, report.span, date(2026, 9, 20), 2, " 综合部 "
    )
    assert changes.trainings
    report = workspace.training.of(SEPTEMBER)
    assert report.held_for(suggestion) == report.held[0].held
    assert report.held[0].held.led_by == "综合部"
    assert report.held[0].after is None
    assert report.held[0].effect.outcome is Outcome.TOO_FEW
    assert workspace.training.for_meeting(workspace.rosters.site_named(name)) == ()

    for day in ("2026-10-01", "2026-10-02", "2026-10-03"):
        clock.set(day)
        inspection = start(workspace, workspace.rosters.site_named(name))
        answer_all(workspace, inspection, {0: wrong[:1]})
        workspace.inspections.complete(inspection)
    clock.set("2026-10-25")
    october = Extent(Period(date(2026, 10, 1), date(2026, 10, 31)))
    (line_held,) = workspace.training.of(october).held
    assert line_held.after == Span(date(2026, 9, 21), date(2026, 10, 20))
    assert (line_held.effect.before, line_held.effect.after) == (Counted(12, 12), Counted(12, 3))
    assert line_held.effect.outcome is Outcome.BETTER

    workspace.training.take_back(held_id, "记错了班组")
    workspace.training.take_back(held_id)  # once is enough
    assert workspace.training.of(october).held == ()
    count = lambda table: workspace.database.row(f"SELECT count(*) AS n FROM {table}")  # noqa: E731
    assert [row["n"] for row in map(count, ("training", "training_taken_back")) if row] == [1, 1]
    assert list(discrepancies_of(workspace.database)) == []


def test_what_somebody_changes_of_a_training_is_noticed(workspace: Workspace, clock: Clock) -> None:
    hall(workspace, clock)
    report = workspace.training.of(SEPTEMBER)
    (suggestion,) = report.suggested[Grouping.TEAM]
    workspace.training.hold(suggestion, report.span, date(2026, 9, 3), 2, "")
    with workspace.database.transaction():
        workspace.database.write("UPDATE training SET took_part = 20")
    (found,) = discrepancies_of(workspace.database)
    assert found.kind == Subject.TRAINING


def test_a_day_to_come_and_a_training_without_people_are_refused(
    workspace: Workspace, clock: Clock
) -> None:
    hall(workspace, clock)
    report = workspace.training.of(SEPTEMBER)
    (suggestion,) = report.suggested[Grouping.TEAM]
    today = date(2026, 9, 3)
    for day, people in (
        (today + timedelta(days=1), 2), (date(2026, 8, 31), 2), (today, 0), (today, 10_000),
    ):  # fmt: skip
        with pytest.raises(RefusedInputError):
            workspace.training.hold(suggestion, report.span, day, people, "")
    assert workspace.training.of(SEPTEMBER).held == ()


def test_the_paper_says_what_it_rests_on_and_names_nobody(
    workspace: Workspace, clock: Clock, tmp_path: Path
) -> None:
    hall(workspace, clock)
    report = workspace.training.of(SEPTEMBER)
    (suggestion,) = report.suggested[Grouping.TEAM]
    workspace.training.hold(suggestion, report.span, date(2026, 9, 3), 2, "综合部")
    path = workspace.reports.write_training(tmp_path / "培训.xlsx", SEPTEMBER)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["分班组", "分窗口类型", "培训成效"]
    said = [
        [str(cell) for cell in row if cell is not None]
        for row in book["分班组"].iter_rows(values_only=True)
    ]
    (head,) = (row[0] for row in said if row and row[0].startswith("1．"))
    assert "查12项次，不合格12项次（100%），其中重复8项次。已于2026年9月3日培训。" in head
    assert "练“文明用语”" in head  # and not which set of a meeting's phrases it is
    assert "演练：1．" in head
    texts = "".join(cell for row in said for cell in row)
    assert "用语：“请”" in texts
    assert "1001" not in texts  # nobody's number
    last = [row for row in book["培训成效"].iter_rows(values_only=True) if row[0] == 1]
    assert last[0][-3:] == ("12/12（100%）", "—", "样本不足")


def test_of_a_period_without_anything_there_is_no_paper(
    workspace: Workspace, tmp_path: Path
) -> None:
    with pytest.raises(NoTrainingError):
        workspace.reports.write_training(tmp_path / "培训.xlsx", SEPTEMBER)


def test_every_item_of_a_pack_has_a_lesson_with_its_drill_or_category(
    workspace: Workspace,
) -> None:
    pack = workspace.packs.named("general")
    titles = {category: f"类{category.value}" for category in Category}
    lessons = lessons_of(pack, titles)
    assert set(lessons) == set(pack.item_by_id)
    for item in pack.items():
        own = lessons[item.id]
        assert own.text == item.text
        assert item.text in own.steps if own.steps else own.topic == titles[item.category]
    polite = lessons["polite-words"]
    assert polite.phrase == "“请”、“谢谢”、“对不起”"
    assert polite.topic.startswith("文明用语")
    assert all(polite_words(item) == "" for item in pack.items() if "不说" in item.text)
