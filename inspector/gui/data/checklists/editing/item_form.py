"""The form of an item beside the list: the fields that its kind of rule has, and no others."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from inspector.domain.checklist.item_fields import every_field
from inspector.domain.checklist.schema_fields import Key
from inspector.domain.faults import Problem
from inspector.gui.data.checklists.editing.field_form import FieldForm
from inspector.gui.widgets.labels import label
from inspector.translation import tr
from inspector.workspace.packs.edit_words import is_missing, wrong_text
from inspector.workspace.packs.pack_edit import ID, TEXT, EditedItem

_EACH: Key = ("rule", "each")
_REQUIREMENT, _DEADLINE, _BASIS = ("requirement",), ("deadline",), ("basis",)
_HALF: Sequence[Key] = (_REQUIREMENT, _BASIS, ("cells",))


def _arranged(keys: Sequence[Key]) -> list[Key]:
    """Return the fields as they stand in the form: what is short is beside what is short."""
    order = [key for key in keys if key not in (ID, _DEADLINE, _BASIS)]
    if _REQUIREMENT in order:
        at = order.index(_REQUIREMENT)
        order[at : at + 1] = [_DEADLINE, _REQUIREMENT, _BASIS]
    return [key for key in order if key in keys]


class ItemForm(FieldForm):
    """Says above the fields which item it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._kinds: Sequence[str] = ()
        fields = {key: field for key, field in every_field().items() if key != ID}
        number = label("", "secondary")
        number.setObjectName("itemNumber")
        title = tr("The chosen item")
        super().__init__("itemForm", title, "item", fields, number, half=_HALF, parent=parent)
        self._number = number

    def offer_kinds(self, titles: Sequence[str]) -> None:
        """Offer the window kinds of a pack."""
        self._kinds = titles
        for each in self.fields.values():
            each.offer_kinds(titles)

    def show_any(self, any_item: bool) -> None:
        """Show the fields, or nothing where there is no item."""
        self._inside.setVisible(any_item)

    def tell_by_gravity(self, by_gravity: bool) -> None:
        """Say that points each time that are left blank are those of the gravity."""
        editor = self.fields[_EACH].editor
        if isinstance(editor, QLineEdit):
            editor.setPlaceholderText(tr("by gravity") if by_gravity else "")

    def show_item(self, item: EditedItem, keys: Sequence[Key]) -> None:
        """Show what is typed of an item in the fields of these keys."""
        said = []
        if any(each.isdigit() or not each.isascii() for each in item.id):  # else nobody's word
            said.append(tr("Number {number}", number=item.id))
        if item.was is None:
            said.append(tr("New"))
        if item.off:
            said.append(tr("No longer asked in the new version"))
        self._number.setText(" · ".join(said))
        self._number.setVisible(bool(said))
        self.show_texts(_arranged(keys), item.typed, item.was)

    def show_faults(self, item: EditedItem, wrong: Sequence[tuple[Key, Problem]]) -> None:
        """Say beside each field what is wrong with it."""
        first: Mapping[Key, Problem] = dict(reversed(wrong))
        for key in self._shown:
            problem = first.get(key)
            typed = item.typed.get(key, "")
            said = wrong_text(key, problem, typed, self._kinds) if problem else ""
            self.fields[key].show_fault(said, problem is not None and is_missing(problem))

    def go_to(self, key: Key = TEXT, row: int = 0) -> None:
        super().go_to(key, row)
