"""Work at the ledger: notes, corrections, assignments, reports, and what is taken back."""

from PySide6.QtWidgets import QApplication

from inspector.gui.rectify.ledger_page import RectifyPage
from tests.durability.desk import CTRL, DOWN, ENTER, ESC, UP, Work
from tests.durability.on_disk import WORDS, Facts

_STEPS = {"n": ("Note", "noted"), "c": ("Corrected on the spot", "corrected"),
          "d": ("Report done", "reported"), "t": ("Assign", "assigned")}  # fmt: skip
_ACTS = {"n": 12, "c": 2, "d": 4, "t": 6, "move": 8, "undo": 3}


class LedgerClerk(Work):
    """Somebody who looks after findings. What happened is what the window says of it."""

    @property
    def _page(self) -> RectifyPage:
        page = self.desk.window.page
        assert isinstance(page, RectifyPage)
        return page

    def begin(self) -> None:
        self.desk.journal.begins([], self.desk.reading())
        self.desk.press("3", CTRL)
        self._settle()
        self._page.table.setFocus()
        self.desk.journal.shows({}, self.desk.reading())

    def end(self) -> None:
        self.desk.journal.begins([], self.desk.reading())
        self.desk.press("1", CTRL)
        self.desk.journal.shows({}, self.desk.reading())

    def act(self) -> None:
        self._settle()
        act = self.desk.among(_ACTS)
        if act == "move":
            self.desk.journal.begins([], self.desk.reading())
            for _ in range(self.desk.chance.randrange(4)):
                self.desk.press(self.desk.chance.choice([UP, DOWN, DOWN]))
            self.desk.journal.shows({}, self.desk.reading())
        elif act == "undo":
            self._take_back()
        else:
            self._step(act)

    def _step(self, key: str) -> None:
        title, kind = _STEPS[key]
        number = self._number
        self.desk.journal.begins([f"event|{number}|{kind}|"] if number else [], self.desk.reading())
        self.desk.press(key)
        shown: Facts = {}
        if self._form_is_open():
            words = self.desk.new_words()
            self.desk.press("a", CTRL)
            self.desk.write(words)
            self.desk.press(ENTER)
            if not self._form_is_open() and self.desk.banner.startswith(f"{title}: {number}."):
                shown[f"event|{number}|{kind}|{words if kind in WORDS else ''}"] = 1
        self._close()
        self.desk.journal.shows(shown, self.desk.reading())

    def _form_is_open(self) -> bool:
        return self._page.side.form is not None

    @property
    def _number(self) -> str:
        model, current = self._page.model, self._page.table.current_id()
        rows = map(model.row_at, range(model.rowCount()))
        return next((row.number for row in rows if row.id == current), "")

    def _take_back(self) -> None:
        self.desk.journal.begins(["event|"], self.desk.reading())
        self.desk.press("z", CTRL)
        shown: Facts = {}
        if self.desk.banner.startswith("Taken back: "):
            number = self.desk.banner.rstrip(".").rpartition(", ")[2]
            shown[f"event|{number}|reverted|"] = 1
        self._close()
        self.desk.journal.shows(shown, self.desk.reading())

    def _close(self) -> None:
        """Leave a form that was refused, or a question."""
        self._settle()
        for _ in range(4):
            if QApplication.focusWidget() is self._page.table:
                break
            self.desk.press(ESC)
        self._page.table.setFocus()

    def _settle(self) -> None:
        self._page.show_now()
        QApplication.processEvents()
