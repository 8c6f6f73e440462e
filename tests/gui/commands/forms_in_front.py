"""What comes to the front of a page to be answered: forms, questions, pickers, previews."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from tempfile import mkdtemp
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from inspector.domain.complaint.complaint_event import ComplaintStep
from inspector.domain.complaint.complaint_filter import Among
from inspector.domain.finding.finding_event import EventKind
from inspector.domain.finding.finding_life import allowed
from inspector.domain.finding.ledger_view import LedgerView, Quick
from inspector.domain.people.inspector import Inspector
from inspector.domain.sharing.manifest import Scope
from inspector.domain.visit.inspection import InspectionKind
from inspector.excel.rosters.inspector_template import write_inspector_template
from inspector.gui.data.checklists.pack_panel import PackPanel
from inspector.gui.data.inspectors.inspectors_panel import InspectorsPanel
from inspector.gui.data.personal.personal_panel import PersonalPanel
from inspector.gui.data.roster.roster_panel import RosterPanel
from inspector.gui.data.sharing.sharing_panel import SharingPanel
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.meeting.meeting_page import MeetingPage
from inspector.gui.meeting.presenter import Presenter
from inspector.gui.papers.form_export import preview_form
from inspector.gui.papers.printing.form_preview import FormPreview
from inspector.gui.rectify.ledger_page import RectifyPage
from inspector.gui.summary.sections.figure_target import Section, VisitsOf
from inspector.gui.visits.visits_page import InspectPage
from inspector.gui.widgets.lists.table import TableView
from inspector.workspace.extent import Extent, month_of
from inspector.workspace.meeting.slides import FindingSlide
from inspector.workspace.papers.superior_forms import check_form
from inspector.workspace.sharing.laptop_here import LaptopHere
from inspector.workspace.sharing.sharing import Sharing
from inspector.workspace.visits.inspections import Duty
from inspector.workspace.workspace import Workspace
from tests.excel.forms import real_forms
from tests.gui.commands.views import CTRL, VIEWS, Go, complaints, figure_board, press, start
from tests.gui.data.packs import NEXT_VERSION, VERSION, copy_pack
from tests.gui.data.rosters import TIDY
from tests.gui.visits.honest_hall import HALL, write_pack
from tests.gui.visits.photos import until
from tests.workspace.visiting import add_site, visit

W = TypeVar("W", bound=QWidget)


def _find(window: MainWindow, kind: type[W], name: str = "") -> W:
    found = window.page.findChildren(kind)
    return next(each for each in found if each.isVisible() and name in ("", each.objectName()))


def _after(view: str, do: Callable[[MainWindow], object]) -> Go:
    """Return the way to what a view leads to."""

    def go(window: MainWindow) -> None:
        VIEWS[view](window)
        do(window)

    return go


def _pressing(view: str, key: str | Qt.Key, ctrl: bool = False) -> Go:
    return _after(view, lambda window: press(key, *[CTRL] * ctrl))


def _visits(window: MainWindow) -> InspectPage:
    page = window.page
    assert isinstance(page, InspectPage)
    return page


def _form_columns(window: MainWindow) -> None:
    form = real_forms.ledger(Path(mkdtemp()))
    mapping = check_form(form).mapping
    assert mapping is not None
    _visits(window).show_form_columns(form, mapping, lambda: None)


def _filled_form(window: MainWindow) -> None:
    """A superior's form as it would be filled."""
    panel = _visits(window).start.export
    preview_form(window._session, real_forms.ledger(Path(mkdtemp())), panel.extent)
    until(lambda: isinstance(window.page, FormPreview) and window.page.shown.has_image)


def _ask_names(window: MainWindow) -> None:
    scoring = _visits(window).scoring
    scoring.names.stops(replace(scoring.in_front.sheet.inspection, inspectors=()))


def _text_on_photo(window: MainWindow) -> None:
    viewer = _visits(window).scoring.photos.viewer
    until(lambda: viewer.canvas.has_image)
    press("t")
    assert viewer.drawing.asks


def _ask_window(window: MainWindow) -> None:
    scoring = _visits(window).scoring
    for card in scoring.scoring.sheet.scorecards:  # a form before may have left windows out
        if not scoring.why_not_move():
            break
        scoring.position.show_card(card.id)
        if scoring.card.left_out:
            scoring.acts.toggle_left_out()
    scoring.items.setFocus()
    press("m")
    assert scoring.mover.isVisible()


