"""What an amendment can be about: the whole record, or one item of one window; found by pinyin."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from inspector.domain.record.record import Record
from inspector.gui.widgets.lists.text_list import NarrowedList
from inspector.gui.words import scorecard_title, verdict_shape
from inspector.translation import tr

Subject = tuple[str | None, str | None]
"""A scorecard's and an item's id; of the whole record neither."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SubjectList(NarrowedList[Subject]):
    """The list; Enter chooses."""

    chosen = Signal()

    changed = Signal()
    """Another one is current."""

    def __init__(self) -> None:
        super().__init__("amendSubjects", tr("What the amendment is about"))
        self.setUniformItemSizes(True)
        self.doubleClicked.connect(lambda _: self.chosen.emit())
        self.selectionModel().currentChanged.connect(lambda *_: self.changed.emit())

    def show_record(self, record: Record, subject: Subject) -> None:
        """List what a record has, standing on `subject`."""
        sheet = record.sheet
        self.texts.clear()
        self.add(tr("Whole record"), (None, None))
        for card in sheet.inspected:
            for item in sheet.items(card):
                answer = sheet.answers_of(card).get(item.id)
                shape = verdict_shape(answer.verdict if answer else None)
                text = f"{scorecard_title(card)}  {shape}  {item.text}"
                self.add(text, (card.id, item.id))
        self.narrow("")
        self.stand_on(lambda each: each == subject)

    def draft_text(self) -> str:
        """Return what is chosen, as a draft keeps it."""
        return "/".join(each or "" for each in self.subject or ())

    def show_draft(self, text: str) -> None:
        """Stand on what was chosen when a draft was kept."""
        card, _, item = text.partition("/")
        self.stand_on(lambda each: each == (card or None, item or None))

    @property
    def subject(self) -> Subject | None:
        """What is chosen; nothing when nothing is found."""
        return self.value

    @property
    def subject_text(self) -> str:
        """What is chosen, in words."""
        index = self.currentIndex()
        return str(index.data()) if index.isValid() else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.chosen.emit()
        else:
            super().keyPressEvent(event)
