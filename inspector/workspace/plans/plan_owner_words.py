"""Whose a plan is, where another laptop made it: what a version that was made here is worth."""

from dataclasses import dataclass

from inspector.domain.plan.plan import Plan
from inspector.storage.registers.plan_store import PlanStore
from inspector.storage.sharing.conflict_store import ConflictStore
from inspector.translation import tr
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.visits.came_in_part import laptop_name


@dataclass(frozen=True, slots=True)
class OwnerWords:
    """One sentence; `is_refused`: about a version that its owner's laptop does not take."""

    text: str
    is_refused: bool


def owner_words(opened: OpenedFolder, plan: Plan) -> OwnerWords | None:
    """Return what is to be known of a plan that another laptop owns; None of an own one.

    That a version is refused follows from whose the plan is. When somebody there took note of it
    is told once a bundle brought that.
    """
    made, owner = PlanStore(opened.database).makers(plan)
    if not owner:
        return None
    name = laptop_name(opened, owner)
    if made:
        return OwnerWords(
            tr("Made by “{laptop}”: what is changed here holds on this laptop alone.", laptop=name),
            is_refused=False,
        )
    noted = ConflictStore(opened.database).noted(plan.id)
    if noted is None:
        return OwnerWords(
            tr(
                "This version was made here, and the plan is that of “{laptop}”: it holds on this"
                " laptop alone, and is refused there. If it is wanted, have it made there.",
                laptop=name,
            ),
            is_refused=True,
        )
    return OwnerWords(
        tr(
            "This version was refused by “{laptop}”, whose the plan is; they took note of it on"
            " {noted:%Y-%m-%d}. It holds on this laptop alone. If it is wanted, have it made"
            " there.",
            laptop=name,
            noted=noted,
        ),
        is_refused=True,
    )