def _ask_reason(window: MainWindow) -> None:
    scoring = _visits(window).scoring
    if not scoring.card.left_out:
        scoring.acts.toggle_left_out()
    press("r")
    assert scoring.reason.field.hasFocus()


def _ledger(window: MainWindow) -> RectifyPage:
    """The ledger, with every finding in it and nothing before it."""
    page = window.show_page("rectify")
    assert isinstance(page, RectifyPage)
    while page.tables() != (page.commands,):
        page.enter()
        press(Qt.Key.Key_Escape)
    page.look_at(LedgerView(quick=Quick.ALL))
    page.show_now()
    page.enter()
    return page


def _step(kind: EventKind) -> Go:
    """Return the way to the form of a step, at the first finding that allows it."""

    def go(window: MainWindow) -> None:
        page = _ledger(window)
        for row in range(len(page.model.ids)):
            page.table.selectRow(row)
            page.begin(kind)
            if page.tables() != (page.commands,):
                return
        raise AssertionError(kind)

    return go


def _complaints_back(window: MainWindow) -> None:
    """What a workbook of complaints would change that units sent back as it was."""
    page, workspace = complaints(window), window.session.workspace
    path = Path(mkdtemp(), "办理.xlsx")
    extent = Extent(month_of(workspace.now().date()))
    workspace.reports.write_complaints_to_fill_in(path, extent)
    page.exchange.propose(path)
    until(page.exchange.isVisible)


def _asked(kind: EventKind) -> Go:
    """Return the way to what is answered where more time is asked for."""

    def go(window: MainWindow) -> None:
        page = _ledger(window)
        findings = window._session.workspace.findings
        for row, each in enumerate(page.model.ids):
            if EventKind.EXTENSION_ASKED in allowed(findings.get(each)):
                window._session.attempt(partial(findings.ask_extension, [each], 5, "等配件"))
                page.show_now()
                page.table.selectRow(row)
                page.begin(kind)
                return
        raise AssertionError(kind)

    return go


def _complaint_step(step: ComplaintStep) -> Go:
    """Return the way to the form of a step, at the first complaint that allows it."""

    def go(window: MainWindow) -> None:
        page = complaints(window)
        page.chips.chosen.emit(Among.ALL)
        page.show_now()
        for row in range(page.model.rowCount()):
            page.table.selectRow(row)
            page.begin(step)
            if page.form is not None:
                return
        raise AssertionError(step)

    return go


def _paper(key: str) -> Go:
    def go(window: MainWindow) -> None:
        page = _ledger(window)
        press(key, CTRL)
        until(lambda: page.papers.in_front)

    return go


def _figure_visits(window: MainWindow) -> None:
    board = figure_board(window)
    if not any(isinstance(card.face.leads, VisitsOf) for card in board.cards.cards):
        press(Qt.Key.Key_Left)  # the month has only begun, and all visits are of the one before
        board.show_now()
    leads = [card.face.leads for card in board.cards.cards]
    board.cards.leads.emit(next(each for each in leads if isinstance(each, VisitsOf)))


def _look_for_nothing(window: MainWindow) -> None:
    page = _ledger(window)
    press("/")
    press("zzz")
    page.show_now()


def _figures(key: str) -> Go:
    def go(window: MainWindow) -> None:
        board = figure_board(window)
        press(key)
        board.show_now()

    return go


def _ending(confirmed: int) -> Go:
    """Return the way to the last screen of a meeting, and to what its end asks and says."""

    def go(window: MainWindow) -> None:
        _meeting(window)
        press(Qt.Key.Key_End)
        for _ in range(confirmed):
            press(Qt.Key.Key_Return, CTRL)

    return go


def _pick_sites(window: MainWindow) -> None:
    figure_board(window).pick_sites()


def _meeting(window: MainWindow) -> Presenter:
    """A meeting of a site at which something was found, at the first finding."""
    page = window.show_page("meeting")
    assert isinstance(page, MeetingPage)
    page.show_opening()
    site = page.opening.site
    for at in range(site.count()):
        site.setCurrentIndex(at)
        site.activated.emit(at)
        if any(page.opening.agenda.figures.counts[1:]):
            break
    page.opening.start()
    presenter = page.presenter
    press(Qt.Key.Key_Home)
    while not isinstance(presenter.slide, FindingSlide):
        press(Qt.Key.Key_Right)
    return presenter


