"""Who is praised on one screen of a meeting, each once for the same."""

from collections.abc import Sequence
from dataclasses import dataclass

from inspector.domain.meeting.meeting import Praise, PraiseKind


@dataclass(frozen=True, slots=True)
class PraiseCard:
    """A window, and all it is praised for of one kind; at least one word of praise."""

    praise: tuple[Praise, ...]


def cards_of(praise: Sequence[Praise], kind: PraiseKind) -> list[PraiseCard]:
    """Return the cards of a kind, in the order of the praise.

    What was put right at a window is one card that counts it: what had been wrong is not told
    again.
    """
    own = [each for each in praise if each.kind is kind]
    if kind is not PraiseKind.FIXED:
        return [PraiseCard((each,)) for each in own]
    by_window: dict[str, list[Praise]] = {}
    for each in own:
        by_window.setdefault(each.window_number, []).append(each)
    return [PraiseCard(tuple(each)) for each in by_window.values()]
