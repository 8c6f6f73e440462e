"""The form of the head of a pack: name, version, weights, rules, grades, window kinds."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from inspector.domain.checklist.head_fields import head_fields
from inspector.domain.checklist.schema_fields import Key
from inspector.gui.data.checklists.editing.field_form import FieldForm
from inspector.gui.widgets.labels import wrapped
from inspector.translation import tr
from inspector.workspace.packs.edit_words import head_wrong_text, is_missing
from inspector.workspace.packs.head_edit import TITLE, HeadEdit, HeadProblem

_WIDE: Sequence[Key] = (("summary",),)
_HALF: Sequence[Key] = (("policy", "veto"),)  # its words are long


class HeadForm(FieldForm):
    """Its fields are those of the schema of packs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        said = wrapped(
            tr("Left as it is, the version is counted on when the checklist is saved."), "secondary"
        )
        title = tr("Name, weights and rules of the checklist")
        super().__init__(
            "headForm", title, "head", head_fields(), said, wide=_WIDE, half=_HALF, parent=parent
        )

    def show_head(self, head: HeadEdit, is_new: bool) -> None:
        """Show what is typed of a head; of a new pack nothing is marked."""
        self.show_texts(list(head.fields), head.typed, None if is_new else head.was)

    def show_faults(self, wrong: Sequence[HeadProblem]) -> None:
        """Say beside each field what is wrong with it."""
        first: Mapping[Key, HeadProblem] = {each.key: each for each in reversed(wrong)}
        for key, field in self.fields.items():
            each = first.get(key)
            said = head_wrong_text(each) if each else ""
            field.show_fault(said, each is not None and is_missing(each.problem))

    def go_to(self, key: Key = TITLE, row: int = 0) -> None:
        super().go_to(key, row)
