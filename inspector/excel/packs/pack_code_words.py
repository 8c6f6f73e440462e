"""The Chinese words of a pack's switches, and the codes that they stand for."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from inspector.domain.checklist.checklist import (
    FloorPolicy,
    NotApplicablePolicy,
    PhotoPolicy,
    SamplePolicy,
    Scope,
    VetoPolicy,
)
from inspector.excel.reading.typed_cells import comparable
from inspector.excel.sheet.terms import RESPONSIBLE


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one switch by their codes, in the order in which they are offered."""

    by_code: Mapping[Any, str]  # to a code as the plain tables have it

    def say(self, code: object) -> str:
        """Return the word of a code."""
        return self.by_code[code]

    def mean(self, text: str) -> Any:  # noqa: ANN401 -- a code, or the text
        """Return the code of a word; what is none of them comes back as it is."""
        wanted = comparable(text)
        for code, word in self.by_code.items():
            if comparable(word) == wanted:
                return code
        return text

    @property
    def all(self) -> tuple[str, ...]:
        """Every word, the usual one first."""
        return tuple(self.by_code.values())


DEDUCT, CHOICE, MEASURE, BONUS = "deduct", "choice", "measure", "bonus"
RULE_KINDS = Words({DEDUCT: "扣分", CHOICE: "选项", MEASURE: "实测", BONUS: "加分"})
SCOPES = Words({Scope.WINDOW: "窗口", Scope.PUBLIC: "公共区域"})
YES_OR_NO = Words({False: "否", True: "是"})
PHOTOS = Words({PhotoPolicy.OPTIONAL: "可选", PhotoPolicy.ON_FAIL: "扣分须拍"})
RESPONSIBILITIES = Words(RESPONSIBLE)
NOT_APPLICABLE = Words(
    {NotApplicablePolicy.EXCLUDE: "不计入满分", NotApplicablePolicy.FULL: "按满分计"}
)
FLOORS = Words({FloorPolicy.ITEM: "扣完为止", FloorPolicy.NONE: "扣分不封顶"})
VETOES = Words({VetoPolicy.FAIL: "得分保留", VetoPolicy.ZERO: "计0分"})
SAMPLES = Words({SamplePolicy.WORST: "取最差", SamplePolicy.MEAN: "取平均"})
UNITS = ("人次", "次", "处", "件", "项", "台", "分钟", "秒", "个工作日", "字/分钟", "‰", "%")
"""Units that are offered; any other may be typed."""
