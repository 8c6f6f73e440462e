"""The line that says how a record stands: sealed, signed, amended, or no longer what it was."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector.domain.record.record import Record
from inspector.domain.record.record_seal import short_seal
from inspector.domain.visit.answer_move import AnswersMoved
from inspector.gui.commands.command import Command
from inspector.gui.commands.command_button import command_button
from inspector.gui.theme import GRID
from inspector.gui.visits.parts.signature_view import SignatureView
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.labels import label, set_role
from inspector.gui.widgets.stacked import stack, surface
from inspector.gui.words import moment_text, remark_text, scorecard_title, unsaved_word
from inspector.translation import join_sentences, tr, tr_count


class ChangedLine(ElidedLabel):
    """Says in large that a record is not what was sealed."""

    def __init__(self) -> None:
        super().__init__("alarm")
        self.setObjectName("recordChanged")
        self.show_unchanged(True)

    def show_unchanged(self, unchanged: bool) -> None:
        """Say nothing while it is what was sealed."""
        said = tr("✗ Seal broken: changed since it was sealed; compare a backup")
        self.setText("" if unchanged else said)
        self.setVisible(not unchanged)


class RecordLine(QWidget):
    """Seal, signature and conflicts with what can be added; above them, in large, what alarms."""

    def __init__(self, sign: Command, amend: Command) -> None:
        super().__init__()
        surface(area=self)
        self._changed = ChangedLine()
        self._time = ElidedLabel("caution")
        self._time.setObjectName("recordTime")
        self._time.hide()
        self._conflict = ElidedLabel("caution")
        self._conflict.setObjectName("recordConflict")
        self._seal = label("", "secondary")
        self._seal.setObjectName("recordSeal")
        self._signature = ElidedLabel("secondary")
        self._signature.setObjectName("recordSignature")
        self._strokes = SignatureView()
        self.sign = command_button(sign, "sign", "primary")
        self.amend = command_button(amend, "amend")
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self._seal)
        row.addSpacing(GRID)
        row.addWidget(self._strokes)
        row.addWidget(self._signature)
        row.addSpacing(GRID)
        row.addWidget(self._conflict)
        row.addStretch(1)
        row.addWidget(self.sign)
        row.addWidget(self.amend)
        column, margin = (self._changed, self._time, row), (2 * GRID, 0, 2 * GRID, GRID)
        stack(self, column, margin=margin, spacing=GRID // 2)

    def show_record(self, record: Record, *, unsaved: bool = False) -> None:
        """Show how a record stands; `unsaved`: its signature is not on the disk yet."""
        inspection, signature = record.sheet.inspection, record.signature
        self._changed.show_unchanged(record.unchanged)
        remark = record.clock_remark
        said = [_move_text(record, each) for each in record.moves]
        said += [remark_text(remark)] if remark is not None else []
        self._time.setVisible(bool(said))
        self._time.setText(join_sentences(said))
        names = "、".join(inspection.conflicts)
        self._conflict.setVisible(bool(names))
        self._conflict.setText(
            tr("! Conflict of interest: {names} belongs to this site", names=names) if names else ""
        )
        if not inspection.seal:
            self._seal.setText(tr("Completed by an earlier version, without a seal"))
        else:
            self._seal.setText(
                tr("Record sealed · seal no. {seal}", seal=short_seal(inspection.seal))
            )
        self._strokes.show_strokes(signature.strokes if signature else ())
        if signature is None:
            self._signature.setText(tr("Not signed yet"))
        elif signature.refused:
            self._signature.setText(
                tr(
                    "{name} refused to sign: {reason} ({time})",
                    name=signature.signer,
                    reason=signature.refusal,
                    time=moment_text(signature.signed_at),
                )
            )
        else:
            self._signature.setText(
                tr(
                    "Signed: {name}, {time}",
                    name=signature.signer,
                    time=moment_text(signature.signed_at),
                )
            )
        if unsaved:
            self._signature.setText(f"! {unsaved_word()} · {self._signature.text()}")
        alarming = unsaved or (signature is not None and signature.refused)
        set_role(self._signature, "caution" if alarming else "secondary")
        self.sign.setVisible(signature is None)


def _move_text(record: Record, moved: AnswersMoved) -> str:
    """Return that answers were moved to another window before the record was sealed."""
    return tr_count(
        len(moved.items),
        "1 item was moved from {source} to {target} at {time}.",
        "{count} items were moved from {source} to {target} at {time}.",
        source=scorecard_title(record.sheet.scorecard(moved.source_id)),
        target=scorecard_title(record.sheet.scorecard(moved.target_id)),
        time=f"{moved.at:%H:%M}",
    )
