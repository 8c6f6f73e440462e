"""检查计划完成情况表 of a period, and a plan as a workbook that comes back."""

from pathlib import Path
from typing import TYPE_CHECKING

from inspector.domain.plan.plan_coverage import narrowed_to
from inspector.domain.plan.plan_errors import NoPlanError
from inspector.workspace.extent import Extent
from inspector.workspace.papers.paper_family import Papers
from inspector.workspace.plans.draws import Draws
from inspector.workspace.plans.plans import Plans
from inspector.workspace.preferences import UNIT_NAME

if TYPE_CHECKING:
    from inspector.domain.plan.plan import Plan
    from inspector.excel.plans.coverage_workbook import CoveredPlan


class PlanPapers(Papers):
    """The papers of plans."""

    def require_plans(self, extent: Extent) -> Extent:
        """Return an extent in which something was planned; raises UnknownSiteError, NoPlanError."""
        self._require_site(extent)
        if self._opened.of(Plans).covered(extent) is None:
            raise NoPlanError
        return extent

    def write_plan_coverage(self, path: Path, extent: Extent) -> Path:
        """Write what is covered of the plans of an extent (检查计划完成情况表).

        Draws whose visit is still to come are not in it. Raises UnknownSiteError or NoPlanError.
        """
        from inspector.excel.plans.coverage_workbook import write_coverage

        self._refuse_own(path)
        self._require_site(extent)
        whole = self._opened.of(Plans).covered(extent)
        plans = self._covered_plans(extent)
        if whole is None or not plans:
            raise NoPlanError
        write_coverage(path, plans, whole, self._heading(extent))
        return path

    def _covered_plans(self, extent: Extent) -> "list[CoveredPlan]":
        from inspector.excel.plans.coverage_workbook import CoveredPlan

        plans, draws, period = self._opened.of(Plans), self._opened.of(Draws), extent.period
        until = min(period.last, self._today())
        found: list[CoveredPlan] = []
        for plan in plans.within(period.first, period.last):
            covered = narrowed_to(plans.coverage_of(plan, until), extent.named)
            if covered is not None:
                told = [each for each in draws.told(plan) if extent.covers(each.draw.site_name)]
                found.append(CoveredPlan(plan, covered, told))
        return found

    def plan_coverage_name(self, extent: Extent) -> str:
        """Return the file name that the paper is offered under."""
        return self._file_name("检查计划完成情况表", extent)

    def write_plan(self, path: Path, plan: "Plan") -> Path:
        """Write a plan into the workbook that can be changed and taken in again."""
        from inspector.excel.plans.plan_workbook import write_plan

        self._refuse_own(path)
        write_plan(path, plan, self._preferences.get(UNIT_NAME), plan.made_at.date())
        return path

    def plan_name(self, plan: "Plan") -> str:
        """Return the file name that a plan is offered under."""
        from inspector.excel.sheet.file_names import legal_file_name

        return legal_file_name(f"{plan.name}_第{plan.version}版.xlsx")
