"""What is said of how much of a plan is covered; shared by the window, commands and papers."""

from typing import TYPE_CHECKING

from inspector.domain.plan.plan_coverage import PlanCoverage
from inspector.domain.plan.plan_draw import DrawWay
from inspector.translation import tr, tr_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inspector.domain.plan.plan import Plan
    from inspector.workspace.plans.plan_intake import PlanPreview


def due_sentence(covered: PlanCoverage) -> str:
    """Return 应查, 已查, 缺口 and what else a plan asks for, in one sentence; no full stop."""
    said = [_visits_sentence(covered)]
    if covered.extra:
        said.append(tr_count(covered.extra, "1 beyond the plan", "{count} beyond the plan"))
    if covered.covert_wanted:
        said.append(
            tr(
                "covert {done} of {wanted}",
                done=covered.covert_done,
                wanted=covered.covert_wanted,
            )
        )
    if covered.windows_wanted:
        said.append(
            tr(
                "windows {done} of {wanted}",
                done=covered.windows_done,
                wanted=covered.windows_wanted,
            )
        )
    return tr("; ").join(said)


def due_words(covered: PlanCoverage | None) -> str:
    """Return what is still to be done in a few words; '' where nothing is planned."""
    if covered is None:
        return ""
    if covered.wanted:
        return _visits_sentence(covered)
    if covered.windows_gap:
        return tr_count(covered.windows_gap, "1 window to go", "{count} windows to go")
    return tr("covered")


def _visits_sentence(covered: PlanCoverage) -> str:
    return tr(
        "Due in this period: {wanted}, made {done}, to go {gap}",
        wanted=covered.wanted,
        done=covered.done,
        gap=covered.gap,
    )


def way_word(way: DrawWay) -> str:
    """Return what comes first in a draw."""
    return {
        DrawWay.LONGEST: tr("Unseen longest"),
        DrawWay.WORST: tr("Worst first"),
        DrawWay.RANDOM: tr("At random"),
    }[way]


def preview_sentences(preview: "PlanPreview") -> list[str]:
    """Return what taking in a plan from a workbook does, a sentence a line."""
    draft, before = preview.draft, preview.before
    sites = tr_count(len(draft.sites), "1 site", "{count} sites")
    visits = sum(site.visits for site in draft.sites)
    said = tr("Plan of visits “{name}”: {sites}, due {visits}.", name=draft.name, sites=sites,
              visits=visits)  # fmt: skip
    if before is None:
        return [said, tr("It is new.")]
    if not preview.changes_anything:
        return [said, tr("Everything is as it was.")]
    return [
        said,
        tr(
            "It is version {number}; due {before} before.",
            number=before.version + 1,
            before=before.visits,
        ),
    ]


def version_sentences(versions: "Sequence[Plan]") -> list[str]:
    """Return when each version of a plan was made, and what it asked for, the newest first."""
    return [
        tr(
            "Version {number} of {day}: due {visits}.",
            number=plan.version,
            day=f"{plan.made_at:%Y-%m-%d}",
            visits=plan.visits,
        )
        for plan in reversed(versions)
    ]
