"""The pages of the rail, each with what leads from it to another; its code loads with it."""

import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QWidget

from inspector.gui.frame.main_window import MainWindow
from inspector.gui.frame.page_frame import Page
from inspector.gui.frame.rail import RailPage
from inspector.gui.jobs.loading import load
from inspector.gui.program.ahead import OF_HELP, loaded_for
from inspector.gui.session import Session
from inspector.gui.visits.visits_page import InspectPage
from inspector.translation import language, tr
from inspector.workspace.extent import Extent

if TYPE_CHECKING:
    from inspector.domain.finding.ledger_view import LedgerView
    from inspector.domain.plan.plan_draw import Draw
    from inspector.gui.complaints.complaints_page import ComplaintsPage
    from inspector.gui.data.conflicts.conflicts_page import ConflictsPage
    from inspector.gui.data.data_page import DataPage
    from inspector.gui.evaluation.evaluation_page import EvaluationPage
    from inspector.gui.papers.form_draft import FormDraft
    from inspector.gui.papers.form_words_page import FormWordsPage
    from inspector.gui.papers.printing.form_preview import FormPreview
    from inspector.gui.papers.printing.preview_page import PreviewPage
    from inspector.gui.plan.plan_page import PlanPage
    from inspector.gui.summary.summary_page import SummaryPage
    from inspector.gui.survey.survey_page import SurveyPage
    from inspector.gui.training.training_page import TrainingPage

P = TypeVar("P", bound=Page)

_PRINTING = "inspector.gui.papers.printing"

Show = Callable[[str], Page]
"""Brings the page at the place of a name to the front, and returns it."""


def places(session: Session, show: Show, window: Callable[[], MainWindow]) -> list[RailPage]:
    """Return the places of the rail, in order; `show` leads from one page to another.

    `window` is the one they will stand in.
    """
    session.papers_wanted.connect(lambda: _data_page(show).show_tab("exports"))
    session.form_words_wanted.connect(lambda extent: _form_words(session, window(), extent))
    session.evaluation_wanted.connect(lambda extent: _evaluation(session, window(), extent))
    session.plan_wanted.connect(lambda: _plan(session, window()))
    session.drawn_visit_wanted.connect(lambda draw: _show_drawn(show, draw))
    session.survey_wanted.connect(lambda: _survey(session, window()))
    session.complaints_wanted.connect(lambda: _complaints(session, window()))
    session.conflicts_wanted.connect(lambda: _conflicts(session, window()))
    session.complaint_wanted.connect(lambda wanted: _complaints(session, window(), wanted))
    session.filled_form_wanted.connect(lambda draft: _filled_form(session, window(), draft))
    previews = _Previews(session, window)
    session.preview_begun.connect(lambda: previews.begin())  # a bound method keeps no object
    session.preview_wanted.connect(lambda path, keeps: previews.offer(path, keeps))
    session.training_wanted.connect(lambda extent: _training(session, window(), extent))

    def place(name: str, title: str, make: Callable[[QWidget], Page]) -> RailPage:
        return RailPage(name, title, make, load=partial(loaded_for, name, session))

    return [
        RailPage("inspect", tr("Inspect"), lambda inside: _inspect(inside, session, show)),
        place("meeting", tr("Meeting"), lambda inside: _meeting(inside, session, show)),
        place("rectify", tr("Rectify"), lambda inside: _rectify(inside, session, show)),
        place("summary", tr("Figures"), lambda inside: _summary(inside, session, show)),
        place("data", tr("Data"), lambda inside: _data(inside, session)),
        RailPage(
            "help",
            tr("Help"),
            lambda inside: _help(inside, window(), show),
            at_foot=True,
            load=lambda: _loaded_for_help(window()),
        ),
    ]


