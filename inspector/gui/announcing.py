"""What a screen reader says at once, though the keyboard stays where it is."""

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str, *, at_once: bool = False) -> None:
    """Have a text said that has come to the front; `at_once`, into what is being said."""
    from inspector.gui import spoken_event  # slow to load

    if text and spoken_event.is_listened_to():  # on most machines nobody does
        spoken_event.send(widget, text, at_once=at_once)
