"""Taking in a plan from a workbook: another version of the plan of that name, or a new one."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.domain.plan.plan import Barred, Plan, PlannedSite
from inspector.workspace.changes import Changes
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.plans.plans import PlanDraft, Plans

if TYPE_CHECKING:
    from inspector.domain.visit.roster import Site
    from inspector.excel.plans.plan_reading import PlanSheet


@dataclass(frozen=True, slots=True)
class PlanPreview:
    """What taking in a plan would do; `before` is the version that it replaces, if there is one."""

    source: str
    draft: PlanDraft
    before: Plan | None

    @property
    def changes_anything(self) -> bool:
        """False when the newest version says just that already."""
        before, draft = self.before, self.draft
        if before is None:
            return True
        asked = [(s.site_id, s.visits, s.share, s.group) for s in draft.sites]
        known = [(s.site_id, s.visits, s.share, s.group) for s in before.sites]
        said = (draft.name, draft.phase, draft.first, draft.last, draft.covert, draft.barred)
        return asked != known or said != (
            before.name, before.phase, before.first, before.last, before.covert, before.barred
        )  # fmt: skip


class PlanIntake:
    """The intake of a plan's workbook."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._plans = opened.of(Plans)

    def preview(self, path: Path) -> PlanPreview:
        """Read a workbook and say what taking it in would do; changes nothing.

        Raises FaultyFileError with every problem by sheet and cell, NotAWorkbookError,
        NotFoundError or CannotReadError.
        """
        from inspector.excel.plans.plan_reading import read_plan

        known = self._opened.roster_store.sites()
        today = self._opened.now().date()
        sheet = read_plan(path, today, [site.name for site in known])
        sites, barred = self._known(sheet, known)
        before = next((plan for plan in self._plans.all() if plan.name == sheet.name), None)
        draft = PlanDraft(
            sheet.name, sheet.first, sheet.last, sheet.phase, sheet.covert, sites, barred,
            before.family if before else "",
        )  # fmt: skip
        return PlanPreview(path.name, draft, before)

    def take_in(self, preview: PlanPreview) -> tuple[Plan, Changes]:
        """Keep the plan that a preview showed, where it says anything new."""
        if preview.before is not None and not preview.changes_anything:
            return preview.before, Changes()
        return self._plans.make(preview.draft)

    def _known(
        self, sheet: "PlanSheet", known: Sequence["Site"]
    ) -> tuple[tuple[PlannedSite, ...], tuple[Barred, ...]]:
        from inspector.excel.reading.typed_cells import comparable

        by_name = {comparable(site.name): site for site in known}
        return (
            tuple(
                PlannedSite(
                    (site := by_name[comparable(row.name)]).id, site.name, row.visits, row.share,
                    group=row.group,
                )
                for row in sheet.sites
            ),
            tuple(
                Barred(row.who, (site := by_name[comparable(row.name)]).id, site.name)
                for row in sheet.barred
            ),
        )  # fmt: skip
