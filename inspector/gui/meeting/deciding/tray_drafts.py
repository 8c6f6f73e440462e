"""What is typed into the trays of a meeting and not taken yet: it waits at its finding."""

from collections.abc import Mapping

from PySide6.QtCore import QObject

from inspector.domain.visit.draft import DraftKey
from inspector.gui.editor_draft import DraftKeeper, Dropped, Field, drafts_of
from inspector.gui.meeting.deciding.tray import Tray
from inspector.gui.session import Session
from inspector.workspace.pending.pending_writes import DraftPending

_MEETING = "meeting-"


class TrayDrafts(QObject):
    """A draft for each tray and each finding, of the meeting that is held."""

    def __init__(
        self, session: Session, fields: Mapping[Tray, Mapping[str, Field]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._keepers = {
            tray: DraftKeeper(
                session,
                f"{_MEETING}{tray.name}",
                {"windows": tray.windows, **own},
                self,
                beside=("windows",),
            )
            for tray, own in fields.items()
        }
        self.meeting_id = ""

    def begin(self, tray: Tray, place: str) -> bool:
        """A tray is open: what was left of it at a finding goes on; True where there was any."""
        return self._keepers[tray].begin(self.meeting_id, place)

    def leave(self) -> None:
        """Keep what is typed; its tray closes."""
        for keeper in self._keepers.values():
            keeper.leave()

    def drop(self, tray: Tray) -> None:
        """What was typed into a tray was taken."""
        self._keepers[tray].drop()

    def let_go(self, tray: Tray) -> Dropped | None:
        """Drop what is in a tray; return it, if there was anything."""
        return self._keepers[tray].let_go()

    def bring_back(self, tray: Tray, dropped: Dropped) -> None:
        """Let be in a tray, open again, what was dropped."""
        self._keepers[tray].bring_back(dropped)

    def waiting(self) -> list[DraftKey]:
        """Return what is typed and not taken, by tray and finding."""
        for keeper in self._keepers.values():
            keeper.keep()
        return _written(self._session, self.meeting_id)

    def forget(self, key: DraftKey) -> None:
        """Drop what nothing can take any more: its finding is settled."""
        self._session.keep_quietly(DraftPending(key, ""))

    def tray_of(self, key: DraftKey) -> str:
        """Return the name of the tray that a draft was typed into."""
        return key.editor.removeprefix(_MEETING)


def is_written_at(session: Session, meeting_id: str) -> bool:
    """Tell whether something was typed at a meeting and not taken yet."""
    return bool(_written(session, meeting_id))


def _written(session: Session, meeting_id: str) -> list[DraftKey]:
    drafts = drafts_of(session, meeting_id)
    return [key for key in drafts if key.editor.startswith(_MEETING)]
