"""The frame: the rail, the page in front, what went wrong or well, the line of keys."""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING
from weakref import WeakSet

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QKeySequence, QScreen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QMainWindow,
    QWidget,
)

from inspector.domain.errors import (
    DamagedDatabaseError,
    InspectorError,
    NotTakenInError,
    UnsavedError,
)
from inspector.gui.commands.command import Command
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.held_keys import HeldKeys
from inspector.gui.commands.key_line import KeyLine
from inspector.gui.commands.shared_keys import page_key
from inspector.gui.frame.job_line import JobLine
from inspector.gui.frame.page_frame import Page
from inspector.gui.frame.page_room import PageRoom
from inspector.gui.frame.page_scrolling import PageScrolling
from inspector.gui.frame.rail import Rail, RailPage
from inspector.gui.frame.unsaved_notice import UnsavedNotice
from inspector.gui.frame.window_place import WindowPlace
from inspector.gui.jobs.in_turns import InTurns, Turns
from inspector.gui.jobs.joining import join
from inspector.gui.jobs.loading import load
from inspector.gui.session import Session
from inspector.gui.widgets.banner import Banner
from inspector.gui.widgets.stacked import stack
from inspector.storage.files.folder_lock import FolderLock
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.gui.frame.attendant import Attendant
    from inspector.gui.frame.damage_notice import DamageNotice
    from inspector.gui.frame.ending import Ending
    from inspector.gui.frame.missing_line import MissingLine
    from inspector.gui.frame.way_back import WayBack

LEAST_SIZE = QSize(911, 440)
"""What is left of a laptop's screen at 150 %, under a title bar and above a task bar."""
ATTEND_AFTER = 500
"""Milliseconds: the first keys come before anything that can wait."""


