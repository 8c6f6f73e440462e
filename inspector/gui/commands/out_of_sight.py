"""What can be done and has no button in sight: it stands behind 更多 in the line of keys.

So nothing that works is only a key, however little room there is.
"""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from inspector.gui.commands.command import Command
from inspector.gui.commands.command_button import CommandButton, MenuButton
from inspector.gui.commands.command_table import CommandTable


def out_of_sight(tables: Iterable[CommandTable], inside: QWidget) -> list[Command]:
    """Return what the tables can do now that no button or menu of a widget does.

    What has a place in the line of keys, and found no room there, comes first.
    """
    seen = {each.command for each in inside.findChildren(CommandButton) if _is_seen(each)}
    for menu in filter(_is_seen, inside.findChildren(MenuButton)):
        seen.update(menu.commands)
    found = [each for table in tables for each in table if each.is_in_menus and each not in seen]
    return sorted(found, key=lambda each: not each.is_in_line)


def _is_seen(widget: QWidget) -> bool:
    return widget.isVisible() and not widget.visibleRegion().isEmpty()
