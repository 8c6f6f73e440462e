"""New pictures from the watched folder, to be attached one by one; none of them by itself."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage

from inspector.domain.visit.evidence import Evidence, EvidenceOrigin
from inspector.domain.visit.inspection import Inspection
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.gui.commands.shared_keys import NEW_PHOTO, press
from inspector.gui.jobs.background import Background
from inspector.gui.photos.inbox_bar import InboxBar
from inspector.gui.photos.visit_intake import VisitIntake
from inspector.gui.session import Session
from inspector.gui.widgets.ask_line import AskLine
from inspector.gui.widgets.evidence_source import from_paths
from inspector.gui.widgets.file_choice import folder_to_watch
from inspector.translation import tr
from inspector.workspace.preferences import PHOTO_FOLDER
from inspector.workspace.visits.arriving_pictures import NewPicture, NewPictures

POLL = 2000
"""Milliseconds between two looks at the folder."""

SIDE = 192
"""Pixels of the longer side of a small picture."""


@dataclass(frozen=True, eq=False)
class Offer:
    """A picture in the queue, and how it looks."""

    picture: NewPicture
    small: QImage


class PhotoInbox(QObject):
    """Looks at the folder on a thread while a visit is in front, and fills the bar."""

    def __init__(
        self, session: Session, bar: InboxBar, line: AskLine, intake: VisitIntake, parent: QObject
    ) -> None:
        """`line` asks for a folder where there is none yet; `intake` attaches."""
        super().__init__(parent)
        self._session, self._bar, self._line, self._intake = session, bar, line, intake
        self._inspection: Inspection | None = None
        self._pictures: NewPictures | None = None
        self._offered: list[Offer] = []
        self._older: list[Offer] = []
        self._attached: dict[str, Offer] = {}  # by evidence id
        self._work = Background(self)
        self._poll = QTimer(self, interval=POLL)
        self._poll.timeout.connect(self.look)
        session.closing.connect(self.close)
        bar.attach_wanted.connect(self._attach_offer)
        bar.attach_all_wanted.connect(self._attach_all)
        bar.dismiss_wanted.connect(lambda at: self._dismiss([at]))
        bar.dismiss_all_wanted.connect(lambda: self._dismiss(range(len(self._offered))))
        bar.older_wanted.connect(self.show_older)

    @property
    def folder(self) -> str:
        """The watched folder; empty when there is none."""
        return self._session.workspace.preferences.get(PHOTO_FOLDER)

    def open(self, inspection: Inspection, *, everything: bool = False) -> None:
        """Watch the folder for a visit, if there is one to watch."""
        self.close()
        self._inspection = inspection
        if self.folder:
            self._pictures = self._session.workspace.new_pictures(
                Path(self.folder), inspection, SIDE, everything=everything
            )
            self._poll.start()
            self.look()

    def close(self) -> None:
        """Watch no more; what a look still brings is not wanted."""
        self._poll.stop()
        self._pictures = self._inspection = None
        self._offered, self._older, self._attached = [], [], {}
        self._show()

    def watch_anew(self) -> None:
        """Another folder was chosen."""
        if self._inspection is not None and (
            self._pictures is None or str(self._pictures.folder) != self.folder
        ):
            self.open(self._inspection)

    def show_older(self) -> None:
        """Offer what was taken before the visit as well: somebody asked for it."""
        if self._older:
            self._offered, self._older = [*self._older, *self._offered], []
            self._show()
        elif self._inspection is not None:
            self.open(self._inspection, everything=True)

    def look(self) -> None:
        """Look at the folder on the thread, unless the last look is still under way."""
        pictures = self._pictures
        if pictures is not None and not self._work.open_jobs:
            self._work.do(pictures.look, lambda came: self._take(pictures, *came))

    def _take(self, pictures: NewPictures, came: list[NewPicture], more: bool) -> None:
        if pictures is not self._pictures:
            return
        for picture in came:
            # Written anew under its name, it takes the place of what it was before.
            for offers in (self._offered, self._older):
                offers[:] = [each for each in offers if each.picture.path != picture.path]
            hold_back = picture.before_visit and not pictures.everything
            (self._older if hold_back else self._offered).append(
                Offer(picture, QImage.fromData(picture.small))
            )
        if came:
            self._show()
            if self._line.waits_for(self.show_older):
                self._line.stop()  # there are new ones
        if more:
            self.look()

    # What I and Shift+I do

    def attach_next(self) -> None:
        """I: attach the framed picture of the queue; without a folder, offer to choose one."""
        line = self._line
        if self._bar.pictures:
            self._attach_offer(self._bar.at)
        elif line.waits_for(self._choose_folder) or line.waits_for(self.show_older):
            line.confirm()
        elif not self.folder:
            question = tr(
                "No folder is watched for new photos yet. {again} again chooses the one that your"
                " phone or camera card syncs into.",
                again=press(NEW_PHOTO, tr("Choose folder…")),
            )
            line.wait(self._choose_folder, question, tr("Choose folder…"))
        else:
            folder = Path(self.folder).name or self.folder
            question = tr(
                "No new photo in {folder}. {again} again shows older ones.",
                folder=folder,
                again=press(NEW_PHOTO, tr("Show older")),
            )
            line.wait(self.show_older, question, tr("Show older"))

    def choose_offer(self) -> None:
        """Shift+I: choose among the new pictures."""
        if self._bar.pictures:
            self._line.stop()
            self._bar.setFocus()
        else:
            self.attach_next()

    def _choose_folder(self) -> None:
        title = tr("The folder that new photos arrive in")
        folder = folder_to_watch(self._session, self._bar, title, self.folder)
        if folder is not None:
            preferences = self._session.workspace.preferences
            self._session.attempt(lambda: preferences.set(PHOTO_FOLDER, str(folder)))

    def _attach_offer(self, at: int) -> None:
        if self._intake.target() and (offer := self._take_out(at)) is not None:
            self._attach(offer)

    def _attach_all(self) -> None:
        while self._intake.target() and (offer := self._take_out(0)) is not None:
            self._attach(offer)

    def _attach(self, offer: Offer) -> None:
        found = from_paths([offer.picture.path])
        self._intake.take(found, EvidenceOrigin.WATCHED, partial(self._attached_as, offer))

    def _take_out(self, at: int) -> Offer | None:
        """Take a picture out of the queue to be attached; None when there is none."""
        if not 0 <= at < len(self._offered):
            return None
        offer = self._offered.pop(at)
        self._settle(offer, True)
        self._show()
        return offer

    def _attached_as(self, offer: Offer, evidence: Evidence) -> None:
        """Remember which evidence a picture became: an undo puts it back into the queue."""
        self._attached[evidence.id] = offer

    def follow(self, sheet: InspectionSheet) -> None:
        """Offer again what was attached and is not any more, or the other way round."""
        if not self._attached:
            return
        there = {each.id for each in sheet.evidence}
        before = list(self._offered)
        for evidence_id, offer in self._attached.items():
            if (evidence_id not in there) != (offer in self._offered):
                if evidence_id in there:
                    self._offered.remove(offer)
                else:
                    self._offered.insert(0, offer)
                self._settle(offer, evidence_id in there)
        if self._offered != before:
            self._show()

    def _dismiss(self, positions: "range | list[int]") -> None:
        for at in sorted(positions, reverse=True):
            if 0 <= at < len(self._offered):
                self._settle(self._offered.pop(at), True)
        self._show()

    def _settle(self, offer: Offer, done: bool) -> None:
        pictures = self._pictures
        if pictures is not None:
            self._session.keep(pictures.settle(offer.picture.path, done))

    def _show(self) -> None:
        self._bar.show_pictures([offer.small for offer in self._offered], len(self._older))