def _inspect(inside: QWidget, session: Session, show: Show) -> Page:
    page = InspectPage(session, inside)
    start = page.start
    start.roster_wanted.connect(lambda: _show_roster(show))
    start.typing_wanted.connect(lambda: _type_roster(show))
    start.checklists_wanted.connect(lambda: _data_page(show).show_tab("packs"))
    start.sample_wanted.connect(lambda: _open_sample(session))
    page.finding_wanted.connect(lambda number: _show_finding(show, number))
    page.back_wanted.connect(lambda: show("summary"))
    return page


def _meeting(inside: QWidget, session: Session, show: Show) -> Page:
    from inspector.gui.meeting.meeting_page import MeetingPage

    page = MeetingPage(session, inside)
    page.roster_wanted.connect(lambda: _show_roster(show))
    page.finding_wanted.connect(lambda number: _show_finding(show, number))
    return page


def _rectify(inside: QWidget, session: Session, show: Show) -> Page:
    from inspector.gui.rectify.ledger_page import RectifyPage

    page = RectifyPage(session, inside)
    page.complaints_wanted.connect(session.complaints_wanted)
    page.conflicts_wanted.connect(session.conflicts_wanted)
    page.summary_wanted.connect(lambda: show("summary"))
    return page


def _summary(inside: QWidget, session: Session, show: Show) -> "SummaryPage":
    from inspector.gui.summary.summary_page import SummaryPage

    page = SummaryPage(session, inside)
    page.ledger_wanted.connect(lambda view: _show_ledger(show, view))
    page.visit_wanted.connect(lambda visit: _show_visit(show, visit))
    return page


def _data(inside: QWidget, session: Session) -> Page:
    from inspector.gui.data.data_page import DataPage

    return DataPage(session, inside)


def _loaded_for_help(window: MainWindow) -> Iterator[None]:
    """Load the handbook, and what is needed for the pages of which its first chapter tells."""
    yield from load(*OF_HELP)
    yield from window.pieces_of("data")
    from inspector.gui.program.told_commands import parts_of_visits

    for name in ("scoring", "new", "result"):
        yield from parts_of_visits(window, name)


def _help(inside: QWidget, window: MainWindow, show: Show) -> Page:
    from inspector.gui.handbook.handbook_page import HandbookPage
    from inspector.gui.program.told_commands import find_command

    page = HandbookPage(partial(find_command, window), inside)
    page.left.connect(window.go_back)
    page.about_wanted.connect(lambda: _show_about(show))
    return page


def _show_about(show: Show) -> None:
    """Show what this program is: below the preferences."""
    data = _data_page(show)
    data.show_tab("preferences")
    data.panel("preferences").commands["about"].trigger()


def _come_into(
    window: MainWindow, code: Sequence[str], page_of: Callable[[], P], then: Callable[[P], object]
) -> None:
    """Load the code of a page and make it, a piece each time, and `then` go into it."""

    def pieces() -> Iterator[None]:
        yield from load(*code)
        yield from page_of().pieces

    window.coming.do(pieces(), lambda: then(page_of()))


class _Previews:
    """Workbooks as they are printed, on a page that one goes into."""

    def __init__(self, session: Session, window: Callable[[], MainWindow]) -> None:
        self._session, self._window = session, window
        self._asked_on: Page | None = None

    def begin(self) -> None:
        """One is being made, asked for on the page in front."""
        self._asked_on = self._window().page

    def offer(self, path: Path, keeps: object) -> None:
        """Show one; where it was made aside and one went elsewhere meanwhile, say it is there."""
        if keeps is None or self._window().page is self._asked_on:
            self._show(path, keeps)
            return
        self._session.told_offering.emit(
            tr("The pages of {name} are there.", name=path.stem),
            tr("Print…"),
            lambda: self._show(path, keeps),
        )

    def _show(self, path: Path, keeps: object) -> None:
        def show(page: "PreviewPage") -> None:
            self._window().go_into(page)
            page.open(path, keeps)

        _come_into(self._window(), (f"{_PRINTING}.preview_page",), self._page, show)

    def _page(self) -> "PreviewPage":
        from inspector.gui.papers.printing.preview_page import PreviewPage

        window = self._window()
        page = window.stack.findChild(PreviewPage, "previewPage")
        if not isinstance(page, PreviewPage):
            page = PreviewPage(self._session, window.stack)
            page.left.connect(window.come_out)
        return page


