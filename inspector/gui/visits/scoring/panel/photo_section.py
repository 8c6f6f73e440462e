"""In the panel: the photos and files of the item, one more, and that it was put right at once."""

from inspector.gui.photos.photo_strip import PhotoStrip
from inspector.gui.visits.parts.beside_button import BesideButton
from inspector.gui.visits.scoring.panel.panel_section import PanelSection
from inspector.gui.visits.scoring.panel.shown_item import Shown
from inspector.gui.widgets.flow_row import FlowRow
from inspector.translation import tr


class PhotoSection(PanelSection):
    """The strip where there is something in it, then buttons that say what P and C do."""

    def __init__(self) -> None:
        super().__init__()
        self.strip = PhotoStrip()
        self.add, self.correct = BesideButton("addPhoto"), BesideButton("correct")
        self._buttons = FlowRow((self.add, self.correct))
        self.column.addWidget(self.strip)
        self.column.addWidget(self._buttons)

    def fill(self, shown: Shown, other: bool) -> None:
        self.strip.show_evidence(shown.evidence)
        self.add.say(tr("+ Photo (required here)") if shown.lacks_photo else tr("+ Photo"))
        self.add.setDisabled(shown.card.left_out)
        wrong = shown.deducted and not shown.card.left_out
        self.correct.setVisible(wrong and shown.correction is None)
        self._buttons.arrange()

    def empty(self) -> None:
        self.strip.show_evidence(())
