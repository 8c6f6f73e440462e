"""What can be done with the items of a pack while they are edited, and by which keys."""

from functools import partial
from typing import TYPE_CHECKING

from inspector.domain.checklist.category import Category
from inspector.gui.commands.shared_keys import COMPLETE, FORGET, LEAVE, MOVE, REDO, UNDO
from inspector.gui.frame.panel import add_table_keys
from inspector.translation import tr
from inspector.workspace.packs.pack_scoring_words import category_word

if TYPE_CHECKING:
    from inspector.gui.data.checklists.editing.pack_editor import PackEditor


def add_editor_commands(editor: "PackEditor") -> None:
    """Add the commands of the editor to its table."""
    table = editor.commands
    add, item = table.add, partial(table.add, why_not=editor.why_no_item)
    save, new, fill = tr("Save as a new version…"), tr("New item"), tr("Edit")
    off, up, down = tr("No longer ask"), tr("Move up"), tr("Move down")
    add("save", save, (*COMPLETE, "Ctrl+S"), editor.save, short=save, why_not=editor.why_not_save)
    add("new", new, "Ctrl+N", editor.add_item, short=new)
    item("edit", fill, "F2", editor.go_to_form, short=fill)
    item("off", off, FORGET, editor.turn_off, short=off)
    add("up", up, MOVE[0], partial(editor.move_item, -1), repeats=True, why_not=editor.why_not_up)
    add(
        "down",
        down,
        MOVE[1],
        partial(editor.move_item, 1),
        repeats=True,
        why_not=editor.why_not_down,
    )
    for place, category in enumerate(Category):
        add(
            f"to-{category.value}", tr("To {category}", category=category_word(category)), (),
            partial(editor.send_item, place), why_not=partial(editor.why_not_send, place),
        )  # fmt: skip
    undo, redo = tr("Undo"), tr("Redo")
    add("undo", undo, UNDO, editor.undo, short=undo, why_not=editor.why_no_undo)
    add("redo", redo, REDO, editor.redo, why_not=editor.why_no_redo)
    add("next", tr("Next item"), "PgDown", partial(editor.step, 1), at=editor.form, repeats=True)
    add("before", tr("Item before"), "PgUp", partial(editor.step, -1), at=editor.form, repeats=True)
    back = tr("Back")
    add("leave", back, LEAVE, editor.leave, short=back)
    table.add_stop(editor.line.stop, editor.line.says)
    editor.line.says.connect(lambda says: table.set_there("leave", not says))
    add_table_keys(table, editor.items)
