"""The tables of the plan page: what is asked of each site and what was done there."""

from dataclasses import dataclass

from inspector.domain.plan.plan import WHOLE, Plan
from inspector.domain.plan.plan_coverage import SiteCoverage
from inspector.gui.widgets.lists.table import Column, TableModel
from inspector.gui.words import day_text, short_day_text
from inspector.translation import tr


@dataclass(frozen=True, slots=True)
class ShownPlan:
    """A plan as it is chosen: its newest version, which may be one that was given up."""

    plan: Plan

    @property
    def title(self) -> str:
        """Its name, and that it was given up."""
        name = self.plan.name
        return tr("{name} (given up)", name=name) if self.plan.withdrawn else name

    @property
    def subtitle(self) -> str:
        """Its days, its phase and which version it is."""
        plan = self.plan
        last = short_day_text if plan.first.year == plan.last.year else day_text
        days = tr("{first} to {last}", first=day_text(plan.first), last=last(plan.last))
        version = tr("version {number}", number=plan.version)
        return " · ".join(part for part in (days, plan.phase, version) if part)


@dataclass(frozen=True, slots=True)
class PlanLine:
    """What is covered of a site, who must not go there, and what percent of its windows to see."""

    site: SiteCoverage
    barred: tuple[str, ...] = ()
    share: int = 0


def site_model() -> TableModel[PlanLine]:
    """Return a model of the sites of a plan."""
    return TableModel(
        [
            Column(tr("Site"), lambda line: line.site.site_name),
            Column(tr("Due"), lambda line: str(line.site.wanted), 64, number=True),
            Column(tr("Made"), lambda line: str(line.site.counted), 64, number=True),
            Column(tr("To go"), lambda line: str(line.site.gap or ""), 64, number=True),
            Column(tr("Beyond"), lambda line: str(line.site.extra or ""), 72, number=True),
            Column(tr("Covert"), lambda line: _covert(line.site), 80, number=True),
            Column(tr("Windows seen"), _windows, 120, number=True),
            Column(tr("Last visit"), lambda line: _last(line.site), 96),
            Column(tr("Who goes"), lambda line: line.site.group, 128),
            Column(tr("Who must not go"), _barred, 160),
        ]
    )


def _covert(site: SiteCoverage) -> str:
    if not site.covert_share:  # nothing was asked for: what there was anyway
        return str(site.covert_done or "")
    return str(site.covert_counted)  # how many are asked for is said of the whole plan


def _windows(line: PlanLine) -> str:
    site = line.site
    if not site.windows_wanted:
        return str(site.windows_done or "")
    seen = f"{site.windows_counted}/{site.windows_wanted}"
    if line.share >= WHOLE:
        return seen
    return tr("{seen} ({share} %)", seen=seen, share=line.share)  # of how many there are


def _barred(line: PlanLine) -> str:
    own = tr("its own people")
    return "、".join(own if who == line.site.site_name else who for who in line.barred)


def _last(site: SiteCoverage) -> str:
    return short_day_text(site.last_day) if site.last_day else ""
