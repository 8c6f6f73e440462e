"""满意度测评: a site, then a sheet for each key or tap; below, the sheets that were entered."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from inspector.domain.survey.survey_rate import SurveyRate
from inspector.domain.survey.survey_sheet import (
    Channel,
    Satisfaction,
    SheetLine,
    SurveySheet,
)
from inspector.domain.visit.roster import Site
from inspector.gui.commands.command_button import menu_button
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.frame.page_frame import Page
from inspector.gui.frame.page_head import PageHead
from inspector.gui.measures import sized
from inspector.gui.session import Session
from inspector.gui.survey.ask_panel import AskPanel
from inspector.gui.survey.sheet_list import sheet_model, sheet_table
from inspector.gui.survey.survey_commands import ASKING, CORRECTING, REASON, survey_commands
from inspector.gui.survey.survey_exchange import SurveyExchange
from inspector.gui.survey.survey_words import grade_word, rate_text, sheets_text
from inspector.gui.theme import GRID
from inspector.gui.widgets.ask_line import AskLine
from inspector.gui.widgets.lists.text_list import NarrowedList
from inspector.gui.widgets.search_field import SearchField
from inspector.gui.widgets.stacked import stack, surface
from inspector.gui.words import short_day_text
from inspector.translation import tr
from inspector.workspace.changes import Changes
from inspector.workspace.surveys.surveys import Asked

_SITES_WIDTH, _NARROW_WIDTH = 248, 168
_ROOM = 900
"""Pixels of the page, below which the sites leave room for the grades."""


class _Entered(NamedTuple):
    """A sheet that was entered, and the one it corrected."""

    id: str
    before: SurveySheet | None


class SurveyPage(Page):
    """One goes into it from 检查; Esc leads back there."""

    left = Signal()

    commands: CommandTable
    chapter = "survey"

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("surveyPage")
        self._opens = False  # the sites are being listed
        self._session = session
        self._waits: Satisfaction | None = None  # for its reason
        self._corrected: SurveySheet | None = None
        self._last: list[_Entered] = []  # of this sitting, for undo
        self._by_slips = False
        self.reasons: tuple[str, ...] = ()
        self.search = SearchField("surveySiteSearch", tr("Find a site: name or pinyin initials"))
        self.sites = NarrowedList[Site]("surveySites", tr("Sites"), spacing=2)
        self.sites.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._model = sheet_model()
        self.table = sheet_table(self._model)
        self.commands = survey_commands(self)
        self.commands.changed.connect(self.keys_changed)
        for each in (self.table, self.sites):
            self.commands.hear_letters(each)
        self.line = AskLine()
        self.line.setObjectName("surveyLine")
        self._exchange = SurveyExchange(session, self, self.line)
        self.panel = AskPanel(self.commands)
        self.head = PageHead()
        self.head.lead_back(self.commands["leave"])
        papers = [self.commands[name] for name in
                  ("table", "print-table", "save-slips", "print-slips", "take-in")]  # fmt: skip
        self.head.add(menu_button(tr("Papers"), "surveyPapers", papers))
        give_context_menu(
            self.table, [self.commands[name] for name in ("correct", "strike", "raise", "undo")]
        )
        self._side = surface("panel")
        stack(self._side, (self.search, (self.sites, 1)), margin=2 * GRID, spacing=GRID)
        work = QWidget()
        stack(work, (self.panel, (self.table, 1)))
        across = stack(None, (self._side, (work, 1)), across=True)
        stack(self, (self.head, self.line, (across, 1)))
        self._connect()

    def _connect(self) -> None:
        self.search.textChanged.connect(self.sites.narrow)
        self.search.left.connect(self.table.setFocus)
        self.sites.activated.connect(lambda _: self.table.setFocus())
        self.sites.clicked.connect(lambda _: self.table.setFocus())
        self.sites.selectionModel().currentChanged.connect(lambda *_: self._show_site())
        self.table.selectionModel().currentChanged.connect(lambda *_: self.commands.look_again())
        self.panel.reason_chosen.connect(self.choose_reason)
        self.panel.other.textChanged.connect(lambda _: self.commands.look_again())
        for choice in (self.panel.window_choice, self.panel.channel):
            choice.clicked_one.connect(self.table.setFocus)
        self.line.left.connect(self.table.setFocus)
        self._session.changed.connect(self._on_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < sized(_ROOM)
        self._side.setFixedWidth(sized(_NARROW_WIDTH if narrow else _SITES_WIDTH))

    # What the window asks

    def enter(self) -> None:
        self.table.setFocus()

    def open(self) -> None:
        """Show the sites of today's roster; the one that is visited, or was asked last, first."""
        chosen, self._opens = self.site, True
        self.search.clear()
        self.sites.texts.clear()
        for site in self._session.workspace.rosters.sites():
            self.sites.add(site.name, site)
        self.sites.narrow("")
        if chosen is not None:
            self.sites.stand_on(lambda site: site.id == chosen.id)
        self._opens = False
        self._show_site()

    # What is chosen

    @property
    def site(self) -> Site | None:
        """The site at which one asks."""
        return self.sites.value

    @property
    def asked(self) -> Asked | None:
        """Where and how one asks now."""
        site = self.site
        if site is None:
            return None
        visit = self._session.workspace.surveys.visit_at(site.id)
        return Asked(
            site,
            self._today(),
            self.panel.channel.currentData() or Channel.ON_SITE,
            self.panel.window_choice.currentData() or "",
            visit.id if visit is not None else "",
        )

    def _today(self) -> date:
        return self._session.workspace.now().date()

    def _chosen(self) -> SheetLine | None:
        row = self.table.currentIndex().row()
        return self._model.row_at(row) if 0 <= row < self._model.rowCount() else None

    # Grades

    def give(self, grade: Satisfaction) -> None:
        """Enter a sheet, or ask first for the reason where it is a bad one."""
        if grade.is_bad:
            self._waits = grade
            self._show_state()
            return
        self._enter(grade, "")

    def choose_reason(self, place: int) -> None:
        """Enter the bad sheet with one of the reasons, from 0; what is written is not lost."""
        if not self.why_no_words():
            self._session.hinted.emit(
                tr("A reason is written already: enter it, or empty the field first.")
            )
        elif place < len(self.reasons):
            self._enter_waiting(self.reasons[place])

    def give_no_reason(self) -> None:
        """Enter the bad sheet with what is written in the field, if anything is."""
        self._enter_waiting(self.panel.other.text())

    def why_no_words(self) -> str:
        """Why what is written cannot be entered."""
        return "" if self.panel.other.text().strip() else tr("No reason is written yet.")

    def write_reason(self) -> None:
        """Write a reason that is not offered."""
        self.panel.other.setFocus()

    def stop(self) -> None:
        """Enter nothing, and correct nothing."""
        self._waits = self._corrected = None
        self._show_state()

    def leave(self) -> None:
        """Take a question back, or go back to where one came from."""
        if self.line.waiting:
            self.line.stop()
        else:
            self.left.emit()

    def _enter_waiting(self, reason: str) -> None:
        if self._waits is not None:
            self._enter(self._waits, reason)

    def _enter(self, grade: Satisfaction, reason: str) -> None:
        surveys, asked, corrected = self._session.workspace.surveys, self.asked, self._corrected
        if asked is None:
            return
        slip = surveys.next_slip(asked.site.id, asked.day) if self._by_slips else None
        done = self._session.attempt(
            lambda: (
                surveys.correct(corrected.id, grade, reason)
                if corrected is not None
                else surveys.record(asked, grade, reason, slip)
            )
        )
        if done is not None:
            self._last.append(_Entered(done[0].id, corrected))
            self._waits = self._corrected = None
            self._show_state()
            self.table.setFocus()

    # What becomes of sheets

    def why_no_site(self) -> str:
        """Why nobody can be asked."""
        return "" if self.site else tr("There is no site yet: make a roster first.")

    def why_no_last(self) -> str:
        """Why nothing can be taken back."""
        return "" if self._last else tr("Nothing was entered since this page was opened.")

    def take_back(self) -> None:
        """Take back what was entered last: it stays, struck out, and says again what it said."""
        surveys, last = self._session.workspace.surveys, self._last[-1]
        before = last.before
        done = self._session.attempt(
            lambda: (
                surveys.take_back(last.id)
                if before is None or before.grade is None
                else surveys.correct(last.id, before.grade, before.reason)
            )
        )
        if done is not None:
            self._last.pop()
            if before is not None:  # an earlier entry stands under its newest sheet now
                self._last = [
                    _Entered(done[0].id, each.before) if each.id == before.id else each
                    for each in self._last
                ]
            self._show_state()
            self._session.told.emit(
                tr("The last sheet is struck out and does not count.")
                if before is None
                else tr("The correction is taken back: the sheet counts as it was before."),
                "",
            )

    def why_not_correct(self) -> str:
        """Why the chosen sheet cannot be corrected."""
        line = self._chosen()
        if line is None:
            return tr("No sheet is chosen.")
        return "" if line.counts else tr("It does not count any more; correct the newer one.")

    def correct(self) -> None:
        """Ask for the grade that the chosen sheet should have had."""
        line = self._chosen()
        if line is not None:
            self._corrected = line.sheet
            self._show_state()

    def ask_strike(self) -> None:
        """Ask whether the chosen sheet is struck out: it cannot be made to count again."""
        line = self._chosen()
        if line is None or line.sheet.grade is None:
            return
        sheet = line.sheet
        said = tr(
            "Strike out the sheet “{grade}” of {day}? It stays on the list and does not count.",
            grade=grade_word(line.sheet.grade),
            day=short_day_text(sheet.day),
        )
        self.line.wait(lambda: self._strike(sheet.id), said, tr("Strike it out"))
        self.line.take_focus()

    def _strike(self, sheet_id: str) -> None:
        surveys = self._session.workspace.surveys
        if self._session.attempt(lambda: surveys.take_back(sheet_id)) is not None:
            self._last = [each for each in self._last if each.id != sheet_id]
            self._show_state()
            self._session.told.emit(tr("The sheet is struck out and does not count."), "")

    def why_not_raise(self) -> str:
        """Why the chosen sheet cannot be put into the ledger."""
        line = self._chosen()
        if line is None or not line.is_bad:
            return tr("Choose a sheet that is dissatisfied or very dissatisfied.")
        if line.finding_number:
            return tr("It is in the ledger already, as {number}.", number=line.finding_number)
        return ""

    def raise_finding(self) -> None:
        """Put what the chosen sheet says into the ledger."""
        line = self._chosen()
        if line is None or line.sheet.grade is None:
            return
        sheet, surveys = line.sheet, self._session.workspace.surveys
        said = sheet.reason or "未写明原因"
        text = f"群众测评不满意：{said}"
        if sheet.window_number:
            text = f"{sheet.window_number}，{text}"
        if self._session.attempt(lambda: surveys.raise_finding(sheet.id, text)) is not None:
            number = surveys.number_of(sheet.id)
            self._session.told.emit(tr("It is in the ledger as {number}.", number=number), "")

    # Slips and channels

    def toggle_slips(self) -> None:
        """Enter filled slips by their numbers, or ask without."""
        self._by_slips = not self._by_slips
        self.commands["slips"].setChecked(self._by_slips)
        self._show_state()

    def next_channel(self) -> None:
        """Ask in another way from now on."""
        box = self.panel.channel
        box.setCurrentIndex((box.currentIndex() + 1) % box.count())

    def find_site(self) -> None:
        """Find another site by its name."""
        self.search.setFocus()
        self.search.selectAll()

    # Papers

    def save_table(self) -> None:
        """Write what this month's sheets come to."""
        self._exchange.save_table(self._today())

    def preview_table(self) -> None:
        """Show that as it is printed."""
        self._exchange.preview_table(self._today())

    def save_slips(self) -> None:
        """Write slips of the site."""
        if self.site is not None:
            self._exchange.save_slips(self.site)

    def preview_slips(self) -> None:
        """Show slips of the site as they are printed."""
        if self.site is not None:
            self._exchange.preview_slips(self.site)

    def take_in(self) -> None:
        """Take in results that others collected."""
        self._exchange.choose()

    def propose(self, path: Path) -> None:
        """Read results from a file that was dropped, and ask whether they are taken in."""
        self._exchange.read(path)

    # What is shown

    def _on_changed(self, changes: Changes) -> None:
        if not self.isVisible():
            return
        if changes.roster:
            self.open()
        elif changes.surveys or changes.findings:
            self._show_sheets()

    def _show_site(self) -> None:
        if self._opens:
            return  # shown once they all stand there
        self._last.clear()
        self._waits = self._corrected = None
        site = self.site
        windows = self._session.workspace.rosters.windows(site.id) if site else []
        self.panel.offer_windows([each.number for each in windows])
        self._show_sheets()
        self._show_state()

    def _show_sheets(self) -> None:
        site, workspace = self.site, self._session.workspace
        sheets = workspace.surveys.newest(site.id) if site else []
        lines = [line for line in sheets if line.sheet.grade is not None]  # those say it themselves
        self._model.set_rows(lines)
        if lines:
            self.table.selectRow(0)
        today = self._today()
        rate_of = workspace.surveys.rate_of
        day = rate_of(site.id, today, today) if site else None
        month = rate_of(site.id, today.replace(day=1), today) if site else None
        name = site.name if site else ""
        said = name
        if day is not None:
            said = _head_lines(tr("Today: {figures}", figures=sheets_text(day)), name, day)
        elif month is not None:
            said = _head_lines(tr("This month: {figures}", figures=sheets_text(month)), name, month)
        self.head.set_texts(tr("Satisfaction survey"), said)
        self.commands.look_again()

    def _show_state(self) -> None:
        self.reasons = self._session.workspace.surveys.reasons()
        mode = REASON if self._waits else CORRECTING if self._corrected else ASKING
        corrects = self._corrected is not None
        self.commands.set_there("stop", not corrects)
        self.commands.set_there("stop-correcting", corrects)
        self.commands.set_mode(mode)
        self.panel.show_state(
            self._question(),
            wants_reason=mode == REASON,
            can_stop=mode != ASKING,
            corrects=corrects,
        )
        self.panel.offer_reasons(self.reasons if mode == REASON else ())
        self.commands.look_again()

    def _question(self) -> str:
        site = self.site
        if site is None:
            return tr("There is no site yet: make a roster first.")
        if self._waits is not None:
            return tr("{grade}: why?", grade=grade_word(self._waits))
        if self._corrected is not None and self._corrected.grade is not None:
            before = grade_word(self._corrected.grade)
            return tr("It said “{grade}”. What should it say?", grade=before)
        if self._by_slips:
            number = self._session.workspace.surveys.next_slip(site.id, self._today())
            return tr("Slip {number}: which grade is ticked?", number=number)
        return tr("How satisfied is this person?")


def _head_lines(sheets: str, site: str, rate: SurveyRate) -> str:
    """Return two lines: at 150 % the rates need one for themselves; a long name gives way."""
    return f"{sheets} · {site}\n{rate_text(rate)}"
