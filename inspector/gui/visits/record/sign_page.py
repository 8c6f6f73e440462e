"""Signing a record: the site's head draws a signature, or it is written down why not."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from inspector.domain.checklist.points import format_score
from inspector.domain.record.record import Record
from inspector.gui.commands.key_line import Keys
from inspector.gui.editor_draft import DraftKeeper
from inspector.gui.frame.page_head import PageHead
from inspector.gui.session import Session
from inspector.gui.theme import GRID
from inspector.gui.visits.record.signature_pad import SignaturePad
from inspector.gui.widgets.labels import button, label, set_role, wrapped
from inspector.gui.widgets.stacked import stack
from inspector.translation import tr
from inspector.workspace.pending_records import SignaturePending

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NAME_WIDTH = 200


class SignPage(QWidget):
    """A pad as large as the window, and the name of who signs on it."""

    left = Signal()
    keys_changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._record: Record | None = None
        self._statement_text = ""
        self.head = PageHead()
        self._refuse = button(tr("Refused to sign  R"), "refuseSignature")
        self._sign = button(tr("Sign  ↵"), "confirmSignature", "primary")
        self.head.add(self._refuse)
        self.head.add(self._sign)
        self.signer = QLineEdit()
        self.signer.setObjectName("signer")
        self.signer.setAccessibleName(tr("Name of who signs"))
        self.signer.setPlaceholderText(tr("Name of who signs"))
        self.signer.setFixedWidth(_NAME_WIDTH)
        self._undo = button(tr("Undo stroke  Ctrl+Z"), "undoStroke")
        self._clear = button(tr("Clear  ⌫"), "clearSignature")
        self._statement = wrapped("", "secondary")
        self._statement.setObjectName("signStatement")
        self.pad = SignaturePad()
        self.reason = QLineEdit()
        self.reason.setObjectName("refusalReason")
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
        fields.addWidget(self._undo)
        fields.addWidget(self._clear)
        inside = QVBoxLayout()
        inside.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        inside.setSpacing(GRID)
        inside.addLayout(fields)
        inside.addWidget(self._statement)
        inside.addWidget(self._stack, 1)
        stack(self, (self.head, (inside, 1)))

    def _connect(self) -> None:
        self._sign.clicked.connect(self.confirm)
        self._refuse.clicked.connect(self.turn)
        self._undo.clicked.connect(self.pad.undo)
        self._clear.clicked.connect(self._clear_pad)
        for each in (self._undo, self._clear):
            each.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard to the pad
        self.pad.changed.connect(self._dress)
        for keys, slot in (
            ("Ctrl+Z", self.pad.undo),
            ("Backspace", self._clear_pad),
            ("R", self.turn),
            ("Esc", self._go_back),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def keys(self) -> Keys:
        """Return the keys of the page."""
        if self._refuses:
            return (("↵", tr("Write down the refusal")), ("Esc", tr("Back to signing")))
        return (
            ("↵", tr("Sign")),
            ("⌫", tr("Clear")),
            ("Ctrl+Z", tr("Undo stroke")),
            ("R", tr("Refused to sign")),
            ("Esc", tr("Back")),
        )

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
        self._statement_text = tr(
            "I have taken note of the result: score {score}, {grade}, findings: {findings}.",
            score=format_score(score.total),
            grade=score.grade.title if score.grade else "—",
            findings=sum(record.sheet.deductions(card) for card in record.sheet.inspected),
        )
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
        if not signer:
            self._say(tr("Write the name of who signs."))
            self.signer.setFocus()
            return
        if self._refuses:
            reason = self.reason.text().strip()
            if not reason:
                self._say(tr("Write why the signature is refused."))
                self.reason.setFocus()
                return
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.confirm()
        else:
            super().keyPressEvent(event)

    def _go_back(self) -> None:
        if self._refuses:
            self.turn()
            return
        if self._draft.is_written:
            self._session.hinted.emit(tr("What is drawn and written waits: S goes on with it."))
        self._draft.leave()
        self.left.emit()

    def _clear_pad(self) -> None:
        """Take every stroke back; Ctrl+Z brings them back."""
        if self.pad.strokes:
            self.pad.clear()
            self._statement.setText(tr("Cleared. Ctrl+Z brings it back."))

    def _show(self, *, refuses: bool) -> None:
        self._stack.setCurrentIndex(int(refuses))
        for made, text in (
            (self._refuse, tr("Sign after all") if refuses else tr("Refused to sign  R")),
            (self._sign, tr("Write down the refusal  ↵") if refuses else tr("Sign  ↵")),
        ):
            made.setText(text)
            made.setAccessibleName(text)
        for made in (self._undo, self._clear):
            made.setVisible(not refuses)
        self._dress()
        self.keys_changed.emit()

    def _dress(self) -> None:
        for made in (self._undo, self._clear):
            made.setEnabled(self.pad.can_undo if made is self._undo else bool(self.pad.strokes))
        self._statement.setVisible(not self._refuses)
        self._statement.setText(self._statement_text)
        set_role(self._statement, "secondary")

    def _say(self, text: str) -> None:
        self._statement.setText(text)
        self._statement.show()
        set_role(self._statement, "caution")