def _tray(key: str) -> Go:
    """Return the way to a tray, at the first finding that allows it."""

    def go(window: MainWindow) -> None:
        presenter = _meeting(window)
        while isinstance(presenter.slide, FindingSlide):
            press(key)
            if presenter.trays.is_open:
                return
            press(Qt.Key.Key_Right)
        raise AssertionError(key)

    return go


def _adapt(window: MainWindow) -> None:
    panel = _find(window, PackPanel)
    site = _find(window, QComboBox, "packSite")
    site.setCurrentIndex(1)
    _find(window, TableView, "packItems").setFocus()
    press("e")
    assert panel.tables() != (panel.commands,)


def _new_roster(window: MainWindow) -> None:
    panel = _find(window, RosterPanel)
    panel.propose(TIDY)
    until(lambda: panel.tables() != (panel.commands,))


def _erasure(window: MainWindow) -> None:
    panel = _find(window, PersonalPanel)
    panel.go_to_name()
    _find(window, QLineEdit, "personalName").setText("陈经理")
    press(Qt.Key.Key_Return)
    until(lambda: not panel.reads)
    press(Qt.Key.Key_Delete)


def _sharing(window: MainWindow) -> None:
    """The form for a bundle, of a laptop that has its name."""
    window.session.workspace.of(LaptopHere).identity()
    press("s", CTRL)


@cache
def _bundle() -> Path:
    """A bundle of another laptop with one visit, made once; nothing else is left of that one."""
    folder = Path(mkdtemp())
    with closing(Workspace(folder / "data")) as other:
        other.of(LaptopHere).rename("城西检查组")
        visit(other, add_site(other, "城西厅"), {0: ["rise-to-greet"]})
        other.of(Sharing).share(folder / "城西.inspx", Scope())
    return folder / "城西.inspx"


def _bundle_coming(window: MainWindow) -> None:
    """What a first bundle of another laptop would change."""
    panel = _find(window, SharingPanel)
    panel.propose(_bundle())
    until(lambda: panel.tables() != (panel.commands,))


def _new_inspectors(window: MainWindow) -> None:
    panel = _find(window, InspectorsPanel)
    path = Path(mkdtemp()) / "名单.xlsx"
    write_inspector_template(path, [Inspector("", "新人甲", "市文明办")])
    panel.propose(path)
    until(lambda: panel.tables() != (panel.commands,))


def _new_pack(window: MainWindow) -> None:
    panel = _find(window, PackPanel)
    other = (VERSION, NEXT_VERSION), ("bonus_cap = 5", "bonus_cap = 4")
    panel.propose(copy_pack(Path(mkdtemp()) / "newer", *other) / "pack.toml")
    until(lambda: panel.tables() == (panel._differences.commands,))


def _honest(item: str) -> Go:
    """Return the way to an item of a checklist that takes points off directly, found wrong."""

    def go(window: MainWindow) -> None:
        workspace, page = window._session.workspace, start(window)
        if not (workspace.folder / "packs" / HALL).exists():
            write_pack(workspace.folder / "packs")
            site = workspace.rosters.sites()[0]
            duties = [Duty(each, None) for each in workspace.rosters.windows(site.id)[:2]]
            workspace.inspections.start(site, InspectionKind.OPEN, ["甲"], HALL, duties)
        page.resume(workspace.inspections.unfinished(1)[0].inspection.id)
        page.scoring.position.go_to(item)
        page.scoring.items.setFocus()
        press("2")

    return go


def _new_must(window: MainWindow) -> None:
    """A new visit whose checklist says what is 必查."""
    page = start(window)
    page.show_new()
    page.new.form.pack_box.setCurrentIndex(page.new.form.pack_box.findData(HALL))
    assert page.new.form.form_box.isVisible()


def _new_shared(window: MainWindow) -> None:
    """A new visit that is one part of several."""
    page = start(window)
    page.show_new()
    page.new.share()
    page.new.form.group_edit.setText("第二组")
    assert page.new.form.shared_by


def _move_somebody(window: MainWindow) -> None:
    """The form that asks where the first person goes."""
    view = _find(window, RosterPanel)._view
    view.tabs.choose(1)
    view.table.setFocus()
    view.table.selectRow(0)
    press("m")