class MainWindow(QMainWindow):
    """The window. `places` are in the order of the rail.

    A page is built when it first comes to the front: the first one does not wait for the others.
    """

    def __init__(self, session: Session, places: Sequence[RailPage]) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle(tr("Service window inspection"))
        self._session = session
        self._before_presenting: tuple[QByteArray, QScreen] | None = None  # where the window was
        self._missing: MissingLine | None = None  # made with the first that was not kept
        self._way_back: WayBack | None = None  # from what is at the foot of the rail
        self._looked_up_from: Page | None = None  # which has no place there, and is gone back to
        self._ways_out: list[tuple[Page, WayBack]] = []  # from what was gone into, page by page
        self._refused = False  # the banner says that something was refused
        self._heard: WeakSet[CommandTable] = WeakSet()  # those that say here why they cannot
        self._places = tuple(places)
        self._pages: dict[str, Page] = {}  # those that were built, by the names of their places
        # From the outside in: each time a page gets another parent it is dressed anew.
        self._centre = QWidget(self)
        self.setCentralWidget(self._centre)
        rail = [(place.name, place.name, place.title) for place in self._places]
        foot = rail.pop() if self._places[-1].at_foot else None
        self.rail = Rail(rail, self._centre, foot)
        room = PageRoom(self._centre)
        self.stack = room.pages
        self.coming = InTurns(self.stack)  # does what is to be done before a page is there
        self._scrolling = PageScrolling(room, self._front)
        self.banner = Banner(self._centre)
        self.key_line = KeyLine(session.workspace.folder, self._centre)
        self.commands = self._make_commands()
        HeldKeys.watch(self)
        self._unsaved = UnsavedNotice(self, session, self.banner, self.key_line, self.commands)
        job_line = JobLine(session, self.banner, self.commands, self._centre)
        parts = ((room, 1), job_line, self.banner, self.key_line)
        column = self._column = stack(None, parts)
        stack(self._centre, (self.rail, (column, 1)), across=True)
        self.rail.chosen.connect(self._come_to)
        session.refused.connect(self._refuse)
        session.told.connect(self._tell)
        session.told_offering.connect(self._tell_offering)
        session.hinted.connect(self._hint)
        session.warned.connect(self._warn)
        session.taken.connect(self._on_taken)
        session.saved.connect(lambda: self.key_line.show_saved(datetime.now()))
        self.banner.preview_wanted.connect(lambda path: session.preview_wanted.emit(path, None))
        self.banner.left.connect(lambda: self.page.enter())
        session.missing.changed.connect(self._show_missing)
        session.ended.connect(self.end)
        self.ending: Ending = None
        """What is to happen when the window has closed."""
        self._attendant: Attendant | None = None
        self._lock: FolderLock | None = None
        self._damage: DamageNotice | None = None
        self._place = WindowPlace(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)
        self.rail.check(0)
        self._bring_forward(0)

    def attend(self, lock: FolderLock, take: Callable[..., object]) -> None:
        """Keep backups and `take` the files of other starts, once the first page takes keys."""
        self._lock = lock
        if self._damage is not None:  # met while the first page was made
            lock.distrust()

        def begin() -> None:
            if not self.isVisible():  # closed already: nothing may be begun that nobody ends
                return
            from inspector.gui.frame.attendant import Attendant

            self._attendant = Attendant(self, self.key_line, self._session, lock, take)

        def load_first() -> None:
            code = load("inspector.gui.frame.attendant")
            Turns(self).do(code, lambda: self._session.once_kept(begin))

        QTimer.singleShot(ATTEND_AFTER, self, load_first)

    def add_line(self, line: QWidget) -> None:
        """Put a line to write in above what is said."""
        self._column.insertWidget(self._column.indexOf(self.banner), line)

    def _show_missing(self) -> None:
        if self._missing is None:
            from inspector.gui.frame.missing_line import MissingLine

            self._missing = MissingLine(self._session.missing, self._centre)
            self.add_line(self._missing)

    @property
    def session(self) -> Session:
        """The data folder that is open in it."""
        return self._session

    @property
    def visit(self) -> str:
        """The visit that is being scored, or ''."""
        return next((page.visit for page in self.built() if page.visit), "")

    def go_to(self, visit: str) -> None:
        """Go on with a visit, as before a restart."""
        for page in self.built():
            page.go_to(visit)

    def refuse(self, error: InspectorError) -> None:
        """Say what was refused, or could not be read."""
        self._refuse(error)
        self._unsaved.show()  # which is the same trouble

    def tell_at_start(self, said: str | InspectorError) -> None:
        """Say what happened before the window opened."""
        if isinstance(said, InspectorError):
            self.banner.refuse(said)
        else:
            self.banner.tell(said)

    def end(self, ending: "Ending") -> None:
        """Close the window; `ending` is what comes after."""
        self.ending = ending
        self.close()

    def leave(self) -> None:
        """Close and ask nothing: nobody is there, and what is not saved lies in its copy."""
        self.ending = None
        self._unsaved.leave()
        self.close()

    @property
    def page(self) -> Page:
        """The page in front."""
        page = self.stack.currentWidget()
        assert isinstance(page, Page)
        return page

    def show_page(self, name: str) -> Page:
        """Bring the page at the place of this name to the front, and return it."""
        self.rail.choose(self._places.index(self._place_of(name)))
        self.coming.finish()
        return self.page

    def page_of(self, name: str) -> Page:
        """Return the page at the place of this name; what is in front stays."""
        return self._page_at(self._place_of(name))

    def pieces_of(self, name: str) -> Iterator[None]:
        """Do what is to be done before the page at a place is seen, a piece each time."""
        place = self._place_of(name)
        return place.pieces(partial(self._begun, place))

    def _place_of(self, name: str) -> RailPage:
        return next(place for place in self._places if place.name == name)

    def look_up(self) -> None:
        """Bring what is at the foot of the rail to the front, or go back from there."""
        if self._pages.get(self._places[-1].name) is self.stack.currentWidget():
            self.go_back()
        else:
            self.rail.choose(len(self._places) - 1)

    def go_back(self) -> None:
        """Go back from what is at the foot of the rail to where one was."""
        way = self._way_back
        if way is None:
            self.rail.choose(0)
            return
        self.rail.check(way.index)
        if (gone_into := self._looked_up_from) is not None:
            self._looked_up_from = None
            self._show_again(gone_into, way)
            return
        self._bring_forward(way.index, way)
        self.present(way.presented)

    def go_into(self, page: Page) -> None:
        """Bring a page to the front that has no place on the rail."""
        from inspector.gui.frame.way_back import WayBack, ways_out

        self.coming.finish()
        page.be_whole()
        before = self.page
        if before is not page:
            way = WayBack.to(self._index_of(before), self.is_presenting)
            gone_through = [] if before in self._pages.values() else self._ways_out
            self._ways_out = ways_out(gone_through, page, (before, way))
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
            page.keys_changed.connect(self._show_keys)
        self.present(False)
        self.stack.setCurrentWidget(page)
        self._on_turned()
        page.enter()
        self._show_keys()

    def come_out(self) -> None:
        """Go back from a page that was gone into to where one was."""
        if not self._ways_out:
            return
        before, way = self._ways_out.pop()
        self.rail.check(way.index)
        if before in self._pages.values():
            self._bring_forward(way.index, way)
            self.present(way.presented)
        else:
            self._show_again(before, way)

    def _show_again(self, page: Page, way: "WayBack | None") -> None:
        """Bring a page to the front; on the way back, with the keyboard where it was."""
        self.stack.setCurrentWidget(page)
        self._on_turned()
        if way is None or not way.give_keyboard(page):
            page.enter()
        self._show_keys()

    def built(self) -> Iterable[Page]:
        """Return the pages that one has been to."""
        return [page for page in self._pages.values() if page.is_whole]

    def _page_at(self, place: RailPage) -> Page:
        page = self._begun(place)
        page.be_whole()
        return page

    def _begun(self, place: RailPage) -> Page:
        """Return a page, of which not all may be built."""
        page = self._pages.get(place.name)
        if page is None:
            self.stack.hold()
            page = self._pages[place.name] = place.make(self.stack)
            self.stack.addWidget(page)
            page.keys_changed.connect(self._show_keys)
            page.turned.connect(self._on_turned)
            page.row_changed.connect(self._on_row_changed)
            page.full_screen_wanted.connect(self.present)
        return page

    @property
    def is_presenting(self) -> bool:
        """The page in front has the whole screen."""
        return self._before_presenting is not None

    def present(self, full: bool) -> None:
        """Give the page in front the whole screen that the window is on, or end that."""
        if full == self.is_presenting:
            return
        for each in (self.rail, self.key_line):
            each.setVisible(not full)
        if full:
            geometry = self.saveGeometry()
            self._before_presenting = (geometry, self.screen())
            self._place.hold(geometry)
            self.showFullScreen()
        elif self._before_presenting is not None:
            geometry, screen = self._before_presenting
            self.showNormal()
            if screen in QGuiApplication.screens():  # it may have been unplugged
                self.setScreen(screen)
            self.restoreGeometry(geometry)
            self._before_presenting = None
            QTimer.singleShot(0, self, lambda: self._place.hold(None))  # once it is there again
        self.page.set_full_screen(self.commands if full else None)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._unsaved.may_close():
            ending, self.ending = self.ending, None
            self._unsaved.ask_to_leave(lambda: self.end(ending))
            event.ignore()
            return
        self.coming.drop()
        self.present(False)
        self._place.keep()
        self._session.closing.emit()
        join(self)
        super().closeEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays with what is in front; the rail has its keys."""
        from inspector.gui.frame.tab_round import go_round

        return go_round(self._centre, forward, (self.rail, self.key_line))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nothing in front has a use for stops what is under way."""
        if event.key() == Qt.Key.Key_Escape and not self._session.runner.is_free:
            self._session.runner.stop()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._session.hinted.emit(self._why_nothing_is_pasted())
        else:
            super().keyPressEvent(event)

    def _why_nothing_is_pasted(self) -> str:
        """Return what to say of what no field and no view took."""
        pasted = QGuiApplication.clipboard().mimeData()
        if pasted.hasText() and not pasted.hasUrls():
            return tr("Nothing takes the text here: choose the field it belongs into first.")
        return tr(
            "Only text goes into this field. A picture is pasted on an item of a visit, or"
            " where a finding is reported done or rechecked."
        )

    def _make_commands(self) -> CommandTable:
        """Return what can be done from every page; some is added when there is reason for it."""
        table = CommandTable(self, of_window=True)
        keys = [page_key(at) for at, place in enumerate(self._places) if not place.at_foot]
        words = tr("Switch to another page")
        table.add(
            "page", words, keys, self.rail.choose, numbered=True, choices=self._pages_out_of_sight
        )
        recent = self._session.papers_wanted.emit
        table.add("recent-papers", tr("Recent exports"), "Ctrl+Shift+O", recent)
        every = tr("All keys")
        handbook = table.add("handbook", tr("Help"), "F1", self.look_up)
        if self._places[-1].at_foot:
            self.rail.tell_at_foot(f"{handbook.text()}  {handbook.key}")
        table.add("keys", every, ("?", "Shift+F1"), self._show_key_sheet, short=every)
        return table

    def _pages_out_of_sight(self) -> list[str]:
        """Return the titles of the pages where the rail does not show them."""
        return [e.title for e in self._places if not e.at_foot] if self.is_presenting else []

    def _on_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        """Where one writes, ? is text: what opens all keys there is told instead."""
        if now is not None and self.isAncestorOf(now):
            writes = now.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
            is_list = isinstance(now, QAbstractItemView)  # which searches for what is typed
            self.commands["keys"].tell_from(int(writes and not is_list))
            self._scrolling.follow()

    def _on_turned(self) -> None:
        self.banner.hide()
        self._unsaved.show()

    def _on_row_changed(self) -> None:
        if self.banner.is_hint:
            self._on_turned()

    def _come_to(self, index: int) -> None:
        """Bring a page to the front once it is there."""
        pieces = self.pieces_of(self._places[index].name)
        self.coming.do(pieces, partial(self._bring_forward, index))

    def _bring_forward(self, index: int, way: "WayBack | None" = None) -> None:
        """Bring a page to the front; on the way back, with the keyboard where it was."""
        before, place = self.stack.currentWidget(), self._places[index]
        page = self._page_at(place)
        if place.at_foot and isinstance(before, Page) and before is not page:
            from inspector.gui.frame.way_back import WayBack

            self._way_back = WayBack.to(self._index_of(before), self.is_presenting)
            self._looked_up_from = None if before in self._pages.values() else before
            page.come_from(before)
        if way is None and before is not page:
            page.begin_anew()
        self.present(False)
        self._show_again(page, way)

    def _index_of(self, page: Page) -> int:
        if page not in self._pages.values() and self._ways_out:
            return self._ways_out[-1][1].index  # where one had come from
        pages = [self._pages.get(place.name) for place in self._places]
        return pages.index(page)

    def _show_keys(self) -> None:
        tables = (*self.page.tables(), self.commands)
        for table in tables:
            if table not in self._heard:
                self._heard.add(table)
                table.refused.connect(self._hint)
        self.key_line.show_commands(
            [each for table in tables for each in table.line()], self._without_button
        )
        self._scrolling.follow()

    def _front(self) -> tuple[QWidget, QWidget]:
        """Return the page in front, and the part of it whose keys work."""
        parts = [table.parent() for table in self.page.tables()]
        seen = (each for each in parts if isinstance(each, QWidget) and each.isVisible())
        return self.page, next(seen, self.page)

    def _without_button(self) -> Sequence[Command]:
        from inspector.gui.commands.out_of_sight import out_of_sight

        return out_of_sight((*self.page.tables(), self.commands), self)

    def _show_key_sheet(self) -> None:
        from inspector.gui.commands.key_sheet import KeySheet

        tables = (*self.page.tables(), self.commands)
        commands = [each for table in tables for each in table.sheet()]
        KeySheet(commands, self.commands["handbook"], self._centre)

    def _refuse(self, error: InspectorError) -> None:
        if isinstance(error, UnsavedError):
            self._unsaved.refuse(error)
            return
        # A photo that did not get in is not forgotten over the next answer.
        self._refused = not isinstance(error, NotTakenInError)
        if isinstance(error, DamagedDatabaseError) and self._session.is_about_data(error):
            self._meet(error)
        else:
            self.banner.refuse(error)

    def _meet(self, met: DamagedDatabaseError) -> None:
        """Only read from now on, and say so for as long as the window stands."""
        damage = self._session.workspace.database.distrust(met)
        if self._lock is not None:
            self._lock.distrust()
        if self._damage is not None:
            self.banner.refuse(damage)
            return
        logging.getLogger("inspector").error("damaged: %s", damage.reason)
        from inspector.gui.frame.damage_notice import DamageNotice

        self._damage = DamageNotice(self._session, damage, self.commands, self._centre)
        self._damage.ended.connect(self.end)
        self._column.insertWidget(self._column.indexOf(self.banner), self._damage)

    def _tell(self, text: str, path: str) -> None:
        self._refused = False
        self.banner.tell(text, path)

    def _tell_offering(self, text: str, word: str, do: Callable[[], object]) -> None:
        self._refused = False
        self.banner.tell_offering(text, word, do)

    def _hint(self, text: str) -> None:
        self._refused = False
        self.banner.hint(text)

    def _warn(self, text: str) -> None:
        self._refused = False
        self.banner.ask(text)

    def _on_taken(self) -> None:
        # What was wrong has been put right, or what waited is done.
        if self._refused or self.banner.is_hint:
            self._refused = False
            self.banner.hide()