def _filled_form(session: Session, window: MainWindow, draft: "FormDraft") -> None:
    """Show a superior's form as it would be filled, on a page that one goes into."""

    def show(page: "FormPreview") -> None:
        window.go_into(page)
        page.show_draft(draft)

    code = (f"{_PRINTING}.form_preview",)
    _come_into(window, code, lambda: _form_preview(session, window), show)


def _form_preview(session: Session, window: MainWindow) -> "FormPreview":
    from inspector.gui.papers.printing.form_preview import FormPreview

    page = window.stack.findChild(FormPreview)
    if not isinstance(page, FormPreview):
        page = FormPreview(session, window.stack)
        page.left.connect(window.come_out)
    return page


def _evaluation(session: Session, window: MainWindow, extent: Extent) -> None:
    """Show the evaluation of a period, on a page that one goes into."""

    def show(page: "EvaluationPage") -> None:
        page.open(extent)
        window.go_into(page)

    code = "inspector.gui.evaluation.evaluation_page", "inspector.workspace.papers.reports"
    _come_into(window, code, lambda: evaluation_page(session, window), show)


def evaluation_page(session: Session, window: MainWindow) -> "EvaluationPage":
    """Return the page of evaluations, begun when it is first asked for."""
    from inspector.gui.evaluation.evaluation_page import EvaluationPage

    page = window.stack.findChild(EvaluationPage, "evaluationPage")
    if not isinstance(page, EvaluationPage):
        page = EvaluationPage(session, window.stack)
        page.left.connect(window.come_out)
    return page


def _plan(session: Session, window: MainWindow) -> None:
    """Show the plans of visits, on a page that one goes into."""
    code = "inspector.gui.plan.plan_page", "inspector.workspace.plans.draws"
    _come_into(window, code, lambda: plan_page(session, window), window.go_into)


def plan_page(session: Session, window: MainWindow) -> "PlanPage":
    """Return the page of plans of visits, made when first needed."""
    from inspector.gui.plan.plan_page import PlanPage

    page = window.stack.findChild(PlanPage, "planPage")
    if not isinstance(page, PlanPage):
        page = PlanPage(session, window.stack)
        page.left.connect(window.come_out)
    return page


def _complaints(session: Session, window: MainWindow, wanted: str = "") -> None:
    """Show the register of complaints, which one goes into; `wanted` is one to be led to."""

    def show(page: "ComplaintsPage") -> None:
        window.go_into(page)
        if wanted:
            page.show_one(wanted)

    code = ("inspector.gui.complaints.complaints_page",)
    _come_into(window, code, lambda: complaints_page(session, window), show)


def complaints_page(session: Session, window: MainWindow) -> "ComplaintsPage":
    """Return the page of the complaints, begun when it is first asked for."""
    from inspector.gui.complaints.complaints_page import ComplaintsPage

    page = window.stack.findChild(ComplaintsPage, "complaintsPage")
    if not isinstance(page, ComplaintsPage):
        page = ComplaintsPage(session, window.stack)
        page.left.connect(window.come_out)
        page.finding_wanted.connect(lambda number: _show_finding(window.show_page, number))
    return page


def _conflicts(session: Session, window: MainWindow) -> None:
    """Show what laptops say differently, on a page that one goes into."""
    code = ("inspector.gui.data.conflicts.conflicts_page",)
    _come_into(window, code, lambda: conflicts_page(session, window), window.go_into)


def conflicts_page(session: Session, window: MainWindow) -> "ConflictsPage":
    """Return the page of what laptops say differently, which one goes into."""
    from inspector.gui.data.conflicts.conflicts_page import ConflictsPage

    page = window.stack.findChild(ConflictsPage, "conflictsPage")
    if not isinstance(page, ConflictsPage):
        page = ConflictsPage(session, window.stack)
        page.left.connect(window.come_out)
        page.finding_wanted.connect(lambda number: _show_finding(window.show_page, number))
    return page