FORMS: dict[str, Go] = {
    "find": _pressing("scoring", "f", ctrl=True),
    "names": _after("scoring", _ask_names),
    "photo moved": _pressing("photo", "m"),
    "text on a photo": _after("photo", _text_on_photo),
    "patrol, writing": _pressing("patrol", "2"),
    "recheck, failing": _pressing("recheck", "2"),
    "columns of a form": _after("start", _form_columns),
    "form, as filled": _after("start", _filled_form),
    "reason": _after("scoring", _ask_reason),
    **{f"step {kind.value}": _step(kind) for kind in (
        EventKind.ASSIGNED, EventKind.EXTENDED, EventKind.CORRECTED, EventKind.REPORTED,
        EventKind.RECHECKED, EventKind.APPEALED, EventKind.REOPENED, EventKind.NOTED,
    )},
    "step extended, as asked": _asked(EventKind.EXTENDED),
    "step extension-refused": _asked(EventKind.EXTENSION_REFUSED),
    "complaints, coming back": _complaints_back,
    "new complaint": _pressing("complaints", "n", ctrl=True),
    **{f"complaint {step.value}": _complaint_step(step) for step in (
        ComplaintStep.ACCEPTED, ComplaintStep.EXTENDED, ComplaintStep.VERIFIED,
        ComplaintStep.RAISED, ComplaintStep.ANSWERED, ComplaintStep.FOLLOWED_UP,
        ComplaintStep.ARCHIVED, ComplaintStep.REOPENED, ComplaintStep.VOIDED,
        ComplaintStep.NOTED, ComplaintStep.LINKED,
    )},
    "ledger, export": _paper("e"),
    "notices": _paper("n"),
    "finding": lambda window: _ledger(window).go_to_panel(),
    "figure visits": _figure_visits,
    "sites": _pick_sites,
    **{f"tray {key}": _tray(key) for key in "cterna"},
    "roster, new": _after("roster", _new_roster),
    "pack, copy": _after("checklists", lambda w: _find(w, PackPanel).browser.ask_for_title()),
    "pack, own numbers": _after("checklists", _adapt),
    "pack, new": _after("checklists", _new_pack),
    "pack, costs": _after("checklists", lambda w: _find(w, PackPanel).show_costs()),
    "pack, brought over": _after("checklists", lambda w: _find(w, PackPanel).bring_over()),
    "pack, editing": _after("checklists", lambda w: _find(w, PackPanel).edit()),
    "pack, from nothing": _after("checklists", lambda w: _find(w, PackPanel).begin_new()),
    "holidays, adding": _pressing("holidays", "n", ctrl=True),
    "backup, passphrase": _pressing("backup", "k", ctrl=True),
    "training form": _pressing("training", Qt.Key.Key_Return),
    "trainings held": _pressing("training", "3"),
    "roster form": _pressing("roster", "n", ctrl=True),
    "roster, moving": _after("roster", _move_somebody),
    "roster history": _pressing("roster", "h"),
    "erasure form": _after("personal", _erasure),
    "laptop name": _pressing("sharing", "n", ctrl=True),
    "sharing form": _after("sharing", _sharing),
    "publishing to the city": _pressing("sharing", "u", ctrl=True),
    "bundle, coming": _after("sharing", _bundle_coming),
    "inspector form": _pressing("inspectors", "n", ctrl=True),
    "inspectors history": _pressing("inspectors", "h"),
    "inspector figures": _pressing("inspectors", "g"),
    "inspectors, new": _after("inspectors", _new_inspectors),
    "who is on duty": _pressing("scoring", "w"),
    "answers, to another window": _after("scoring", _ask_window),
    "filters": _pressing("ledger", "f"),
    "nothing found": _after("ledger", _look_for_nothing),
    **{f"figures {section.name}": _figures(str(section + 1)) for section in Section},
    "figures as cards": _figures("g"),
    "figures of a year": _figures("y"),
    "figures of days": _figures("f"),
    "figures of a phase": _figures("p"),
    "publishing": _after("evaluation", lambda window: press(Qt.Key.Key_Return, CTRL)),
    **{f"evaluation {n}": _pressing("evaluation", str(n)) for n in (2, 3, 4, 5)},
    "closing": _ending(0),
    "may it end": _ending(1),
    "minutes": _ending(2),
    # Last: their visit is then the newest that is unfinished.
    "named deductions": _honest("dress"),
    "judged deduction": _honest("manner"),
    "red line": _honest("sold"),
    "new visit, how much": _new_must,
    "new visit, shared": _new_shared,
}  # fmt: skip
