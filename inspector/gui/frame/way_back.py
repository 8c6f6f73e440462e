"""Where one was before one looked something up: the page, the keyboard in it, the screen."""

from dataclasses import dataclass

from PySide6.QtWidgets import QApplication, QWidget


@dataclass(frozen=True, slots=True)
class WayBack:
    """The page of a rail's button, what had the keyboard, whether it had the whole screen."""

    index: int
    focus: QWidget | None
    presented: bool

    @classmethod
    def to(cls, index: int, presented: bool) -> "WayBack":
        """Remember the page in front as it is now."""
        return cls(index, QApplication.focusWidget(), presented)

    def give_keyboard(self, page: QWidget) -> bool:
        """Give the keyboard to what had it, if that is in sight on the page; tell whether it is."""
        from shiboken6 import isValid

        focus = self.focus
        if focus is None or not isValid(focus):
            return False
        if not (page.isAncestorOf(focus) and focus.isVisible()):
            return False
        focus.setFocus()
        return True
