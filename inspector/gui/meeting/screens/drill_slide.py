"""The drill of the day on the projector."""

from inspector.domain.meeting.meeting import Drill
from inspector.gui.meeting.screens.slide_view import SlideView
from inspector.gui.photos.photo_cache import PhotoCache
from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import label, wrapped
from inspector.translation import tr


class DrillSlideView(SlideView):
    """The steps or phrases to practise, and what was written down about it."""

    def __init__(self, cache: PhotoCache) -> None:
        super().__init__(cache, "drillSlide")
        self.title = label("", "title")
        self.title.setObjectName("drillTitle")
        self._steps = wrapped()
        self._steps.setObjectName("drillSteps")
        self.note = wrapped("", "secondary")
        self.note.setObjectName("drillNote")
        self.words.addWidget(self.title)
        self.words.addSpacing(GRID)
        self.words.addWidget(self._steps)
        self.words.addSpacing(GRID)
        self.words.addWidget(self.note)
        self.words.addStretch(1)

    def show_drill(self, drill: Drill, note: str) -> None:
        """Show what to practise."""
        self.title.setText(tr("Drill: {title}", title=drill.title))
        self._steps.setText("\n".join(drill.steps))
        self.note.setText(tr("Meeting: {words}", words=note) if note else "")
        self.note.setVisible(bool(note))
        self.setAccessibleName(self.title.text())
