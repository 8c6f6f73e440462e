"""Every kind of rule in the window: stopwatch, samples, vetoes, bonuses, a site's own numbers."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from inspector.domain.checklist.category import Scope
from inspector.domain.checklist.checklist import Override
from inspector.domain.visit.inspection import Answer, Scorecard, Verdict, unanswered
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.visits.scoring.judging import stopwatch
from inspector.gui.visits.scoring.score_sheet import ScoreSheet
from inspector.gui.visits.scoring.scoring_page import ScoringPage
from inspector.paths import checklists_folder
from inspector.storage.packs.pack_files import read_pack_folder
from inspector.workspace.preferences import INSPECTORS
from inspector.workspace.workspace import Workspace
from tests.conftest import ChooseFile, Keyboard, RunMain
from tests.e2e.test_main_job import ENTER, ESC, ROSTER, import_roster, inspect_page

Start = Callable[[MainWindow], ScoringPage]


@pytest.fixture
def start(keyboard: Keyboard, choose_file: ChooseFile) -> Start:
    """Return a function that starts a visit to the hall of the sample roster."""

    def begin(window: MainWindow) -> ScoringPage:
        choose_file(ROSTER)
        import_roster(window, keyboard)
        keyboard.press("n", ctrl=True)
        keyboard.press(ENTER, ctrl=True)
        return inspect_page(window).scoring

    return begin


def pass_rest(page: ScoringPage, card: Scorecard) -> None:
    sheet = page.scoring.sheet
    left = unanswered(sheet.items(card), sheet.answers_of(card))
    page.scoring.record(card, [Answer(item.id, Verdict.PASS) for item in left])


def stand_on(page: ScoringPage, item_id: str) -> None:
    page.items.setCurrentIndex(page.model.index_of(item_id))


def answer(page: ScoringPage, item_id: str) -> Answer | None:
    return page.scoring.sheet.answers_of(page.card).get(item_id)


@pytest.mark.ci
def test_the_stopwatch_runs_while_other_items_are_scored(
    run_main: RunMain, keyboard: Keyboard, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = [1000.0]
    monkeypatch.setattr(stopwatch, "monotonic", lambda: clock[0])

    def drive(window: MainWindow) -> None:
        page = start(window)
        (face,) = page.findChildren(QPushButton, "stopwatch")
        stand_on(page, "waiting-time")
        keyboard.press("t")
        assert face.isVisible()
        clock[0] += 16 * 60 + 30
        stand_on(page, "uniform")
        keyboard.press("1", "1")
        keyboard.press("t")
        assert not face.isVisible()
        first = answer(page, "waiting-time")
        assert first is not None
        assert (first.measured, first.verdict) == (1650, Verdict.DEDUCT)
        stand_on(page, "waiting-time")
        keyboard.press("t")
        clock[0] += 3 * 60
        keyboard.press("t")
        second = answer(page, "waiting-time")
        assert second is not None
        assert second.samples == (1650, 300)
        assert second.measured == 1650  # the worst counts
        keyboard.press("z", ctrl=True)
        assert answer(page, "waiting-time") == first
        assert answer(page, "uniform") is not None

    assert run_main(drive) == 0


@pytest.mark.ci
def test_only_times_are_timed(run_main: RunMain, keyboard: Keyboard, start: Start) -> None:
    def drive(window: MainWindow) -> None:
        page = start(window)
        stand_on(page, "uniform")  # people are counted, not timed
        keyboard.press("t")
        assert page.line.isVisible()
        assert page.timing.watch is None

    assert run_main(drive) == 0


@pytest.mark.ci
def test_several_values_are_typed_with_plus_between(
    run_main: RunMain, keyboard: Keyboard, start: Start
) -> None:
    def drive(window: MainWindow) -> None:
        page = start(window)
        stand_on(page, "waiting-time")
        keyboard.press("2", "8", "+", "18.5", "+", "3", ENTER)
        kept = answer(page, "waiting-time")
        assert kept is not None
        assert (kept.samples, kept.measured) == ((800, 1850, 300), 1850)
        assert page.scoring.sheet.score(page.card).categories[2].got == 3200  # ≤ 20 minutes: 2 of 5

    assert run_main(drive) == 0


@pytest.mark.ci
def test_a_veto_asks_first_and_wants_a_reason(
    run_main: RunMain, keyboard: Keyboard, start: Start
) -> None:
    def drive(window: MainWindow) -> None:
        page = start(window)
        stand_on(page, "no-quarrel")
        keyboard.press("2")
        assert answer(page, "no-quarrel") is None
        keyboard.press(ESC)
        assert not page.line.isVisible()
        keyboard.press("2", "2")
        kept = answer(page, "no-quarrel")
        assert kept is not None
        assert kept.verdict is Verdict.DEDUCT
        keyboard.press(ENTER)  # no reason yet: the panel keeps the keyboard
        assert page.panel.note.hasFocus()
        keyboard.press("1", ENTER)
        assert page.items.hasFocus()
        assert page.scoring.sheet.score(page.card).vetoed

    assert run_main(drive) == 0


@pytest.mark.ci
def test_a_bonus_without_a_reason_blocks_completion(
    run_main: RunMain, keyboard: Keyboard, start: Start
) -> None:
    def drive(window: MainWindow) -> None:
        page = start(window)
        for card in page.scoring.sheet.scorecards:
            pass_rest(page, card)
        stand_on(page, "praise-received")
        keyboard.press("2", ESC)
        keyboard.press(ENTER, ctrl=True)
        row = page.model.item_row(page.items.currentIndex())
        assert row is not None
        assert row.item.id == "praise-received"
        assert page.isVisible()
        keyboard.press("1", ENTER)
        keyboard.press(ENTER, ctrl=True)
        keyboard.press(ENTER, ctrl=True)
        assert inspect_page(window).result.isVisible()

    assert run_main(drive) == 0


@pytest.mark.ci
def test_a_score_is_expanded_into_its_arithmetic(
    run_main: RunMain, keyboard: Keyboard, start: Start
) -> None:
    def drive(window: MainWindow) -> None:
        page = start(window)
        stand_on(page, "uniform")
        keyboard.press("2", "1", ENTER)
        pass_rest(page, page.card)
        keyboard.press("=")
        (overlay,) = page.findChildren(ScoreSheet)
        texts = [label.text() for label in overlay.findChildren(QLabel)]
        # 25 − 1 = 24; 24 + 20 + 35 + 20 = 99
        assert texts[5:9] == ["服务礼仪", "25", "−1", "24"]
        assert "24.00 + 20.00 + 35.00 + 20.00 = 99.00" in texts
        keyboard.press(Qt.Key.Key_Space)
        assert not overlay.isVisible()
        assert page.items.hasFocus()

    assert run_main(drive) == 0


@pytest.mark.ci
def test_numbers_of_a_site_are_scored_with_and_stand_on_the_record(
    run_main: RunMain, keyboard: Keyboard, start: Start, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    shipped = read_pack_folder(checklists_folder() / "telecom-hall")

    def own_numbers() -> None:
        workspace = Workspace(data)
        preview = workspace.rosters.preview(ROSTER)
        workspace.rosters.take_in(preview)
        (site,) = workspace.rosters.sites()
        for override in (
            Override("waiting-time", "大厅改造期间", limit=1800),
            Override("party-badge", "本厅无党员", off=True),
        ):
            workspace.overrides.put(site, "telecom-hall", override)
        workspace.preferences.set(INSPECTORS, "检查一组")
        workspace.close()

    def drive(window: MainWindow) -> None:
        keyboard.press("n", ctrl=True)
        keyboard.press(ENTER, ctrl=True)
        page = inspect_page(window).scoring
        missing = {item.id for item in shipped.items_for(Scope.WINDOW, page.card.window_kind)}
        missing -= {item.id for item in page.scoring.sheet.items(page.card)}
        assert "party-badge" in missing  # it is off
        assert "waiting-time" not in missing
        stand_on(page, "waiting-time")
        keyboard.press("2", "18", ENTER)
        kept = answer(page, "waiting-time")
        assert kept is not None
        assert kept.verdict is Verdict.PASS  # within this site's 18 minutes
        for card in page.scoring.sheet.scorecards:
            pass_rest(page, card)
        keyboard.press(ENTER, ctrl=True)
        keyboard.press(ENTER, ctrl=True)
        (overrides,) = inspect_page(window).result.findChildren(QLabel, "overrides")
        said = overrides.text()
        assert "大厅改造期间" in said
        assert shipped.item_by_id["party-badge"].text in said

    own_numbers()
    assert run_main(drive, "--data", str(data)) == 0
