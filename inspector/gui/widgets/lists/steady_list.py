"""A list whose rows keep their height: what changed is painted again, nothing is laid out anew."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QAbstractItemView, QListView


class SteadyList(QListView):
    """For delegates whose size hint depends on the kind of a row only."""

    def dataChanged(
        self,
        topLeft: QModelIndex | QPersistentModelIndex,
        bottomRight: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),
    ) -> None:
        # QListView's own measures every row and paints the whole list, at every key.
        QAbstractItemView.dataChanged(self, topLeft, bottomRight, roles)
