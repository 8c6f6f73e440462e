"""Everything that comes to the front of the window, on sample data, and how one gets there."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from tempfile import mkdtemp

from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from inspector.domain.days.span import SpanKind
from inspector.domain.visit.inspection import Inspection, InspectionKind
from inspector.gui.complaints.complaints_page import ComplaintsPage
from inspector.gui.data.conflicts.conflicts_page import ConflictsPage
from inspector.gui.data.data_page import DataPage
from inspector.gui.evaluation.evaluation_page import EvaluationPage
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.meeting.meeting_page import MeetingPage
from inspector.gui.papers.form_words_page import FormWordsPage
from inspector.gui.papers.printing.preview_page import PreviewPage
from inspector.gui.plan.plan_page import PlanPage
from inspector.gui.rectify.ledger_page import RectifyPage
from inspector.gui.summary.summary_board import SummaryBoard
from inspector.gui.summary.summary_page import SummaryPage
from inspector.gui.survey.survey_page import SurveyPage
from inspector.gui.training.training_page import TrainingPage
from inspector.gui.visits.visits_page import InspectPage
from inspector.workspace.extent import Extent, Period
from inspector.workspace.sharing.conflicts import Conflicts
from tests.gui.visits.photos import copy_image, until
from tests.workspace.sharing.differing_laptops import let_laptops_differ

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier

Go = Callable[[MainWindow], None]

TABS = ("roster", "packs", "preferences", "bin", "holidays", "backups", "exports", "inspectors",
        "personal", "sharing")  # fmt: skip


def press(key: str | Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is; what is being read may take it in a moment only."""
    until(lambda: QApplication.focusWidget() is not None)
    focus = QApplication.focusWidget()
    assert focus is not None
    if isinstance(key, str):
        QTest.keyClicks(focus, key, held)
    else:
        QTest.keyClick(focus, key, held)


def start(window: MainWindow) -> InspectPage:
    """The lists of visits."""
    page = window.show_page("inspect")
    assert isinstance(page, InspectPage)
    page.show_start()
    return page


def _new(window: MainWindow) -> None:
    start(window).show_new()


def _open(window: MainWindow, begin: Callable[[InspectionKind], bool]) -> InspectPage:
    """Go on with the first unfinished visit of a kind."""
    page = start(window)
    model = page.start.unfinished_model
    visits = [model.row_at(row).inspection for row in range(model.rowCount())]
    page.resume(next(each.id for each in visits if begin(each.kind)))
    return page


def _scoring(window: MainWindow) -> InspectPage:
    return _open(window, lambda kind: kind.scores)


def _writing(window: MainWindow) -> None:
    page = _scoring(window)
    page.scoring.items.setFocus()
    press("2")


def _photo(window: MainWindow) -> None:
    page = _scoring(window)
    page.scoring.items.setFocus()
    copy_image()
    press("v", CTRL)
    until(lambda: (shown := page.scoring.position.shown()) is not None and bool(shown.evidence))
    press("v")
    assert page.scoring.photos.viewer.is_open


def _patrol(window: MainWindow) -> None:
    page = start(window)
    page.start.today.table.selectRow(0)
    QTest.keyClick(page.start.today.table, Qt.Key.Key_Return)


def _recheck(window: MainWindow) -> None:
    _open(window, lambda kind: kind is InspectionKind.RECHECK)


def _result(window: MainWindow, of: Callable[[Inspection], bool]) -> InspectPage:
    page = start(window)
    model = page.start.completed_model
    visits = [model.row_at(row).inspection for row in range(model.rowCount())]
    page.show_result(next(each.id for each in visits if of(each)))
    return page


def _scored(window: MainWindow) -> InspectPage:
    return _result(window, lambda visit: visit.kind.scores)


def _sign(window: MainWindow) -> None:
    records = window.session.workspace.records
    _result(window, lambda each: each.kind.scores and records.signature(each.id) is None)
    press("s")


def _refuse(window: MainWindow) -> None:
    _sign(window)
    press("r")


def _amend(window: MainWindow) -> None:
    _scored(window)
    press("m")


