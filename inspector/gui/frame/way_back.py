"""Where one was before one looked something up: the page, the keyboard in it, the screen."""

from dataclasses import dataclass

from PySide6.QtWidgets import QApplication, QWidget

from inspector.gui.frame.page_frame import Page


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


def ways_out(
    before: list[tuple[Page, WayBack]], page: Page, left: tuple[Page, WayBack]
) -> list[tuple[Page, WayBack]]:
    """Return the ways out once `page` was gone into from the page that is `left`, the last last.

    Who goes round in a circle comes out of each page once.
    """
    gone_through = [each for each, _ in before]
    if page in gone_through:
        return before[: gone_through.index(page)]
    return [*before, left]
