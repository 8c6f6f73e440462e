"""What stands in front on the 检查 page, as the page knows it: the lists, a visit, a result."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from inspector.gui.commands.command_table import WRITING, CommandTable
from inspector.gui.frame.page_frame import Page


class Part(Page):
    """One of them, with keys as a page has; it is built when it first comes to the front."""

    left = Signal()
    """Back to the lists."""

    def take_focus(self) -> None:
        """Put the keyboard where work goes on."""


class VisitPart(Part):
    """A visit that is under way: other keys work while one writes in a line of it."""

    commands: CommandTable

    completed = Signal(str)
    """The inspection's id."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[CommandTable, ...] = ()
        self._told: list[CommandTable] = []  # in the line of keys, of those

    def _hear_lines(self, *lines: CommandTable) -> None:
        """Follow the keyboard into the parts that are written in; their commands."""
        self._lines = lines
        for each in lines:
            each.changed.connect(self.keys_changed)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_keyboard)

    @property
    def _written(self) -> list[CommandTable]:
        """What can be done in the line that has the keyboard, if one has."""
        return [each for each in self._lines if each.has_keyboard]

    def _mode(self) -> str:
        """Return the mode of the commands that fits what has the keyboard."""
        return WRITING if self._written else ""

    def _follow_keyboard(self) -> None:
        self.commands.set_mode(self._mode())
        if self._written != self._told:
            self._told = self._written
            self.keys_changed.emit()

    def close_visit(self) -> None:
        """Let go of the visit; everything of it is on disk."""