def _page(name: str) -> Go:
    return lambda window: window.show_page(name).enter()


def _tab(number: int) -> Go:
    """Return the way to what stands below a tab of 资料, with nothing in front of it."""

    def go(window: MainWindow) -> None:
        page = window.show_page("data")
        assert isinstance(page, DataPage)
        press(str(number % 10), ALT)
        panel = page.panel(TABS[number - 1])
        for _ in range(3):
            page.enter()
            if panel.tables() == (panel.commands,):
                return
            press(Qt.Key.Key_Escape)
        raise AssertionError(number)

    return go


def _meeting(window: MainWindow) -> MeetingPage:
    """A meeting that goes on, at its first screen."""
    page = window.show_page("meeting")
    assert isinstance(page, MeetingPage)
    if not page.presenter.is_open:
        page.opening.start()
    page.presenter.trays.close_all()
    page.presenter.setFocus()
    return page


def _tray(window: MainWindow) -> None:
    _meeting(window)
    press("a")


def _past(window: MainWindow) -> None:
    _meeting(window).show_past()


def figure_board(window: MainWindow) -> SummaryBoard:
    """The figures of the summary, read, with nothing in front of them."""
    page = window.show_page("summary")
    assert isinstance(page, SummaryPage)
    page.board.show_now()
    if not page.board.commands["open"].isVisible():
        press(Qt.Key.Key_Escape)
    page.board.take_focus()
    return page.board


def _ledger(window: MainWindow) -> None:
    page = window.show_page("rectify")
    assert isinstance(page, RectifyPage)
    page.enter()
    page.show_now()  # what cannot be done differs while its first rows are still read


def _summary(window: MainWindow) -> None:
    window.show_page("summary").enter()
    figure_board(window)  # as of the ledger


def _visits_of_a_figure(window: MainWindow) -> None:
    figure_board(window).go_to_cards()  # the column of visits may have given way to a remark
    press(Qt.Key.Key_Return)


def _several_sites(window: MainWindow) -> None:
    figure_board(window).pick_sites()


def _circular(window: MainWindow) -> None:
    board = figure_board(window)
    board.show_circular()
    board.show_now()


def _marked(window: MainWindow) -> None:
    window.show_page("rectify").enter()
    press("a", CTRL)


def _form_words(window: MainWindow) -> None:
    """The words for a superior's form."""
    button = start(window).start.export.words
    assert button.isVisible()
    button.click()
    page = window.page
    assert isinstance(page, FormWordsPage)
    until(lambda: page.table.model().rowCount() > 0)
    page.enter()


def plan(window: MainWindow) -> PlanPage:
    """The plans of visits, by the way from the first page."""
    start(window)
    press("j", CTRL)
    page = window.page
    assert isinstance(page, PlanPage)
    if page.editing.front is not None:
        press(Qt.Key.Key_Escape)
    return page


def complaints(window: MainWindow) -> ComplaintsPage:
    """The complaints, by the way from the first page."""
    start(window)
    press("k", CTRL)
    page = window.page
    assert isinstance(page, ComplaintsPage)
    while page.tables() != (page.commands,):
        page.enter()
        press(Qt.Key.Key_Escape)
    page.enter()
    return page


def evaluation(window: MainWindow) -> EvaluationPage:
    """The evaluation of the quarter, by the way from the summary."""
    figure_board(window)
    press("e", CTRL)
    page = window.page
    assert isinstance(page, EvaluationPage)
    if page.standing is None or page.span.kind is not SpanKind.QUARTER:
        page.turn(1)
    page.show_now()
    return page


def _weighed(window: MainWindow) -> None:
    """What the office weighs, as a form."""
    evaluation(window).enter()
    press("w")


def _preview(window: MainWindow) -> None:
    """A small workbook as it is printed."""
    path = Path(mkdtemp(), "表.xlsx")
    book = Workbook()
    for row in range(90):
        book.worksheets[0].append([row, "窗口"])
    book.save(path)
    start(window)
    window.session.preview_wanted.emit(path, None)
    page = window.page
    assert isinstance(page, PreviewPage)
    until(lambda: page.shown.has_image)


