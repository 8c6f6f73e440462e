"""What a paper says of the plans of visits in one sentence: 应查, 已查, 缺口."""

from inspector.domain.plan.plan_coverage import PlanCoverage
from inspector.excel.sheet.report_heading import chinese_date

_MOST_NAMED = 5
"""Sites with visits to go that are named; of more it is how many."""


def covered_words(covered: PlanCoverage | None) -> str:
    """Return how much of the plans is covered; '' where nothing was planned."""
    if covered is None or not covered.wanted:
        return ""
    by = f"《{covered.names[0]}》" if len(covered.names) == 1 else f"{len(covered.names)}个检查计划"
    until = chinese_date(covered.until)
    said = f"按照{by}，截至{until}，应查{covered.wanted}次，已查{covered.done}次"
    if covered.extra:
        said += f"（另有计划外{covered.extra}次）"
    if not covered.gap:
        return f"{said}，已全部查到。"
    return f"{said}，缺口{covered.gap}次（{_where(covered)}）。"


def _where(covered: PlanCoverage) -> str:
    open_sites = [site for site in covered.sites if site.gap]
    if len(open_sites) > _MOST_NAMED:
        return f"涉及{len(open_sites)}个单位"
    return "、".join(f"{site.site_name}{site.gap}次" for site in open_sites)
