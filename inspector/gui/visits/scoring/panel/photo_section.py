"""In the panel: the photos and files of the item, and one more."""

from inspector.gui.photos.photo_strip import PhotoStrip
from inspector.gui.visits.parts.beside_button import BesideButton
from inspector.gui.visits.scoring.panel.panel_section import PanelSection, row
from inspector.gui.visits.scoring.panel.shown_item import Shown
from inspector.translation import tr


class PhotoSection(PanelSection):
    """The strip where there is something in it, then a button that says what P does."""

    def __init__(self) -> None:
        super().__init__()
        self.strip = PhotoStrip()
        self.add = BesideButton("addPhoto")
        self.column.addWidget(self.strip)
        self.column.addWidget(row(self.add))

    def fill(self, shown: Shown, other: bool) -> None:
        self.strip.show_evidence(shown.evidence)
        self.add.say(tr("+ Photo (required here)") if shown.lacks_photo else tr("+ Photo"))
        self.add.setDisabled(shown.card.left_out)

    def empty(self) -> None:
        self.strip.show_evidence(())
