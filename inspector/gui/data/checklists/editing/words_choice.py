"""Several of a few words, each to be ticked: how an item is found out (看 听 问 试 查)."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from inspector.domain.checklist.value_kinds import Said
from inspector.gui.widgets.flow_row import FlowRow
from inspector.gui.widgets.stacked import stack
from inspector.translation import tr
from inspector.workspace.packs.typed_fields import AND


class WordsChoice(QWidget):
    """Its text is the codes of what is ticked, in their order."""

    changed = Signal()

    def __init__(self, words: Mapping[Any, Said], name: str) -> None:
        super().__init__()
        self._boxes = {str(word): QCheckBox(tr(said.english)) for word, said in words.items()}
        for code, box in self._boxes.items():
            box.setObjectName(f"{name}-{code}")
            box.toggled.connect(self.changed)
        stack(self, (FlowRow(list(self._boxes.values())),))
        self.setFocusProxy(next(iter(self._boxes.values())))

    def text(self) -> str:
        """Return what is ticked."""
        return AND.join(code for code, box in self._boxes.items() if box.isChecked())

    def show_text(self, text: str) -> None:
        """Tick something else, without saying that it was ticked here."""
        ticked = text.split(AND)
        for code, box in self._boxes.items():
            blocked = QSignalBlocker(box)
            box.setChecked(code in ticked)
            del blocked
