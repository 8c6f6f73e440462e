"""Workbooks from the 检查 page: for which days, for which site, which one."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QFormLayout,
    QGridLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.commands.command import Command
from inspector.gui.commands.command_button import command_button, menu_button
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.measures import sized
from inspector.gui.papers.paper_preview import preview_paper
from inspector.gui.papers.paper_saving import (
    CIRCULAR,
    PATROL_RECORD,
    RECTIFICATION,
    SUMMARY,
    Paper,
    save_paper,
)
from inspector.gui.session import Session
from inspector.gui.theme import GRID
from inspector.gui.widgets.combo import Combo
from inspector.gui.widgets.labels import button, label, wrapped
from inspector.gui.widgets.stacked import stack
from inspector.translation import tr
from inspector.workspace.extent import Extent, Period, month_of

PANEL_WIDTH, NARROW_PANEL_WIDTH = 296, 264


class ExportPanel(QWidget):
    """The period (this month to begin with), the site (all), and a button for each workbook."""

    columns_wanted = Signal(object, object, object)
    """A form without fields, what it is taken for, and what fills it."""

    def __init__(
        self,
        session: Session,
        table: CommandTable,
        modes: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        """The page it stands on can do by its `table`, in `modes`, what the buttons do."""
        super().__init__(parent)
        self.session = session
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.period = Combo()
        self.period.setObjectName("period")
        self.period.setAccessibleName(tr("Period"))
        for text in (tr("This month"), tr("Last month"), tr("This year"), tr("From … to …")):
            self.period.addItem(text)
        self.first, self.last = _day_edit("firstDay", tr("From")), _day_edit("lastDay", tr("To"))
        self.site = Combo()
        self.site.setObjectName("exportSite")
        self.site.setAccessibleName(tr("Site"))
        self.site.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        papers = self._add_papers(table, modes)
        prints = self._add_prints(table, modes)
        self.samples = button(tr("Sample forms…"), "exportSampleForms", "quiet")
        self.words = button(tr("Fields of forms…"), "exportFormWords", "quiet")
        self.recent = button(tr("Recent exports"), "recentPapers", "quiet")
        form = QFormLayout()
        form.setVerticalSpacing(GRID)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow(label(tr("Period"), "secondary"), self.period)
        both = QWidget()  # a layout alone would not hear of a finger while the page is hidden
        days = QGridLayout(both)
        days.setContentsMargins(0, 0, 0, 0)
        days.setSpacing(GRID)
        for place, (title, edit) in enumerate(((tr("From"), self.first), (tr("To"), self.last))):
            days.addWidget(label(title, "secondary"), 0, place)
            days.addWidget(edit, 1, place)
        form.addRow(both)
        form.addRow(label(tr("Site"), "secondary"), self.site)
        column = self._column = QVBoxLayout(self)
        column.setSpacing(GRID)
        column.addWidget(label(tr("Export to Excel"), "section"))
        column.addLayout(form)
        column.addSpacing(GRID)
        for paper in papers:
            column.addWidget(paper)
        column.addLayout(stack(None, (prints, (self.samples, 1)), spacing=GRID, across=True))
        for each in (self.words, self.recent):
            column.addWidget(each)
        column.addWidget(wrapped(tr("Completed inspections only."), "small"))
        column.addStretch(1)
        self.period.currentIndexChanged.connect(self._on_period)
        self.samples.clicked.connect(self._save_samples)
        self.words.clicked.connect(lambda: session.form_words_wanted.emit(self.extent))
        self.recent.clicked.connect(session.papers_wanted)
        self.give_way(False)
        self._on_period(0)

    def _add_papers(self, table: CommandTable, modes: Sequence[str]) -> list[QPushButton]:
        """Add a command for each workbook; return their buttons."""

        def add(name: str, short: str, keys: str, do: Callable[[], object]) -> QPushButton:
            command = table.add(name, f"{short}…", keys, do, short=short, modes=modes)
            return command_button(command, f"export{name.title()}")

        papers = (
            ("rectification", tr("Rectification list"), "Ctrl+E", RECTIFICATION),
            ("summary", tr("Summary"), "Ctrl+S", SUMMARY),
            ("circular", tr("Circular"), "Ctrl+T", CIRCULAR),
            ("patrol", tr("Patrol record"), "Ctrl+R", PATROL_RECORD),
        )
        return [
            *(
                add(name, short, keys, partial(self._save, paper))
                for name, short, keys, paper in papers
            ),
            add("form", tr("Superior's form"), "Ctrl+B", self._fill_form),
        ]

    def _add_prints(self, table: CommandTable, modes: Sequence[str]) -> QPushButton:
        """Add a command for each paper that is seen as printed; return the button of all."""

        def add(name: str, words: str, paper: Paper) -> Command:
            return table.add(
                f"print-{name}", words, do=lambda: preview_paper(self.session, paper, self.extent),
                modes=modes,
            )  # fmt: skip

        papers = (
            ("rectification", tr("Rectification list"), RECTIFICATION),
            ("summary", tr("Summary"), SUMMARY),
            ("circular", tr("Circular"), CIRCULAR),
            ("patrol", tr("Patrol record"), PATROL_RECORD),
        )
        return menu_button(tr("Print…"), "exportPrint", [add(*each) for each in papers])

    def give_way(self, is_narrow: bool) -> None:
        """Take less room beside lists that have little of it."""
        sides = GRID if is_narrow else 2 * GRID
        self._column.setContentsMargins(sides, 2 * GRID, sides, GRID)
        self.setFixedWidth(sized(NARROW_PANEL_WIDTH if is_narrow else PANEL_WIDTH))

    def refresh(self) -> None:
        """Offer the sites of today's roster."""
        self._on_period(self.period.currentIndex())  # a month may have ended since
        chosen = self.site.currentText()
        self.site.clear()
        self.site.addItem(tr("All sites"), None)
        for site in self.session.workspace.rosters.every_site():
            self.site.addItem(site.name, site.name)
        self.site.setCurrentIndex(max(0, self.site.findText(chosen)))

    @property
    def extent(self) -> Extent:
        """What the fields say."""
        first, last = _day(self.first.date()), _day(self.last.date())
        return Extent(Period(min(first, last), max(first, last)), self.site.currentData())

    def _save(self, paper: Paper) -> None:
        save_paper(self, self.session, paper, self.extent)

    def _fill_form(self) -> None:
        from inspector.gui.papers.form_export import fill_form

        fill_form(self, self.session, self.extent, self.columns_wanted.emit)

    def _save_samples(self) -> None:
        from inspector.gui.papers.form_export import save_sample_forms

        save_sample_forms(self, self.session)

    def _on_period(self, choice: int) -> None:
        today = self.session.workspace.now().date()
        month = month_of(today)
        period = {
            0: month,
            1: month_of(month.first - timedelta(days=1)),
            2: Period(date(today.year, 1, 1), date(today.year, 12, 31)),
        }.get(choice)
        for edit in (self.first, self.last):
            edit.setEnabled(period is None)
        if period is not None:
            self.first.setDate(QDate(period.first))
            self.last.setDate(QDate(period.last))


def _day_edit(name: str, title: str) -> QDateEdit:
    made = QDateEdit()
    made.setObjectName(name)
    made.setAccessibleName(title)
    made.setCalendarPopup(True)
    made.setDisplayFormat("yyyy-MM-dd")
    return made


def _day(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
