"""What the audience sees on a screen of its own: the screen in front, and never anything else."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QWidget

from inspector.domain.meeting.minutes import Minutes
from inspector.gui.meeting.screens.stage import Stage
from inspector.gui.meeting.screens.stage_look import stage_colours
from inspector.gui.meeting.slide.slide_photos import SlidePhotos
from inspector.gui.photos.photo_cache import PhotoCache
from inspector.gui.photos.photo_pane import PhotoPane
from inspector.gui.session import Session
from inspector.gui.widgets.stacked import stack
from inspector.workspace.meeting.slides import Slide


class AudienceWindow(QWidget):
    """A window without edges, keyboard or mouse. It follows what `leader`, the laptop's, shows."""

    def __init__(self, session: Session, leader: Stage, parent: QWidget) -> None:
        flags = Qt.WindowType
        super().__init__(parent, flags.Window | flags.FramelessWindowHint
                         | flags.WindowDoesNotAcceptFocus)  # fmt: skip
        self.setObjectName("audience")
        self.setWindowTitle(parent.accessibleName())
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.stage = Stage(session, is_alone=False)
        self.stage.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        stack(self, (self.stage,))
        self.stands: QScreen | None = None
        """The screen that it fills: what Qt calls its own is told by the desktop, and late."""

        self._leader = leader
        self.large = _Large(PhotoCache.of(session), "audiencePhotos")
        self.large.setParent(self)
        self.large.hide()
        self.dark = _Dark(self)
        for pane in (leader.view.pane, leader.viewer.beside):
            pane.installEventFilter(self)
        leader.viewer.turned.connect(self._follow_viewer)

    def stand_on(self, screen: QScreen) -> None:
        """Fill a screen."""
        if self.isVisible() and self.stands is screen and self.geometry() == screen.geometry():
            return
        self.stands = screen
        self.hide()  # a window that fills a screen does not move
        self.setWindowState(Qt.WindowState.WindowNoState)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.show()  # showFullScreen would take the keyboard as well

    def show_slide(
        self,
        slide: Slide,
        place: tuple[str, int, int, frozenset[int]],
        minutes: Minutes,
        following: Sequence[Slide],
    ) -> None:
        """Show what is in front; `place` is what the foot says of where that is."""
        self.dark.hide()
        self.stage.show_slide(slide, minutes, following)
        self.stage.foot.show_place(*place)

    def _follow_viewer(self) -> None:
        """Lay the photos over the screen where the laptop does."""
        self.large.setVisible(self._leader.viewer.is_open)
        self._follow(self._leader.viewer.beside, self.large)

    def _follow(self, leader: PhotoPane, pane: PhotoPane) -> None:
        if pane.photos != leader.photos:
            pane.show_photos(leader.photos, self.stage.sizes.least)
        pane.zoom.follow(leader.zoom)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:  # other photos, closer, or moved
            viewer = self._leader.viewer
            if watched is viewer.beside:
                self._follow(viewer.beside, self.large)
            elif watched is self._leader.view.pane and not viewer.is_open:
                self._follow(self._leader.view.pane, self.stage.view.pane)
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for each in (self.large, self.dark):
            each.setGeometry(self.rect())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()


class _Large(SlidePhotos):
    """The photos of a screen over all of it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), stage_colours(self).colour("window"))
        painter.end()
        super().paintEvent(event)


class _Dark(QWidget):
    """The black screen of the audience."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("audienceDark")
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(QRect(self.rect()), Qt.GlobalColor.black)
