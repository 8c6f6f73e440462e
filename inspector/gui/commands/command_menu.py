"""Menus of commands: behind the right button and a long press on a list, and behind 更多.

A menu says the words and the key of each command, and greys what cannot be done now; who wants it
all the same is told why, as by a grey button.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from inspector.gui.commands.command import Command
from inspector.gui.widgets.labels import plain_tip


class _Menu(QMenu):
    """Closes over what is grey as over what is not, and lets its command say why not.

    The arrow keys pass over what is grey; who uses them has the command's own key.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.greyed: dict[QAction, Command] = {}

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        command = self.greyed.get(self.actionAt(event.position().toPoint()))
        if command is None:
            super().mouseReleaseEvent(event)
            return
        self.close()
        command.trigger()


def command_menu(commands: Sequence[Command], parent: QWidget) -> QMenu:
    """Return a menu of the commands that the page has a use for now; it deletes itself."""
    menu = _Menu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setToolTipsVisible(True)
    for each in commands:
        if not each.is_in_menus:
            continue
        if each.choices():
            act = menu.addMenu(choice_menu(each, menu))
            act.setText(each.text())
        else:
            act = menu.addAction(f"{each.text()}\t{each.key}" if each.key else each.text())
            act.triggered.connect(each.trigger)  # of what has choices: is greyed, and says why
        act.setObjectName(each.objectName())
        act.setEnabled(each.isEnabled() and not each.why_not)
        act.setToolTip(plain_tip(each.why_not or each.text()))
        if each.why_not:
            menu.greyed[act] = each
    return menu


def choice_menu(command: Command, parent: QWidget) -> QMenu:
    """Return a menu of what each key of a numbered command does; it deletes itself."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for place, (words, key) in enumerate(command.choices()):
        act = menu.addAction(f"{words}\t{key}")
        act.triggered.connect(lambda _, place=place: command.press_at(place))
    return menu


def give_context_menu(
    at: QWidget, commands: Callable[[], Sequence[Command]] | Sequence[Command]
) -> None:
    """Let the right button, the menu key and a long press open a menu of commands on a widget.

    On a list the row under the mouse is chosen first, unless it is among those that are chosen:
    the menu is about what one sees chosen. Beside the rows there is none.
    """

    def open_menu(where: QPoint) -> None:
        if isinstance(at, QAbstractItemView) and not _choose(at, where):
            return
        menu = command_menu(commands() if callable(commands) else commands, at)
        if menu.isEmpty():
            menu.deleteLater()
            return
        inside = at.viewport() if isinstance(at, QAbstractItemView) else at
        menu.popup(inside.mapToGlobal(where))

    at.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    at.customContextMenuRequested.connect(open_menu)


def _choose(view: QAbstractItemView, where: QPoint) -> bool:
    """Choose the row under a place in a list; tell whether there is one."""
    index = view.indexAt(where)
    if not index.isValid():
        return False
    if not view.selectionModel().isSelected(index):
        flag = QItemSelectionModel.SelectionFlag
        view.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
    view.setFocus(Qt.FocusReason.MouseFocusReason)
    return True
