"""A later word about a sealed record: of what, what is to be read instead, why, by whom."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from inspector.domain.people.party import head_of
from inspector.domain.record.record import Record
from inspector.gui.commands.command_button import command_button
from inspector.gui.commands.command_menu import give_context_menu
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import AMEND, press
from inspector.gui.editor_draft import DraftKeeper
from inspector.gui.frame.page_head import PageHead
from inspector.gui.measures import sized
from inspector.gui.session import Session
from inspector.gui.theme import GRID, lacks_width
from inspector.gui.visits.parts.visits_part import Part
from inspector.gui.visits.record.amend_commands import amend_commands
from inspector.gui.visits.record.amend_subjects import Subject, SubjectList
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.fields.text_limit import LINE, NoteLimit, TextLimit
from inspector.gui.widgets.labels import label, set_role, wrapped
from inspector.gui.widgets.search_field import SearchField
from inspector.gui.widgets.stacked import stack
from inspector.translation import tr
from inspector.workspace.pending.pending_records import AmendmentPending

_LIST_WIDTH, _NARROW_LIST_WIDTH = 480, 336


class AmendPage(Part):
    """A list to find the place in, a form beside it; Ctrl+Enter keeps the amendment."""

    commands: CommandTable

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._record: Record | None = None
        self.head = PageHead()
        self.search = SearchField("amendSearch", tr("Find an item: text or pinyin initials"))
        self.subjects = SubjectList()
        self._about = ElidedLabel("section")
        self._about.setObjectName("amendAbout")
        self.text = QPlainTextEdit()
        self.text.setObjectName("amendText")
        NoteLimit(self.text)
        self.text.setAccessibleName(tr("What is to be read instead"))
        self.text.setPlaceholderText(tr("For example: one person, not two"))
        self.text.setTabChangesFocus(True)
        self.text.setAcceptDrops(False)  # a file is for the window around it
        self.text.setMinimumHeight(6 * GRID)
        self.text.setMaximumHeight(16 * GRID)
        self.reason = self._line("amendReason", tr("Why"))
        self.author = self._line("amendAuthor", tr("Who says so"))
        self._hint = wrapped("", "small")
        self._hint.setObjectName("amendHint")
        self._list_side = QWidget()
        fields = {"subject": self.subjects, "text": self.text, "reason": self.reason,
                  "author": self.author}  # fmt: skip
        self._draft = DraftKeeper(session, "amendment", fields, self, beside=("subject",))
        self.commands = amend_commands(self)
        give_context_menu(self.subjects, [self.commands[name] for name in ("text", "save")])
        self.head.lead_back(self.commands["back"])
        self.head.add(command_button(self.commands["save"], "saveAmendment", "primary"))
        self._lay_out()
        self._connect()

    def _line(self, name: str, title: str) -> QLineEdit:
        made = QLineEdit()
        made.setObjectName(name)
        made.setAccessibleName(title)
        TextLimit(made, LINE)
        return made

    def _lay_out(self) -> None:
        side = self._list_side
        side.setObjectName("surface")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        list_column = QVBoxLayout(side)
        list_column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        list_column.setSpacing(GRID)
        list_column.addWidget(self.search)
        list_column.addWidget(self.subjects, 1)
        form = QVBoxLayout()
        form.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        form.setSpacing(GRID // 2)
        form.addWidget(self._about)
        for title, field in (
            (tr("What is to be read instead"), self.text),
            (tr("Why"), self.reason),
            (tr("Who says so"), self.author),
        ):
            form.addWidget(label(title, "secondary"))
            form.addWidget(field)
        form.addWidget(self._hint)
        form.addStretch(1)
        row = stack(None, (side, (form, 1)), spacing=1, across=True)
        stack(self, (self.head, (row, 1)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = lacks_width(self)
        self._list_side.setFixedWidth(sized(_NARROW_LIST_WIDTH if is_narrow else _LIST_WIDTH))

    def _connect(self) -> None:
        self.search.textChanged.connect(self.subjects.narrow)
        self.search.left.connect(self._leave_search)
        self.subjects.chosen.connect(self.text.setFocus)
        self.subjects.selectionModel().currentChanged.connect(lambda *_: self._show_about())

    def open(self, record: Record, subject: Subject) -> None:
        """Show a form for a record: empty, on `subject`; else with what was left half written."""
        inspection = record.sheet.inspection
        self._draft.leave()
        self._record = record
        self.head.set_texts(tr("Amendment"), inspection.site_name)
        self.search.clear()
        self.subjects.show_record(record, subject)
        self.text.clear()
        self.reason.clear()
        last = inspection.inspectors[-1] if inspection.inspectors else ""
        self.author.setText(head_of(inspection.party) or last)
        self._hint.setText(tr("The sealed record stays as it is; the amendment stands beside it."))
        set_role(self._hint, "small")
        goes_on = self._draft.begin(inspection.id)
        self._show_about()
        (self.search if subject == (None, None) and not goes_on else self.text).setFocus()

    def confirm(self) -> None:
        """Keep the amendment; say what is still missing."""
        subject, record = self.subjects.subject, self._record
        if record is None:
            return
        if subject is None:
            self._say(tr("Choose what the amendment is about."), self.search)
            return
        for field, value, missing in (
            (self.text, self.text.toPlainText(), tr("Write what is to be read instead.")),
            (self.reason, self.reason.text(), tr("Write why.")),
            (self.author, self.author.text(), tr("Write who says so.")),
        ):
            if not value.strip():
                self._say(missing, field)
                return
        amendment = self._session.workspace.records.amended(
            record.sheet.inspection,
            record.amendments,
            self.text.toPlainText(),
            self.reason.text(),
            self.author.text(),
            *subject,
        )
        if self._session.keep(AmendmentPending(amendment)):
            self._draft.drop()
            self.left.emit()

    def go_back(self) -> None:
        """Leave the page; what is written waits there."""
        if self._draft.is_written:
            self._session.hinted.emit(
                tr(
                    "What is written of the amendment waits: {amend} goes on.",
                    amend=press(AMEND, tr("Amend")),
                )
            )
        self._draft.leave()
        self.left.emit()

    def _leave_search(self) -> None:
        self.subjects.setFocus()

    def _show_about(self) -> None:
        self._about.setText(self.subjects.subject_text)

    def _say(self, text: str, field: QWidget) -> None:
        self._hint.setText(text)
        set_role(self._hint, "caution")
        field.setFocus()
