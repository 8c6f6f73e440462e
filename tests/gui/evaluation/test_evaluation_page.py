"""综合评价 in the window: from 汇总 to a publication, what differs since, what is weighed."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from inspector.domain.evaluation.scheme import Part
from inspector.gui.evaluation.evaluation_page import EvaluationPage
from inspector.gui.evaluation.evaluation_sections import ARITHMETIC, DIFFERING
from inspector.gui.frame.main_window import MainWindow
from inspector.workspace.sample.demo import write_demo
from tests.conftest import Keyboard, RunMain
from tests.gui.commands.views import evaluation, press
from tests.gui.visits.photos import until
from tests.written_once import Written


@pytest.fixture
def folder(copied: Written) -> Path:
    """A sample of its own."""
    return copied(write_demo, 12, 1, date.today(), rounds=True)


def _row(page: EvaluationPage, place: int) -> list[str]:
    model = page.sections.tables[place].model()
    return [str(model.index(0, column).data()) for column in range(model.columnCount())]


def _publish(page: EvaluationPage, keyboard: Keyboard, who: str, why: str = "") -> None:
    page.enter()
    keyboard.press(Qt.Key.Key_Return, ctrl=True)
    page.publishing.who.setText(who)
    page.publishing.why.setText(why)
    keyboard.press(Qt.Key.Key_Return)
    page.show_now()


@pytest.mark.ci
def test_published_by_keys_it_stays_and_tells_what_differs_since(
    run_main: RunMain, keyboard: Keyboard, folder: Path
) -> None:
    def drive(window: MainWindow) -> None:
        page = evaluation(window)
        page.enter()
        before = _row(page, 0)
        assert "not published" in page._stands.text()
        keyboard.press(Qt.Key.Key_Return)  # the arithmetic of the first site
        assert page.sections.tabs.current == ARITHMETIC
        assert _row(page, ARITHMETIC)[0] == "Inspection score"
        assert before[1] in page.sections.total.text()
        keyboard.press(Qt.Key.Key_Escape)

        keyboard.press(Qt.Key.Key_Return, ctrl=True)
        early = page.publishing.findChild(QLabel, "publishedEarly")
        assert early is not None
        assert early.isVisible()  # the quarter that is going on
        assert early.text().startswith("The period is not over: ")
        keyboard.press(Qt.Key.Key_Escape)

        _publish(page, keyboard, "示例文明办")
        until(lambda: page._stands.text().startswith("Published on"))
        assert not page.commands["publish"].can

        scheme = window._session.workspace.evaluations.scheme().scheme
        press("w")
        page.scheme.weights[Part.SCORE].setText("60")
        keyboard.press(Qt.Key.Key_Return)
        assert "add up to 110" in page.line.text
        page.scheme.weights[Part.RECTIFIED].setText(str(scheme.weight(Part.RECTIFIED) - 10))
        keyboard.press(Qt.Key.Key_Return)
        page.show_now()
        until(lambda: "would be otherwise" in page._stands.text())
        assert _row(page, 0) == before  # as it was published
        page.sections.tabs.choose(DIFFERING)
        assert page.sections.differing_model.rowCount()

        _publish(page, keyboard, "示例文明办")
        assert "reason" in page.line.text.lower()  # a correction says why
        page.publishing.why.setText("权重调整")
        page.publishing.take_focus()
        keyboard.press(Qt.Key.Key_Return)
        until(lambda: "权重调整" in page._stands.text())
        assert "Nothing differs since then." in page.sections.history.text()
        window.close()

    assert run_main(drive, "--data", str(folder), "--lang", "en") == 0


@pytest.mark.ci
def test_while_figures_are_read_it_says_so_and_not_that_nothing_was_scored(
    run_main: RunMain, folder: Path
) -> None:
    def drive(window: MainWindow) -> None:
        page = evaluation(window)
        page.show_now()
        assert page.why_not_publish() == ""
        page.step(0)
        page.step(1)
        for said in (page.why_not_publish(), page.why_nothing()):
            assert said == "The figures are still being read."
        page.show_now()
        assert page.why_not_publish() == page.why_nothing() == ""
        assert page.commands["publish"].told == ""
        window.close()

    assert run_main(drive, "--data", str(folder), "--lang", "en") == 0


@pytest.mark.ci
def test_esc_leads_back_to_the_summary(run_main: RunMain, keyboard: Keyboard, folder: Path) -> None:
    def drive(window: MainWindow) -> None:
        page = evaluation(window)
        page.enter()
        for _ in range(9):
            page.step(0)
        page.show_now()
        assert page.standing is None  # nothing was scored so long ago, and it says so
        keyboard.press(Qt.Key.Key_Escape)
        assert window.page is window.page_of("summary")
        window.close()

    assert run_main(drive, "--data", str(folder), "--lang", "en") == 0


@pytest.mark.ci
def test_back_from_the_preview_is_the_evaluation_and_back_from_there_the_summary(
    run_main: RunMain, folder: Path
) -> None:
    def drive(window: MainWindow) -> None:
        summary = window.show_page("summary")
        page = evaluation(window)
        page.show_now()
        page.print_paper()
        until(lambda: window.page is not page)
        window.come_out()
        assert window.page is page
        window.come_out()
        assert window.page is summary
        window.close()

    assert run_main(drive, "--data", str(folder), "--lang", "en") == 0
