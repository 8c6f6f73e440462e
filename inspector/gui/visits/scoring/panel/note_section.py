"""In the panel: the note of an answered item."""

from inspector.gui.visits.scoring.panel.panel_section import PanelSection
from inspector.gui.visits.scoring.panel.shown_item import Shown
from inspector.gui.widgets.labels import label
from inspector.gui.widgets.note_edit import NoteEdit
from inspector.translation import tr


class NoteSection(PanelSection):
    """The inspector's own words."""

    def __init__(self) -> None:
        super().__init__()
        self.field = NoteEdit()
        self.field.setObjectName("note")
        self.field.setAccessibleName(tr("Note"))
        self._title = label(tr("Note"), "small")
        self.column.addWidget(self._title)
        self.column.addWidget(self.field)

    def wanted(self, shown: Shown) -> bool:
        return shown.answer is not None

    def fill(self, shown: Shown, other: bool) -> None:
        assert shown.answer is not None
        praise = tr("Highlight: what was done well")
        self._title.setText(praise if shown.praised else tr("Note"))
        self.field.commands = bool(shown.choices)
        self.field.counts = shown.counts
        self.field.show_text(shown.answer.note)
        self.field.setReadOnly(shown.card.left_out)

    def empty(self) -> None:
        self.field.show_text("")
