"""A text sent to a screen reader: PySide makes eight enumerations of it, ahead of the need."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def is_listened_to() -> bool:
    """Tell whether a screen reader runs."""
    return QAccessible.isActive()


def send(widget: QWidget, text: str, *, at_once: bool) -> None:
    """Have a text said that has come to the front; `at_once`, into what is being said."""
    event = QAccessibleAnnouncementEvent(widget, text)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if at_once else politeness.Polite)
    QAccessible.updateAccessibility(event)
