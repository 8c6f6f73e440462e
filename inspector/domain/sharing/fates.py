"""What becomes of an object that came, by what is here of it already. Pure rules."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from inspector.domain.sharing.travelling import GROWING, Kind, Rows, Travelling


class Fate(StrEnum):
    """What becomes of one object."""

    NEW = "new"
    BESIDE = "beside"  # new, and says otherwise than another one: both are kept, a person looks
    KNOWN = "known"
    GROWN = "grown"  # more of its history than is here
    COMPLETED = "completed"  # it is here without names or strokes, which come now
    WAITS = "waits"  # for what it belongs to, which another bundle brings
    SET_ASIDE = "set-aside"  # the same id as something here, and not the same
    REFUSED = "refused"  # nobody but its owner may say this
    ASKED = "asked"  # it is about something that a person has to place first
    ERASED = "erased"  # a person's data in it was lawfully erased here, and stays so


TAKEN = frozenset({Fate.NEW, Fate.BESIDE, Fate.GROWN, Fate.COMPLETED})


def fate_of_other(came: Travelling, own: Rows, *, erased: bool) -> Fate:
    """Return what becomes of an object whose id is here with another digest.

    `own` is the object here as its maker has it. What was lawfully erased here stays erased. Of
    what grows the longer history counts; where neither holds the other, nothing is overwritten.
    """
    if erased:
        return Fate.ERASED
    if came.kind not in GROWING:
        return Fate.SET_ASIDE
    theirs, mine = _history(came.kind, came.rows), _history(came.kind, own)
    if _begins(mine, theirs):
        return Fate.KNOWN
    return Fate.GROWN if _begins(theirs, mine) else Fate.SET_ASIDE


def fate_of_same(
    came: Travelling, *, lacks: bool, erased: bool, otherwise_same: Callable[[], bool]
) -> Fate:
    """Return what becomes of an object whose id is here with the same digest.

    What is here may lack what its sender kept at home (`lacks`): a whole one completes it, where it
    comes to the digest that was told and what is here is the same but for that.
    """
    if erased:
        return Fate.ERASED
    if not lacks or not came.is_whole:
        return Fate.KNOWN
    return Fate.COMPLETED if came.is_as_told and otherwise_same() else Fate.SET_ASIDE


def _history(kind: Kind, rows: Rows) -> Sequence[object]:
    """Return what happened to something that grows, in its order."""
    if kind is Kind.EVIDENCE:
        return [_plain(row, "sequence") for row in rows.get("evidence_event", ())]
    meetings = [_plain(row, "discarded_at") for row in rows.get("meeting", ())]
    agenda = [_plain(row) for row in rows.get("meeting_finding", ())]
    discarded = [row["discarded_at"] for row in rows.get("meeting", ()) if row.get("discarded_at")]
    return [*meetings, *agenda, *discarded]


def _plain(row: Mapping[str, object], *but: str) -> dict[str, object]:
    return {key: value for key, value in row.items() if value is not None and key not in but}


def _begins(whole: Sequence[object], part: Sequence[object]) -> bool:
    return list(whole[: len(part)]) == list(part)
