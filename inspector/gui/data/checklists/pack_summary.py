"""What a pack is for and how it scores, and comparing it with another version of it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from inspector.domain.checklist.checklist import Pack
from inspector.gui.theme import GRID
from inspector.gui.widgets.combo import Combo
from inspector.gui.widgets.labels import wrapped
from inspector.translation import tr
from inspector.workspace.packs.pack_scoring_words import grades_text, policy_text, weights_text


class PackSummary(QWidget):
    """Three lines, as far as there is room; the choice of a version only where there are any."""

    RULES_FROM, MEASURES_FROM = 480, 420
    """Pixels of height of the view from which these have room besides the items."""

    compared = Signal(str)
    """The pack is to be compared with this version of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pack: Pack | None = None
        self._summary = wrapped()
        self._summary.setObjectName("packSummary")
        self._versions = Combo()
        self._versions.setObjectName("packVersions")
        self._versions.setAccessibleName(tr("Compare with another version"))
        self._versions.setMinimumWidth(184)
        self._measures = wrapped("", "secondary")
        self._measures.setObjectName("packMeasures")
        self._rules = wrapped("", "secondary")
        self._rules.setObjectName("packRules")
        grid = QGridLayout(self)
        grid.setContentsMargins(2 * GRID, GRID, 2 * GRID, 0)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID // 2)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self._summary, 0, 0)
        grid.addWidget(self._versions, 0, 1)
        grid.addWidget(self._measures, 1, 0, 1, 2)
        grid.addWidget(self._rules, 2, 0, 1, 2)
        self._versions.activated.connect(self._choose)

    def show_pack(self, pack: Pack, others: Sequence[str] = ()) -> None:
        """Show a pack, and offer to compare it with other versions."""
        self._pack = pack
        self._measures.setText(f"{weights_text(pack)}    {grades_text(pack)}")
        self._rules.setText(policy_text(pack))
        self._versions.clear()
        self._versions.addItem(tr("Compare with version…"), "")
        for version in others:
            self._versions.addItem(tr("Version {version}", version=version), version)
        self._versions.setVisible(bool(others))

    def make_room(self, height: int) -> None:
        """Show what has room in a view of this height."""
        roomy = height >= self.MEASURES_FROM
        if self._pack is not None:
            self._summary.setText(self._pack.summary or self._pack.title)
        self._summary.setVisible(roomy)
        self._measures.setVisible(roomy)
        self._rules.setVisible(height >= self.RULES_FROM)
        self.setVisible(roomy or self._versions.count() > 1)

    def _choose(self, index: int) -> None:
        version = self._versions.itemData(index)
        self._versions.setCurrentIndex(0)
        if version:
            self.compared.emit(version)
