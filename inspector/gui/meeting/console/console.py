"""The console of a meeting: which screen the audience has, and what the laptop shows beside.

Screens come and go while a meeting is held: a cable is put in, or falls out.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QBoxLayout, QWidget

from inspector.domain.meeting.meeting import Meeting
from inspector.domain.meeting.minutes import Minutes
from inspector.gui.meeting.console.audience_window import AudienceWindow
from inspector.gui.meeting.console.console_notes import ConsoleNotes
from inspector.gui.meeting.console.console_side import ConsoleSide
from inspector.gui.meeting.screens.stage import Stage, place_text
from inspector.gui.session import Session
from inspector.translation import tr
from inspector.workspace.meeting.slides import Slide

_NO_LIMIT = 16777215
"""Of the height of a widget, as Qt says it."""


class Console(QObject):
    """Of one presenter. With one screen there is none, and nothing is built for it."""

    turned = Signal()
    """The audience has a screen now, another one, or none."""

    screens_changed = Signal()
    """There are others, or they are called otherwise."""

    said = Signal(str)
    """What became of the screens, for the line below."""

    def __init__(
        self,
        session: Session,
        presenter: QWidget,
        stage: Stage,
        below: QBoxLayout,
        beside: QBoxLayout,
    ) -> None:
        """`below` and `beside` are where notes, and what comes next, stand by the `stage`."""
        super().__init__(presenter)
        self._session, self._presenter = session, presenter
        self._stage, self._below, self._beside = stage, below, beside
        stage.installEventFilter(self)
        self._wanted = False
        self._shown: tuple[Sequence[Slide], int, Minutes, frozenset[int]] | None = None
        self._audience: AudienceWindow | None = None
        self._side: ConsoleSide | None = None
        self._notes: ConsoleNotes | None = None
        self._chosen: QScreen | None = None
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._settled.timeout.connect(self._arrange)
        app.screenAdded.connect(self._on_screens)
        app.screenRemoved.connect(self._on_screens)
        app.primaryScreenChanged.connect(self._on_screens)
        session.closing.connect(self.stop)

    # Which screens there are

    @property
    def is_on(self) -> bool:
        """The audience has a screen of its own."""
        return self._audience is not None and self._audience.isVisible()

    @property
    def can(self) -> bool:
        """There is a second screen."""
        return len(QGuiApplication.screens()) > 1

    @property
    def audience(self) -> AudienceWindow | None:
        """The window of the audience, once there was one."""
        return self._audience

    def screen_words(self) -> list[str]:
        """Return what the screens are called, the laptop's first where the window is on it."""
        return [_words(each, number) for number, each in enumerate(QGuiApplication.screens(), 1)]

    def words(self) -> str:
        """Return which screen the audience has."""
        if (at := self._place) is None:
            return tr("Show on…")
        return tr("Shown on screen {number}", number=at + 1)

    @property
    def _place(self) -> int | None:
        """Where the audience's screen stands among all; None: it has none."""
        screens = QGuiApplication.screens()
        stands = self._audience.stands if self._audience is not None and self.is_on else None
        return screens.index(stands) if stands in screens else None

    # What is asked

    def begin(self) -> None:
        """A meeting is opened: the audience gets the second screen, if there is one."""
        self._wanted, self._chosen = True, None
        self._arrange()

    def stop(self) -> None:
        """The meeting is left: nobody sees anything of it any more."""
        self._wanted, self._shown = False, None
        self._arrange()

    def turn(self) -> None:
        """Take the audience's screen away, or give it back."""
        self._wanted = not self.is_on
        self._arrange()

    def swap(self) -> None:
        """Give the audience the screen after its own; the laptop's window makes room for it."""
        if (at := self._place) is not None:
            self.choose((at + 1) % len(QGuiApplication.screens()))
        else:
            self.turn()

    def choose(self, at: int) -> None:
        """Give the audience the screen at a place of the list."""
        screens = QGuiApplication.screens()
        if at >= len(screens):
            return
        window, self._chosen = self._presenter.window(), screens[at]
        if window.screen() is self._chosen:
            free, others = self._place, [each for each in screens if each is not self._chosen]
            if others:
                _move(window, others[0] if free is None else screens[free])
        self._wanted = True
        self._arrange()

    def darken(self) -> bool:
        """Make the audience's screen black, or show it again; return whether it is black."""
        dark = self._audience.dark if self._audience is not None else None
        if dark is None:
            return False
        dark.setVisible(dark.isHidden())
        dark.raise_()
        return not dark.isHidden()

    # What is shown

    def show_slide(
        self, slides: Sequence[Slide], at: int, minutes: Minutes, done: frozenset[int]
    ) -> None:
        """Show the screen at a place to the audience, and what comes after it on the laptop."""
        is_other = self._shown is None or self._shown[0] is not slides
        self._shown = slides, at, minutes, done
        if self._audience is None or self._side is None or self._notes is None or not self.is_on:
            return
        if is_other:
            self._audience.stage.fit(slides, minutes)
            self._side.next.fit(slides, minutes)
        following = slides[at + 1 : at + 3]
        place = place_text(slides[at]), at, len(slides), done
        self._audience.show_slide(slides[at], place, minutes, following)
        after = place_text(following[0]) if following else ""
        self._side.show_next(following, minutes, after)
        self._notes.show_slide(slides[at], minutes)

    def show_clock(self, meeting: Meeting) -> None:
        """Show the time on both screens."""
        if self._audience is not None and self._side is not None and self.is_on:
            now = self._session.workspace.now()
            self._audience.stage.foot.show_clock(meeting, now)
            self._side.show_clock(meeting, now)

    def scroll_by(self, steps: int) -> None:
        """Move long words of the audience's screen, too."""
        if self._audience is not None:
            self._audience.stage.view.scroll_by(steps)

    # How screens come and go

    @Slot()
    def _on_screens(self) -> None:
        self._settled.start()  # once Qt has moved the windows that lost theirs

    @Slot()
    def _arrange(self) -> None:
        """Give the audience its screen, or none, as the screens are now."""
        was_on, screens = self.is_on, QGuiApplication.screens()
        window = self._presenter.window()
        own = window.screen()
        if not any(each.geometry().intersects(window.geometry()) for each in screens):
            _move(window, own)  # its own screen is gone, and nobody moved it
        free = [each for each in screens if each is not own]
        if self._chosen not in free:
            self._chosen = None
        if not (self._wanted and free):
            if self._audience is not None:
                self._audience.hide()
                self._audience.stage.forget()
        else:
            primary = QGuiApplication.primaryScreen()
            wanted = self._chosen or next((e for e in free if e is not primary), free[0])
            had_keyboard = window.isActiveWindow()
            self._build().stand_on(wanted)
            if had_keyboard:  # not every platform lets a new window go without it
                window.activateWindow()
        for each in (self._side, self._notes):
            if each is not None:
                each.setVisible(self.is_on)
        self._shape_stage()
        self._stage.be_sized_by_itself(self.is_on)
        if self.is_on and self._shown is not None:
            slides, at, minutes, done = self._shown
            self._shown = None
            self.show_slide(slides, at, minutes, done)
            self.show_clock(minutes.meeting)
        if was_on and not self.is_on and self._wanted:
            self.said.emit(tr("The second screen is gone; the meeting goes on here."))
        elif self.is_on and not was_on and self._shown is not None:
            self.said.emit(tr("The audience has a screen of its own; the forms stay here."))
        self.screens_changed.emit()
        self.turned.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._shape_stage()
        return False

    def _shape_stage(self) -> None:
        """Let the laptop's picture of the screen have its shape; notes stand below it."""
        most = _NO_LIMIT
        if self.is_on and self._audience is not None:
            most = self._stage.width() * self._audience.height() // self._audience.width()
        if self._stage.maximumHeight() != most:
            self._stage.setMaximumHeight(most)

    def _build(self) -> AudienceWindow:
        if self._audience is None:
            self._audience = AudienceWindow(self._session, self._stage, self._presenter)
            self._side = ConsoleSide(self._session)
            self._beside.addWidget(self._side, 2)
            self._notes = ConsoleNotes(self._session)
            self._below.addWidget(self._notes, 1)
        return self._audience


def _words(screen: QScreen, number: int) -> str:
    size = screen.size()
    name = " ".join(filter(None, (screen.manufacturer(), screen.model()))) or screen.name()
    return tr(
        "Screen {number}: {name}, {width} × {height}",
        number=number, name=name, width=size.width(), height=size.height(),
    )  # fmt: skip


def _move(window: QWidget, screen: QScreen) -> None:
    """Move a window to another screen, as large as it was where it fits."""
    maximized = window.isMaximized()
    window.showNormal()
    window.setScreen(screen)
    room = screen.availableGeometry()
    window.resize(window.size().boundedTo(room.size()))
    window.move(room.topLeft())
    if maximized:
        window.showMaximized()
