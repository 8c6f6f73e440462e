"""The handbook: contents and a search field on the left, a chapter on the right, the way back."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.frame.page_frame import Page
from inspector.gui.frame.page_head import PageHead
from inspector.gui.handbook.chapter_view import ChapterView
from inspector.gui.handbook.chapters import Section, chapters, found
from inspector.gui.handbook.contents_list import ContentsList
from inspector.gui.handbook.told_keys import Find, named, told
from inspector.gui.measures import sized
from inspector.gui.theme import GRID, lacks_width
from inspector.gui.widgets.labels import label
from inspector.gui.widgets.search_field import SearchField
from inspector.gui.widgets.stacked import stack, surface
from inspector.translation import language, tr

_CONTENTS, _NARROW_CONTENTS = 280, 216
"""Pixels."""


class HandbookPage(Page):
    """Opens at the chapter of the page one comes from; what one read last stays open else."""

    left = Signal()

    about_wanted = Signal()
    """What this program is, is to be told: version, data folder, licences."""

    commands: CommandTable

    def __init__(self, find: Find, parent: QWidget) -> None:
        """`find` tells which command a name in a chapter stands for."""
        super().__init__(parent)
        self._find = find
        self.chapters = chapters(language())
        self._shown = ""  # the name of the chapter on the right
        self._read: Section | None = None  # what of it one is led to
        self._before: Section | None = None  # the same before one searched
        self._searched: list[str] = []
        self.search = SearchField("handbookSearch", tr("Search the handbook"))
        self.contents = ContentsList()
        self.text = ChapterView()
        self._nothing = label(tr("Nothing found. Try a shorter word."), "small")
        self._nothing.setObjectName("nothingFound")
        self._nothing.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        self._nothing.setWordWrap(True)
        self._beside = surface()
        head = PageHead(tr("Handbook"))
        column = stack(self._beside, ())
        field = stack(None, (self.search,), margin=(2 * GRID, 2 * GRID, 2 * GRID, GRID))
        column.addLayout(field)
        column.addWidget(self._nothing)
        column.addWidget(self.contents, 1)
        both = stack(None, (self._beside, (self.text, 1)), spacing=1, across=True)
        stack(self, (head, (both, 1)))
        self.commands = self._make_commands()
        head.lead_back(self.commands["back"])
        head.add(command_button(self.commands["about"], "aboutProgram"))
        self.search.textChanged.connect(self._narrow)
        self.search.left.connect(self.contents.setFocus)
        self.contents.selectionModel().currentChanged.connect(self._turn)
        self.text.anchorClicked.connect(self._follow)
        self._narrow()

    def _make_commands(self) -> CommandTable:
        table, find, back = CommandTable(self), tr("Find"), tr("Back")
        table.add("choose", tr("Choose"), ("Up", "Down"))
        table.add(
            "next-screen", tr("Scroll"), ("PgDown", "Space"), lambda: self._scroll(1),
            short=tr("Scroll"), at=(self.contents, self.text), repeats=True,
        )  # fmt: skip
        table.add(
            "screen-before", tr("Scroll back"), ("PgUp", "Shift+Space"), lambda: self._scroll(-1),
            at=(self.contents, self.text), repeats=True,
        )  # fmt: skip
        table.add("find", find, ("Ctrl+F", "/"), self._begin_search, short=find)
        about = tr("About this program")
        table.add("about", about, "Ctrl+I", self.about_wanted.emit, short=tr("About"))
        table.add("back", back, "Esc", self._go_back, short=back)
        return table

    # What the window asks

    def come_from(self, page: Page) -> None:
        self.search.clear()
        if page.chapter:
            self.open(page.chapter)

    def get_ready(self) -> Iterator[None]:
        """Lay the first chapter out: the fonts and words of one are those of all."""
        for _, name in named(self.chapters[0].text):
            self._find(name)  # which builds the page that it is told of
            yield
        self._open_first()
        yield

    def _open_first(self) -> None:
        if self.contents.current is None:
            self.contents.go_to(0)

    def enter(self) -> None:
        self._open_first()
        self.contents.setFocus()

    @property
    def shown(self) -> str:
        """The name of the chapter that is open."""
        return self._shown

    def open(self, chapter: str, number: int = 0) -> None:
        """Open a chapter, at a section of it."""
        self.search.clear()
        places = [(each.chapter, each.number) for each in self.contents.sections]
        self.contents.go_to(places.index((chapter, number)))
        top = QAbstractItemView.ScrollHint.PositionAtTop  # with its sections below it
        self.contents.scrollTo(self.contents.currentIndex(), top)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = lacks_width(self)
        self._beside.setFixedWidth(sized(_NARROW_CONTENTS if narrow else _CONTENTS))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self._shown:
            self.text.dress()
            self._mark()

    # Reading

    def _narrow(self) -> None:
        """List the sections that say what is searched for; none: show what one read before."""
        words, is_first = self._words, not self._searched
        self._searched = words
        if is_first:
            self._before = self._read
        self.contents.show_sections(found(self.chapters, words))
        self._nothing.setVisible(not self.contents.sections)
        if words and self.contents.sections:
            self.contents.go_to(0)
        elif words and self._before is not None:
            self._show(self._before)
        self._mark()

    @property
    def _words(self) -> list[str]:
        return self.search.text().split()

    def _turn(self) -> None:
        section = self.contents.current
        if section is not None:
            self._show(section)

    def _show(self, section: Section) -> None:
        self._read = section
        if section.chapter != self._shown:
            self._shown = section.chapter
            chapter = next(each for each in self.chapters if each.name == section.chapter)
            self.text.show_chapter(told(chapter.text, self._find))
        self._mark()
        self.text.go_to(section.number)

    def _mark(self) -> None:
        marked = self._read.marked(self._words) if self._read is not None else set()
        self.text.mark(sorted(marked))

    def _follow(self, link: QUrl) -> None:
        """Follow a link to a chapter, `month-end`, or a section of one, `trouble#3`."""
        self.open(link.path(), int(link.fragment() or 0))

    def _begin_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _go_back(self) -> None:
        """Take the search off first: it is what one went into last."""
        if self._words:
            self.search.clear()
            self.contents.setFocus()
        else:
            self.left.emit()

    def _scroll(self, way: int) -> None:
        bar = self.text.verticalScrollBar()
        bar.setValue(bar.value() + way * (bar.pageStep() - 4 * GRID))
