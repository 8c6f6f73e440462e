"""What a record says of a visit that a group shares (分头检查): which parts of it are here."""

from inspector.domain.checklist.points import format_score
from inspector.domain.visit.inspection import Inspection
from inspector.domain.visit.joined_visit import Lots, lots_of
from inspector.translation import tr, tr_count
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.visits.shared_visits import (
    ScoredTwice,
    SharedPart,
    SharedVisit,
    SharedVisits,
)


def shared_words(opened: OpenedFolder, inspection: Inspection) -> str:
    """Return which parts of a shared visit are here and what they come to; '' of a whole one."""
    visit = opened.of(SharedVisits).of(inspection)
    if visit is None:
        return ""
    if visit.together is None:
        return tr_count(
            visit.windows,
            "Shared by {group}: this laptop has only this part, 1 window of the site's {there};"
            " the others have not come yet. The parts count as one visit as soon as they are here.",
            "Shared by {group}: this laptop has only this part, {count} windows of the site's"
            " {there}; the others have not come yet. The parts count as one visit as soon as they"
            " are here.",
            group=visit.group,
            there=max(visit.windows_there, visit.windows),
        )
    return "\n".join([_together(visit), *_twice(visit), *_drawn(visit)])


def _together(visit: SharedVisit) -> str:
    assert visit.together is not None
    total, grade = visit.together.total, visit.together.grade
    said = "—" if total is None else format_score(total)
    score = tr("{score}, {grade}", score=said, grade=grade) if grade else said
    return tr_count(
        visit.windows,
        "Shared by {group}, one visit in {parts} parts, 1 window, together {score}: {who}.",
        "Shared by {group}, one visit in {parts} parts, {count} windows, together {score}: {who}.",
        group=visit.group,
        parts=len(visit.parts),
        score=score,
        who=tr("; ").join(_part(part) for part in visit.parts),
    )


def _part(part: SharedPart) -> str:
    windows = "、".join(part.windows)
    names = "、".join(part.visit.inspectors)
    if not part.public:
        return tr("{names}: {windows}", names=names, windows=windows)
    if not windows:
        return tr("{names}: public area", names=names)
    return tr("{names}: {windows} and the public area", names=names, windows=windows)


def _twice(visit: SharedVisit) -> list[str]:
    """Return which places two parts scored and what counts of them, a line for each of that."""
    told: dict[str, list[str]] = {}
    for each in visit.twice:
        told.setdefault(_counts(each), []).append(each.number or tr("Public area"))
    return [
        tr("{said}: {windows}.", said=said, windows="、".join(places))
        for said, places in told.items()
    ]


def _counts(twice: ScoredTwice) -> str:
    if twice.chosen is not None:
        names = "、".join(twice.chosen.visit.inspectors)
        return tr("Scored in two parts, as was chosen only what {names} scored counts", names=names)
    if twice.is_decided:
        return tr("Scored in two parts, as was chosen counts once with the mean")
    return tr("Scored in two parts, counts once with the mean until somebody chooses")


def _drawn(visit: SharedVisit) -> list[str]:
    """Say that 抽查 was not one draw, and why; nothing where it was."""
    match lots_of([(part.visit, part.cards) for part in visit.parts]):
        case Lots.SEEDS:
            draws = tr("; ").join(
                tr("{names}: {seed}", names="、".join(part.visit.inspectors), seed=part.visit.seed)
                for part in visit.parts
            )
            said = tr("The parts drew their samples by numbers that differ: {draws}.", draws=draws)
        case Lots.CHECKLISTS:
            said = tr("The parts drew their samples by one number from checklists that differ.")
        case Lots.ROSTERS:
            said = tr(
                "The parts drew other items at one window, whose number or kind differs between"
                " their rosters."
            )
        case Lots.ONE:
            return []
    return [said]
