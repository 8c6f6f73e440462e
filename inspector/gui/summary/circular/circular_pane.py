"""The circular of the period in front: its text to be edited, kept as one types, then saved.

It takes the place of the figures until Esc.
"""

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPlainTextEdit, QWidget

from inspector.domain.papers.kept_text import brought_up, changed_since
from inspector.domain.papers.letter_text import LONGEST_TEXT
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import LEAVE
from inspector.gui.measures import sized
from inspector.gui.papers.paper_saving import (
    CIRCULAR,
    CIRCULAR_LETTER,
    CIRCULAR_OPEN,
    Paper,
    save_paper,
)
from inspector.gui.session import Session
from inspector.gui.summary.circular.circular_query import CircularQuery
from inspector.gui.summary.circular.letter_edit import LetterEdit
from inspector.gui.summary.circular.stale_note import StaleNote
from inspector.gui.summary.sections.figure_words import DOT
from inspector.gui.theme import GRID
from inspector.gui.widgets.flow_row import FlowRow
from inspector.gui.widgets.labels import hairline, wrapped
from inspector.gui.widgets.stacked import stack, surface
from inspector.translation import tr
from inspector.workspace.changes import Changes
from inspector.workspace.extent import Extent
from inspector.workspace.papers.circular.circular_papers import CircularDraft

PAUSE = 500
"""Milliseconds without a key before what is typed is kept."""

_WIDTH = 880
"""Pixels of the text: longer lines are hard to read."""


