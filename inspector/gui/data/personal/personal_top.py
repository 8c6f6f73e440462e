"""The head of 个人信息: whom to look up, how long photos and names are kept, what is due."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from inspector.gui.frame.whole_label import WholeLabel
from inspector.gui.theme import GRID, fix_width
from inspector.gui.widgets.fields.text_limit import NAME, TextLimit
from inspector.gui.widgets.labels import label
from inspector.gui.widgets.stacked import stack
from inspector.translation import tr
from inspector.workspace.preferences import KEEP_NAMES, KEEP_PHOTOS, Preference

_NAME_WIDTH, _MONTHS_WIDTH = 136, 60


class PersonalTop(QWidget):
    """`looked_up` says that the name is to be looked up, `period_set` that a period was changed."""

    looked_up = Signal()
    period_set = Signal(object, str)

    def __init__(self, look: QWidget, erase_due: QWidget) -> None:
        super().__init__()
        self.setObjectName("surface")
        self.name = QLineEdit()
        self.name.setObjectName("personalName")
        self.name.setAccessibleName(tr("Name or staff number"))
        self.name.setPlaceholderText(tr("Name or staff number"))
        TextLimit(self.name, NAME)
        fix_width(self.name, _NAME_WIDTH)
        self._months: dict[Preference, QLineEdit] = {}
        fields: list[QWidget] = []
        for preference, title in (
            (KEEP_PHOTOS, tr("Photos, months")),
            (KEEP_NAMES, tr("Names, months")),
        ):
            field = QLineEdit()
            field.setObjectName(preference.key)
            field.setAccessibleName(title)
            field.setPlaceholderText(tr("all"))
            field.setMaxLength(3)
            field.setValidator(QIntValidator(1, preference.most, field))
            fix_width(field, _MONTHS_WIDTH)
            field.editingFinished.connect(
                lambda preference=preference, field=field: self.period_set.emit(
                    preference, field.text()
                )
            )
            self._months[preference] = field
            fields += [label(title, "secondary"), field]
        self._due = WholeLabel("personalDue", "secondary")
        row = stack(None, (self.name, look, *fields), spacing=GRID, across=True)
        row.addStretch(1)
        due = stack(None, ((self._due, 1), erase_due), spacing=2 * GRID, across=True)
        stack(self, (row, due), margin=(2 * GRID, GRID, 2 * GRID, GRID), spacing=GRID)
        self.name.returnPressed.connect(self.looked_up)

    def show_due(self, months: dict[Preference, str], said: str) -> None:
        """Show the periods that are set and what is due by them."""
        for preference, field in self._months.items():
            if not field.hasFocus():
                field.setText(months[preference])
        self._due.setText(said)
