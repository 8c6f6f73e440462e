"""What papers say of a record whose time is wrong."""

from inspector.domain.visit.clock_remark import ClockRemark
from inspector.excel.sheet.report_heading import chinese_date


def clock_remark_words(remark: ClockRemark) -> str:
    """Return that the time of the record is wrong, as somebody declared it."""
    by = f"{remark.said_by}，" if remark.said_by else ""
    return (
        f"时间说明：本记录所记时间（{remark.moment:%Y-%m-%d %H:%M}）有误：{remark.reason}"
        f"（{by}{chinese_date(remark.said_at.date())}注明；记录本身未改动）"
    )
