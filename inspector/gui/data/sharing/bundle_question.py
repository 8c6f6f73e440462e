"""What a bundle of another laptop would change, before anything is done: Enter or Esc decides.

At first contact the fingerprint is compared here; what is nearly something on the roster is placed
here. Shows what it is given.
"""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from inspector.domain.sharing.manifest import Aim
from inspector.domain.sharing.receipt import Preview
from inspector.domain.sharing.roster_meeting import Answers, Question
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.data.sharing.coming_rows import coming_model, rows_of
from inspector.gui.frame.whole_label import WholeLabel
from inspector.gui.theme import GRID, fix_width
from inspector.gui.widgets.choice import Choice
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.labels import breakable
from inspector.gui.widgets.lists.row_heights import fit_rows
from inspector.gui.widgets.lists.table import TableView
from inspector.gui.widgets.question_panel import lay_out_question
from inspector.gui.widgets.stacked import stack
from inspector.gui.widgets.text_box import TextBox
from inspector.translation import join_sentences, tr
from inspector.workspace.sharing.receipt_words import (
    counted_lines,
    decided_sentence,
    differing_lines,
    files_sentence,
    halls_named,
    head_line,
    roster_sentence,
    warnings,
)

_NEW = ""
"""The answer that something is none of those here."""
_INSPECTS = "-"
"""Stands for no site: the laptop is of somebody who inspects."""


