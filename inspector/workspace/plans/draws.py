"""The draw of the next site and windows of a plan, and which draws may be told."""

from datetime import date
from typing import TYPE_CHECKING

from inspector.domain.plan.plan import WHOLE, Plan
from inspector.domain.plan.plan_coverage import SiteCoverage
from inspector.domain.plan.plan_draw import (
    Draw,
    DrawWay,
    SiteLot,
    ToldDraw,
    WindowLot,
    drawn_site,
    drawn_windows,
    told_draws,
    visited_since,
    windows_to_take,
)
from inspector.storage.registers.plan_store import PlanStore
from inspector.workspace.changes import Changes
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.plans.plans import Plans

if TYPE_CHECKING:
    from inspector.domain.visit.roster import Window

_SEED_LENGTH = 6
"""Characters: a thousand million seeds, and short enough to be typed from a paper."""

_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # nothing that is read as something else


class Draws:
    """The operations on draws."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._store = PlanStore(opened.database)

    def lots(self, plan: Plan, today: date) -> list[SiteLot]:
        """Return the sites of which something is still to be done, as they stand today."""
        store = self._opened.roster_store
        open_sites = {site.id for site in store.sites()}
        last = self._store.last_of_sites()
        covered = self._opened.of(Plans).coverage_of(plan, today)
        lots: list[SiteLot] = []
        for site in covered.sites:
            if site.is_done or site.site_id not in open_sites:
                continue
            windows = store.windows(site.site_id)
            seen, score = last.get(site.site_id, (None, None))
            lots.append(
                SiteLot(
                    site.site_id,
                    site.site_name,
                    seen,
                    score,
                    _take(site, len(windows)),
                    self._window_lots(site.site_id, windows),
                )
            )
        return lots

    def _window_lots(self, site_id: str, windows: "list[Window]") -> tuple[WindowLot, ...]:
        last = self._store.last_of_windows(site_id)
        return tuple(
            WindowLot(window.id, window.number, *last.get(window.id, (None, None)))
            for window in windows
        )

    def draw(
        self, plan: Plan, way: DrawWay, today: date, seed: str = ""
    ) -> "tuple[Draw, Changes] | None":
        """Draw the next site of a plan and its windows, and keep the draw.

        None where nothing is left to be done. Without a `seed` another one is made.
        """
        lots = self.lots(plan, today)
        seed = seed or new_seed(self._opened.new_id())
        site = drawn_site(lots, way, seed)
        if site is None:
            return None
        windows = drawn_windows(site, way, seed)
        drawn = Draw(
            self._opened.new_id(),
            plan.id,
            self._opened.now(),
            way,
            seed,
            tuple(lot.name for lot in lots),
            site.id,
            site.name,
            tuple(window.id for window in windows),
            tuple(window.number for window in windows),
        )
        self._store.put_draw(drawn)
        return drawn, Changes(plans=True)

    def who_goes(self, draw: Draw) -> tuple[str, ...]:
        """Return who goes to the site that was drawn: the people of its group, or those named."""
        from inspector.domain.people.typed_names import names_in
        from inspector.workspace.inspectors.inspectors import Inspectors

        plans = self._opened.of(Plans)
        plan = next((each for each in plans.all() if each.site(draw.site_id)), None)
        for each in plans.on(draw.at.date()):
            plan = each if each.site(draw.site_id) else plan
        site = plan.site(draw.site_id) if plan else None
        if site is None or not site.group:
            return ()
        people = self._opened.of(Inspectors).groups().get(site.group, ())
        return tuple(each.name for each in people) or tuple(names_in(site.group))

    def newest(self, plan: Plan) -> Draw | None:
        """Return the newest draw of a plan that no visit followed yet; None: there is none."""
        drawn = self._of(plan)
        if not drawn or self._visited(drawn[-1]):
            return None
        return drawn[-1]

    def times_on(self, plan: Plan, day: date) -> int:
        """Return how often was drawn from a plan on a day."""
        return sum(draw.at.date() == day for draw in self._of(plan))

    def told(self, plan: Plan) -> list[ToldDraw]:
        """Return the draws of a plan, of all its versions, that may stand on a paper.

        Those that nobody went by are among them, once a later one was followed.
        """
        drawn = [ToldDraw(draw, self._visited(draw)) for draw in self._of(plan)]
        return told_draws(drawn, over=self._opened.now().date() > plan.last)

    def wants_covert(self, draw: Draw) -> bool:
        """Tell whether its plan lacks 暗访, and the site that was drawn of those its share."""
        plan = next((each for each in self._store.versions() if each.id == draw.plan_id), None)
        if plan is None:
            return False
        newest = self._store.versions(plan.family)[-1]
        covered = self._opened.of(Plans).coverage_of(newest, self._opened.now().date())
        return covered.covert_gap > 0 and any(
            site.covert_counted * WHOLE < site.covert_share
            for site in covered.sites
            if site.site_id == draw.site_id
        )

    def _of(self, plan: Plan) -> list[Draw]:
        return self._store.draws([each.id for each in self._store.versions(plan.family)])

    def _visited(self, draw: Draw) -> date | None:
        return visited_since(draw, self._store.began(draw.site_id, draw.at))


def _take(site: SiteCoverage, windows: int) -> int:
    return windows_to_take(
        windows, site.windows_wanted, site.windows_counted, site.wanted, site.gap
    )


def new_seed(of: str) -> str:
    """Return a seed made from an identifier that is never made twice."""
    from hashlib import sha256

    value = int.from_bytes(sha256(of.encode()).digest()[:5])
    return "".join(
        _LETTERS[value >> (5 * place) & (1 << 5) - 1] for place in reversed(range(_SEED_LENGTH))
    )