class CircularPane(QWidget):
    """The text, what the figures say otherwise since it was edited, and what can be done."""

    left = Signal()

    stood = Signal(str)
    """How the text stands, in words: made by rule, edited when."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        surface(area=self)
        self._session = session
        self._extent: Extent | None = None
        self._draft: CircularDraft | None = None
        self._base = ""  # what was made of the figures when the text was edited
        self._bases: dict[str, str] = {}  # of each text that a command replaced or put here
        self._kept = ""  # the text as it is on the disk, or as it is made
        self.query = CircularQuery(session, self)
        self.edit = LetterEdit()
        self.beside = QPlainTextEdit()
        self.beside.setObjectName("circularGenerated")
        self.beside.setAccessibleName(tr("As made of the figures"))
        self.beside.setReadOnly(True)
        self.beside.setTabChangesFocus(True)
        self.beside.document().setDocumentMargin(2 * GRID)
        self.beside.setMinimumHeight(3 * GRID)
        self.beside.hide()
        self.open_only = QCheckBox(tr("In the workbook, list only what is not closed"))
        self.open_only.setObjectName("circularOpen")
        self._count = wrapped("", "secondary")
        self._count.setObjectName("circularCount")
        self.commands = self._make_commands()
        self.stale = StaleNote(self.commands["update"], self.commands["accept"])
        self._lay_out()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.keep)
        self.edit.textChanged.connect(self._on_typed)
        self.query.found.connect(self._show)
        session.changed.connect(self._on_changed)
        session.closing.connect(self.keep)

    def _make_commands(self) -> CommandTable:
        made = CommandTable(self)
        letter, book = tr("Letter (.docx)…"), tr("Workbook with what comes with it (.xlsx)…")
        restore = tr("Back to the generated text")
        for name, words, keys, do, short, why_not in (
            (
                "letter",
                letter,
                "Ctrl+S",
                partial(self.save, CIRCULAR_LETTER),
                tr("Letter"),
                self._why_unread,
            ),
            (
                "workbook",
                book,
                "Ctrl+Shift+S",
                self.save_workbook,
                tr("Workbook"),
                self._why_unread,
            ),
            ("restore", restore, "Ctrl+R", self.restore, restore, self._why_not_edited),
            (
                "compare",
                tr("Show the generated text beside it"),
                "Ctrl+D",
                self.compare,
                tr("Compare"),
                self._why_unread,
            ),
            (
                "update",
                tr("Take over today's figures"),
                "Ctrl+U",
                self.bring_up,
                "",
                self._why_not_to_update,
            ),
            (
                "accept",
                tr("Leave the text as it is"),
                "Ctrl+L",
                self.accept,
                "",
                self._why_not_stale,
            ),
        ):
            made.add(name, words, keys, do, short=short, why_not=why_not)
        made.add("leave", tr("Back"), LEAVE, self.leave, short=tr("Back"))
        return made

    def _lay_out(self) -> None:
        foot = QWidget()
        buttons = (
            command_button(self.commands["compare"], "compareCircular"),
            command_button(self.commands["restore"], "restoreCircular"),
        )
        told = FlowRow([self._count, self.open_only])  # two lines where one has no room
        stack(foot, ((told, 1), *buttons), spacing=GRID, across=True,
              margin=(2 * GRID, GRID // 2, 2 * GRID, GRID // 2))  # fmt: skip
        self._texts = QWidget()
        row = QHBoxLayout(self._texts)
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        row.setSpacing(GRID)
        row.addStretch(1)
        row.addWidget(self.edit, 100)
        row.addWidget(self.beside, 100)
        row.addStretch(1)
        self.edit.setMaximumWidth(sized(_WIDTH))
        self.beside.setMaximumWidth(sized(_WIDTH))
        stack(self, (self.stale, (self._texts, 1), hairline(), foot))

    # What is shown

    def open(self, extent: Extent) -> None:
        """Show the text of an extent."""
        self._extent, self._draft = extent, None
        self._base = self._kept = ""
        self._bases.clear()
        self.edit.begin("")
        self.edit.setReadOnly(True)
        self.edit.setPlaceholderText(tr("The text is being made …"))
        self.stale.hide()
        self.beside.hide()
        self.query.ask(extent)
        self._tell()

    def take_focus(self) -> None:
        """Give the keyboard to the text."""
        self.edit.setFocus()

    def show_now(self) -> None:
        """Wait for what is being read."""
        self.query.finish()

    @property
    def content(self) -> str:
        """The text as it stands in the window."""
        return self.edit.text

    @property
    def _is_edited(self) -> bool:
        return self._draft is not None and self.content != self._draft.generated

    def _show(self, draft: CircularDraft) -> None:
        first, self._draft = self._draft is None, draft
        # What is being typed stays: the disk has it in a moment.
        if first or self.content == self._kept:
            self._base = draft.kept.generated if draft.kept else draft.generated
            self._kept = draft.content
            if self.content != draft.content:
                self.edit.begin(draft.content)
        self.edit.setReadOnly(False)
        self.edit.setPlaceholderText("")
        self.beside.setPlainText(draft.generated)
        self._tell()

    def _tell(self) -> None:
        draft = self._draft
        length = tr("{count} of {most} characters", count=f"{len(self.content):,}",
                    most=f"{LONGEST_TEXT:,}")  # fmt: skip
        self._count.setText(DOT.join((length, tr("what is typed is kept with the period"))))
        if draft is None:
            self.stood.emit("")
        else:
            self.stale.show_changes(draft.changed)
            edited = f"{draft.kept.edited_at:%Y-%m-%d %H:%M}" if draft.kept else tr("just now")
            self.stood.emit(
                tr("edited {moment}", moment=edited)
                if self._is_edited
                else tr("made of the figures")
            )
        self.commands.look_again()

    # What is done

    def _on_typed(self) -> None:
        if self._draft is not None:
            # The editor's own undo brings a text back: with it what it is compared with.
            self._base = self._bases.get(self.content, self._base)
            self._pause.start()
            self._tell()

    def keep(self) -> bool:
        """Keep what is typed; False: it is refused, and said."""
        self._pause.stop()
        extent, text = self._extent, self.content
        if extent is None or self._draft is None or text == self._kept:
            return True
        circulars = self._session.workspace.kept_circulars
        self._kept, before = text, self._kept  # before anything hears that it changed
        if self._session.attempt(lambda: circulars.keep(extent, text, self._base)) is None:
            self._kept = before
            return False
        return True

    def save(self, paper: Paper) -> None:
        """Ask where to, and write the circular as a paper with the text as it stands."""
        if self._extent is not None and self.keep():
            save_paper(self, self._session, paper, self._extent)

    def save_workbook(self) -> None:
        """Write it with what comes with it; its list has all problems, or what is not closed."""
        self.save(CIRCULAR_OPEN if self.open_only.isChecked() else CIRCULAR)

    def restore(self) -> None:
        """Let the text be made of the figures again; what was edited can be had back."""
        if self._draft is not None:
            said = tr("The text is made of the figures again.")
            self._put(self._draft.generated, self._draft.generated, said)

    def bring_up(self) -> None:
        """Put today's sentences in the place of those that nobody reworded."""
        if (draft := self._draft) is not None:
            changed = changed_since(self._base, self.content, draft.generated)
            said = tr("Sentences that nobody reworded have the figures of today.")
            # What was reworded is still compared with what it was made of.
            standing = [each for each in changed if each.stands]
            text, base = (brought_up(each, standing) for each in (self.content, self._base))
            self._put(text, base, said)

    def accept(self) -> None:
        """Leave the text as it is: what changed since is known."""
        if self._draft is not None:
            said = tr("The text stays as it is.")
            self._put(self.content, self._draft.generated, said)

    def compare(self) -> None:
        """Show what is made of the figures beside the text, or put it away."""
        self.beside.setVisible(not self.beside.isVisible())

    def leave(self) -> None:
        """Back to the figures; a text that is refused is not left."""
        if self.keep():
            self.left.emit()

    def _put(self, text: str, base: str, said: str) -> None:
        old_text, old_base, extent = self.content, self._base, self._extent
        self._write(text, base)

        def undo() -> None:
            if self._extent == extent:
                self._write(old_text, old_base)

        self._session.told_undoable.emit(said, undo)

    def _write(self, text: str, base: str) -> None:
        self._bases[self.content] = self._base
        self._bases[text] = base
        if self.content != text:
            self.edit.replace(text)
        self._base = base
        self._kept = ""  # also where the text is the same, what it is compared with is not
        self.keep()
        self.take_focus()

    # Why not

    def _why_unread(self) -> str:
        return tr("The text is still being made.") if self._draft is None else ""

    def _why_not_edited(self) -> str:
        return self._why_unread() or (
            "" if self._is_edited else tr("Nothing was edited: the text is made of the figures.")
        )

    def _why_not_stale(self) -> str:
        return self._why_unread() or (
            "" if self.stale.count else tr("The text agrees with the figures.")
        )

    def _why_not_to_update(self) -> str:
        return self._why_not_stale() or (
            "" if self.stale.can_update else tr("What reads otherwise was reworded: please look.")
        )

    def _on_changed(self, changes: Changes) -> None:
        touched = changes.findings or changes.inspections or changes.roster or changes.preferences
        if self._extent is not None and (touched or changes.circulars):
            self.query.ask(self._extent)
