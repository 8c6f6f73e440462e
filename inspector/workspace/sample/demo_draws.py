"""Draws of the sample: how the newest visits were found by lot, and one that nobody followed."""

from datetime import date

from inspector.domain.plan.plan_draw import DrawWay, drawn_site
from inspector.domain.visit.roster import Site
from inspector.workspace.plans.draws import new_seed
from inspector.workspace.workspace import Workspace

DRAWN = 6
"""Of the newest visits the site was drawn."""

_TRIED = 200
"""Seeds among which is one that draws where the sample goes: it has seven sites to draw from."""


def draw_visit(workspace: Workspace, site: Site, day: date, *, twice: bool) -> None:
    """Keep the draw that led to the visit of a day; `twice`: one of another site before it.

    Nothing was drawn where no plan of the day asks for the site any more.
    """
    for plan in workspace.plans.on(day):
        lots = workspace.draws.lots(plan, day)
        if all(lot.id != site.id for lot in lots):
            continue
        seeds = [new_seed(f"{plan.name} {day.isoformat()} {number}") for number in range(_TRIED)]
        drawn = {seed: drawn_site(lots, DrawWay.RANDOM, seed) for seed in seeds}
        here = [seed for seed, lot in drawn.items() if lot is not None and lot.id == site.id]
        elsewhere = [seed for seed in seeds if seed not in here]
        for seed in (*elsewhere[: int(twice)], *here[:1]):
            workspace.draws.draw(plan, DrawWay.RANDOM, day, seed)
        return
