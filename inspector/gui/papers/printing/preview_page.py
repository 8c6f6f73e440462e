"""A paper as it is printed, page by page: to look at, to print, to save as PDF."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from inspector.domain.errors import InspectorError
from inspector.excel.pages.stored_pages import AnyPages
from inspector.gui.announcing import announce
from inspector.gui.commands.command import Do, WhyNot
from inspector.gui.commands.command_button import CommandButton, command_button
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import LARGER, LEAVE, SMALLER, press
from inspector.gui.frame.page_frame import Page
from inspector.gui.frame.page_head import PageHead
from inspector.gui.jobs.task import Hear
from inspector.gui.papers.file_writer import write_file
from inspector.gui.papers.paper_preview import FolderAside
from inspector.gui.papers.printing.page_pictures import PagePictures
from inspector.gui.papers.printing.paper_printer import has_printer, print_paper
from inspector.gui.papers.printing.pdf_of_workbook import pdf_of_workbook
from inspector.gui.papers.printing.shown_page import ShownPage
from inspector.gui.session import Session
from inspector.gui.theme import GRID
from inspector.gui.widgets.file_choice import pdf_to_write
from inspector.gui.widgets.labels import breakable, hairline, label, wrapped
from inspector.gui.widgets.stacked import stack, surface
from inspector.translation import tr
from inspector.workspace.apart.written_apart import make_apart
from inspector.workspace.last_folders import Purpose
from inspector.workspace.papers.paper_words import blank_formulas_sentence

_MOST_BESIDE = 20
"""Pages that are drawn on a thread; more would hold up the window, and have their own process."""

_STEP = 1.25
_LEAST, _MOST = 0.4, 5.0
"""Of the width of the window, that a page may be."""

_FEWEST_PIXELS = 240


class PreviewPage(Page):
    """One goes into it from wherever a paper is; Esc leads back there."""

    left = Signal()

    commands: CommandTable
    chapter = "month-end"
    print_role = "primary"
    """How the button to print looks: the page has one filled button."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("previewPage")
        self._session = session
        self._path = Path()
        self._keeps: object = None
        self._pages: AnyPages | None = None
        self._number, self._zoom = 0, 1.0
        self._pictures = PagePictures(self._refuse, self._tell_percent, self)
        self.shown = ShownPage()
        self.area = QScrollArea()
        self.area.setObjectName("previewArea")
        self.area.setAccessibleName(tr("Pages of the paper"))
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setWidget(self.shown)
        self.area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.head = PageHead()
        self.commands = self._make_commands()
        self.head.lead_back(self.commands["leave"])
        self.head.add(self._button("save"))
        self.head.add(self._button("print", self.print_role))
        self.at = label("", "secondary")
        self.at.setObjectName("previewAt")
        self.at.setAlignment(Qt.AlignmentFlag.AlignCenter)
        turning = stack(None, (self._button("before"), self.at, self._button("next")),
                        margin=(2 * GRID, GRID // 2, 2 * GRID, GRID // 2), spacing=2 * GRID,
                        across=True)  # fmt: skip
        turning.insertStretch(0, 1)
        turning.addStretch(1)
        foot = surface()
        foot.setLayout(turning)
        self.told = wrapped()
        self.told.setObjectName("previewTold")
        above = surface()
        stack(above, (self.told,), margin=(2 * GRID, GRID, 2 * GRID, GRID))
        self._above = (above, hairline())
        stack(self, (self.head, *self._above, (self.area, 1), hairline(), foot))
        self._tell(())

    def _button(self, name: str, role: str = "") -> CommandButton:
        made = command_button(self.commands[name], f"preview{name.title()}", role)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard to the page
        return made

    def lines_above(self) -> Sequence[str]:
        """Return what is said above the pages besides what they cannot show."""
        return ()

    def _tell(self, lines: Sequence[str]) -> None:
        """Say something above the pages; nothing takes no room."""
        self.told.setText(breakable("\n".join(lines)))
        for each in self._above:
            each.setVisible(bool(lines))

    def _make_commands(self) -> CommandTable:
        table = CommandTable(self)
        table.changed.connect(self.keys_changed)
        self.add_first(table)

        def add(name: str, words: str, keys: str | tuple[str, ...], do: Do,
                why_not: WhyNot = self._why_not, *, repeats: bool = False) -> None:  # fmt: skip
            table.add(name, words, keys, do, short=words, repeats=repeats, why_not=why_not)

        add("print", tr("Print…"), "Ctrl+P", self.print_out)
        add("save", tr("Save as PDF…"), "Ctrl+S", self.save)
        add("before", tr("Page before"), "Ctrl+PgUp", lambda: self.turn_to(self._number - 1),
            self._why_not_before, repeats=True)  # fmt: skip
        add("next", tr("Next page"), "Ctrl+PgDown", lambda: self.turn_to(self._number + 1),
            self._why_not_next, repeats=True)  # fmt: skip
        add("back", tr("Read back"), "PgUp", lambda: self._read(-1), self._why_not_back,
            repeats=True)  # fmt: skip
        add("on", tr("Read on"), "PgDown", lambda: self._read(1), self._why_not_on,
            repeats=True)  # fmt: skip
        add("whole", tr("Whole page"), "0", self.fit_page)
        add("larger", tr("Larger"), LARGER, lambda: self._enlarge(_STEP))
        add("smaller", tr("Smaller"), SMALLER, lambda: self._enlarge(1 / _STEP))
        table.add("first", tr("First page"), "Home", lambda: self.turn_to(0))
        table.add("last", tr("Last page"), "End", lambda: self.turn_to(self.count - 1))
        words = tr("Back")
        table.add("leave", words, LEAVE, self.leave, short=words)
        return table

    def add_first(self, table: CommandTable) -> None:
        """Add what a paper can do besides, before everything else in the line of keys."""

    # What the window asks

    def enter(self) -> None:
        self.area.setFocus()

    def open(self, path: Path, keeps: object = None) -> None:
        """Show the first page of a workbook, which is there as long as `keeps` is kept."""
        self._let_go()
        self._keeps = keeps
        self._path, self._pages, self._number, self._zoom = path, None, 0, 1.0
        self.shown.show_image(QImage())
        self.at.clear()
        self._tell(self.lines_above())
        self.head.set_texts(path.stem, tr("Reading “{name}” …", name=path.name))
        self.commands.look_again()
        self._pictures.open(path, self._on_opened)

    def leave(self) -> None:
        """Let go of the paper, and go back."""
        self._pages = None
        self._let_go()
        self.shown.show_image(QImage())
        self.left.emit()

    def _let_go(self) -> None:
        """Let go of what was shown; of its folder unless it is still printed or saved from."""
        keeps, self._keeps = self._keeps, None

        def drop() -> None:
            if isinstance(keeps, FolderAside) and self._session.runner.is_free:
                keeps.drop()

        self._pictures.close(drop)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self._pages.count if self._pages else 0

    @property
    def number(self) -> int:
        """Which page is shown, from 0."""
        return self._number

    # What happens

    def turn_to(self, number: int) -> None:
        """Show a page, from 0, from its top."""
        if self.count:
            self._number = max(0, min(number, self.count - 1))
            self.area.verticalScrollBar().setValue(0)
            self._draw()

    def print_out(self) -> None:
        """Ask for a printer, and print."""
        if has_printer():
            if self._pages is not None:
                print_paper(self._session, self, self._path, self._pages, self._keeps)
        else:
            self._session.hinted.emit(
                tr("This computer has no printer. Save the paper as PDF and print it elsewhere.")
            )

    def save(self) -> None:
        """Ask where to, and write the pages as PDF."""
        if not self._session.runner.require_free():
            return
        book, keeps, title = self._path, self._keeps, tr("Save as PDF")
        path = pdf_to_write(self._session, self, Purpose.REPORTS, title, f"{book.stem}.pdf")
        if path is not None:
            target, draw = path, partial(pdf_of_workbook, book)
            is_long = self.count > _MOST_BESIDE

            def work(hear: Hear, _: object = keeps) -> int:
                return make_apart(draw, target, hear) if is_long else draw(target, hear)

            write_file(
                self._session,
                path,
                work,
                said=lambda path: tr("Saved: {name}", name=path.name),
            )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self._pages:
            self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._pages:
            self._draw()

    def _read(self, by: int) -> None:
        """Scroll a screen where the page goes on below or above it, else turn it."""
        bar = self.area.verticalScrollBar()
        end = bar.maximum() if by > 0 else bar.minimum()
        if bar.value() != end:
            bar.setValue(bar.value() + by * (bar.pageStep() - 4 * GRID))
        else:
            self.turn_to(self._number + by)

    def fit_page(self) -> None:
        """Show the whole page at once, or again as wide as there is room."""
        if self._pages is None or not self.count:
            return
        width, height = self._pages.size(self._number)
        high = max(self.area.viewport().height() - 4 * GRID, 1)
        whole = high / height * width / self._room()
        self._zoom = 1.0 if self._zoom == whole else min(whole, 1.0)
        self._draw()

    def _room(self) -> float:
        """Return the pixels that a page is wide as it is first shown."""
        bar = self.area.verticalScrollBar().sizeHint().width()
        return float(max(self.area.width() - bar - 4 * GRID, _FEWEST_PIXELS))

    def _enlarge(self, by: float) -> None:
        self._zoom = max(_LEAST, min(self._zoom * by, _MOST))
        self._draw()

    def _tell_percent(self, percent: int) -> None:
        leave = press(LEAVE, tr("Back"))
        said = tr(
            "Laying out the pages: {percent} %. {leave} stops it.", percent=percent, leave=leave
        )
        self.head.set_texts(self._path.stem, said)

    def _on_opened(self, pages: AnyPages) -> None:
        self._pages = pages
        blank = blank_formulas_sentence(pages.blank)
        self._tell([*self.lines_above(), *([blank] if blank else [])])
        if not pages.count:
            self.head.set_texts(pages.title, tr("There is nothing to print in it."))
            self.commands.look_again()
            return
        self._draw()

    def _draw(self) -> None:
        if self._pages is None or not self.count:
            return
        width, _ = self._pages.size(self._number)
        scale = self._room() * self._zoom / width
        self._pictures.draw(self._number, scale, self.devicePixelRatioF(), self._show)
        at = tr("Page {number} of {count}", number=self._number + 1, count=self.count)
        self.head.set_texts(self._pages.title, self._path.name)
        self.at.setText(at)
        last = tr("Page {number} of {count}", number=self.count, count=self.count)
        room = self.at.fontMetrics().horizontalAdvance(last) + GRID
        self.at.setMinimumWidth(room)  # the buttons beside it stand still while pages are turned
        self.commands.look_again()

    def _show(self, image: QImage, text: str) -> None:
        at = tr("Page {number} of {count}", number=self._number + 1, count=self.count)
        if self.area.accessibleName() != at:
            announce(self, at)
        self.area.setAccessibleName(at)
        self.area.setAccessibleDescription(text)
        self.shown.show_image(image)

    def _refuse(self, error: InspectorError) -> None:
        self.head.set_texts(self._path.stem, tr("It cannot be shown."))
        self._session.refused.emit(error)

    def _why_not(self) -> str:
        return "" if self.count else tr("There is nothing to print in it.")

    def _why_not_next(self) -> str:
        return tr("This is the last page.") if self._number >= self.count - 1 else ""

    def _why_not_before(self) -> str:
        return tr("This is the first page.") if self._number == 0 else ""

    def _why_not_on(self) -> str:
        bar = self.area.verticalScrollBar()
        return self._why_not_next() if bar.value() == bar.maximum() else ""

    def _why_not_back(self) -> str:
        bar = self.area.verticalScrollBar()
        return self._why_not_before() if bar.value() == bar.minimum() else ""