def _show_drawn(show: Show, draw: "Draw") -> None:
    inspect = show("inspect")
    assert isinstance(inspect, InspectPage)
    inspect.show_new_drawn(draw)


def _form_words(session: Session, window: MainWindow, extent: Extent) -> None:
    """Show the words for a superior's form, on a page that one goes into."""

    def show(page: "FormWordsPage") -> None:
        window.go_into(page)
        page.open(extent)

    code = ("inspector.gui.papers.form_words_page",)
    _come_into(window, code, lambda: _form_words_page(session, window), show)


def _form_words_page(session: Session, window: MainWindow) -> "FormWordsPage":
    from inspector.gui.papers.form_words_page import FormWordsPage

    page = window.stack.findChild(FormWordsPage)
    if not isinstance(page, FormWordsPage):
        page = FormWordsPage(session, window.stack)
        page.left.connect(window.come_out)
    return page


def survey_page(session: Session, window: MainWindow) -> "SurveyPage":
    """Return the page of satisfaction surveys, made when first needed."""
    from inspector.gui.survey.survey_page import SurveyPage

    page = window.stack.findChild(SurveyPage)
    if not isinstance(page, SurveyPage):
        page = SurveyPage(session, window.stack)
        page.left.connect(window.come_out)
    return page


def _training(session: Session, window: MainWindow, extent: Extent) -> None:
    """Show what should be trained, on a page that one goes into."""

    def show(page: "TrainingPage") -> None:
        window.go_into(page)
        page.open(extent)

    code = ("inspector.gui.training.training_page",)
    _come_into(window, code, lambda: training_page(session, window), show)


def training_page(session: Session, window: MainWindow) -> "TrainingPage":
    """Return the page of trainings, begun when it is first asked for."""
    from inspector.gui.training.training_page import TrainingPage

    page = window.stack.findChild(TrainingPage, "trainingPage")
    if not isinstance(page, TrainingPage):
        page = TrainingPage(session, window.stack)
        page.left.connect(window.come_out)
    return page


def _survey(session: Session, window: MainWindow) -> None:
    """Show the page of satisfaction surveys, which one goes into."""

    def show(page: "SurveyPage") -> None:
        window.go_into(page)
        page.open()

    code = ("inspector.gui.survey.survey_page",)
    _come_into(window, code, lambda: survey_page(session, window), show)


def _data_page(show: Show) -> "DataPage":
    from inspector.gui.data.data_page import DataPage

    data = show("data")
    assert isinstance(data, DataPage)
    return data


def _show_roster(show: Show) -> None:
    _data_page(show).show_roster()


def _type_roster(show: Show) -> None:
    data = _data_page(show)
    data.show_roster()
    data.panel("roster").commands["add-site"].trigger()


def _open_sample(session: Session) -> None:
    """Open a window on sample data, in a process and a folder of its own."""
    from PySide6.QtCore import QProcess

    words = ["-m", "inspector", "--demo", "--lang", language()]
    if QProcess.startDetached(sys.executable, words)[0]:
        said = tr("Sample data opens in a window of its own; it is thrown away when you close it.")
        session.told.emit(said, "")
    else:
        session.hinted.emit(tr("The window with sample data could not be opened."))


def _show_ledger(show: Show, view: "LedgerView") -> None:
    from inspector.gui.rectify.ledger_page import RectifyPage

    rectify = show("rectify")
    assert isinstance(rectify, RectifyPage)
    rectify.look_at(view, for_now=True)


def _show_finding(show: Show, number: str) -> None:
    from inspector.domain.finding.ledger_view import LedgerView, Quick

    _show_ledger(show, LedgerView(quick=Quick.ALL, text=number))


def _show_visit(show: Show, visit: str) -> None:
    inspect = show("inspect")
    assert isinstance(inspect, InspectPage)
    inspect.show_result_from_elsewhere(visit)
