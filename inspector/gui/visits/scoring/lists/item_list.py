"""The list of items: it has the keyboard while an inspector scores."""

from PySide6.QtCore import Signal

from inspector.gui.visits.scoring.lists.item_delegate import ItemDelegate
from inspector.gui.visits.scoring.lists.item_model import ItemModel
from inspector.gui.widgets.lists.command_list import CommandList
from inspector.translation import tr


class ItemList(CommandList):
    """Items under the headings of their categories."""

    tabbed = Signal()
    """Tab, to the fields beside the list; whether there are any, the page knows."""

    def __init__(self, model: ItemModel) -> None:
        super().__init__("items", tr("Items"), model, ItemDelegate())

    def focusNextPrevChild(self, forward: bool) -> bool:
        if forward:
            self.tabbed.emit()
            return True
        return super().focusNextPrevChild(forward)
