"""The line under the head of a page that says what went wrong or well, without a dialog."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QVBoxLayout,
    QWidget,
)

from inspector.domain.errors import InspectorError
from inspector.gui.announcing import announce
from inspector.gui.jobs.late_painting import paint_later
from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import breakable, button, label, plain_tip, set_role, wrapped
from inspector.gui.widgets.scrolling import bring_into_sight
from inspector.gui.widgets.stacked import stack
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.gui.widgets.lists.problem_list import ProblemList

LONGEST_SENTENCE = 210
"""Characters."""

TALLEST_LIST = 180
"""Pixels of the list below the sentence before it scrolls."""


class Banner(QFrame):
    """One sentence, at most one action, and a list of problems where there are any."""

    acted = Signal()
    """The action of the sentence in front was chosen."""

    preview_wanted = Signal(object)
    """What is told of, the Path of a workbook or a folder of some, is to be seen as printed."""

    left = Signal()
    """It had the keyboard and is gone."""

    says = Signal(bool)
    """It says something, or nothing any more."""

    closed = Signal()
    """Somebody has read what it said, and put it away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._said = ""
        self._offered: Callable[[], object] | None = None
        self._is_hint = False
        self._shape = label("", "wrong")
        self._text = wrapped()
        self._text.setObjectName("bannerText")
        self._action = button("", "bannerAction", "quiet", steady=True)
        self._file = button(tr("Open file"), "bannerFile", "quiet", steady=True)
        self._preview = button(tr("Print…"), "bannerPrint", "quiet", steady=True)
        self._close = button(tr("Close"), "bannerClose", "quiet")
        for each in (self._preview, self._file, self._action, self._close):
            each.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard alone
        self._list: ProblemList | None = None
        buttons = (self._preview, self._file, self._action, self._close)
        parts = (self._shape, (self._text, 1), *buttons)
        row = stack(None, parts, spacing=GRID, across=True)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        column.addLayout(row)
        self._path: Path | None = None
        self._file.clicked.connect(self._open_file)
        self._preview.clicked.connect(lambda: self.preview_wanted.emit(self._path))
        self._action.clicked.connect(self._act)
        self._close.clicked.connect(self.hide)
        self._close.clicked.connect(self.closed)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence in front."""
        return self._said

    @property
    def is_hint(self) -> bool:
        """The sentence says why nothing happened, and nothing that has to be read later."""
        return self._is_hint

    def refuse(self, error: InspectorError) -> None:
        """Say what was refused, with every problem of a faulty file."""
        from inspector.workspace.sentences import problem_sentences, sentence

        self._show("✗", "wrong", sentence(error), "", problem_sentences(error))

    def tell(self, text: str, path: str = "") -> None:
        """Say what went well; with `path`, the file and its folder are one click away."""
        self._path = Path(path) if path else None
        self._show("✓", "passed", text, tr("Open folder") if path else "")
        # A bundle is for another laptop: nothing here opens what was just written.
        is_file = bool(path) and os.path.isfile(path) and not path.endswith(".inspx")
        self._file.setVisible(is_file)
        self._preview.setVisible(bool(path) and _is_printed(path))

    def tell_undoable(self, text: str, undo: Callable[[], object]) -> None:
        """Say what went well; a button takes it back."""
        self.tell_offering(text, tr("Undo"), undo)

    def tell_offering(self, text: str, word: str, do: Callable[[], object]) -> None:
        """Say what went well; a button with a word on it does what may come next."""
        self._path = None
        self._show("✓", "passed", text, word)
        self._offered = do

    def hint(self, text: str) -> None:
        """Say why nothing happened; it is neither a success nor a fault."""
        self._path = None
        self._show("·", "secondary", text, "")
        self._is_hint = True

    def ask(
        self, text: str, action: str = "", refusal: str = "", details: Sequence[str] = ()
    ) -> None:
        """Say what waits for an answer; `action` is what the button does, `refusal` says no.

        `details` are listed below the sentence.
        """
        self._path = None
        self._show("!", "caution", text, action, details)
        self._close.setText(refusal or tr("Close"))
        self._close.setAccessibleName(self._close.text())

    def _show(
        self, shape: str, role: str, text: str, action: str, details: Sequence[str] = ()
    ) -> None:
        self._is_hint, self._offered = False, None
        self._shape.setText(shape)
        set_role(self._shape, role)
        self._said = text
        self._text.setText(breakable(_bounded(text)))
        self._text.setToolTip(plain_tip(text) if len(text) > LONGEST_SENTENCE else "")
        self._action.setText(action)
        self._action.setAccessibleName(action)
        self._action.setVisible(bool(action))
        self._close.setText(tr("Close"))
        self._close.setAccessibleName(self._close.text())
        self._file.hide()
        self._preview.hide()
        if details and self._list is None:
            from inspector.gui.widgets.lists.problem_list import ProblemList

            self._list = ProblemList("bannerProblems", tr("Details"), TALLEST_LIST)
            self._column.addWidget(self._list)
            self.setTabOrder(self._close, self._list)
        if self._list is not None:
            self._list.list(details)
        self.show()
        paint_later(self)  # of more lines than before there is no room until it was laid out
        announce(self, text, at_once=role == "wrong")

    def setVisible(self, visible: bool) -> None:
        focused = QApplication.focusWidget()
        had_keyboard = focused is not None and self.isAncestorOf(focused)
        super().setVisible(visible)
        self.says.emit(visible)
        if visible:  # and has been laid out
            QTimer.singleShot(0, self, lambda: bring_into_sight(self))
        if had_keyboard and not visible:
            self.left.emit()

    def _open_file(self) -> None:
        assert self._path is not None
        if not open_outside(self._path):
            self.hint(tr("{name} cannot be opened: it is gone, or nothing here opens it.",
                         name=self._path.name))  # fmt: skip

    def _act(self) -> None:
        if self._offered is not None:
            do, self._offered = self._offered, None
            self.hide()
            do()
        elif self._path is not None:
            open_outside(self._path.parent)
        else:
            self.acted.emit()


def open_outside(path: Path) -> bool:
    """Open a file or folder with the program that the system has for it; False when it cannot."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    return path.exists() and QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _is_printed(path: str) -> bool:
    """Tell whether there is a workbook at a path, or some in the folder there."""
    if os.path.isdir(path):
        return any(name.endswith(".xlsx") for name in os.listdir(path))
    return os.path.isfile(path) and path.lower().endswith(".xlsx")


def _bounded(text: str) -> str:
    """Return a text without its middle when the banner would cover the page with it."""
    if len(text) <= LONGEST_SENTENCE:
        return text
    end = LONGEST_SENTENCE // 3  # the end of a path says more than its middle
    return f"{text[: LONGEST_SENTENCE - end]}…{text[-end:]}"
