"""What stands in front on the 检查 page, as the page knows it: the lists, a visit, a result."""

from PySide6.QtCore import Signal

from inspector.gui.frame.page_frame import Page


class Part(Page):
    """One of them, with keys as a page has; it is built when it first comes to the front."""

    left = Signal()
    """Back to the lists."""

    def take_focus(self) -> None:
        """Put the keyboard where work goes on."""


class VisitPart(Part):
    """A visit that is under way."""

    completed = Signal(str)
    """The inspection's id."""

    def close_visit(self) -> None:
        """Let go of the visit; everything of it is on disk."""
