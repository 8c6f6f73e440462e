"""In the panel: the photos and files of the item, and one more."""

from PySide6.QtCore import Signal

from inspector.gui.commands.shared_keys import PHOTO, key_name
from inspector.gui.photos.photo_strip import PhotoStrip
from inspector.gui.visits.scoring.panel.panel_section import PanelSection, row
from inspector.gui.visits.scoring.panel.shown_item import Shown
from inspector.gui.widgets.labels import button
from inspector.translation import tr


class PhotoSection(PanelSection):
    """The strip where there is something in it, then a button that says what P does."""

    add_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.strip = PhotoStrip()
        self._add = button("", "addPhoto", "quiet")
        self._add.clicked.connect(self.add_wanted)
        self.column.addWidget(self.strip)
        self.column.addWidget(row(self._add))

    def fill(self, shown: Shown, other: bool) -> None:
        self.strip.show_evidence(shown.evidence)
        words = tr("+ Photo (required here)") if shown.lacks_photo else tr("+ Photo")
        self._add.setText(f"{words}  {key_name(PHOTO)}")
        self._add.setAccessibleName(words)
        self._add.setDisabled(shown.card.left_out)

    def empty(self) -> None:
        self.strip.show_evidence(())
