"""The code of the other pages, loaded while nobody presses a key.

The window opens with the code of its first page only. What a key leads to next would wait for
its own, a tenth of a second and more: it is loaded before, in steps that no key notices.
"""

from importlib import import_module

from PySide6.QtCore import QObject, QTimer

AFTER = 300
"""Milliseconds that the first page has for itself."""

PAUSE = 15
"""Milliseconds between two steps, for keys."""

STEPS = (
    "inspector.gui.inspect.answer_panel",
    "inspector.gui.inspect.place",
    "inspector.gui.inspect.photo_desk",
    "inspector.gui.inspect.scoring_page",
    "inspector.workspace.findings",
    "inspector.gui.inspect.new_page",
    "inspector.gui.inspect.result_page",
    "inspector.gui.rectify.filter_bar",
    "inspector.gui.rectify.steps",
    "inspector.workspace.reports",
    "inspector.workspace.returned",
    "inspector.gui.rectify.papers",
    "inspector.gui.rectify.page",
    "inspector.gui.meeting.opening_page",
    "inspector.gui.meeting.presenter",
    "inspector.gui.meeting.page",
    "inspector.workspace.figures",
    "inspector.gui.summary.board",
    "inspector.gui.summary.page",
    "inspector.gui.data.roster_panel",
    "inspector.gui.data.pack_panel",
    "inspector.gui.data.page",
    "inspector.gui.inspect.patrol_page",
    "inspector.gui.inspect.recheck_page",
)
"""Each with what it needs and the ones before did not; what comes first in a day is first."""


class Ahead(QObject):
    """Loads one step after the other; gone with its `parent`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps = iter(STEPS)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._load)
        self._timer.start(AFTER)

    def _load(self) -> None:
        step = next(self._steps, None)
        if step is not None:
            import_module(step)
            self._timer.start(PAUSE)
