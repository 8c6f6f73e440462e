"""What the columns and lines of a plan's workbook are called, by us and by others."""

from collections.abc import Sequence
from enum import Enum

from inspector.excel.reading.plain_sheets import Row, Sheet
from inspector.excel.reading.sheet_table import Header, Heads

HEAD_SHEET, SITES_SHEET, BARRED_SHEET = "基本情况", "检查计划", "回避"


class SiteField(Enum):
    """What a line says of a site; the value is the head our workbook gives it."""

    SITE = "被检查单位"
    VISITS = "应查次数"
    SHARE = "窗口不少于%"
    GROUP = "检查组"


class BarField(Enum):
    """What a line says of who must not inspect whom."""

    WHO = "检查人员或其单位"
    SITE = "不得检查的单位"


class HeadField(Enum):
    """What is said of the plan as a whole, a line each."""

    NAME = "计划名称"
    PHASE = "阶段"
    FIRST = "开始日期"
    LAST = "结束日期"
    COVERT = "暗访不少于%"


SITES = Heads(
    {
        SiteField.SITE: "被检查单位 单位 单位名称 受检单位 检查单位 检查对象 网点 营业厅 大厅",
        SiteField.VISITS: "应查次数 检查次数 计划次数 应检次数 计划检查次数 次数",
        SiteField.SHARE: "窗口不少于% 窗口占比 窗口占比% 窗口比例 窗口抽查比例 抽查窗口比例",
        SiteField.GROUP: "检查组 检查人员 责任检查组 承担检查组 组别",
    }
)
BARRED = Heads(
    {
        BarField.WHO: "检查人员或其单位 检查人员 检查人员或单位 回避人员 回避人员或单位",
        BarField.SITE: "不得检查的单位 回避单位 不得检查单位 应回避的单位",
    }
)
HEAD = Heads(
    {
        HeadField.NAME: "计划名称 名称 检查计划名称",
        HeadField.PHASE: "阶段 所属阶段 检查阶段",
        HeadField.FIRST: "开始日期 起 开始时间 起始日期",
        HeadField.LAST: "结束日期 止 结束时间 截止日期",
        HeadField.COVERT: "暗访不少于% 暗访占比 暗访比例 暗访占比%",
    }
).names


def sites_header(row: Row) -> Header[SiteField] | None:
    """Return `row` as the header of a plan's sites: they are named, and how often each."""
    header = SITES.read(row)
    return header if {SiteField.SITE, SiteField.VISITS} <= header.columns.keys() else None


def barred_header(row: Row) -> Header[BarField] | None:
    """Return `row` as the header of who must not inspect whom."""
    header = BARRED.read(row)
    return header if set(BarField) <= header.columns.keys() else None


def is_plan(sheets: Sequence[Sheet]) -> bool:
    """Tell whether any sheet that is shown lists the sites of a plan."""
    return any(sites_header(row) for s in sheets if not s.hidden for row in s.rows[:20])
