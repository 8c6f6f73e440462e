"""节假日: the days of a year that are off or worked, those that ship and the user's own."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from inspector.domain.days.workdays import DayKind
from inspector.domain.errors import RefusedInputError
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import UNDO, press
from inspector.gui.data.holidays.arrangement_preview import ArrangementQuestion
from inspector.gui.data.holidays.holiday_commands import add_holiday_commands
from inspector.gui.data.holidays.holiday_form import HolidayForm
from inspector.gui.data.holidays.holiday_names import (
    kind_word,
    notice_words,
    origin_word,
    weekday_word,
)
from inspector.gui.editor_draft import DraftKeeper, Dropped
from inspector.gui.frame.panel import Panel
from inspector.gui.measures import sized
from inspector.gui.papers.file_reader import read_file
from inspector.gui.session import Session
from inspector.gui.theme import GRID, fix_width
from inspector.gui.widgets.ask_line import AskLine
from inspector.gui.widgets.choice import Choice
from inspector.gui.widgets.file_choice import holidays_to_read
from inspector.gui.widgets.labels import wrapped
from inspector.gui.widgets.lists.row_heights import fit_rows
from inspector.gui.widgets.lists.table import Column, TableModel, TableView
from inspector.gui.widgets.stacked import stack
from inspector.gui.words import day_text
from inspector.translation import tr, tr_count
from inspector.workspace.changes import Changes
from inspector.workspace.findings.arrangement_words import recount_reason
from inspector.workspace.findings.arrangements import ArrangementPreview
from inspector.workspace.holidays import HolidayLine
from inspector.workspace.sentences import problem_sentences

_YEAR_WIDTH = 112

_NARROW = 680
_LEAST_WIDTHS = (144, 80, 96)
"""Pixels of day, weekday and what it is, on a panel narrower than that."""


def holiday_model() -> TableModel[HolidayLine]:
    """Return a model of the days of a year."""
    return TableModel(
        [
            Column(tr("Day"), lambda line: day_text(line.special.day), 160),
            Column(tr("Weekday"), lambda line: weekday_word(line.special.day), 104),
            Column(tr("What it is"), lambda line: kind_word(line.special.kind), 160),
            Column(tr("Name"), lambda line: line.special.name),
            Column(tr("Where from"), origin_word, 128),
        ]
    )


class HolidayPanel(Panel):
    """A year; a line to add days; Del takes an own entry back."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._shown = 0
        self._model = holiday_model()
        self.table = TableView(self._model, "holidays", tr("Holidays"), self)
        self.table.setSelectionMode(TableView.SelectionMode.SingleSelection)
        fit_rows(self.table)
        self._year = Choice("holidayYear", tr("Year"))
        fix_width(self._year, _YEAR_WIDTH)
        self._notice = wrapped("", "secondary")
        self._notice.setObjectName("holidayNotice")
        self._put_away: Dropped | None = None
        self._changed_day: date | None = None  # that the form is about; None: new ones
        self.line = AskLine(self)
        add_holiday_commands(self)
        made = self.commands
        own = ("change", "take-back", "add", "undo", "restore", "copy")
        give_context_menu(self.table, [made[each] for each in own])
        self.head_buttons = (
            command_button(made["restore"], "restoreHolidays"),
            command_button(made["import"], "importHolidays"),
            command_button(made["add"], "addHoliday", "primary"),
        )
        self._preview: ArrangementPreview | None = None
        self._top = top = QWidget(self)
        top.setObjectName("surface")
        parts = (self._year, (self._notice, 1))
        stack(top, parts, margin=(2 * GRID, GRID, 2 * GRID, GRID), spacing=2 * GRID, across=True)
        self._column = stack(self, (top, (self.table, 1), self.line))
        self._year.currentIndexChanged.connect(self._show_year)
        self.table.opened.connect(lambda _: self.change())
        # Once the list stands again: while it is read anew another row may be in front.
        self.table.selectionModel().currentRowChanged.connect(
            lambda: QTimer.singleShot(0, self, self._follow)
        )
        self.line.left.connect(self.enter)

    # What is made when it is first wanted

    @cached_property
    def _question(self) -> ArrangementQuestion:
        made = ArrangementQuestion(self)
        self._column.insertWidget(self._column.indexOf(self.line), made, 1)
        made.confirmed.connect(self._take_in)
        made.discarded.connect(self._discard)
        return made

    @cached_property
    def _form(self) -> HolidayForm:
        # A day without a year is one of the year that is shown.
        made = HolidayForm(lambda: date(self._shown, 7, 1), self)
        self._column.insertWidget(self._column.indexOf(self.line), made)
        made.confirmed.connect(self._keep)
        made.left.connect(self._give_up)
        return made

    @cached_property
    def _draft(self) -> DraftKeeper:
        return DraftKeeper(self.session, "holiday", self._form.drafted, self)

    @property
    def _is_filling(self) -> bool:
        return "_form" in self.__dict__ and not self._form.isHidden()

    # What the page asks

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < sized(_NARROW)
        for at, pixels in enumerate(_LEAST_WIDTHS):
            width = pixels if narrow else self._model.columns[at].width
            self.table.setColumnWidth(at, sized(width))

    def concerns(self, changes: Changes) -> bool:
        return changes.holidays

    def redraw(self) -> None:
        today = self._today()
        years = {*self.session.workspace.holidays.years(), today.year, today.year + 1}
        shown = self._shown or today.year
        self._year.offer([(str(year), year) for year in sorted(years)])
        self._year.choose(shown)
        self._show_year()

    @property
    def subtitle(self) -> str:
        lines = [self._model.row_at(row) for row in range(self._model.rowCount())]
        off = sum(line.special.kind is DayKind.OFF for line in lines)
        worked = sum(line.special.kind is DayKind.WORK for line in lines)
        return tr(
            "{off}, {worked}",
            off=tr_count(off, "1 day off", "{count} days off"),
            worked=tr_count(worked, "1 make-up workday", "{count} make-up workdays"),
        )

    @property
    def shows_head_buttons(self) -> bool:
        return self._preview is None

    def open_file(self) -> None:
        path = holidays_to_read(self.session, self, tr("Import the holidays of a year"))
        if path is not None:
            self.propose(path)

    def tables(self) -> Sequence[CommandTable]:
        if self._preview is not None:
            return (self._question.commands,)
        return (self._form.commands if self._is_filling else self.commands,)

    def enter(self) -> None:
        self.draw()
        if self._preview is not None:
            self._question.take_focus()
        elif self._is_filling:
            self._form.take_focus()
        else:
            self.table.setFocus()

    # Taking in a year

    def propose(self, path: Path) -> bool:
        """Show what the holidays at `path` would change; nothing is changed yet."""
        return read_file(
            self.session,
            path,
            lambda apart, hear: apart.arrangements.preview(apart.holidays.read(path), path.name),
            lambda preview: self._show_read(path, preview),
        )

    def _show_read(self, path: Path, preview: ArrangementPreview) -> None:
        if not (preview.is_new or preview.moved):
            self.session.told.emit(
                tr("“{name}” says what is in use already. Nothing was changed.", name=path.name),
                "",
            )
            return
        self._leave()
        self._question.show_preview(preview)
        self._show_question(preview)
        self._question.take_focus()

    def _show_question(self, preview: ArrangementPreview | None) -> None:
        self._preview = preview
        self._question.setVisible(preview is not None)
        self.table.setVisible(preview is None)
        self._top.setVisible(preview is None)
        self.commands.set_mode("" if preview is None else "question")
        self.keys_changed.emit()

    def _take_in(self) -> None:
        preview, recount = self._preview, self._question.recounts
        if preview is None:
            return
        year = preview.arrangement.year
        shown, self._shown = self._shown, year
        reason = recount_reason(year)
        arrangements = self.session.workspace.arrangements
        done = self.session.attempt(lambda: arrangements.take_in(preview, reason, recount=recount))
        if done is None:
            self._shown = shown
            return  # the preview stays, to try again
        self._show_question(None)
        self.redraw()
        self.table.setFocus()
        count = len(preview.moved) if recount else 0
        moved = tr_count(count, "1 deadline moved", "{count} deadlines moved")
        if not count:
            moved = tr("no deadline moved")
        self.session.told.emit(tr("Imported “{name}”: {line}", name=preview.source, line=moved), "")

    def _discard(self) -> None:
        self._show_question(None)
        self.enter()

    # What is shown

    def _show_year(self) -> None:
        self._shown = int(self._year.currentData())
        row = max(self.table.currentIndex().row(), 0)
        holidays = self.session.workspace.holidays
        self._model.set_rows(holidays.lines(self._shown))
        self._notice.setText(notice_words(holidays, self._shown))
        if count := self._model.rowCount():
            self.table.selectRow(min(row, count - 1))
        self.keys_changed.emit()

    def step(self, way: int) -> None:
        """Show the year before (0) or after (1)."""
        at = self._year.currentIndex() + 2 * way - 1
        if 0 <= at < self._year.count():
            self._year.setCurrentIndex(at)

    # What is done

    def begin(self) -> None:
        """Let days be added."""
        self.line.stop()
        self._draft.leave()
        self._changed_day = None
        self._form.open_for(None, DayKind.OFF)
        self._draft.begin("")
        self.keys_changed.emit()

    def change(self) -> None:
        """Let the current day be changed."""
        if (line := self._current()) is not None:
            self.line.stop()
            self._draft.leave()
            self._changed_day = line.special.day
            self._form.open_for(line.special.day, line.special.kind, line.special.name)
            self._draft.begin("", line.special.day.isoformat())
            self.keys_changed.emit()

    def _keep(self) -> None:
        holidays = self.session.workspace.holidays
        try:
            first, last, kind, name = self._form.days()
        except RefusedInputError as error:
            self.line.ask(problem_sentences(error)[0])
            self._form.first.setFocus()
            return
        self.line.stop()
        self._shown = first.year  # so that what is redrawn shows it
        if self.session.attempt(lambda: holidays.set_days(first, last, kind, name)) is None:
            return
        self._draft.drop()
        days = [self._model.row_at(row).special.day for row in range(self._model.rowCount())]
        if first in days:
            self.table.selectRow(days.index(first))
        self._leave()
        self.session.told.emit(
            tr(
                "Kept: {day}, {kind}. Deadlines already set stay as they are.",
                day=day_text(first),
                kind=kind_word(kind),
            ),
            "",
        )

    def _give_up(self) -> None:
        """Esc in the form: what is in it is put away, and Ctrl+Z brings it back."""
        self._put_away = self._draft.let_go()
        self._leave()
        if self._put_away is not None:
            said = tr("What was written is put away. {undo} brings it back.", undo=press(UNDO))
            self.line.wait(self.bring_back, said, tr("Bring back"))

    def why_no_undo(self) -> str:
        """Return why nothing comes back into the form; '' when something does."""
        return "" if self._put_away else tr("Nothing that was written is put away.")

    def bring_back(self) -> None:
        """Open the form that was left with Esc, with what was in it."""
        if self._put_away is not None:
            put_away, self._put_away = self._put_away, None
            self.begin()
            self._draft.bring_back(put_away)

    def _follow(self) -> None:
        """Leave a form when another day is chosen than it is about."""
        line = self._current()
        if not self._is_filling or self._changed_day is None or line is None:
            return
        if line.special.day != self._changed_day:
            self._give_up()

    def _leave(self) -> None:
        self.line.stop()
        if self._is_filling:
            self._form.hide()
        self.keys_changed.emit()
        self.table.setFocus()

    def take_back(self) -> None:
        """Forget the own entry of the current day."""
        line = self._current()
        if line is None:
            return
        if not line.own:
            self.line.ask(
                tr(
                    "This day ships with the program. {enter} changes it, for instance to an"
                    " ordinary day.",
                    enter=self.commands["change"].said,
                )
            )
            return
        day = line.special.day
        self.session.attempt(lambda: self.session.workspace.holidays.restore(day))

    def ask_restore(self) -> None:
        """Ask whether to forget every own entry of the year, or forget them."""
        if self.line.waits_for(self._restore_year):
            self.line.confirm()
            return
        lines = [self._model.row_at(row) for row in range(self._model.rowCount())]
        own = sum(line.own for line in lines)
        if not own:
            self.line.tell(tr("{year} has no entries of your own.", year=self._shown))
            return
        question = tr_count(
            own,
            "Forget your own entry for {year}? {restore} again does so.",
            "Forget your {count} own entries for {year}? {restore} again does so.",
            year=self._shown,
            restore=self.commands["restore"].said,
        )
        self.line.wait(self._restore_year, question, tr("Delete"))

    def _restore_year(self) -> None:
        first, last = date(self._shown, 1, 1), date(self._shown, 12, 31)
        self.session.attempt(lambda: self.session.workspace.holidays.restore(first, last))

    def why_no_day(self) -> str:
        """Return why there is no day to change; '' when there is one."""
        return "" if self._current() else tr("No day of this year is listed.")

    def _current(self) -> HolidayLine | None:
        row = self.table.currentIndex().row()
        return self._model.row_at(row) if 0 <= row < self._model.rowCount() else None

    def _today(self) -> date:
        return self.session.workspace.now().date()
