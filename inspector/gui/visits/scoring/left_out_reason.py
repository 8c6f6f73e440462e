"""Why a window is left out: asked in a line, a draft of its window until Enter keeps it."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from inspector.domain.visit.inspection import Scorecard
from inspector.gui.editor_draft import DraftKeeper, Dropped, drafts_of
from inspector.gui.session import Session
from inspector.gui.visits.scoring.reason_bar import ReasonBar

_EDITOR = "left-out"


class LeftOutReason(QObject):
    """Stands between the line and the visit whose windows it asks about."""

    def __init__(
        self,
        session: Session,
        bar: ReasonBar,
        keep: Callable[[str, str], None],
        parent: QObject,
    ) -> None:
        """`keep` is called with the window's id and its reason."""
        super().__init__(parent)
        self._session, self._bar, self._keep = session, bar, keep
        self._draft = DraftKeeper(session, _EDITOR, {"reason": bar.field}, self)
        self._visit = self._card_id = ""
        bar.written.connect(self._on_written)

    def ask(self, visit: str, card: Scorecard) -> None:
        """Ask about a window that is left out; what was left half written goes on."""
        self._draft.leave()
        self._visit, self._card_id = visit, card.id
        self._bar.open(card.left_out_reason)
        self._draft.begin(visit, card.id)

    def give_up(self) -> Dropped | None:
        """Esc: drop what is typed; return it where there was something that can come back."""
        return self._draft.let_go()

    def bring_back(self, dropped: Dropped) -> None:
        """Let be in the line, open again, what was dropped."""
        self._draft.bring_back(dropped)

    def put_away(self) -> None:
        """What is in the line is not wanted after all."""
        self._draft.drop()
        self._bar.hide()

    def leave(self) -> None:
        """Another window is in front: what is typed waits at its own."""
        self._draft.leave()
        self._bar.hide()

    def waiting(self, visit: str) -> list[str]:
        """Return the windows at which a reason is written and not kept."""
        self._draft.keep()
        return [key.place for key in drafts_of(self._session, visit) if key.editor == _EDITOR]

    def _on_written(self, reason: str) -> None:
        self._draft.drop()
        self._keep(self._card_id, reason)
