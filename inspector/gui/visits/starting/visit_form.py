"""How a visit is made, by whom, with what: only the fields that mean something for its kind."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QWidget

from inspector.domain.checklist.checklist import Pack
from inspector.domain.checklist.method import Form
from inspector.domain.people.typed_names import names_in
from inspector.domain.visit.asking import marks_must
from inspector.domain.visit.inspection import InspectionKind, Slot
from inspector.gui.editor_draft import Field
from inspector.gui.theme import GRID
from inspector.gui.visits.parts.names_edit import NamesEdit
from inspector.gui.widgets.combo import Combo
from inspector.gui.widgets.fields.text_limit import LINE, TextLimit
from inspector.gui.widgets.labels import label, plain_tip, wrapped
from inspector.gui.widgets.stacked import surface
from inspector.gui.words import form_word, kind_word, several_names, slot_word
from inspector.translation import tr, tr_count

FORM_WIDTH, NARROW_FORM_WIDTH = 320, 248

KINDS = (
    InspectionKind.COVERT,
    InspectionKind.OPEN,
    InspectionKind.PATROL,
    InspectionKind.RECHECK,
    InspectionKind.CROSS,
    InspectionKind.SELF,
)
"""In the order in which they are offered; Alt with the digit chooses one."""


class VisitForm(QWidget):
    """The column on the right of the form."""

    kind_changed = Signal()
    names_changed = Signal()

    asks_other = Signal()
    """Other items are asked: another checklist or form is chosen."""

    def __init__(self) -> None:
        super().__init__()
        surface("panel", self)
        self.kind_box = _box("kind", tr("Kind of visit"))
        for kind in KINDS:
            self.kind_box.addItem(kind_word(kind), kind)
        self.slot_box = _box("slot", tr("Shift"))
        for slot in Slot:
            self.slot_box.addItem(slot_word(slot), slot)
        self.pack_box = _box("pack", tr("Checklist"))
        self.form_box = _box("form", tr("How much is asked"))
        for form in Form:
            self.form_box.addItem(form_word(form), form)
        self._asked = wrapped("", "small")
        self._asked.setObjectName("itemsAsked")
        self._packs: dict[str, Pack] = {}
        hint = tr("Needed to complete it. {names}", names=several_names())
        self.names_edit = NamesEdit("inspectors", tr("Inspectors"))
        self.names_edit.setPlaceholderText(hint)
        self._phase = _edit("phase", tr("Phase"), tr("Optional, for example 巩固提高"))
        self.group_edit = _edit(
            "sharedBy", tr("Shared by the group"), tr("Only where each takes some windows")
        )
        self._shared = wrapped(
            tr(
                "Everybody ticks only the windows that he takes, and one takes the public area."
                " All write the same group."
            ),
            "small",
        )
        self._shared.setObjectName("sharedVisit")
        self.group_edit.setToolTip(plain_tip(self._shared.text()))
        self._is_shared = False
        self._says_little = False
        self._names_title = label("", "secondary")
        self._conflict = wrapped("", "caution")
        self._conflict.setObjectName("newConflict")
        self._conflict.hide()
        self._form = QFormLayout(self)
        self._form.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        self._form.setVerticalSpacing(GRID)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        for title, field in (
            (label(tr("Kind of visit"), "secondary"), self.kind_box),
            (label(tr("Shift"), "secondary"), self.slot_box),
            (label(tr("Checklist"), "secondary"), self.pack_box),
            (label(tr("How much is asked"), "secondary"), self.form_box),
            (self._names_title, self.names_edit),
        ):
            self._form.addRow(title, field)
        self._form.insertRow(self._form.rowCount() - 1, self._asked)
        self._form.addRow(self.names_edit.list)
        self._below_names = self._form.rowCount()
        self._words: list[QLabel] = [self._asked, self._conflict]
        self._form.addRow(self._conflict)
        self._form.addRow(label(tr("Phase"), "secondary"), self._phase)
        self._form.addRow(label(tr("Shared by the group"), "secondary"), self.group_edit)
        self._form.addRow(self._shared)
        self._words.append(self._shared)
        self.group_edit.textChanged.connect(lambda typed: self._show_shared())
        self.names_edit.textChanged.connect(self.names_changed)
        self.kind_box.currentIndexChanged.connect(lambda index: self._on_kind())
        self.pack_box.currentIndexChanged.connect(lambda index: self._on_pack())
        self.form_box.currentIndexChanged.connect(lambda index: self.asks_other.emit())
        self._on_kind()

    @property
    def drafted(self) -> dict[str, Field]:
        """What is filled in, by name, in the order in which one thing asks for another."""
        return {
            "kind": self.kind_box, "slot": self.slot_box, "pack": self.pack_box,
            "form": self.form_box, "names": self.names_edit, "phase": self._phase,
            "shared": self.group_edit,
        }  # fmt: skip

    @property
    def kind(self) -> InspectionKind:
        """The kind that is chosen."""
        return InspectionKind(self.kind_box.currentData())  # Qt keeps it as plain text

    @property
    def slot(self) -> Slot:
        """The shift of a patrol."""
        return Slot(self.slot_box.currentData())

    @property
    def pack_id(self) -> str:
        """The checklist that is chosen."""
        pack_id: str = self.pack_box.currentData()
        return pack_id

    @property
    def pack(self) -> Pack | None:
        """The checklist that is chosen, as it is read."""
        return self._packs.get(self.pack_box.currentData())

    @property
    def offers_forms(self) -> bool:
        """The visit may ask less than everything."""
        return self.kind.scores and self.pack is not None and marks_must(self.pack)

    @property
    def form(self) -> Form:
        """How much of the checklist is asked."""
        return Form(self.form_box.currentData()) if self.offers_forms else Form.FULL

    def choose_form(self, position: int) -> None:
        """Choose how much is asked by its position."""
        self.form_box.setCurrentIndex(position)

    def say_asked(self, windows: Sequence[int], public: int, unasked: int) -> None:
        """Say how much is asked: items of each of the `windows`, and of the `public` area.

        `unasked` are the items that only a visit that is announced asks.
        """
        said = []
        if windows:
            least, most = min(windows), max(windows)
            many = str(least) if least == most else f"{least}–{most}"
            said = [
                tr_count(len(windows), "1 window × {many}", "{count} windows × {many}", many=many)
            ]
        if public:
            said.append(tr("public {count}", count=public))
        if said:
            count = sum(windows) + public
            parts = " + ".join(said)
            said = [tr_count(count, "{parts} = 1 item", "{parts} = {count} items", parts=parts)]
        if unasked:
            said.append(
                tr_count(
                    unasked,
                    "1 more where it is announced",
                    "{count} more where it is announced",
                )
            )
        self._asked.setText("\n".join(said))
        self._form.setRowVisible(self._asked, bool(said))
        self.fit_words()

    def put_below_names(self, *widgets: QWidget) -> None:
        """Put what is said of the names, and done with them, below their field."""
        for place, widget in enumerate(widgets, self._below_names):
            self._form.insertRow(place, widget)
            if isinstance(widget, QLabel):
                self._words.append(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_words()

    def fit_words(self) -> None:
        """Let what is said take the lines it needs: Qt would press it flat in a low window."""
        margins = self._form.contentsMargins()
        width = self.width() - margins.left() - margins.right()
        for words in self._words:
            words.setMinimumHeight(words.heightForWidth(width) if words.text() else 0)

    @property
    def typed_names(self) -> str:
        """The names as they were typed."""
        return self.names_edit.text()

    @property
    def names(self) -> list[str]:
        """The names, one by one."""
        return names_in(self.names_edit.text())

    @property
    def phase(self) -> str:
        """The phase of a campaign, or ''."""
        return self._phase.text().strip()

    @property
    def shared_by(self) -> str:
        """The group that shares the visit (分头检查), or ''."""
        return self.group_edit.text().strip() if self.kind.scores else ""

    @property
    def is_shared(self) -> bool:
        """Whose part the visit is can be written; of a whole one nothing of it is there."""
        return self._is_shared and self.kind.scores

    def share(self, group: str) -> None:
        """Let the visit be one part of several, of a group that is known or still to be written."""
        self._is_shared = True
        self.group_edit.setText(group)
        self._show_shared()
        self.group_edit.setFocus()
        self.group_edit.selectAll()

    def keep_whole(self) -> None:
        """Let the visit be whole again."""
        self._is_shared = False
        self.group_edit.clear()
        self._show_shared()

    def _show_shared(self) -> None:
        """Show whose part the visit is, and say how it is shared; not of a whole one."""
        self._is_shared |= bool(self.group_edit.text())  # what was typed and left comes back
        self._form.setRowVisible(self.group_edit, self.is_shared)
        self._form.setRowVisible(self._shared, self.is_shared and not self._says_little)
        self.fit_words()

    def open(self, packs: Sequence[Pack], names: str, slot: Slot) -> None:
        """Show the fields as they are to begin with."""
        self._packs = {pack.id: pack for pack in packs}
        self.pack_box.clear()
        for pack in packs:
            self.pack_box.addItem(f"{pack.title} {pack.version}", pack.id)
        self.names_edit.setText(names)
        self.slot_box.setCurrentIndex(self.slot_box.findData(slot))
        self.kind_box.setCurrentIndex(0)
        self.form_box.setCurrentIndex(0)
        self._phase.clear()
        self.keep_whole()

    def suggest_pack(self, pack: Pack | None) -> None:
        """Choose the checklist that fits a site."""
        if pack is not None:
            self.pack_box.setCurrentIndex(self.pack_box.findData(pack.id))

    def propose_phase(self, name: str) -> None:
        """Fill in the phase that today is in."""
        self._phase.setText(name)

    def warn_of_conflict(self, names: Sequence[str], barred: Sequence[str]) -> None:
        """Say who of those named belongs to the site, and who must not go there by the plan."""
        said = []
        if names:
            own = "、".join(names)
            said.append(tr("! Conflict of interest: {names} belongs to this site", names=own))
        if barred:
            kept = "、".join(barred)
            said.append(
                tr("! By the plan of visits {names} must not inspect this site", names=kept)
            )
        self._conflict.setText("\n".join(said))
        self._conflict.setVisible(bool(said))
        self.fit_words()

    def lie_low(self, is_low: bool) -> None:
        """Put each title beside its field, where a low window has no room above it."""
        wrap = QFormLayout.RowWrapPolicy
        self._form.setRowWrapPolicy(wrap.DontWrapRows if is_low else wrap.WrapAllRows)

    def say_little(self, little: bool) -> None:
        """Leave to a tooltip how a visit is shared, where a low window has no room to say it."""
        if little != self._says_little:
            self._says_little = little
            self._show_shared()

    def focus_names(self) -> None:
        """Put the keyboard on who goes."""
        self.names_edit.setFocus()
        self.names_edit.selectAll()

    def choose_kind(self, position: int) -> None:
        """Choose a kind by its position."""
        self.kind_box.setCurrentIndex(position)

    def _on_kind(self) -> None:
        kind = self.kind
        shown = {
            self.slot_box: kind is InspectionKind.PATROL,
            self.pack_box: kind.scores,
            self.form_box: self.offers_forms,
            self._phase: kind.scores,
        }
        # First what goes, then what comes: all of them together would stretch a low window.
        for field in sorted(shown, key=lambda field: shown[field]):
            self._form.setRowVisible(field, shown[field])
        self._show_shared()
        title = {
            InspectionKind.PATROL: tr("Patrollers"),
            InspectionKind.RECHECK: tr("Rechecked by"),
        }.get(kind, tr("Inspectors"))
        self._names_title.setText(title)
        self.names_edit.setAccessibleName(title)
        self.kind_changed.emit()

    def _on_pack(self) -> None:
        self._form.setRowVisible(self.form_box, self.offers_forms)
        self.asks_other.emit()


def _box(name: str, title: str) -> QComboBox:
    made = Combo()
    made.setObjectName(name)
    made.setAccessibleName(title)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return made


def _edit(name: str, title: str, placeholder: str) -> QLineEdit:
    made = QLineEdit()
    TextLimit(made, LINE)
    made.setObjectName(name)
    made.setAccessibleName(title)
    made.setPlaceholderText(placeholder)
    return made
