"""Photos that go with a step: chosen, dropped or pasted; read beside the window, kept with it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.domain.visit.evidence import Evidence, EvidenceOrigin, EvidenceRole
from inspector.gui.commands.keyed_button import KeyedButton
from inspector.gui.photos.photo_intake import PhotoIntake
from inspector.gui.photos.photo_strip import PhotoStrip
from inspector.gui.photos.photo_subject import Subject
from inspector.gui.session import Session
from inspector.gui.theme import GRID
from inspector.gui.widgets.evidence_source import Source
from inspector.gui.widgets.labels import wrapped
from inspector.translation import tr
from inspector.workspace.evidence.evidence_bytes import Prepared
from inspector.workspace.findings.close_out import Shown


class PhotoTray(QWidget):
    """`shown` is what was read so far; while `intake` waits, the step has to wait."""

    opened = Signal(object, object)
    """The photos are to be seen large: a Subject, and the place of the one to begin with."""

    def __init__(self, session: Session, role: EvidenceRole) -> None:
        """`role` is what the step makes of the photos: reported, or rechecked."""
        super().__init__()
        self._session, self._role = session, role
        self.intake = _StepIntake(session, self)
        self.shown: list[Shown] = []
        self._evidence: tuple[Evidence, ...] = ()  # the same, as the strip has it
        self.strip = PhotoStrip("stepPhotos")
        self.strip.use(session)
        self._add = KeyedButton(tr("Add photos…"), "Ctrl+O", "addPhotos")
        self._said = wrapped("", "small")
        self._said.setObjectName("photosSaid")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self._add)
        column.addWidget(self.strip)
        column.addWidget(self._said)
        self._add.clicked.connect(self.intake.choose)
        self.strip.left.connect(self._add.setFocus)
        self.strip.opened.connect(self._open)

    def clear(self) -> None:
        """Begin with no photo; what is still being read is for the step before."""
        self.shown, self._evidence = [], ()
        self.dress()

    def add(self, shown: Shown) -> None:
        """Take a photo or file that was read, and show it."""
        book = self._session.workspace.evidence
        self.shown.append(shown)
        one = book.made(shown.prepared, shown.origin, self._role)
        self._evidence = (*self._evidence, one)
        self.dress()

    def dress(self) -> None:
        """Show what is there, by its name, and say whether something is still being read."""
        self.strip.show_evidence(self._evidence, [each.name for each in self._evidence])
        self._said.setText(tr("Reading…"))
        self._said.setVisible(bool(self.intake.waiting))

    def _open(self, at: int) -> None:
        evidence = self._evidence
        if evidence[at].is_photo:
            self.opened.emit(Subject(self.intake.title(), lambda: evidence), at)


class _StepIntake(PhotoIntake):
    """Keeps nothing yet: a disk that refuses says so before the step is taken."""

    def __init__(self, session: Session, tray: PhotoTray) -> None:
        super().__init__(session, tray)
        self._tray = tray

    def title(self) -> str:
        return tr("Photos")

    def take(self, sources: Sequence[Source], origin: EvidenceOrigin) -> None:
        book, step = self._session.workspace.evidence, self._tray.shown

        def keep(prepared: Prepared) -> None:
            if step is self._tray.shown:  # else the form was emptied for another step
                self._tray.add(Shown(prepared, origin))

        self._read(sources, book.prepare, tr("Photos"), keep, self._tray.dress)
        self._tray.dress()

    def say(self, text: str, good: bool) -> None:
        self._session.hinted.emit(text)
