"""What the list of places says of each."""

from collections.abc import Collection

from inspector.domain.visit.inspection import Scorecard
from inspector.gui.visits.parts.round_rows import RoundRow
from inspector.gui.visits.rounds.patrol.patrol_round import PatrolRound
from inspector.gui.words import scorecard_title, unsaved_word
from inspector.translation import tr, tr_count


def place_rows(round_: PatrolRound, unkept: Collection[str] = ()) -> list[RoundRow]:
    """Return a row for each place of a patrol; at `unkept` something is written and not kept."""
    return [_row(round_, card, card.id in unkept) for card in round_.places]


def _row(round_: PatrolRound, card: Scorecard, unkept: bool) -> RoundRow:
    wrong, seen = round_.wrong_at(card.id), round_.entries_at(card.id)
    if wrong:
        standing = tr_count(len(wrong), "1 finding", "{count} findings")
        shape, role = "✗", "deducted"
    elif seen:
        shape, standing, role = "✓", tr("Nothing wrong"), "passed"
    else:
        shape, standing, role = "·", tr("Not seen"), "secondary"
    if unkept:
        standing, role = tr("Not kept yet"), "unsaved"
    if card.id in round_.unsaved:
        standing = f"{unsaved_word()} · {standing}"
    kind = round_.sheet.pack.kind_title(card.window_kind)
    who = card.staff_number or kind or tr("The whole site")
    return RoundRow(card.id, shape, scorecard_title(card), who, standing, role)
