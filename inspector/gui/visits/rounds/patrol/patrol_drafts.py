"""What is written on a patrol and not kept yet, in the two lines of its panel."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from inspector.domain.visit.draft import DraftKey
from inspector.gui.editor_draft import DraftKeeper, Dropped, drafts_of
from inspector.gui.session import Session
from inspector.gui.visits.rounds.patrol.patrol_panel import PatrolPanel
from inspector.gui.visits.rounds.patrol.patrol_round import PatrolRound

_ENTRY, _HANDLED = "patrol", "handled"


@dataclass(frozen=True, slots=True)
class Unkept:
    """Where something is written: at a place, of an entry ('' for a new one), how it was handled
    or what was wrong."""

    card_id: str
    entry_id: str
    handled: bool


class PatrolDrafts(QObject):
    """At most one of the lines is open; what was in the other is on the disk."""

    def __init__(self, session: Session, panel: PatrolPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._panel = session, panel
        editor = panel.editor
        fields = {"place": editor.place, "text": editor.text}
        self._entry = DraftKeeper(session, _ENTRY, fields, self)
        self._handled = DraftKeeper(session, _HANDLED, {"text": panel.handling.text}, self)

    def begin(self, visit: str, where: Unkept) -> None:
        """The line is open: what was left of it goes on."""
        place = f"{where.card_id}/{where.entry_id}"
        if where.handled:
            self._handled.begin(visit, place)
        elif self._entry.begin(visit, place):
            self._panel.editor.show_again()

    def leave(self) -> None:
        """Keep what is written; its line closes."""
        for each in (self._entry, self._handled):
            each.leave()

    def drop(self) -> None:
        """What was written in the line that is open is an entry now."""
        for each in (self._entry, self._handled):
            each.drop()

    def let_go(self) -> tuple[Unkept, Dropped] | None:
        """Drop what is in the line that is open; return it, if there was anything."""
        for each in (self._entry, self._handled):
            if dropped := each.let_go():
                return _where(dropped.key), dropped
        return None

    def bring_back(self, where: Unkept, dropped: Dropped) -> None:
        """Let be in the line, open again, what was dropped."""
        (self._handled if where.handled else self._entry).bring_back(dropped)
        if not where.handled:
            self._panel.editor.show_again()

    def unkept(self, round_: PatrolRound) -> list[Unkept]:
        """Return where something is written, place by place in the order of the round."""
        for each in (self._entry, self._handled):
            each.keep()
        found = [_where(key) for key in drafts_of(self._session, round_.id) if _is_ours(key)]
        entries = {"", *(entry.id for entry in round_.entries)}
        places = [card.id for card in round_.places]
        return sorted(
            (each for each in found if each.entry_id in entries and each.card_id in places),
            key=lambda each: (places.index(each.card_id), each.entry_id, each.handled),
        )


def _is_ours(key: DraftKey) -> bool:
    return key.editor in (_ENTRY, _HANDLED)


def _where(key: DraftKey) -> Unkept:
    card_id, _, entry_id = key.place.partition("/")
    return Unkept(card_id, entry_id, key.editor == _HANDLED)
