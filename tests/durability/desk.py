"""What the three kinds of work share: the window, the keyboard, chance, the journal."""

from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from inspector.domain.visit.evidence import Evidence
from inspector.domain.visit.inspection import Answer, Inspection
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.visits.visits_page import InspectPage
from tests.durability.journal import Journal
from tests.durability.on_disk import Facts
from tests.offscreen import do_at_once
from tests.photos import jpeg

ENTER, ESC, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab
UP, DOWN, BACKSPACE = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Backspace
PAGE_UP, PAGE_DOWN = Qt.Key.Key_PageUp, Qt.Key.Key_PageDown
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier

Key = str | Qt.Key

_WORDS = ("地面有水渍", "台面凌乱", "已提醒", "茶杯未收", "好", "柜员未抬头", "材料一次说清")


class Desk:
    """The window of one run, and who sits at it."""

    def __init__(self, window: MainWindow, journal: Journal, scratch: Path, seed: int) -> None:
        self.window, self.journal, self._scratch = window, journal, scratch
        self.chance = Random(seed)
        self._seed = seed
        self._said = 0
        self._picture = jpeg()
        self._reading: set[str] = set()
        do_at_once()
        journal.until_kept = self._until_kept

    def _until_kept(self) -> None:
        commit = self.window.session.workspace.database.open_commit
        if commit is not None:
            commit.wait()

    # Keys

    @property
    def focus(self) -> QWidget:
        """What has the keyboard."""
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the focus"
        return widget

    def press(self, key: Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press one key."""
        if isinstance(key, str):
            QTest.keyClicks(self.focus, key, modifier)
        else:
            QTest.keyClick(self.focus, key, modifier)

    def write(self, text: str) -> None:
        """Commit Chinese, as an input method does."""
        commit = QInputMethodEvent()
        commit.setCommitString(text)
        QApplication.sendEvent(self.focus, commit)

    def words(self) -> str:
        """Return something to write."""
        return self.chance.choice(_WORDS)

    def new_words(self) -> str:
        """Return something to write that nobody has written before."""
        self._said += 1
        return f"{self.words()} {self._seed}-{self._said}"

    def among(self, weights: dict[str, int]) -> str:
        """Return one of several, by their weights."""
        return self.chance.choices(list(weights), list(weights.values()))[0]

    # Photos

    def copy_photo(self) -> None:
        """Copy a photo that nobody has taken before, as a file manager does."""
        mark = f"{self._seed}-{self.chance.random()}".encode()
        # A comment behind the head of a JPEG.
        comment = b"\xff\xfe" + (len(mark) + 2).to_bytes(2, "big") + mark
        made = self._picture[:2] + comment + self._picture[2:]
        digest = sha256(made).hexdigest()
        path = self._scratch / f"{digest}.jpg"
        path.write_bytes(made)
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        QApplication.clipboard().setMimeData(data)
        self._reading.add(digest)

    def reading(self, sheet: InspectionSheet | None = None) -> int:
        """Return how many photos were handed over and are not attached to the visit in front."""
        if sheet is not None:
            self._reading -= {each.digest for each in sheet.evidence}
        return len(self._reading)

    # Pages

    @property
    def inspect(self) -> InspectPage:
        """The page 检查."""
        assert isinstance(self.window.page, InspectPage)
        return self.window.page

    def resume(self, wanted: Callable[[Inspection], bool]) -> bool:
        """Open the newest unfinished visit of a kind from the lists; False when there is none."""
        start = self.inspect.start
        assert start.isVisible()
        model, table = start.unfinished_model, start.unfinished
        rows = [model.row_at(row).inspection for row in range(model.rowCount())]
        at = next((row for row, each in enumerate(rows) if wanted(each)), None)
        if at is None:
            return False
        table.setFocus()
        while (now := table.currentIndex().row()) != at:
            self.press(DOWN if now < at else UP)
        self.press(ENTER)
        return True

    @property
    def banner(self) -> str:
        """The sentence under the page."""
        return self.window.banner.text if self.window.banner.isVisible() else ""


def photo_facts(evidence: Sequence[Evidence]) -> Facts:
    """Return what the window shows of photos."""
    return {
        f"photo|{each.id}": [
            each.digest, each.suffix, each.scorecard_id, each.item_id, each.role.value,
            each.annotated,
        ]
        for each in evidence
    }  # fmt: skip


def answer_fact(answer: Answer) -> list[Any]:
    """Return what the window shows of an answer."""
    return [
        answer.verdict.value, answer.count, answer.option, answer.measured, list(answer.samples),
        list(answer.phrases), answer.note, answer.praised, answer.correction,
    ]  # fmt: skip


def changes(before: Facts, after: Facts) -> Facts:
    """Return what has changed between two looks at the window; None: it is gone."""
    return {
        key: after.get(key)
        for key in before.keys() | after.keys()
        if before.get(key) != after.get(key)
    }


class Work:
    """One kind of work: `act` is one key, or the few that belong together."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def begin(self) -> None:
        """Go where this work is done, and write down what the window shows there."""
        raise NotImplementedError

    def act(self) -> None:
        """Do one thing and write down what the window shows of it."""
        raise NotImplementedError

    def end(self) -> None:
        """Leave for another kind of work."""
        raise NotImplementedError

    def chosen(self, acts: dict[Callable[[], None], int]) -> None:
        """Do one of several things, by their weights."""
        self.desk.chance.choices(list(acts), list(acts.values()))[0]()
