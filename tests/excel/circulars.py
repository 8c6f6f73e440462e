"""A circular made by hand: three sites, four findings, some praise; and what changes it."""

from datetime import date, timedelta
from typing import Any

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import DeductRule, Item
from inspector.domain.checklist.gravity import Gravity
from inspector.domain.figures.summary import FindingCount, Visit
from inspector.domain.finding.finding import Finding
from inspector.domain.papers.circular import Circular, FullMarks, Highlight
from inspector.domain.visit.inspection import InspectionKind
from tests.excel.reports import TODAY, closed, finding, summary

DAY = date(2026, 11, 20)
FINDINGS = (
    finding(number="2611-001"),
    finding(number="2611-002", deadline=TODAY - timedelta(3), times_at_window=2),
    closed(number="2611-003", category=Category.CLEANLINESS, item_id="desk-tidy",
           item_text="台面整洁", text="有杂物；下午再看已清走"),
    finding(number="2611-004", category=Category.OPERATING_NORMS, item_id="no-extort",
            item_text="不刁难", text="刁难“顾客”", veto=True, deduction=500,
            site_name="城西营业厅", deadline=TODAY + timedelta(9)),
)  # fmt: skip
LINES = (
    summary(findings=FindingCount(3, 1, 1)),
    summary(rank=2, site_name="城南营业厅", total=9000, change=-10, findings=FindingCount()),
    summary(rank=3, site_name="城西营业厅", total=8800, vetoes=1, grade="不合格",
            change=None, findings=FindingCount(1, 0, 0)),
)  # fmt: skip
HIGHLIGHT = Highlight("城东营业厅", "1号窗口", "工号023", "主动扶老人填单。", DAY, "c1", "i1")


def item(short: str, gravity: Gravity = Gravity.MINOR) -> Item:
    """An item with a name of its own."""
    return Item("x", Category.ETIQUETTE, "文本", 100, DeductRule(100, "次"), gravity=gravity,
                short=short)  # fmt: skip


ITEMS = {
    ("i1", "rise-to-greet"): item("未迎送问候", Gravity.MAJOR),
    ("i1", "desk-tidy"): item("台面凌乱"),
    ("i1", "no-extort"): item("吃拿卡要报"),
}


def visits(*days: int, kind: InspectionKind = InspectionKind.COVERT) -> tuple[Visit, ...]:
    """Visits on days of November."""
    line = LINES[0]
    return tuple(
        Visit("s1", line.site_name, line.pack, "h", date(2026, 11, day), frozenset(), {}, 0, 0,
              9590, inspection_id="i1", kind=kind)
        for day in days
    )  # fmt: skip


def circular(findings: tuple[Finding, ...] = FINDINGS, **changes: Any) -> Circular:  # noqa: ANN401
    """The circular, with `changes`."""
    values: dict[str, Any] = {
        "lines": LINES,
        "findings": findings,
        "highlights": (HIGHLIGHT,),
        "full_marks": (FullMarks("城南营业厅", "2号窗口", ("工号007", "工号008")),),
        "as_of": TODAY,
        "windows": sum(line.windows for line in changes.get("lines", LINES)),
        "visits": visits(3, 6, 20),
        "items": ITEMS,
        "tells_gravity": True,
        "best_grades": {LINES[0].pack: "优秀"},
    }
    return Circular(**{**values, **changes})
