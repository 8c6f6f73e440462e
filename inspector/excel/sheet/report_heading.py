"""What stands above and below the table of a report: who reports, for when, and who signs."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Heading:
    """The words around a table; an empty signature leaves room for a pen."""

    unit: str  # 填报单位
    period: str  # as printed in the title: 2026年11月
    reported_on: date  # 填报时间
    author: str = ""  # 填表人
    reviewer: str = ""  # 审核人
    telephone: str = ""  # 联系电话
    attachment: str = ""  # 2 prints 附件2; empty prints no label
    alarm: str = ""  # below the title, on every page
    code: str = ""  # of the journal's head, at the foot of every page
    site: str = ""  # the only one that is told of, where `unit` is who inspected it

    def title(self, subject: str) -> str:
        """Return the title of a report on `subject`: ××营业厅整改台账（2026年11月）."""
        period = f"（{self.period}）" if self.period else ""
        return f"{self.site or self.unit}{subject}{period}"

    @property
    def label(self) -> str:
        """The label at the top left of a sheet that is attached to a letter."""
        return f"附件{self.attachment}" if self.attachment else ""

    def report_line(self, right: str) -> tuple[str, str, str]:
        """Return the line between title and table, its right end being `right`."""
        return (f"填报单位：{self.unit}", f"填报时间：{chinese_date(self.reported_on)}", right)

    @property
    def foot(self) -> tuple[str, str, str]:
        """The line of signatures below the table."""
        return (
            f"填表人：{self.author}",
            f"审核人：{self.reviewer}",
            f"联系电话：{self.telephone}",
        )


def chinese_date(day: date) -> str:
    """Write a day as official papers do, without leading zeros: 2026年3月5日."""
    return f"{day.year}年{day.month}月{day.day}日"
