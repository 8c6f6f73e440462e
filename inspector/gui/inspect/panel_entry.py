"""What is typed and clicked beside the list goes into the current item, and what it refuses."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from inspector.domain.points import Hundredths
from inspector.gui.inspect import questions
from inspector.gui.inspect.answer_panel import AnswerPanel, Shown
from inspector.gui.inspect.ask_line import AskLine
from inspector.gui.inspect.entry import Entry
from inspector.gui.inspect.measured_text import measured_value
from inspector.translation import tr


class PanelEntry(QObject):
    """Stands between the panel and the item that is current when something is typed."""

    finished = Signal()
    """The item is done; what was typed is on disk."""

    def __init__(
        self,
        panel: AnswerPanel,
        line: AskLine,
        entry: Callable[[], Entry | None],
        shown: Callable[[], Shown | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._panel, self._line = panel, line
        self._entry, self._shown = entry, shown
        self._settled: tuple[Hundredths, ...] = ()  # samples behind which the next one is typed
        panel.digit.connect(lambda digit: self.act(lambda entry: entry.choose(digit)))
        panel.step.connect(lambda step: self.act(lambda entry: entry.count(step)))
        panel.measured.connect(self._on_measured)
        panel.noted.connect(self._on_noted)
        panel.another.connect(self._on_another)
        panel.finished.connect(self._finish)

    def show_item(self) -> None:
        """Show the current item, keeping what is being typed into it."""
        self._panel.show_item(self._shown())

    def show_other(self) -> None:
        """Show an item that one has just come to."""
        self._settled = ()
        self.show_item()

    def show_afresh(self) -> None:
        """Show the current item as it is on disk, whatever was being typed."""
        self._settled = ()
        self._panel.show_afresh(self._shown())

    def act(self, act: Callable[[Entry], None]) -> None:
        """Do something to the current item."""
        self._line.stop()
        if entry := self._entry():
            act(entry)

    def begin_deduction(self) -> None:
        """Make the current item a deduction, and go on beside the list."""
        if (entry := self._entry()) and entry.deduct():
            self._settled = ()
            self._panel.begin()

    def begin(self) -> None:
        """Go to the fields of an answered item; without an answer there are none."""
        if self._panel.note.isVisible():
            self._panel.begin()
        else:
            self._line.ask(tr("First answer the item: 1, 2 or 3."))

    def _on_measured(self, text: str) -> bool:
        """Keep a measured value; False when it is no number, or could not be kept."""
        self._line.stop()
        if text.strip() and measured_value(text) is None:
            self._line.ask(questions.no_number(text))
            return False
        entry = self._entry()
        kept = entry is None or entry.measure(text, self._settled)
        self._panel.value.setModified(not kept)
        return kept

    def _on_noted(self, text: str) -> bool:
        """Keep a note; False when it could not be kept."""
        self._line.stop()
        entry = self._entry()
        return entry is None or entry.note(text)

    def _on_another(self) -> None:
        """Keep the value in the field as a sample; the next one is typed from an empty field."""
        entry = self._entry()
        answer = entry.answer if entry else None
        if answer is not None and answer.measured is not None:
            self._settled = answer.samples or (answer.measured,)
            self._panel.value.clear()

    def _finish(self) -> None:
        """Enter in the panel: this item is done, unless something is missing."""
        note, value = self._panel.note, self._panel.value
        if not self._on_noted(note.text) or (
            value.isModified() and not self._on_measured(value.text())
        ):
            return  # what is not on disk is not left behind unseen
        if (entry := self._entry()) and entry.lacks_reason:
            self._line.ask(questions.needs_reason())
            return
        self.finished.emit()
