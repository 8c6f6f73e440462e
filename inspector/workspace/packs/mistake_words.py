"""What typical mistakes cost by a checklist, as a table of words for the window and the console."""

from inspector.domain.checklist.checklist import Pack
from inspector.domain.checklist.points import format_points
from inspector.domain.visit.typical_mistakes import SLIPS, MistakeScores, mistake_scores
from inspector.translation import tr


def mistake_heads() -> tuple[str, ...]:
    """Return the heads of the columns of `mistake_rows`."""
    return (
        tr("Window kind"),
        tr("Items"),
        *(tr("{count} light slips", count=count) for count in SLIPS),
        tr("One severe fault"),
        tr("Everything wrong"),
    )


def mistake_rows(pack: Pack) -> list[tuple[str, ...]]:
    """Return a row for each kind of window and the public area: the scores that are left.

    Of so many light slips the highest and the lowest score, with their grades: 97.5–85 优秀–良好.
    """
    return [_row(pack, scores) for scores in mistake_scores(pack)]


def _row(pack: Pack, scores: MistakeScores) -> tuple[str, ...]:
    return (
        _place(scores.place),
        str(scores.asked),
        *(_between(pack, scores.slips[count]) for count in SLIPS),
        _graded(pack, scores.severe),
        _graded(pack, scores.everything),
    )


def _place(place: str | None) -> str:
    return tr("Every window") if place is None else place or tr("Public area")


def _between(pack: Pack, between: tuple[int, int] | None) -> str:
    if between is None:
        return "—"
    highest, lowest = between
    grades = dict.fromkeys(pack.grade_of(score).title for score in between)
    points = dict.fromkeys(map(format_points, (highest, lowest)))
    return f"{'–'.join(points)} {'–'.join(grades)}"


def _graded(pack: Pack, score: int | None) -> str:
    return "—" if score is None else f"{format_points(score)} {pack.grade_of(score).title}"
