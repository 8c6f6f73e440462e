"""The words of an evaluation that a superior's form can hold, of what was published alone."""

from collections.abc import Mapping
from types import MappingProxyType

from inspector.domain.checklist.points import to_decimal
from inspector.domain.evaluation.evaluation import Evaluation
from inspector.excel.papers.evaluation.evaluation_words import LEVELS
from inspector.excel.sheet.table_sheet import Value
from inspector.excel.sheet.terms import NO_VALUE

EVALUATED: Mapping[str, str] = MappingProxyType(
    {
        "综合得分": "本期综合评价发布后才有",
        "综合名次": "同类单位中的名次，如1/3；发布后才有",
        "评价等次": "优秀、良好、合格或不合格；发布后才有",
        "黄牌": "是或否；发布后才有",
    }
)
"""Every word, and what it means."""


def evaluated(published: Evaluation | None, site_id: str) -> Mapping[str, Value]:
    """Return what a site came to, by word; a dash where nothing was published of it."""
    site = published.of_site(site_id) if published is not None else None
    if site is None:
        return dict.fromkeys(EVALUATED, NO_VALUE)
    return {
        "综合得分": NO_VALUE if site.total is None else to_decimal(site.total),
        "综合名次": NO_VALUE if site.rank is None else f"{site.rank}/{site.ranked_of}",
        "评价等次": NO_VALUE if site.level is None else LEVELS[site.level],
        "黄牌": "是" if site.yellow else "否",
    }
