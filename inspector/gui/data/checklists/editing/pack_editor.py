"""The editor of a pack: a category's items in a list, the chosen one in a form beside it."""

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import Pack
from inspector.domain.checklist.schema_fields import Key
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.data.checklists.editing.edited_model import EditedModel
from inspector.gui.data.checklists.editing.editor_commands import add_editor_commands
from inspector.gui.data.checklists.editing.item_form import ItemForm
from inspector.gui.editor_draft import DraftKeeper
from inspector.gui.session import Session
from inspector.gui.theme import GRID
from inspector.gui.widgets.ask_line import AskLine
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.flow_row import FlowRow
from inspector.gui.widgets.labels import hairline
from inspector.gui.widgets.lists.table import TableView
from inspector.gui.widgets.stacked import stack, surface
from inspector.gui.widgets.tab_row import TabRow
from inspector.translation import tr
from inspector.workspace.fault_sentences import problem_text
from inspector.workspace.packs.pack_edit import TEXT, EditedItem, PackEdit, Wrong
from inspector.workspace.packs.pack_scoring_words import category_word


class TypedItems(QObject):
    """What is typed into the editor, as a draft is kept of it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.edit: PackEdit | None = None

    def draft_text(self) -> str:
        """Return all that is typed."""
        return self.edit.to_text() if self.edit else ""

    def show_draft(self, text: str) -> None:
        """Let be typed what was."""
        if self.edit:
            self.edit.show_text(text)


class PackEditor(QWidget):
    """Nothing is kept before `proposed`; what is typed is a draft until then."""

    proposed = Signal(Pack)
    """The pack as it was edited, to be shown beside the version in use."""

    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        surface(area=self)
        self._session = session
        self._typed = TypedItems()
        self._draft = DraftKeeper(session, "checklist", {"items": self._typed}, self)
        self._wrong = Wrong()
        self._model = EditedModel(lambda item: item.id in self._wrong.of_items)
        self.items = TableView(self._model, "editedItems", tr("Items"))
        self.items.setSelectionMode(TableView.SelectionMode.SingleSelection)
        self.form = ItemForm()
        self.line = AskLine()
        self.line.setObjectName("editorLine")
        self.tabs = TabRow(
            [(f"edit-{each.value}", category_word(each)) for each in Category], tr("Category")
        )
        self._heading = ElidedLabel("title", Qt.TextElideMode.ElideMiddle)
        self._heading.setObjectName("editorHeading")
        self.commands = CommandTable(self)
        add_editor_commands(self)
        self._build()
        give_context_menu(
            self.items,
            [self.commands[each] for each in ("edit", "new", "up", "down", "off", "copy")],
        )
        self.tabs.chosen.connect(lambda _: self._show_category(0))
        self.items.selectionModel().currentRowChanged.connect(self._show_item)
        self.items.opened.connect(lambda _: self.go_to_form())
        self.form.typed.connect(self._type)
        self.line.left.connect(self.enter)

    def _build(self) -> None:
        made = self.commands
        back = command_button(made["leave"], "leaveEditor", text=f"← {tr('Back')}")
        head = QHBoxLayout()
        head.setContentsMargins(2 * GRID, GRID, 2 * GRID, 0)
        head.setSpacing(GRID)
        head.addWidget(back)
        head.addWidget(self._heading, 1)
        head.addWidget(command_button(made["save"], "saveVersion", "primary"))
        tabs = QHBoxLayout()
        tabs.setContentsMargins(GRID // 2, 0, 2 * GRID, 0)
        tabs.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignLeft)
        buttons = FlowRow(
            [
                command_button(made["new"], "newItem"),
                command_button(made["up"], "moveUp"),
                command_button(made["down"], "moveDown"),
                command_button(made["off"], "itemOff"),
            ]
        )
        foot = QVBoxLayout()
        foot.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        foot.addWidget(buttons)
        left, top = QWidget(), surface()
        stack(left, ((self.items, 1), hairline(), foot))
        stack(top, (head, tabs))
        row = QHBoxLayout()
        row.setSpacing(1)
        row.addWidget(left, 5)
        row.addWidget(self.form, 6)
        stack(self, (top, hairline(), (row, 1), self.line))

    # Beginning and ending

    def open_for(self, pack: Pack, item_id: str = "") -> None:
        """Let a pack be edited, from an item on; a draft that was left of it is there again."""
        self._draft.leave()
        self._typed.edit = edit = PackEdit(pack, self._session.workspace.packs.versions(pack.id))
        self.form.offer_kinds(edit.kinds)
        self._heading.setText(
            tr("Edit “{title}”, version {version}", title=pack.title, version=pack.version)
        )
        self.line.stop()
        was_left = self._draft.begin("", f"{pack.id} {pack.version}")
        item = pack.item_by_id.get(item_id)
        category = item.category if item else Category.ETIQUETTE
        self.tabs.choose(list(Category).index(category))
        ids = [each.id for each in edit.items(category)]
        self._look()
        self._show_category(ids.index(item_id) if item_id in ids else 0)
        if was_left:
            self.line.tell(tr("What was written before is here again."))

    @property
    def is_open(self) -> bool:
        """A pack is being edited."""
        return self._typed.edit is not None

    def enter(self) -> None:
        """Give the keyboard to the list."""
        self.items.setFocus()

    def done(self) -> None:
        """What was typed is kept as a version, or not wanted."""
        self._draft.drop()
        self._typed.edit = None

    def leave(self) -> None:
        """Go back; where something was changed, ask first."""
        edit = self._typed.edit
        if edit is None or not edit.changed:
            self._leave()
            return
        question = tr("Discard what was changed of “{title}”?", title=edit.pack.title)
        self.line.wait(self._leave, question, tr("Discard changes"))
        self.line.take_focus()

    def _leave(self) -> None:
        self.done()
        self.left.emit()

    def why_not_save(self) -> str:
        """Return why there is no version to keep; '' when there is one."""
        changed = self._typed.edit is not None and self._typed.edit.changed
        return "" if changed else tr("Nothing was changed yet.")

    def save(self) -> None:
        """Hand the pack over as it is typed, or go to what is wrong first."""
        assert self._typed.edit is not None
        self._draft.keep()
        pack, wrong = self._typed.edit.read()
        if pack is not None:
            self.line.stop()
            self.proposed.emit(pack)
            return
        for place, category in enumerate(Category):
            for row, item in enumerate(self._typed.edit.items(category)):
                if not item.off and item.id in wrong.of_items:
                    self.tabs.choose(place)
                    self.items.selectRow(row)
                    self.form.go_to(wrong.of_items[item.id][0][0])
                    self.line.ask(
                        tr("This has to be put right first; it is said beside the field.")
                    )
                    return
        self.line.ask(problem_text(wrong.of_pack[0]))

    # The items

    @property
    def _category(self) -> Category:
        return list(Category)[self.tabs.current]

    @property
    def _row(self) -> int:
        return self.items.currentIndex().row()

    @property
    def _item(self) -> EditedItem | None:
        return self._model.row_at(self._row) if 0 <= self._row < self._model.rowCount() else None

    def why_no_item(self) -> str:
        """Return why there is no item to edit; '' when there is one."""
        return "" if self._item else tr("No item is listed.")

    def why_not_up(self) -> str:
        """Return why the item cannot be moved up."""
        return "" if self._row > 0 else tr("It is the first one.")

    def why_not_down(self) -> str:
        """Return why the item cannot be moved down."""
        return "" if 0 <= self._row < self._model.rowCount() - 1 else tr("It is the last one.")

    def add_item(self) -> None:
        """Add an item below the chosen one, to be written."""
        if self._typed.edit:
            self._refill(self._typed.edit.add(self._category, self._row))
            self.form.go_to()

    def move_item(self, by: int) -> None:
        """Move the chosen item up (-1) or down (1)."""
        if self._typed.edit and self._item:
            self._refill(self._typed.edit.move(self._category, self._row, by))

    def turn_off(self) -> None:
        """Let the new version not ask the chosen item, or ask it again."""
        if (item := self._item) is not None:
            item.off = not item.off
            self._on_changed()
            self._show_item(self.items.currentIndex())

    def go_to_form(self) -> None:
        """Write in the form."""
        self.form.go_to()

    def step(self, by: int) -> None:
        """Choose the next item (1) or the one before (-1)."""
        to = self._row + by
        if 0 <= to < self._model.rowCount():
            self.items.selectRow(to)
            self.form.verticalScrollBar().setValue(0)

    def _type(self, key: Key, text: str) -> None:
        item, edit = self._item, self._typed.edit
        if item is not None and edit is not None:
            edit.put(item, key, text)
            self._on_changed()
            if key != TEXT:
                self.form.show_item(item, [key for key, _ in edit.fields(item)])
            self._show_faults(item)

    def _refill(self, row: int) -> None:
        self._on_changed()
        self._show_category(row)

    def _on_changed(self) -> None:
        self._look()
        self._typed.changed.emit()
        self._model.refresh()

    def _look(self) -> None:
        """Find again what is wrong."""
        self._wrong = self._typed.edit.read()[1] if self._typed.edit else Wrong()
        self.commands.look_again()

    def _show_category(self, row: int) -> None:
        if self._typed.edit is None:
            return
        self._model.set_rows(self._typed.edit.items(self._category))
        if self._model.rowCount():
            self.items.selectRow(min(row, self._model.rowCount() - 1))
            self.items.scrollTo(self.items.currentIndex())
        self.form.show_any(self._model.rowCount() > 0)
        self.commands.look_again()

    def _show_item(self, index: QModelIndex) -> None:
        edit, item = self._typed.edit, self._item
        if edit is None or item is None:
            return
        self.form.show_item(item, [key for key, _ in edit.fields(item)])
        self._show_faults(item)
        words = tr("Ask again") if item.off else tr("No longer ask")
        self.commands["off"].set_words(words)
        self.commands.look_again()

    def _show_faults(self, item: EditedItem) -> None:
        self.form.show_faults(item, [] if item.off else self._wrong.of_items.get(item.id, []))
