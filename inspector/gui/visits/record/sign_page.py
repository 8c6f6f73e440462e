"""Signing a record: the site's head draws a signature, or it is written down why not."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from inspector.domain.checklist.points import format_score
from inspector.domain.people.party import head_of
from inspector.domain.record.record import Record
from inspector.domain.visit.inspection import Inspection
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import SIGN, UNDO, press
from inspector.gui.editor_draft import DraftKeeper
from inspector.gui.frame.page_head import PageHead
from inspector.gui.session import Session
from inspector.gui.theme import GRID, fix_width
from inspector.gui.visits.parts.visits_part import Part
from inspector.gui.visits.record.left_out_words import left_out_words
from inspector.gui.visits.record.sign_commands import REFUSING, SIGNING, sign_commands
from inspector.gui.visits.record.signature_pad import SignaturePad
from inspector.gui.widgets.fields.text_limit import LINE, TextLimit
from inspector.gui.widgets.labels import label, set_role, wrapped
from inspector.gui.widgets.stacked import stack
from inspector.gui.words import coverage_text
from inspector.translation import tr
from inspector.workspace.inspectors.inspector_words import party_text
from inspector.workspace.pending.pending_records import SignaturePending

_NAME_WIDTH = 200


class SignPage(Part):
    """A pad as large as the window, and the name of who signs on it."""

    commands: CommandTable

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._record: Record | None = None
        self._statement_text = ""
        self.head = PageHead()
        self.signer = QLineEdit()
        TextLimit(self.signer, LINE)
        self.signer.setObjectName("signer")
        self.signer.setAccessibleName(tr("Name of who signs"))
        self.signer.setPlaceholderText(tr("Name of who signs"))
        fix_width(self.signer, _NAME_WIDTH)
        self._statement = wrapped("", "secondary")
        self._statement.setObjectName("signStatement")
        self.pad = SignaturePad()
        table = self.commands = sign_commands(self)
        self._buttons = {
            "refuse": command_button(table["refuse"], "refuseSignature"),
            "to-signing": command_button(table["to-signing"], "signAfterAll"),
            "undo": command_button(table["undo"], "undoStroke"),
            "clear": command_button(table["clear"], "clearSignature"),
        }
        self.head.lead_back(table["to-record"])
        self.head.add(self._buttons["refuse"])
        self.head.add(self._buttons["to-signing"])
        self.head.add(command_button(table["confirm"], "confirmSignature", "primary"))
        self.reason = QLineEdit()
        self.reason.setObjectName("refusalReason")
        TextLimit(self.reason, LINE)
        self.reason.setAccessibleName(tr("Reason of the refusal"))
        self.reason.setPlaceholderText(
            tr("For example: disagrees with a deduction; the head is not on site")
        )
        fields = {"signer": self.signer, "reason": self.reason, "strokes": self.pad}
        self._draft = DraftKeeper(session, "signature", fields, self)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        refusal = QWidget()
        refusal_column = QVBoxLayout(refusal)
        refusal_column.setContentsMargins(0, GRID, 0, 0)
        refusal_column.setSpacing(GRID)
        refusal_column.addWidget(label(tr("Reason of the refusal"), "section"))
        refusal_column.addWidget(self.reason)
        refusal_column.addStretch(1)
        self._stack.addWidget(self.pad)
        self._stack.addWidget(refusal)
        row = (label(tr("Signed by"), "secondary"), self.signer)
        fields = stack(None, row, spacing=GRID, across=True)
        fields.addStretch(1)
        fields.addWidget(self._buttons["undo"])
        fields.addWidget(self._buttons["clear"])
        inside = QVBoxLayout()
        inside.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        inside.setSpacing(GRID)
        inside.addLayout(fields)
        inside.addWidget(self._statement)
        inside.addWidget(self._stack, 1)
        stack(self, (self.head, (inside, 1)))

    def _connect(self) -> None:
        for name in ("undo", "clear"):  # a click leaves the keyboard to the pad
            self._buttons[name].setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.pad.changed.connect(self._dress)

    @property
    def _refuses(self) -> bool:
        return self._stack.currentIndex() == 1

    def open(self, record: Record) -> None:
        """Show a pad for a record, with what was drawn and left, and who probably signs it."""
        self._draft.leave()
        inspection = record.sheet.inspection
        score = record.sheet.site_score()
        self._record = record
        self.head.set_texts(tr("Signature of the site"), inspection.site_name)
        coverage = record.sheet.total_coverage()
        taken_note = tr(
            "I have taken note of the result: score {score}, {grade}, {observed}, findings:"
            " {findings}.",
            score=format_score(score.total),
            grade=score.grade.title if score.grade else tr("not graded"),
            observed=coverage_text(coverage),
            findings=sum(record.sheet.deductions(card) for card in record.sheet.inspected),
        )
        said = (taken_note, left_out_words(record.sheet), _signed_for(inspection))
        self._statement_text = "\n".join(filter(None, said))
        name = self._session.attempt(
            lambda: self._session.workspace.records.suggested_signer(inspection.id)
        )
        self.signer.setText(name or "")
        self.reason.clear()
        self.pad.begin()
        self._draft.begin(inspection.id)
        self._show(refuses=bool(self.reason.text()))
        # A letter is a key on the pad, and the name is asked for in the end.
        (self.reason if self._refuses else self.pad).setFocus()

    def turn(self) -> None:
        """Write down a refusal instead of a signature, or the other way round."""
        self._show(refuses=not self._refuses)
        (self.reason if self._refuses else self.pad).setFocus()

    def confirm(self) -> None:
        """Keep the signature or the refusal, or let it wait; say what is still missing."""
        records, signer = self._session.workspace.records, self.signer.text().strip()
        if self._record is None:
            return
        visit = self._record.sheet.inspection
        reason = self.reason.text().strip()
        if self._refuses and not reason:  # before the name: the keyboard is where it is written
            self._say(tr("Write why the signature is refused."))
            self.reason.setFocus()
            return
        if not signer:
            self._say(tr("Write the name of who signs."))
            self.signer.setFocus()
            return
        if self._refuses:
            signature = records.refused(visit, signer, reason)
        else:
            if not self.pad.is_signed:
                self._say(tr("Nothing is drawn yet."))
                self.pad.setFocus()
                return
            signature = records.signed(visit, signer, self.pad.strokes)
        if self._session.keep(SignaturePending(visit.id, signature)):
            self._draft.drop()
            self.left.emit()

    def go_back(self) -> None:
        if self._draft.is_written:
            self._session.hinted.emit(
                tr(
                    "What is drawn and written waits: {sign} goes on with it.",
                    sign=press(SIGN, tr("Sign")),
                )
            )
        self._draft.leave()
        self.left.emit()

    def clear_pad(self) -> None:
        """Take every stroke back; Ctrl+Z brings them back."""
        self.pad.clear()
        self._statement.setText(
            tr("Cleared. {undo} brings it back.", undo=press(UNDO, tr("Undo stroke")))
        )

    def why_not_clear(self) -> str:
        """Return why there is nothing to clear; '' when there is."""
        return "" if self.pad.strokes else tr("Nothing is drawn yet.")

    def why_no_undo(self) -> str:
        """Return why no stroke can be taken back, nor what was cleared; '' when it can."""
        return "" if self.pad.can_undo else tr("Nothing is drawn yet.")

    def _show(self, *, refuses: bool) -> None:
        self._stack.setCurrentIndex(int(refuses))
        self.commands.set_mode(REFUSING if refuses else SIGNING)
        self.commands["confirm"].set_words(tr("Write down the refusal") if refuses else tr("Sign"))
        for name, made in self._buttons.items():
            made.setVisible(refuses is (name == "to-signing"))
        self._dress()
        self.keys_changed.emit()

    def _dress(self) -> None:
        self.commands.look_again()
        self._statement.setVisible(not self._refuses)
        self._statement.setText(self._statement_text)
        set_role(self._statement, "secondary")

    def _say(self, text: str) -> None:
        self._statement.setText(text)
        self._statement.show()
        set_role(self._statement, "caution")


def _signed_for(inspection: Inspection) -> str:
    """Say who inspected, and that the head signs for them; nothing where there is no head."""
    head = head_of(inspection.party)
    if not head:
        return ""
    who = party_text(inspection)
    return tr("Inspected by: {who}. For the group signs {name}.", who=who, name=head)
