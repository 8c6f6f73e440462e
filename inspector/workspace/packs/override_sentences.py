"""What a site changed of an item, in a line for the record, and what of it does not apply."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from inspector.domain.checklist.checklist import Override
from inspector.domain.checklist.override import OWN_NUMBERS, Unfit
from inspector.domain.checklist.points import format_points
from inspector.domain.faults import Fault, Problem
from inspector.translation import tr, tr_count

if TYPE_CHECKING:
    from inspector.workspace.packs.overrides import LostOverride


def override_text(override: Override, item_text: str) -> str:
    """Return an override as a line: the item, its new numbers, the reason."""
    return tr("{item}: {numbers}", item=item_text, numbers=numbers_text(override))


def numbers_text(override: Override) -> str:
    """Return what an override changes, and its reason."""
    said = [tr("not asked")] if override.off else []
    for number in OWN_NUMBERS:
        value = getattr(override, number.key)
        if value is not None:
            said.append(tr(number.changed.english, value=format_points(value)))
    return tr("{numbers} ({reason})", numbers=tr(", ").join(said), reason=override.reason)


def lost_text(lost: "LostOverride") -> str:
    """Return an override that does not apply as a line: the item, its numbers, why not."""
    override = override_text(lost.unfit.override, lost.item_text)
    return tr("{override} does not apply: {why}", override=override, why=_why(lost.unfit))


def would_be_lost_text(lost: "LostOverride") -> str:
    """Return what taking in a version does to an override, as a sentence."""
    return tr(
        "At {site}, the override of “{item}” will no longer apply: {why}.",
        site=lost.site.name,
        item=lost.item_text,
        why=_why(lost.unfit),
    )


def started_without(site: str, lost: "Sequence[LostOverride]") -> str:
    """Return that a visit does without some overrides of its site, and where they are."""
    return tr_count(
        len(lost),
        "An override of {site} does not fit this version of the checklist and is not applied:"
        " {items}. Data, Checklists shows why.",
        "{count} overrides of {site} do not fit this version of the checklist and are not applied:"
        " {items}. Data, Checklists shows why.",
        site=site,
        items="、".join(f"“{each.item_text}”" for each in lost),
    )


def _why(unfit: Unfit) -> str:
    if unfit.item is None:
        return tr("the item is gone")
    return tr("; ").join(dict.fromkeys(_problem(problem) for problem in unfit.problems))


def _problem(problem: Problem) -> str:
    if problem.fault is Fault.RED_LINE:
        return tr("it is a red line now, which is switched off by a second tick")
    if problem.fault is not Fault.OUT_OF_RANGE:
        return tr("the item is scored differently now")
    number = next(tr(n.itself.english) for n in OWN_NUMBERS if n.key == problem.place)
    return tr("{number} must be {allowed} now", number=number, allowed=problem.expected)
