"""The words of a superior's form that are about complaints, and what stands for each."""

from collections.abc import Mapping
from types import MappingProxyType

from inspector.domain.complaint.complaint_report import ComplaintSums
from inspector.excel.papers.cell_values import rate_value
from inspector.excel.sheet.table_sheet import Value

COMPLAINT_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "投诉件数": "本期收到的投诉举报，含建议，不含作废的",
        "投诉属实件数": "其中核实属实的",
        "投诉办结件数": "其中已反馈的",
        "按期办结率": "按期办结÷（办结＋逾期未办结）",
        "投诉未办结件数": "其中未反馈的",
        "投诉逾期件数": "未反馈且已过时限的",
    }
)
"""Of a period as a whole, and of a site in the ranking."""

COMPLAINT_RATES = ("按期办结率",)
"""Those that are percentages."""


def complaint_values(sums: ComplaintSums) -> Mapping[str, Value]:
    """Return what stands for the words."""
    return {
        "投诉件数": sums.received,
        "投诉属实件数": sums.upheld,
        "投诉办结件数": sums.answered,
        "按期办结率": rate_value(sums.in_time_rate),
        "投诉未办结件数": sums.open,
        "投诉逾期件数": sums.overdue,
    }
