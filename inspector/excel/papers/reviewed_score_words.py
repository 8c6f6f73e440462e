"""How papers tell scores after appeals (申诉复核) from those as found (检查时)."""

from inspector.domain.checklist.points import format_points, format_score
from inspector.domain.figures.standing import Standing
from inspector.domain.figures.summary import SiteSummary
from inspector.domain.finding.finding import AppealOutcome, Finding, FindingState
from inspector.excel.sheet.terms import VETO, VETO_MARK

POINTS_UNIT = "分（申诉复核后）"
"""The unit of every score and deduction that a paper prints after appeals."""

SCORES_NOTE = (
    "得分、等级、名次、一票否决均为申诉复核后的结果；与检查时不同的，检查时的结果列于备注。"
)


def found_words(found: Standing) -> str:
    """Return how something stood before appeals: 检查时96.10分、不合格、★一票否决1次."""
    said = [f"{format_score(found.total)}分"] if found.total is not None else []
    said += [found.grade] if found.grade else []
    said += [f"{VETO_MARK}{VETO}{found.vetoes}次"] if found.vetoes else []
    return f"检查时{'、'.join(said)}"


def found_score(line: SiteSummary) -> str:
    """Return the score before appeals where it is another: ，检查时96.10分."""
    if line.found is None or line.found.total is None or line.found.total == line.total:
        return ""
    return f"，检查时{format_score(line.found.total)}分"


def deduction_remark(finding: Finding) -> str:
    """Return what a finding cost as found, where an appeal left another deduction."""
    if finding.reviewed_deduction is None:
        return ""
    if finding.state is FindingState.WITHDRAWN:
        found = [f"扣{format_points(finding.deduction)}分"] if finding.deduction else []
        found += [VETO] if finding.veto else []
        return f"申诉撤销，检查时{'、'.join(found)}"
    lowered = "申诉减轻，" if finding.review is AppealOutcome.DOWNGRADED else "申诉复核，"
    return f"{lowered}检查时扣{format_points(finding.deduction)}分"
