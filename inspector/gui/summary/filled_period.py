"""A period of which there are figures: the sentence, the key figures, the sections."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from inspector.domain.figures.figure_awards import Award
from inspector.domain.figures.period_opening import period_opening
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.jobs.late_painting import paint_later
from inspector.gui.measures import measures, sized
from inspector.gui.summary.opening_line import OpeningLine
from inspector.gui.summary.sections.award_section import AwardSection
from inspector.gui.summary.sections.card_faces import NAMES, card_faces
from inspector.gui.summary.sections.figure_cards import FigureCards
from inspector.gui.summary.sections.figure_legend import FigureLegend
from inspector.gui.summary.sections.figure_words import before_word, opening_period
from inspector.gui.summary.sections.frequent_items_section import ItemSection
from inspector.gui.summary.sections.heat_section import HeatSection
from inspector.gui.summary.sections.list_section import ListSection
from inspector.gui.summary.sections.rectification_section import RectificationSection
from inspector.gui.summary.sections.site_section import SiteSection
from inspector.gui.summary.sections.summary_section import FigureSection
from inspector.gui.summary.sections.trend_chart import TrendChart
from inspector.gui.summary.sections.trend_section import TrendSection
from inspector.gui.summary.undecided_line import UndecidedLine
from inspector.gui.theme import GRID, lacks_width
from inspector.gui.widgets.labels import hairline
from inspector.gui.widgets.stacked import stack
from inspector.gui.widgets.tab_row import TabRow
from inspector.translation import tr
from inspector.workspace.papers.opening_words import opening_sentence
from inspector.workspace.papers.period_figures import SummaryFigures, WindowLine

_ROOM_FOR_DIGITS = 960
"""Pixels of the page, below which (1366 at 150 %) the tabs say their titles alone: what the marks
mean needs the room."""

LOW = 600
"""Pixels of the window's height below which rows need the room (1366×768 at 150 %)."""


class FilledPeriod(QWidget):
    """Shows the figures it is given; one section is in front."""

    leads = Signal(object)
    """Where a figure was followed to."""

    left = Signal()
    """Back from the key figures."""

    turned = Signal()
    """Another section is in front."""

    row_changed = Signal()

    def build(self) -> Iterator[None]:
        """Make its parts, some of them each time."""
        self.opening, self.undecided = OpeningLine(), UndecidedLine()
        self.cards = FigureCards(NAMES, tr("Key figures"))
        # Inside each other from the first: what gets another parent is dressed anew.
        self._stack = within = QStackedWidget(self)
        self.heat = HeatSection(within)
        yield
        self.sections: list[FigureSection] = [
            SiteSection(within), self.heat, TrendSection(within), ItemSection(within),
        ]  # fmt: skip
        yield
        self.sections += [
            ListSection(within), AwardSection(Award.WINDOW, within),
            AwardSection(Award.STAFF, within), RectificationSection(within),
        ]  # fmt: skip
        yield
        self.tabs = TabRow(
            [(f"section-{section.table.objectName()}", section.title) for section in self.sections],
            tr("Sections"),
        )
        self.legend = FigureLegend()
        self._name_tabs()
        for section in self.sections:
            self._stack.addWidget(section)
        self._lay_out()
        self.cards.leads.connect(self.leads)
        self.cards.left.connect(self.left)
        self.tabs.chosen.connect(self._bring_forward)
        for section in self.sections:
            section.leads.connect(self.leads)
            changed = section.table.selectionModel().currentRowChanged
            changed.connect(lambda: self.row_changed.emit())
        self._give_way(True, True)  # else a small window would grow to hold it

    def _lay_out(self) -> None:
        strip = QWidget()
        strip.setObjectName("surface")
        row = QHBoxLayout(strip)
        row.setContentsMargins(GRID // 2, 0, 0, 0)
        row.addWidget(self.tabs)
        row.addWidget(self.legend, 1)
        above = (self.opening, hairline(), self.undecided, self.cards, hairline())
        stack(self, (*above, strip, hairline(), (self._stack, 1)))

    def give_commands(self, commands: CommandTable) -> None:
        """Offer what can be done where it is done: at a right click, and beside the sentence."""
        self.opening.give(commands["copy-sentence"])
        self.undecided.give(commands["conflicts"])
        of_chart = [commands[name] for name in ("copy-chart", "save-chart", "export")]
        of_rows = [commands[name] for name in ("open", "copy", "copy-sentence", "export")]
        for section in self.sections:
            give_context_menu(section.table, of_rows)
            for chart in section.findChildren(TrendChart):
                give_context_menu(chart, of_chart)

    @property
    def front(self) -> FigureSection:
        """The section in front."""
        return self.sections[self._stack.currentIndex()]

    def show_figures(self, figures: SummaryFigures, places: Sequence[str]) -> None:
        """Show other figures; `places` are the sites they were narrowed to, in words."""
        paint_later(self)
        opening = period_opening(
            figures.key, figures.before, figures.lines, figures.own_lines, figures.rectification,
            figures.vetoes,
        )  # fmt: skip
        period = opening_period(figures.scope, figures.today, places)
        before = before_word(figures.scope)
        whole = opening_sentence(opening, period, before)
        self.opening.say(whole, opening_sentence(opening, period, before, brief=True))
        self.undecided.show_lines(figures.lines)
        self.cards.show_faces(card_faces(figures))
        for section in self.sections:
            section.show_figures(figures)
        self._explain()

    def _bring_forward(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        self._explain()
        self.turned.emit()

    def show_windows(self, windows: Sequence[WindowLine]) -> None:
        """Show the windows of the period, which are read apart."""
        self.heat.show_windows(windows)
        self._explain()

    def _explain(self) -> None:
        """Say what the marks of the section in front mean; what is said of it is in the tip."""
        self.legend.show_entries(self.front.legend(), self.front.note.text())

    def _name_tabs(self) -> None:
        """Let the tabs say their titles, each with its digit where there are keys and room."""
        shows = measures().shows_keys and self.width() >= sized(_ROOM_FOR_DIGITS)
        for at, section in enumerate(self.sections):
            self.tabs.set_text(at, f"{at + 1} {section.title}" if shows else section.title)
        if self.tabs.least_width() + 2 * GRID > self.width():
            for at, section in enumerate(self.sections):
                self.tabs.set_text(at, section.short_title)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_tabs()  # there may be another hand
        self._give_way(lacks_width(self), self.window().height() < sized(LOW))

    def _give_way(self, narrow: bool, low: bool) -> None:
        self.opening.make_small(narrow, low)
        self.cards.make_low(low)
        for section in self.sections:
            section.make_small(narrow, low)
