"""Everything about photos on the scoring page: in, seen, moved, marked, taken off."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from inspector.domain.errors import NotTakenInError
from inspector.domain.evidence import Evidence, EvidenceOrigin, EvidenceRole
from inspector.gui.data.file_choice import folder_to_watch
from inspector.gui.inspect import evidence_steps, photo_words, questions
from inspector.gui.inspect.annotation import Shape
from inspector.gui.inspect.evidence_source import Source, from_mime, from_paths
from inspector.gui.inspect.inbox_bar import InboxBar
from inspector.gui.inspect.mark_keeper import MarkKeeper
from inspector.gui.inspect.photo_drop import PhotoDrop
from inspector.gui.inspect.photo_inbox import Offer, PhotoInbox
from inspector.gui.inspect.photo_intake import Batch, Intake, Target
from inspector.gui.inspect.photo_mover import Place
from inspector.gui.inspect.photo_viewer import PhotoViewer, other_role
from inspector.gui.inspect.scoring import Scoring
from inspector.gui.inspect.thumbnail_cache import ThumbnailCache
from inspector.gui.key_line import Keys
from inspector.gui.session import Session
from inspector.gui.shortcuts import add_shortcut
from inspector.translation import tr
from inspector.workspace.changes import Changes
from inspector.workspace.evidence import Prepared
from inspector.workspace.preferences import PHOTO_FOLDER

if TYPE_CHECKING:
    from inspector.gui.inspect.scoring_page import ScoringPage

_LAST_FOLDER = "photoFolder"


class PhotoDesk(QObject):
    """Beside a scoring page. What is read is attached to where the inspector stood when it came.

    The page asks it for its `bar`, its `commands` and its keys, and opens and closes it.
    """

    keys_changed = Signal()

    def __init__(self, session: Session, page: "ScoringPage") -> None:
        super().__init__(page)
        self._session = session
        self._page = page
        self._scoring: Scoring | None = None
        self.bar = InboxBar()
        self.inbox = PhotoInbox(session, self.bar, self)
        self.thumbnails = ThumbnailCache(session, self)
        self.viewer = PhotoViewer(session, page)
        self._intake = Intake(session, self._attach, self._report, self)
        self._marks = MarkKeeper(session, self._keep_marks, self)
        self._drop = PhotoDrop(page, self)
        self._connect()

    def _connect(self) -> None:
        strip, panel, viewer, bar = (
            self._page.panel.photos, self._page.panel, self.viewer, self.bar,
        )  # fmt: skip
        strip.use(self.thumbnails)
        strip.opened.connect(self.view)
        strip.removed.connect(lambda at: self._remove(self._here_evidence[at]))
        panel.add_photo.clicked.connect(self.choose)
        viewer.closed.connect(self._on_viewer_closed)
        viewer.remove_wanted.connect(self._remove)
        viewer.role_wanted.connect(self._turn_role)
        viewer.move_wanted.connect(self._move)
        viewer.marks_drawn.connect(self._draw)
        viewer.marks_off_wanted.connect(self._take_marks_off)
        viewer.open_wanted.connect(self._open)
        viewer.copy_wanted.connect(self._save_copy)
        viewer.paste_wanted.connect(self.paste)
        viewer.undo_wanted.connect(lambda: self._travel(back=True))
        viewer.redo_wanted.connect(lambda: self._travel(back=False))
        bar.attach_wanted.connect(self._attach_offer)
        bar.attach_all_wanted.connect(self._attach_all)
        bar.left.connect(self._page.items.setFocus)
        self._drop.dropped.connect(lambda found: self._take(found, EvidenceOrigin.DROPPED))
        self._session.changed.connect(self._on_changed)
        add_shortcut(self._page, "Ctrl+V", self.paste)
        add_shortcut(self._page.items, "Shift+I", self.choose_offer)

    # What the page asks

    def commands(self) -> dict[str | int, Callable[[], object]]:
        """Return the keys of the item list."""
        return {"p": self.choose, "v": self.view, "i": self.attach_next}

    def keys(self) -> Keys:
        """Return the keys of the viewer while it is open; else none."""
        return self.viewer.keys() if self.viewer.is_open else ()

    def open(self, scoring: Scoring) -> None:
        """A visit is in front."""
        self._scoring = scoring
        scoring.evidence_changed.connect(self._on_evidence)
        self.inbox.open(scoring.sheet.inspection)

    def close(self) -> None:
        """The visit is left; what is still being read is attached all the same."""
        self.viewer.close_viewer()
        self.inbox.close()
        self.thumbnails.want(())
        self._scoring = None

    def finish(self) -> None:
        """Wait for what is being read or drawn: the visit is about to be completed."""
        self.viewer.close_viewer()
        self._intake.finish()
        self._marks.finish()

    def take_focus(self) -> None:
        """Give the keyboard to what is in front."""
        (self.viewer if self.viewer.is_open else self._page.items).setFocus()

    @property
    def here(self) -> Place | None:
        """The window and the item in front."""
        if self._scoring is None:
            return None
        row = self._page.model.item_row(self._page.items.currentIndex())
        return (self._page.card, row.item) if row is not None else None

    @property
    def _here_evidence(self) -> tuple[Evidence, ...]:
        if self._scoring is None or self.here is None:
            return ()
        card, item = self.here
        return self._scoring.sheet.evidence_of(card, item.id)

    # Taking in

    def paste(self) -> None:
        """Ctrl+V: what is on the clipboard."""
        found = from_mime(QGuiApplication.clipboard().mimeData())
        if found:
            self._take(found, EvidenceOrigin.PASTED)
        else:
            self._say(tr("There is no picture and no file on the clipboard."))

    def choose(self) -> None:
        """P: files from a dialog that opens where the last ones lay."""
        if self.here is None:
            return
        folder = str(QSettings().value(_LAST_FOLDER, "") or "")
        title = tr("Photos or files for {place}", place=photo_words.place_words(*self.here))
        names, _ = QFileDialog.getOpenFileNames(self._page, title, folder)
        paths = [Path(name) for name in names]
        if paths:
            QSettings().setValue(_LAST_FOLDER, str(paths[0].parent))
            self._take(from_paths(paths), EvidenceOrigin.CHOSEN)

    def _take(
        self,
        sources: list[Source],
        origin: EvidenceOrigin,
        each: Callable[[Evidence], None] = lambda evidence: None,
    ) -> bool:
        """Take things in for the item in front; False when there can be none."""
        scoring, here = self._scoring, self.here
        if scoring is None or here is None:
            return False
        card, item = here
        if card.left_out:
            self._say(questions.card_left_out(card))
            return False
        answer = scoring.sheet.answers_of(card).get(item.id)
        corrected = answer is not None and answer.correction is not None
        role = EvidenceRole.CORRECTED if corrected else EvidenceRole.FOUND
        self._page.line.mention(photo_words.reading(len(sources)))
        self._intake.take(sources, Target(card, item, role, origin), each)
        return True

    def _attach(self, prepared: Prepared, target: Target) -> Evidence | None:
        card, book = target.card, self._session.workspace.evidence
        made = self._session.attempt(
            lambda: book.attach(
                prepared, card.inspection_id, card.id, target.item.id, target.origin, target.role
            )
        )
        if made is None:
            return None
        scoring = self._scoring
        if scoring is not None and scoring.sheet.inspection.id == card.inspection_id:
            scoring.attached(made[0])
        return made[0]

    def _report(self, batch: Batch) -> None:
        """Tell what became of files that came in together."""
        if batch.refusals:
            one = batch.refusals[0]
            several = len(batch.refusals) > 1
            self._session.refused.emit(NotTakenInError(batch.refusals) if several else one)
        if not batch.attached:
            self._page.line.unmention()
            return
        target, book = batch.target, self._session.workspace.evidence
        said = photo_words.added(batch.attached, photo_words.place_words(target.card, target.item))
        off = next(filter(None, map(book.clock_difference, batch.attached)), None)
        if off is not None:
            said = tr("{added}. {warning}", added=said, warning=photo_words.clock_words(off))
        elif self._scoring is not None:
            said = tr("{added}. Ctrl+Z undoes it.", added=said)
        self._say(said, good=off is None)

    def _say(self, text: str, good: bool = False) -> None:
        """Say something where it is seen, without taking the place of a question."""
        if self.viewer.is_open:
            self.viewer.say(text)
        elif self._scoring is None or self._page.line.waiting:
            self._session.told.emit(text, "")
        elif good:
            self._page.line.tell(text)
        else:
            self._page.line.ask(text)

    # The watched folder

    def attach_next(self) -> None:
        """I: attach the framed picture of the queue; without a folder, offer to choose one."""
        if self.bar.isVisible() and self.bar.pictures:
            self._attach_offer(self.bar.at)
        elif not self.inbox.folder:
            if self._page.line.waits_for(self._choose_folder):
                self._page.line.confirm()
            else:
                question = tr(
                    "No folder is watched for new photos yet. I again chooses the one that your"
                    " phone or camera card syncs into."
                )
                self._page.line.wait(self._choose_folder, question, tr("Choose folder…"))
        elif self._page.line.waits_for(self.inbox.show_older):
            self._page.line.confirm()
        else:
            question = tr(
                "No new photo in {folder}. I again shows older ones.", folder=self.inbox.folder
            )
            self._page.line.wait(self.inbox.show_older, question, tr("Show older"))

    def choose_offer(self) -> None:
        """Shift+I: choose among the new pictures."""
        if self.bar.isVisible() and self.bar.pictures:
            self._page.line.stop()
            self.bar.setFocus()
        else:
            self.attach_next()

    def _choose_folder(self) -> None:
        title = tr("The folder that new photos arrive in")
        folder = folder_to_watch(self._page, title, self.inbox.folder)
        if folder is not None:
            preferences = self._session.workspace.preferences
            self._session.attempt(lambda: preferences.set(PHOTO_FOLDER, str(folder)))

    def _attach_offer(self, at: int) -> None:
        self._page.line.stop()
        if self.here is None or self.here[0].left_out:
            self._take([], EvidenceOrigin.WATCHED)  # says why not
        elif (offer := self.inbox.take(at)) is not None:
            self._take_offers([offer])

    def _attach_all(self) -> None:
        if self.here is None or self.here[0].left_out:
            self._take([], EvidenceOrigin.WATCHED)
            return
        offers = []
        while (offer := self.inbox.take(0)) is not None:
            offers.append(offer)
        self._take_offers(offers)

    def _take_offers(self, offers: list[Offer]) -> None:
        for offer in offers:
            found = from_paths([offer.picture.path])
            self._take(found, EvidenceOrigin.WATCHED, partial(self.inbox.attached, offer))

    # Seeing and changing

    def view(self, at: int = 0) -> None:
        """V or a click: the photos of the item in front, large; a file opens at once."""
        self._page.line.stop()
        evidence = self._here_evidence
        if not evidence or self._scoring is None or self.here is None:
            self._say(tr("This item has no photo yet: Ctrl+V pastes one, P chooses files."))
        elif at < len(evidence) and not evidence[at].is_photo:
            self._open(evidence[at])
        else:
            self.viewer.open(self._scoring, *self.here, at)
            self.keys_changed.emit()

    def _on_viewer_closed(self) -> None:
        self._page.items.setFocus()
        self.keys_changed.emit()

    def _remove(self, evidence: Evidence) -> None:
        if self._scoring is not None and self._scoring.change_evidence(evidence.id, None):
            self._say(tr("“{name}” was removed. Ctrl+Z brings it back.", name=evidence.name))

    def _turn_role(self, evidence: Evidence) -> None:
        if self._scoring is not None:
            then = replace(evidence, role=other_role(evidence.role))
            self._scoring.change_evidence(evidence.id, then)

    def _move(self, evidence: Evidence, place: Place) -> None:
        card, item = place
        then = replace(evidence, scorecard_id=card.id, item_id=item.id)
        if self._scoring is not None and self._scoring.change_evidence(evidence.id, then):
            words = photo_words.place_words(card, item)
            self._say(tr("Moved to {place}. Ctrl+Z undoes it.", place=words), good=True)

    def _draw(self, evidence: Evidence, shapes: tuple[Shape, ...]) -> None:
        self._marks.burn_in(evidence, shapes)

    def _keep_marks(self, evidence: Evidence, picture: bytes) -> None:
        scoring, book = self._scoring, self._session.workspace.evidence
        if scoring is None or scoring.sheet.inspection.id != evidence.inspection_id:
            self._session.attempt(lambda: book.annotate(evidence.id, picture))
            return
        now = evidence_steps.find(scoring.sheet, evidence.id)
        if now is not None and scoring.annotate(now, picture):  # else it was removed meanwhile
            self._say(tr("Marks kept on a copy; the original stays as it is."), good=True)

    def _take_marks_off(self, evidence: Evidence) -> None:
        if self._scoring is not None and evidence.annotated:
            then = replace(evidence, annotated=None)
            if self._scoring.change_evidence(evidence.id, then):
                self._say(tr("The marks are off. Ctrl+Z brings them back."))

    def _open(self, evidence: Evidence) -> None:
        path = self._session.workspace.evidence.path_of(evidence)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._say(tr("The system has no program for “{name}”.", name=evidence.name))

    def _save_copy(self, evidence: Evidence) -> None:
        if self._scoring is None:
            return
        book = self._session.workspace.evidence
        name = book.copy_name(evidence, self._scoring.sheet)
        folder = str(QSettings().value("copyFolder", "") or Path.home())
        chosen, _ = QFileDialog.getSaveFileName(
            self._page, tr("Save a copy"), str(Path(folder) / name)
        )
        if chosen:
            QSettings().setValue("copyFolder", str(Path(chosen).parent))
            target = Path(chosen)

            def save() -> bool:
                book.save_copy(evidence, target)
                return True

            if self._session.attempt(save):
                self._say(tr("Saved as {name}", name=target.name), good=True)

    def _travel(self, back: bool) -> None:
        """Undo or redo from the viewer: photos only, since nothing else is in sight."""
        scoring = self._scoring
        if scoring is None:
            return
        if not (scoring.undoes_evidence if back else scoring.redoes_evidence):
            self.viewer.say(tr("Nothing about photos is left to undo; Esc closes the photo."))
        elif back:
            self._page.undo()
        else:
            self._page.redo()
        self.take_focus()

    # Following

    def _on_evidence(self, card_id: str, item_id: str, travelling: bool) -> None:
        if self._scoring is not None:
            self._page.show_evidence(card_id, item_id, travelling and not self.viewer.is_open)
            self.inbox.follow(self._scoring.sheet)
            self.viewer.refresh()

    def _on_changed(self, changes: Changes) -> None:
        if changes.preferences:
            self.inbox.watch_anew()
