"""The words of a superior's form that are about satisfaction, and what stands for each."""

from collections.abc import Mapping
from types import MappingProxyType

from inspector.domain.survey.survey_rate import SurveyRate
from inspector.excel.papers.cell_values import rate_value
from inspector.excel.sheet.table_sheet import Value
from inspector.excel.sheet.terms import NO_VALUE

SURVEY_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "测评份数": "满意度测评计入的份数",
        "满意率": "非常满意、满意和基本满意的份数÷测评份数",
        "差评份数": "不满意和非常不满意的份数",
        "差评率": "差评份数÷测评份数",
    }
)
"""Of a period as a whole, and of a site in the ranking."""

SURVEY_RATES = ("满意率", "差评率")
"""Those that are percentages."""


def survey_values(rate: SurveyRate | None) -> Mapping[str, Value]:
    """Return what stands for the words; a rate of nobody cannot be worked out."""
    if rate is None or not rate.n:
        return {"测评份数": 0, "满意率": NO_VALUE, "差评份数": 0, "差评率": NO_VALUE}
    return {
        "测评份数": rate.n,
        "满意率": rate_value(rate.percent),
        "差评份数": rate.bad,
        "差评率": rate_value(rate.bad_percent),
    }
