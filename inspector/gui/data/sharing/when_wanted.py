"""Parts of a page that nobody may ever ask for, made when they are first wanted."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

W = TypeVar("W", bound=QWidget)


class WhenWanted(Generic[W]):
    """Called, it returns the part; `made` and `in_sight` ask without making it."""

    def __init__(self, make: Callable[[], W], hear: Callable[[W], object]) -> None:
        """`hear` is given it once, as soon as it is made."""
        self._make, self._hear = make, hear
        self.made: W | None = None

    def __call__(self) -> W:
        if self.made is None:
            self.made = self._make()
            self._hear(self.made)
        return self.made

    @property
    def in_sight(self) -> W | None:
        """The part where it is not hidden."""
        return None if self.made is None or self.made.isHidden() else self.made
