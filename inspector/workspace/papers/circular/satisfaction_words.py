"""What a circular says of satisfaction: how many were asked, the rate with its interval, why."""

from inspector.domain.checklist.points import to_decimal
from inspector.domain.papers.circular import Circular
from inspector.domain.survey.survey_rate import SurveyRate
from inspector.domain.survey.survey_reasons import frequent
from inspector.domain.survey.survey_table import SurveyLine
from inspector.workspace.papers.circular.listed_words import names


def satisfaction(circular: Circular) -> str:
    """Return the paragraph; '' where nobody was asked in the period."""
    table = circular.satisfaction
    if table is None or not table.lines:
        return ""
    said = f"随机测评群众{table.total.n}人次，{_rate(table.total)}{_why(circular)}。"
    ranked = [line for line in table.lines if line.rank is not None]
    few = [line.site_name for line in table.lines if line.rank is None]
    if len(ranked) > 1:
        best, worst = ranked[0], ranked[-1]
        if best.rank != worst.rank:
            said += f"满意率最高的是{_one(best)}，最低的是{_one(worst)}。"
    if few and len(table.lines) > 1:
        said += f"{names(few)}测评不足{table.total.least}份，不排名。"
    return said


def _rate(rate: SurveyRate) -> str:
    interval = rate.interval
    assert interval is not None
    between = f"95%置信区间{to_decimal(interval.low)}%–{to_decimal(interval.high)}%"
    bad = f"差评{rate.bad}份" if rate.bad else "没有差评"
    return f"满意率{_percent(rate.percent)}（{between}），{bad}"


def _why(circular: Circular) -> str:
    said = frequent(circular.satisfaction.bad) if circular.satisfaction else []
    return f"，主要反映{names([reason for reason, _ in said])}" if said else ""


def _one(line: SurveyLine) -> str:
    return f"{line.site_name}（{_percent(line.rate.percent)}）"


def _percent(hundredths: int | None) -> str:
    return f"{to_decimal(hundredths or 0)}%"
