"""What a screen reader says at once, though the keyboard stays where it is."""

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str, *, at_once: bool = False) -> None:
    """Have a text said that has come to the front; `at_once`, into what is being said."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # slow to load

    if not text or not QAccessible.isActive():  # nobody listens, as on most machines
        return
    event = QAccessibleAnnouncementEvent(widget, text)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if at_once else politeness.Polite)
    QAccessible.updateAccessibility(event)
