"""The editor of a pack: its head in a form; a category's items in a list, the chosen one beside."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import Pack
from inspector.domain.checklist.schema_fields import Key
from inspector.gui.commands.command_button import command_button, menu_button
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.data.checklists.editing.edited_model import MARK_COLUMN, EditedModel
from inspector.gui.data.checklists.editing.editor_commands import add_editor_commands
from inspector.gui.data.checklists.editing.head_form import HeadForm
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
from inspector.workspace.packs.edit_history import EditHistory
from inspector.workspace.packs.head_edit import KINDS
from inspector.workspace.packs.pack_edit import TEXT, EditedItem, PackEdit, Wrong
from inspector.workspace.packs.pack_scoring_words import category_word

HEAD = 0
"""The tab of the head; those of the categories follow."""


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

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        surface(area=self)
        self._session = session
        self._typed = TypedItems()
        self._draft = DraftKeeper(session, "checklist", {"items": self._typed}, self)
        self._wrong = Wrong()
        self._is_new = False  # there is no version of it yet
        self._is_head_shown = False  # it is filled in when one comes to it
        self._model = EditedModel(lambda item: item.id in self._wrong.of_items)
        self.items = TableView(self._model, "editedItems", tr("Items"))
        self.items.setSelectionMode(TableView.SelectionMode.SingleSelection)
        # Parents first: with each parent that it is given, Qt dresses all that is in a widget.
        self._front = QStackedWidget(self)
        self._beside = QWidget(self._front)  # a list, and the form
        self.form = ItemForm(self._beside)
        self.head_form = HeadForm(self._front)
        self._history: EditHistory | None = None
        self.line = AskLine()
        self.line.setObjectName("editorLine")
        self.tabs = TabRow(
            [
                ("edit-head", tr("Name and rules")),
                *((f"edit-{each.value}", category_word(each)) for each in Category),
            ],
            tr("Category"),
        )
        self._heading = ElidedLabel("title", Qt.TextElideMode.ElideMiddle)
        self._heading.setObjectName("editorHeading")
        self.commands = CommandTable(self)
        add_editor_commands(self)
        self._sends = [self.commands[f"to-{each.value}"] for each in Category]
        self._build()
        own = [self.commands[each] for each in ("edit", "new", "up", "down", "off", "copy")]
        give_context_menu(self.items, [*own, *self._sends])
        self.tabs.chosen.connect(lambda _: self._show_category(0))
        self.items.selectionModel().currentRowChanged.connect(self._show_item)
        self.items.opened.connect(lambda _: self.go_to_form())
        self.form.typed.connect(self._type)
        self.head_form.typed.connect(self._type_head)
        self.line.left.connect(self.enter)

    def _build(self) -> None:
        made = self.commands
        back = command_button(made["leave"], "leaveEditor", text=f"← {tr('Back')}")
        head = QHBoxLayout()
        head.setContentsMargins(2 * GRID, GRID, 2 * GRID, 0)
        head.setSpacing(GRID)
        head.addWidget(back)
        head.addWidget(self._heading, 1)
        for name in ("undo", "redo"):
            head.addWidget(command_button(made[name], f"{name}Edit", says_key=False))
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
                menu_button(tr("Move to"), "moveTo", self._sends),
            ]
        )
        foot = QVBoxLayout()
        foot.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        foot.addWidget(buttons)
        left, top = QWidget(self._beside), surface(area=QWidget(self))
        stack(left, ((self.items, 1), hairline(), foot))
        stack(top, (head, tabs))
        row = QHBoxLayout(self._beside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        row.addWidget(left, 5)
        row.addWidget(self.form, 6)
        self._front.addWidget(self.head_form)
        self._front.addWidget(self._beside)
        stack(self, (top, hairline(), (self._front, 1), self.line))

    # Beginning and ending

    def get_ready(self) -> Iterator[None]:
        """Make what is left of the fields, one each time; those of the head are wanted later."""
        yield from self.form.pieces
        yield from self.head_form.pieces

    def open_for(self, pack: Pack, item_id: str = "") -> None:
        """Let a pack be edited, from an item on; a draft that was left of it is there again."""
        for _ in self.opening(pack, item_id):
            pass

    def opening(self, pack: Pack, item_id: str = "") -> Iterator[None]:
        """Do the same in pieces; nothing is open before the last one."""
        packs = self._session.workspace.packs
        versions = packs.versions(pack.id)
        titles = [each.title for each in packs.all() if each.id != pack.id]
        yield
        edit = PackEdit(pack, versions, titles, packs.window_kinds())
        yield
        wrong = edit.read()[1]
        yield from self.form.pieces
        if not versions:
            yield from self.head_form.pieces
        self._begin(edit, wrong, item_id, is_new=not versions)

    def _begin(self, edit: PackEdit, wrong: Wrong, item_id: str, *, is_new: bool) -> None:
        self._draft.leave()
        pack, self._typed.edit, self._wrong = edit.pack, edit, wrong
        self._history = EditHistory(edit)
        self._is_new, self._is_head_shown = is_new, False
        said = tr("Edit “{title}”, version {version}", title=pack.title, version=pack.version)
        self._heading.setText(tr("A new checklist") if self._is_new else said)
        keep = tr("Save the checklist…") if self._is_new else tr("Save as a new version…")
        self.commands["save"].set_words(keep)
        self.commands["save"].set_short(keep)
        self.line.stop()
        was_left = self._draft.begin("", f"{pack.id} {pack.version}")
        if was_left:
            self._wrong = edit.read()[1]
        self._model.moved = edit.moved
        self.form.offer_kinds(edit.kinds)
        item = pack.item_by_id.get(item_id)
        category = item.category if item else Category.ETIQUETTE
        before = self.tabs.blockSignals(True)  # it is shown below
        self.tabs.choose(HEAD if self._is_new else 1 + list(Category).index(category))
        self.tabs.blockSignals(before)
        ids = [each.id for each in edit.items(category)]
        self._show_category(ids.index(item_id) if item_id in ids else 0)
        if was_left:
            self.line.tell(tr("What was written before is here again."))

    @property
    def is_open(self) -> bool:
        """A pack is being edited."""
        return self._typed.edit is not None

    def enter(self) -> None:
        """Give the keyboard to the list, or to the head where that is in front."""
        if self.tabs.current == HEAD:
            self.head_form.go_to()
        else:
            self.items.setFocus()

    def done(self) -> None:
        """What was typed is kept as a version, or not wanted."""
        self._draft.drop()
        self._typed.edit = None

    def put_away(self) -> None:
        """Nothing is edited; what was typed before is still a draft."""
        self._draft.leave()
        self._typed.edit = None

    def leave(self) -> None:
        """Go back; where something was changed, ask first."""
        edit = self._typed.edit
        if edit is None or not edit.changed:
            self._leave()
            return
        question = tr("Discard what was changed of “{title}”?", title=edit.pack.title)
        if self._is_new:
            question = tr("Discard the new checklist?")
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
        if self._goes_to_wrong(wrong):
            self.line.ask(tr("This has to be put right first; it is said beside the field."))
        else:
            self.line.ask(problem_text(wrong.of_pack[0]))

    def _goes_to_wrong(self, wrong: Wrong) -> bool:
        """Go to the first field in which something is wrong; False where there is none."""
        assert self._typed.edit is not None
        if wrong.of_head:
            self.tabs.choose(HEAD)
            self.head_form.go_to(wrong.of_head[0].key, wrong.of_head[0].row or 0)
            return True
        for place, category in enumerate(Category, 1):
            for row, item in enumerate(self._typed.edit.items(category)):
                if not item.off and item.id in wrong.of_items:
                    self.tabs.choose(place)
                    self.items.selectRow(row)
                    self.form.go_to(wrong.of_items[item.id][0][0])
                    return True
        return False

    # The items

    @property
    def _category(self) -> Category:
        return list(Category)[max(self.tabs.current - 1, 0)]

    @property
    def _row(self) -> int:
        return self.items.currentIndex().row()

    @property
    def _item(self) -> EditedItem | None:
        if self.tabs.current == HEAD or not 0 <= self._row < self._model.rowCount():
            return None
        return self._model.row_at(self._row)

    def why_no_item(self) -> str:
        """Return why there is no item to edit; '' when there is one."""
        return "" if self._item else tr("No item is listed.")

    def why_not_up(self) -> str:
        """Return why the item cannot be moved up."""
        return self.why_no_item() or ("" if self._row > 0 else tr("It is the first one."))

    def why_not_down(self) -> str:
        """Return why the item cannot be moved down."""
        is_last = self._row == self._model.rowCount() - 1
        return self.why_no_item() or (tr("It is the last one.") if is_last else "")

    def why_not_send(self, place: int) -> str:
        """Return why the item cannot be moved to the category at `place`."""
        is_there = self._category is list(Category)[place]
        return self.why_no_item() or (tr("It is there already.") if is_there else "")

    def why_no_undo(self) -> str:
        """Return why nothing can be taken back."""
        return "" if self._history and self._history.can_undo else tr("Nothing was changed yet.")

    def why_no_redo(self) -> str:
        """Return why nothing can be done again."""
        can = self._history is not None and self._history.can_redo
        return "" if can else tr("Nothing was taken back.")

    def undo(self) -> None:
        """Take back the last thing that was done here."""
        if self._history:
            self._history.undo()
            self._show_again()

    def redo(self) -> None:
        """Do again what was taken back last."""
        if self._history:
            self._history.redo()
            self._show_again()

    def _show_again(self) -> None:
        """Show everything that is typed, where one stands."""
        self.line.stop()
        self._is_head_shown = False
        if self._typed.edit:
            self.form.offer_kinds(self._typed.edit.kinds)
        self._refill(max(self._row, 0))

    def add_item(self) -> None:
        """Add an item below the chosen one, to be written."""
        if self._typed.edit:
            self._before()
            if self.tabs.current == HEAD:
                self.tabs.choose(HEAD + 1)
            self._refill(self._typed.edit.add(self._category, self._row))
            self.form.go_to()

    def move_item(self, by: int) -> None:
        """Move the chosen item up (-1) or down (1)."""
        if self._typed.edit and self._item:
            self._before()
            self._refill(self._typed.edit.move(self._category, self._row, by))

    def send_item(self, place: int) -> None:
        """Move the chosen item to the category at `place`, and go there with it."""
        if self._typed.edit and self._item:
            self._before()
            row = self._typed.edit.send(self._category, self._row, list(Category)[place])
            self.tabs.choose(HEAD + 1 + place)
            self._refill(row)

    def turn_off(self) -> None:
        """Let the new version not ask the chosen item, or ask it again."""
        if (item := self._item) is not None:
            self._before()
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
            self._before((item.id, key))
            edit.put(item, key, text)
            self._on_changed()
            if key != TEXT:
                self.form.show_item(item, [key for key, _ in edit.fields(item)])
            self.form.mark(item.was)
            self._show_faults(item)

    def _type_head(self, key: Key, text: str) -> None:
        edit = self._typed.edit
        if edit is not None:
            self._before(key)
            edit.head.typed[key] = text
            self._on_changed()
            self.head_form.mark(None if self._is_new else edit.head.was)
            if key == KINDS:
                self.form.offer_kinds(edit.kinds)

    def _show_head(self, edit: PackEdit) -> None:
        if not self._is_head_shown:
            self._is_head_shown = True
            for _ in self.head_form.pieces:
                pass
            self.head_form.show_head(edit.head, self._is_new)
            self.head_form.show_faults(self._wrong.of_head)

    def _before(self, field: object = None) -> None:
        """Something is about to be done, or typed into a field: it can be taken back."""
        if self._history:
            self._history.before(field)

    def _refill(self, row: int) -> None:
        self._on_changed()
        self._show_category(row)

    def _on_changed(self) -> None:
        self._look()
        self._typed.changed.emit()
        self._model.refresh()
        self.items.setColumnHidden(MARK_COLUMN, not self._model.is_marked)

    def _look(self) -> None:
        """Find again what is wrong."""
        edit = self._typed.edit
        self._wrong = edit.read()[1] if edit else Wrong()
        self._model.moved = edit.moved if edit else ()
        if self._is_head_shown:
            self.head_form.show_faults(self._wrong.of_head)
        self.commands.look_again()

    def _show_category(self, row: int) -> None:
        edit = self._typed.edit
        if edit is None:
            return
        if self.tabs.current == HEAD:
            self._show_head(edit)
        self._front.setCurrentIndex(0 if self.tabs.current == HEAD else 1)
        self._model.set_rows(edit.items(self._category))
        self.items.setColumnHidden(MARK_COLUMN, not self._model.is_marked)
        if self._model.rowCount():
            self.items.selectRow(min(row, self._model.rowCount() - 1))
            self.items.scrollTo(self.items.currentIndex())
        self.form.show_any(self._model.rowCount() > 0)
        self.commands.look_again()

    def _show_item(self, index: QModelIndex) -> None:
        edit, item = self._typed.edit, self._item
        if edit is None or item is None:
            return
        self.form.tell_by_gravity(edit.head.deducts)
        self.form.show_item(item, [key for key, _ in edit.fields(item)])
        self._show_faults(item)
        words = tr("Ask again") if item.off else tr("No longer ask")
        self.commands["off"].set_words(words)
        self.commands.look_again()

    def _show_faults(self, item: EditedItem) -> None:
        self.form.show_faults(item, [] if item.off else self._wrong.of_items.get(item.id, []))