class BundleQuestion(QWidget):
    """A heading with the two answers, what is said of the laptop, a summary, and each thing."""

    confirmed = Signal()
    discarded = Signal()
    placed = Signal(object, str)
    """A Question has an answer: the own id, '' for something new."""
    whose_said = Signal(object)
    """Whose the laptop is: the ids of sites, none for one that inspects."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview: Preview | None = None
        self._answers: Answers = {}
        self._heading = ElidedLabel("title", Qt.TextElideMode.ElideMiddle)
        self.commands = CommandTable(self)
        confirm, discard = self.commands.add_answers(
            (tr("Take it in"), self.confirmed.emit), (tr("Cancel"), self.discarded.emit)
        )
        confirm.set_why_not(self.why_not)
        same, place = tr("The fingerprint is the same"), tr("Which one is it?")
        add = self.commands.add
        tick = add("same", same, "1", self._toggle, short=same)
        choose = add("place", place, "T", self._choose, short=place, why_not=self._why_no_question)
        self._first = WholeLabel("firstContact", "caution")
        self._same = QCheckBox(same)
        self._same.setObjectName("sameFingerprint")
        self._same.setAccessibleName(same)
        self._same.setMinimumHeight(4 * GRID)
        self._tick = tick
        self._odd = WholeLabel("oddLaptop", "caution")
        self._summary = TextBox("bundleSummary", tr("What taking it in would change"))
        self._model = coming_model()
        self._table = TableView(self._model, "bundlePreview", tr("What comes"), self)
        self._table.setSelectionMode(TableView.SelectionMode.SingleSelection)
        fit_rows(self._table)
        give_context_menu(self._table, list(self.commands))
        whose = tr("Whose laptop is it?")
        self._say_whose = add("whose", whose, "W", self._go_to_whose, short=whose)
        self._whose = Choice("whoseLaptop", whose)
        fix_width(self._whose, 36 * GRID)
        self._whose_row = QWidget()
        whose_button = command_button(self._say_whose, "sayWhose", "quiet")
        stack(self._whose_row, (whose_button, self._whose), spacing=GRID, across=True)
        self._of_laptop = QWidget()  # side by side: a low screen has room for the list as well
        parts = (self._same, self._whose_row)
        stack(self._of_laptop, parts, spacing=2 * GRID, across=True).addStretch(1)
        self._choice = Choice("placeChoice", place)
        fix_width(self._choice, 36 * GRID)
        self._choice_row = QWidget()
        row = stack(
            self._choice_row,
            (command_button(choose, "choosePlace", "quiet"), self._choice),
            spacing=GRID,
            across=True,
        )
        row.addStretch(1)
        self._confirm = command_button(confirm, "takeBundleIn", "primary")
        lay_out_question(
            self,
            self._heading,
            (command_button(discard, "discardBundle"), self._confirm),
            (self._first, self._of_laptop, self._odd, self._summary, self._choice_row),
            self._table,
        )
        self._same.toggled.connect(lambda _: self.commands.look_again())
        self._table.answered.connect(lambda _: confirm.trigger())
        self._table.selectionModel().currentRowChanged.connect(lambda *_: self._show_choice())
        self._choice.activated.connect(lambda _: self._place())
        self._whose.activated.connect(lambda _: self._tell_whose())
        self._whose.clicked_one.connect(self._table.setFocus)
        self._choice.clicked_one.connect(self._table.setFocus)

    def show_preview(
        self,
        name: str,
        preview: Preview,
        odd: Sequence[str],
        answers: Answers,
        sites: Sequence[tuple[str, str]] = (),
    ) -> None:
        """Show what a file brings; `odd` is what is to be told of its laptop.

        `sites` by name and id are whose it can be.
        """
        is_other = self._preview is None or self._preview.digest != preview.digest
        row = max(self._table.currentIndex().row(), 0)
        self._preview, self._answers = preview, answers
        whom = preview.for_halls
        self._heading.setText(
            tr("Take in for {halls}: “{name}”?", halls=halls_named(whom), name=name)
            if whom
            else tr("Take in “{name}”?", name=name)
        )
        sender = preview.manifest.sender
        self._first.setText(
            breakable(
                tr(
                    "The first bundle from “{name}” ({code}). Have its fingerprint read out to you"
                    " from there: {fingerprint}",
                    name=sender.name,
                    code=sender.code,
                    fingerprint=sender.fingerprint,
                )
            )
        )
        if is_other:
            self._same.setChecked(False)
        for widget in (self._first, self._same):
            widget.setVisible(preview.is_first)
        self._tick.setVisible(preview.is_first)
        self._show_whose(preview, sites)
        self._of_laptop.setVisible(preview.is_first or preview.whose)
        odd = [*odd, *warnings(replace(preview, is_first=False))]
        self._odd.setText(breakable("\n".join(odd)))
        self._odd.setVisible(bool(odd))
        differing = join_sentences(differing_lines(preview))
        said = [
            "" if preview.is_first else head_line(preview),  # whose it is stands above
            *counted_lines(preview.lines),
            decided_sentence(preview),
            files_sentence(preview),
            " ".join(filter(None, (roster_sentence(preview.roster), differing))),
            "" if preview.changes_anything else tr("Nothing would change."),
        ]
        self._summary.set_text("\n".join(filter(None, said)))
        rows = rows_of(preview)
        self._model.set_rows(rows)
        if rows:
            self._table.selectRow(0 if is_other else min(row, len(rows) - 1))
        self._show_choice()

    def take_focus(self) -> None:
        """Go where something is to be answered first."""
        if self._preview is not None and self._preview.is_first and not self._same.isChecked():
            self._same.setFocus()
        else:
            self._table.setFocus()

    @property
    def trust(self) -> str:
        """The fingerprint that was compared; '' where there was nothing to compare."""
        if self._preview is None or not (self._preview.is_first and self._same.isChecked()):
            return ""
        return self._preview.manifest.sender.fingerprint

    def why_not(self) -> str:
        """Return why it cannot be taken in yet; '' when it can."""
        preview = self._preview
        if preview is None or not preview.changes_anything:
            return tr("Nothing would change.")
        if preview.is_first and not self._same.isChecked():
            return tr("Compare the fingerprint first.")
        if preview.whose:
            return tr("Say first of which site the laptop is.")
        return tr("Say first which one each of the rows above is.") if preview.questions else ""

    def _show_whose(self, preview: Preview, sites: Sequence[tuple[str, str]]) -> None:
        """Let it be said whose the laptop is, with its first bundle or where nobody knows."""
        is_asked = preview.is_first or preview.whose
        self._whose_row.setVisible(is_asked)
        self._say_whose.setVisible(is_asked)
        came_back = preview.manifest.scope.aim is Aim.BACK
        offered: list[tuple[str, object]] = []
        if preview.whose:
            offered = [(tr("which site?"), None)]
        elif not came_back:
            offered = [(tr("of those who inspect"), _INSPECTS)]
        self._whose.clear()
        self._whose.offer([*offered, *sites])
        for name, own_id in sites:
            if name in preview.halls:
                self._whose.choose(own_id)

    def _go_to_whose(self) -> None:
        self._whose.setFocus()
        self._whose.showPopup()

    def _tell_whose(self) -> None:
        said = self._whose.currentData()
        if said is not None:
            self.whose_said.emit(() if said == _INSPECTS else (str(said),))

    def _toggle(self) -> None:
        self._same.toggle()

    def _question(self) -> Question | None:
        row = self._table.currentIndex().row()
        return self._model.row_at(row).question if 0 <= row < self._model.rowCount() else None

    def _why_no_question(self) -> str:
        return "" if self._question() else tr("Nothing in this row is to be chosen.")

    def _show_choice(self) -> None:
        question = self._question()
        self._choice_row.setVisible(bool(self._preview and self._preview.questions))
        self._choice.clear()
        self._choice.setEnabled(question is not None)
        if question is not None:
            given = self._answers.get((question.kind, question.foreign_id))
            offered: list[tuple[str, object]] = [(tr("which one?"), None)] if given is None else []
            offered += [(title, own_id) for own_id, title in question.candidates]
            self._choice.offer([*offered, (tr("none of these: it is new"), _NEW)])
        self.commands.look_again()

    def _choose(self) -> None:
        self._choice.setFocus()
        self._choice.showPopup()

    def _place(self) -> None:
        question, own_id = self._question(), self._choice.currentData()
        if question is not None and own_id is not None:
            self.placed.emit(question, str(own_id))