def _survey(window: MainWindow) -> SurveyPage:
    """Satisfaction surveys, with a sheet of each kind."""
    start(window)
    window.session.survey_wanted.emit()
    page = window.page
    assert isinstance(page, SurveyPage)
    page.stop()
    page.enter()
    if not page.table.model().rowCount():
        for key in "1245":
            press(key)
            if key in "45":
                press("1")
        press("z", CTRL)
    return page


def _survey_reason(window: MainWindow) -> None:
    _survey(window)
    press("4")


def _survey_correction(window: MainWindow) -> None:
    page = _survey(window)
    page.table.selectRow(2)
    press("e")


def _training(window: MainWindow) -> None:
    """What the half year shows should be trained, its first suggestion in front."""
    figure_board(window)
    today = window.session.workspace.now().date()
    period = Period(today - timedelta(days=180), today)
    window.session.training_wanted.emit(Extent(period))
    page = window.page
    assert isinstance(page, TrainingPage)
    page.show_now()
    page.enter()


def _conflicts(window: MainWindow) -> ConflictsPage:
    """What two laptops say differently: of a finding, and of a window."""
    page = window.show_page("rectify")
    workspace = window.session.workspace
    if not workspace.of(Conflicts).count():
        let_laptops_differ(workspace)
    page.enter()
    window.session.conflicts_wanted.emit()
    front = window.page
    assert isinstance(front, ConflictsPage)
    return front


VIEWS: dict[str, Go] = {
    "start": lambda window: start(window).start.take_focus(),
    "new visit": _new,
    "scoring": lambda window: _scoring(window).scoring.items.setFocus(),
    "writing": _writing,
    "photo": _photo,
    "patrol": _patrol,
    "recheck": _recheck,
    "result": lambda window: _scored(window).result.take_focus(),
    "patrol result": lambda w: _result(
        w, lambda visit: visit.kind is InspectionKind.PATROL
    ).enter(),
    "recheck result": lambda w: _result(
        w, lambda visit: visit.kind is InspectionKind.RECHECK
    ).enter(),
    "sign": _sign,
    "refuse to sign": _refuse,
    "amend": _amend,
    "meeting": _page("meeting"),
    "ledger": _ledger,
    "marked ledger": _marked,
    "summary": _summary,
    "several sites": _several_sites,
    "circular": _circular,
    "visits of a figure": _visits_of_a_figure,
    "roster": _tab(1),
    "checklists": _tab(2),
    "preferences": _tab(3),
    "bin": _tab(4),
    "holidays": _tab(5),
    "backup": _tab(6),
    "recent exports": _tab(7),
    "inspectors": _tab(8),
    "personal": _tab(9),
    "sharing": _tab(10),
    "screens": lambda window: _meeting(window).enter(),
    "tray": _tray,
    "past meetings": _past,
    "print preview": _preview,
    "form words": _form_words,
    "plan": lambda window: plan(window).enter(),
    "plan form": lambda window: plan(window).editing.begin_new(),
    "plan site": lambda window: plan(window).editing.begin_quota(),
    "phases": lambda window: plan(window).editing.begin_phase(),
    "survey": lambda window: _survey(window).enter(),
    "survey reason": _survey_reason,
    "survey correction": _survey_correction,
    "training": _training,
    "complaints": lambda window: complaints(window).enter(),
    "conflicts": lambda window: _conflicts(window).enter(),
    "evaluation": lambda window: evaluation(window).enter(),
    "weighed": _weighed,
    "handbook": lambda window: window.show_page("help").enter(),
}

OF_EACH_PAGE = {
    name: VIEWS[name]
    for name in ("start", "scoring", "sign", "meeting", "ledger", "summary", "roster")
}
"""Some of them, for what is looked at everywhere in CI."""

THREE = {name: VIEWS[name] for name in ("scoring", "ledger", "summary")}
"""Fewer of them, for another look at what `tests/gui/commands` walks through in the short form."""
