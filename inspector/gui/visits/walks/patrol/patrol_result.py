"""A completed patrol: every place, what was wrong there and what became of it."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from inspector.domain.record.patrol_record import PatrolRecord, SeenPlace
from inspector.domain.visit.inspection import Scorecard
from inspector.gui.papers.paper_saving import PATROL_RECORD
from inspector.gui.session import Session
from inspector.gui.visits.parts.inspection_columns import room_for
from inspector.gui.visits.parts.patrol_standing import entry_text
from inspector.gui.visits.walks.walk_result import WalkResult
from inspector.gui.widgets.lists.table import Column
from inspector.gui.words import scorecard_title
from inspector.translation import tr, tr_count
from inspector.workspace.finding_state_words import staff_word, state_word


@dataclass(frozen=True, slots=True)
class PlaceResult:
    """A place, and one thing that was seen there; None: it was not seen."""

    card: Scorecard
    seen: SeenPlace | None


class PatrolResult(WalkResult[PlaceResult]):
    """What a patrol came to."""

    text_column, give_way = 2, (4, 6, 5)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        table = ("patrolResult", tr("Places of the round"))
        paper = (PATROL_RECORD, tr("Patrol record"), "Ctrl+R")
        super().__init__(session, _columns(), table, paper, parent)

    def read(self, inspection_id: str) -> None:
        record = self._session.workspace.patrol_records.of(inspection_id)
        self.show_visit(record.inspection, _summary(record), _rows(record), record.unchanged)

    def number_of(self, row: PlaceResult) -> str:
        finding = row.seen.finding if row.seen else None
        return finding.number if finding else ""


def _rows(record: PatrolRecord) -> list[PlaceResult]:
    rows: list[PlaceResult] = []
    for card in record.cards:
        own = [PlaceResult(card, place) for place in record.seen if place.card.id == card.id]
        rows.extend(own or [PlaceResult(card, None)])
    return rows


def _summary(record: PatrolRecord) -> str:
    wrong = record.wrong
    seen = len(record.cards) - len(record.not_seen)
    said = [tr("{seen} of {places} places seen", seen=seen, places=len(record.cards))]
    if wrong:
        said.append(tr_count(len(wrong), "1 finding", "{count} findings"))
        handled = sum(place.entry.handled is not None for place in wrong)
        meeting = sum(place.entry.to_meeting for place in wrong)
        said.append(tr("{count} handled on the spot", count=handled))
        said.append(tr("{count} to the meeting", count=meeting))
    else:
        said.append(tr("nothing wrong"))
    return " · ".join(said)


def _columns() -> list[Column[PlaceResult]]:
    results = (tr("Not seen"), tr("Fine"), tr("Wrong"))
    return [
        Column(tr("Result"), _result, room_for(*(f"✓ {text}" for text in results))),
        Column(tr("Window"), _place, 144),
        Column(tr("Finding"), _text),
        Column(tr("Handled"), _handled, 160),
        Column(tr("To meeting"), _meeting, 96),
        Column(tr("Number"), lambda row: _of_finding(row)[0], 140),
        Column(tr("State"), lambda row: _of_finding(row)[1], 88),
    ]


def _result(row: PlaceResult) -> str:
    if row.seen is None:
        return f"· {tr('Not seen')}"
    clean = row.seen.entry.clean
    return f"✓ {tr('Fine')}" if clean else f"✗ {tr('Wrong')}"


def _place(row: PlaceResult) -> str:
    """Return a place with who was on duty there, as the record of a scored visit has it."""
    who = staff_word(row.card.staff_number) or row.card.staff_name
    return " ".join(word for word in (scorecard_title(row.card), who) if word)


def _text(row: PlaceResult) -> str:
    return entry_text(row.seen.entry) if row.seen and not row.seen.entry.clean else "—"


def _handled(row: PlaceResult) -> str:
    return (row.seen.entry.handled if row.seen else None) or "—"


def _meeting(row: PlaceResult) -> str:
    if row.seen is None or row.seen.entry.clean:
        return "—"
    return tr("Yes") if row.seen.entry.to_meeting else tr("No")


def _of_finding(row: PlaceResult) -> tuple[str, str]:
    finding = row.seen.finding if row.seen else None
    return (finding.number, state_word(finding.state)) if finding else ("—", "—")
