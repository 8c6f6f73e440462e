"""Which kind a window is taken for, in words; shared by window and command line."""

from collections.abc import Callable, Iterable, Sequence

from inspector.domain.checklist.kind_recognition import TakenBy, TakenKind
from inspector.translation import tr

_SEPARATOR = "、"


def named(names: Sequence[str], most: int | None = None) -> str:
    """Return names in a row; with `most` that many of them, and how many others there are."""
    said = _SEPARATOR.join(names[:most])
    more = len(names) - most if most is not None else 0
    return tr("{named} and {count} more", named=said, count=more) if more > 0 else said


def taken_text(taken: TakenKind, kind_title: Callable[[str], str]) -> str:
    """Return what a window is taken for, and by what where the roster does not say it."""
    match taken.by:
        case TakenBy.ROSTER:
            return kind_title(taken.id)
        case TakenBy.NAME:
            return tr("taken for {kind} by its name", kind=kind_title(taken.id))
        case TakenBy.USUAL:
            return tr("no kind told, taken for {kind}", kind=kind_title(taken.id))
        case TakenBy.NOTHING:
            return tr("no kind told, everything is asked")


def taken_short(taken: TakenKind, kind_title: Callable[[str], str]) -> str:
    """Return the same for a narrow column."""
    match taken.by:
        case TakenBy.NAME:
            return tr("{kind} (by name)", kind=kind_title(taken.id))
        case TakenBy.USUAL:
            return tr("{kind} (usual)", kind=kind_title(taken.id))
        case TakenBy.ROSTER:
            return kind_title(taken.id)
        case TakenBy.NOTHING:
            return ""


def taken_sentences(
    windows: Iterable[tuple[str, TakenKind]],
    kind_title: Callable[[str], str],
    most: int | None = None,
) -> list[str]:
    """Return a line for each kind that windows are taken for which the roster does not tell.

    What is least certain comes first.

    `windows` are their names, and what they are taken for; `most` as `named` has it.
    """
    names: dict[TakenKind, list[str]] = {}
    for name, taken in windows:
        if taken.by is not TakenBy.ROSTER:
            names.setdefault(taken, []).append(name)
    order = list(TakenBy)
    return [
        _sentence(taken, named(own, most), kind_title)
        for taken, own in sorted(names.items(), key=lambda each: -order.index(each[0].by))
    ]


def _sentence(taken: TakenKind, names: str, kind_title: Callable[[str], str]) -> str:
    kind = kind_title(taken.id) if taken.id else ""
    match taken.by:
        case TakenBy.NAME:
            return tr("Taken for {kind} by their names: {names}", kind=kind, names=names)
        case TakenBy.USUAL:
            return tr("No kind told, taken for {kind}: {names}", kind=kind, names=names)
        case _:
            return tr("No kind told, everything is asked of them: {names}", names=names)
