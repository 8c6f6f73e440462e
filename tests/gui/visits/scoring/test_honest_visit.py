"""Scoring what was seen: 未观察, the rest of a window, red lines, named and judged deductions."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from inspector.domain.visit.coverage import Coverage
from inspector.gui.visits.parts.inspection_columns import SEEN_COLUMN
from inspector.gui.visits.parts.verdict_segment import VerdictButton
from inspector.gui.visits.scoring.score_sheet import ScoreSheet
from inspector.workspace.extent import Extent, month_of
from tests.gui.visits.honest_hall import AT_A_GLANCE, ITEMS, write_honest_folder
from tests.gui.visits.visit import BACKSPACE, ENTER, ESC, Person, in_a_visit
from tests.written_once import Written


@pytest.fixture
def folder(copied: Written) -> Path:
    return copied(write_honest_folder)


def words(person: Person) -> list[str]:
    """The words of the verdicts above the panel."""
    buttons = person.scoring.panel.findChildren(VerdictButton)
    return [each._given.words for each in buttons if each.isVisible()]


def arithmetic(person: Person) -> str:
    return person.text("arithmetic")


def go(person: Person, item: str) -> None:
    person.scoring.items.setFocus()
    person.scoring.items.setCurrentIndex(person.scoring.model.index_of(item))


@in_a_visit
@pytest.mark.ci
def test_what_was_not_seen_is_said_so_by_key_by_button_and_taken_back(person: Person) -> None:
    person.press("0")
    assert person.disk.verdicts()["greet"] == "unseen"
    assert person.item == "dress"
    person.tap("unseen")
    assert person.disk.verdicts()["dress"] == "unseen"
    figures = person.scoring.figures
    assert "Observed 0 / 99" in figures.text()
    person.press("1")
    assert "Observed 1 / 99" in figures.text()
    assert person.scoring.scoring.sheet.progress(person.scoring.card).done == 3
    go(person, "greet")
    assert arithmetic(person) == "Not observed: it costs nothing, and attests nothing"
    person.press("2", "1", ENTER)  # seen after all
    assert person.disk.answers()["greet"].phrases == ("未起身迎接",)
    go(person, "greet")
    person.press("0")
    assert person.disk.answers()["greet"].phrases == ()
    assert "What was written of it is gone" in person.line
    person.press("z", ctrl=True)
    assert person.disk.answers()["greet"].phrases == ("未起身迎接",)
    person.press("f", ctrl=True)
    person.press("Unseen", ENTER)
    assert person.item == "dress"


@in_a_visit
def test_the_rest_is_passed_where_it_is_seen_and_left_where_it_is_not(person: Person) -> None:
    person.tap("line-rest")
    assert person.line.startswith(f"Mark the remaining {AT_A_GLANCE} items of 1号窗口 as passed?")
    assert "18 items, red lines 4 of them, need a closer look" in person.line
    person.press("a")
    assert person.line.startswith(f"{AT_A_GLANCE} items passed; “Undo” (Ctrl+Z) takes them back.")
    verdicts = person.disk.verdicts()
    assert (len(verdicts), set(verdicts.values())) == (AT_A_GLANCE, {"pass"})
    assert "quarrel" in verdicts
    assert not {"bribe", "hiding", "unsaid", "sold"} & verdicts.keys()
    assert person.item == "cao-0"  # what a transaction shows
    person.press("a")
    assert person.line.startswith("Nothing of what is left is seen at a glance.")
    person.tap("line-rest-unseen")
    assert person.line.startswith("Mark the remaining 18 items of 1号窗口 as not observed?")
    too_little = "62% is below 80%: not graded, not ranked; 9 items more are needed"
    assert f"1号窗口: {too_little}." in person.line  # before it is done, and after
    person.press("u")
    assert "18 items not observed" in person.line
    assert "Red lines among them: 4." in person.line
    assert f"1号窗口: {too_little}." in person.line
    verdicts = person.disk.verdicts()
    assert len(verdicts) == ITEMS
    assert list(verdicts.values()).count("unseen") == 18
    assert (
        person.scoring.cards.currentIndex()
        .data(Qt.ItemDataRole.ToolTipRole)
        .endswith(f"observed 30 of 48; {too_little}")
    )
    person.press("z", ctrl=True)
    assert len(person.disk.verdicts()) == AT_A_GLANCE
    person.press("z", ctrl=True)
    assert person.disk.verdicts() == {}


@pytest.mark.ci
@in_a_visit
def test_red_lines_are_asked_at_the_end_as_found_or_not(person: Person) -> None:
    rows = person.scoring.model.rows
    heading = next(row for row in rows if row.said == "★ Red lines")
    assert rows.index(heading) == len(rows) - 6
    assert words(person) == ["Pass", "Deduct", "N/A", "Unseen", "Highlight", "Clear"]
    go(person, "quarrel")
    assert words(person) == ["None found", "One found", "Unseen", "Clear"]
    person.tap("pass")
    assert person.item == "bribe"
    person.tap("deduct")
    assert "“One found” (2) again confirms." in person.line
    person.tap("bannerAction")
    person.press("1", ENTER)
    assert person.disk.verdicts() == {"quarrel": "pass", "bribe": "deduct"}
    row = person.scoring.model.item_row(person.scoring.model.index_of("bribe"))
    assert row is not None
    assert "One found" in row.said
    assert person.scoring.scoring.sheet.score(person.scoring.card).vetoed
    go(person, "bribe")
    person.press(BACKSPACE)
    assert person.disk.verdicts() == {"quarrel": "pass"}


RED_LINES = ("quarrel", "bribe", "hiding", "unsaid", "sold")


@in_a_visit
@pytest.mark.ci
def test_the_red_lines_that_are_left_are_none_found_by_one_key_or_one_click(
    person: Person,
) -> None:
    """Standing on them; from elsewhere it leads there and asks. One step takes it back."""
    person.press("n")
    assert person.item == "quarrel"
    assert person.line.startswith(
        "Mark the 5 red lines that are left of 1号窗口 as none found? “No"
    )
    assert person.disk.verdicts() == {}
    person.press("2", "2", "1", ENTER)
    assert person.item == "bribe"
    person.press("0", "n")
    assert person.line.startswith("3 red lines: none found; “Undo” (Ctrl+Z) takes them back.")
    found = person.disk.verdicts()
    assert [found[each] for each in RED_LINES] == ["deduct", "unseen", "pass", "pass", "pass"]
    person.press("n")
    assert person.banner.startswith("1 red line of 1号窗口 is kept as not observed; where it")
    assert person.item == "bribe"
    person.press("1", "n")  # it was not found after all
    assert person.banner == "No red line of 1号窗口 is left."
    person.press("z", ctrl=True)
    person.press("z", ctrl=True)
    assert set(person.disk.verdicts()) == {"quarrel", "bribe"}

    # By mouse and by finger: the button below the list, or the menu of the window.
    go(person, "hiding")
    person.tap("line-none-found")
    assert set(person.disk.verdicts()) == set(RED_LINES)
    person.press("z", ctrl=True)
    cards = person.scoring.cards
    place = cards.visualRect(cards.currentIndex()).center()
    person.menu(cards.viewport(), place)["none-found"].trigger()  # of the window: it asks
    assert person.item == "hiding"
    assert set(person.disk.verdicts()) == {"quarrel", "bribe"}
    person.tap("bannerAction")
    assert set(person.disk.verdicts()) == set(RED_LINES)
    person.press("x", "n")
    assert "left out" in person.banner


@pytest.mark.ci
@in_a_visit
def test_a_visit_of_which_too_little_was_seen_has_no_grade_on_any_page_or_paper(
    person: Person,
) -> None:
    """30 of 48 at a window: its score, how much was seen, and nobody says that it is good."""
    cards = person.scoring.scoring.sheet.scorecards
    for card in cards:
        person.scoring.position.show_card(card.id)
        person.press("a", "a", "u", "u")
    assert person.scoring.figures.text().endswith("below 80%, 19 short")
    person.press(ENTER, ctrl=True)
    assert person.line.startswith("Score 100.00 observed 61 of 99, 61% is below 80%: not graded")
    person.press(ENTER, ctrl=True)
    result = person.page.result
    assert result.isVisible()
    shown = [each.text() for each in result.findChildren(QLabel) if each.isVisible()]
    assert {"100.00", "—", "61 / 99"} <= set(shown)
    assert not any("优秀" in each for each in shown)
    person.press("s")  # who signs reads it, too
    assert "score 100.00, not graded, observed 61 of 99" in person.text("signStatement")
    person.press(ESC)
    person.tap("back")
    start = person.page.start
    line = start.completed_model.row_at(0)
    assert (line.score, line.grade) == (10_000, "")
    assert not start.completed.isColumnHidden(SEEN_COLUMN)
    assert start.completed_model.index(0, SEEN_COLUMN).data() == "61/99"

    workspace = person.window._session.workspace
    path = workspace.reports.write_record(person.folder / "记录.xlsx", line.inspection.id)
    cells = [
        str(cell)
        for sheet in openpyxl.load_workbook(path).worksheets
        for row in sheet.iter_rows(values_only=True)
        for cell in row
        if cell is not None
    ]
    assert not any(cell in ("优秀", "等级：优秀") or "等级为优秀" in cell for cell in cells)
    assert any("，实查不足，不评等级。" in cell for cell in cells)
    assert any("61项／应查99项" in cell for cell in cells)
    (summed,) = workspace.reports.summary(Extent(month_of(workspace.now().date())))
    assert (summed.rank, summed.total, summed.grade) == (None, 10_000, "")
    assert summed.coverage == Coverage(61, 99)


@pytest.mark.ci
@in_a_visit
def test_named_deductions_are_counted_by_digit_and_by_hand(person: Person) -> None:
    go(person, "dress")
    person.press("2")
    assert arithmetic(person) == "Not said which yet, so the dearest: 2 off"
    person.press("1", "3", "+")
    assert arithmetic(person) == "1 + 0.5 × 2 = 2 off"
    person.press("1", "-", "4")  # the last one named is counted; a phrase stands behind them
    assert arithmetic(person) == "1 + 0.5 × 2 = 2 off"
    assert person.disk.answers()["dress"].phrases == ("外套未系扣",)
    person.tap("choices-2")
    person.tap("more")
    assert person.text("count") == "2"
    assert arithmetic(person) == "1 + 2 × 2 + 0.5 × 2 = 6 off, 4 at most"
    person.press(ENTER)
    score = person.scoring.scoring.sheet.score(person.scoring.card)
    assert score.categories[0].got == 2500 - 400
    person.press("=")
    (sheet,) = person.scoring.findChildren(ScoreSheet)
    said = [each.text() for each in sheet.findChildren(QLabel)]
    assert "着装统一，工牌佩戴在左胸: 4 at most" in said
    assert {"25", "−4", "21"} <= set(said)
    assert any(text.startswith("This window: observed 1 of 48") for text in said)
    person.press(ESC)


@pytest.mark.ci
@in_a_visit
def test_judged_points_are_typed_stepped_and_added(person: Person) -> None:
    go(person, "manner")
    person.press("2")
    field = person.find(QLineEdit, "judgedPoints")
    assert (person.focus, field.text(), arithmetic(person)) == (
        "judgedPoints",
        "1",
        "1 off",
    )
    person.press("2", ".", "5")
    assert arithmetic(person) == "2.5 off"
    person.press("+", "+")
    assert (field.text(), arithmetic(person)) == ("3", "3 off")
    person.tap("lessOff")
    assert field.text() == "2.5"
    person.press(" ")
    assert (field.text(), arithmetic(person)) == ("1", "2.5 + 1 = 3.5 off")
    person.press("2")
    assert arithmetic(person) == "2.5 + 2 = 4.5 off"
    person.tap("onceMore")
    assert arithmetic(person) == "2.5 + 2 + 1 = 5.5 off, 5 at most"
    field.selectAll()
    person.press("9", ENTER)
    assert person.line == "From 1 to 3 points can be taken off each time."
    assert person.focus == "judgedPoints"
    field.selectAll()
    person.press("1", ENTER)
    assert person.focus == "items"
    assert person.disk.answers()["manner"].measured == 550


def test_one_window_of_everything_is_scored_by_clicks(
    visit: Callable[[Callable[[Person], None]], None],
) -> None:
    def work(person: Person) -> None:
        person.press(ENTER)
        person.tap("line-rest")
        person.tap("bannerAction")
        person.tap("line-rest-unseen")
        person.tap("bannerAction")
        person.click_item("dress")
        person.tap("choices-1")
        person.tap("more")
        assert arithmetic(person) == "1 × 2 = 2 off"
        score = person.scoring.scoring.sheet.score(person.scoring.card)
        assert score.total == 9800

    visit(work)
