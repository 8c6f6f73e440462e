"""Photos that go with a step: chosen, dropped or pasted; read beside the window, kept with it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.domain.visit.evidence import EvidenceOrigin
from inspector.gui.frame.panel import key_button
from inspector.gui.photos.photo_intake import PhotoIntake
from inspector.gui.session import Session
from inspector.gui.theme import GRID
from inspector.gui.widgets.evidence_source import Source
from inspector.gui.widgets.labels import wrapped
from inspector.translation import tr, tr_count
from inspector.workspace.evidence.evidence_bytes import Prepared
from inspector.workspace.findings.close_out import Shown


class PhotoTray(QWidget):
    """`shown` is what was read so far; while `intake` waits, the step has to wait."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.intake = _StepIntake(session, self)
        self.shown: list[Shown] = []
        self._add = key_button(tr("Add photos…"), "Ctrl+O", "addPhotos")
        self._said = wrapped("", "small")
        self._said.setObjectName("photosSaid")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self._add)
        column.addWidget(self._said)
        self._add.clicked.connect(self.intake.choose)

    def clear(self) -> None:
        """Begin with no photo; what is still being read is for the step before."""
        self.shown = []
        self.dress()

    def dress(self) -> None:
        """Say which photos are there, and whether one is still being read."""
        names = "、".join(each.prepared.name for each in self.shown)
        said = tr_count(
            len(self.shown), "✓ 1 photo: {names}", "✓ {count} photos: {names}", names=names
        )
        reading = tr("Reading…") if self.intake.waiting else ""
        self._said.setText("\n".join(part for part in (said if names else "", reading) if part))
        self._said.setVisible(bool(names or reading))
        self.changed.emit()


class _StepIntake(PhotoIntake):
    """Keeps nothing yet: a disk that refuses says so before the step is taken."""

    def __init__(self, session: Session, tray: PhotoTray) -> None:
        super().__init__(session, tray)
        self._tray = tray

    def title(self) -> str:
        return tr("Photos")

    def take(self, sources: Sequence[Source], origin: EvidenceOrigin) -> None:
        book, shown = self._session.workspace.evidence, self._tray.shown

        def keep(prepared: Prepared) -> None:
            shown.append(Shown(prepared, origin))
            self._tray.dress()

        self._read(sources, book.prepare, tr("Photos"), keep, self._tray.dress)
        self._tray.dress()

    def say(self, text: str, good: bool) -> None:
        self._session.hinted.emit(text)
