"""What I and Shift+I do: new photos from the watched folder to the item in front, one by one."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from inspector.domain.visit.evidence import EvidenceOrigin
from inspector.gui.photos.inbox_bar import InboxBar
from inspector.gui.photos.photo_inbox import Offer, PhotoInbox
from inspector.gui.photos.visit_intake import VisitIntake
from inspector.gui.session import Session
from inspector.gui.widgets.ask_line import AskLine
from inspector.gui.widgets.evidence_source import from_paths
from inspector.gui.widgets.file_choice import folder_to_watch
from inspector.translation import tr
from inspector.workspace.preferences import PHOTO_FOLDER


class InboxKeys(QObject):
    """Between the bar and the item; asks for a folder where there is none yet."""

    def __init__(
        self,
        session: Session,
        line: AskLine,
        bar: InboxBar,
        intake: VisitIntake,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._line, self._bar, self._intake = session, line, bar, intake
        self.offers = PhotoInbox(session, bar, self)
        self.offers.arrived.connect(self._on_arrived)
        bar.attach_wanted.connect(self._attach_offer)
        bar.attach_all_wanted.connect(self._attach_all)

    def attach_next(self) -> None:
        """I: attach the framed picture of the queue; without a folder, offer to choose one."""
        line = self._line
        if self._bar.pictures:
            self._attach_offer(self._bar.at)
        elif line.waits_for(self._choose_folder) or line.waits_for(self.offers.show_older):
            line.confirm()
        elif not self.offers.folder:
            question = tr(
                "No folder is watched for new photos yet. I again chooses the one that your"
                " phone or camera card syncs into."
            )
            line.wait(self._choose_folder, question, tr("Choose folder…"))
        else:
            folder = Path(self.offers.folder).name or self.offers.folder
            question = tr("No new photo in {folder}. I again shows older ones.", folder=folder)
            line.wait(self.offers.show_older, question, tr("Show older"))

    def choose_offer(self) -> None:
        """Shift+I: choose among the new pictures."""
        if self._bar.pictures:
            self._line.stop()
            self._bar.setFocus()
        else:
            self.attach_next()

    def _on_arrived(self) -> None:
        if self._line.waits_for(self.offers.show_older):
            self._line.stop()  # there are new ones

    def _choose_folder(self) -> None:
        title = tr("The folder that new photos arrive in")
        folder = folder_to_watch(self._session, self._bar, title, self.offers.folder)
        if folder is not None:
            preferences = self._session.workspace.preferences
            self._session.attempt(lambda: preferences.set(PHOTO_FOLDER, str(folder)))

    def _attach_offer(self, at: int) -> None:
        if self._intake.target() and (offer := self.offers.take(at)) is not None:
            self._attach(offer)

    def _attach_all(self) -> None:
        while self._intake.target() and (offer := self.offers.take(0)) is not None:
            self._attach(offer)

    def _attach(self, offer: Offer) -> None:
        found = from_paths([offer.picture.path])
        self._intake.take(found, EvidenceOrigin.WATCHED, partial(self.offers.attached, offer))
