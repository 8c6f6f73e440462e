"""培训建议 in words: lines of a meeting, what a paper says of suggestions and of what they did."""

from collections.abc import Mapping, Sequence

from inspector.domain.checklist.points import format_points
from inspector.domain.finding.finding import PUBLIC_AREA
from inspector.domain.training.lesson import Lesson
from inspector.domain.training.suggestion import LEAST, Counted, Example, Suggestion, TrainedItem
from inspector.domain.training.training_entry import ENOUGH, Outcome
from inspector.domain.training.training_facts import Grouping
from inspector.excel.sheet.terms import NO_VALUE

GROUPINGS: Mapping[Grouping, str] = {Grouping.TEAM: "分班组", Grouping.KIND: "分窗口类型"}

OUTCOMES: Mapping[Outcome, str] = {
    Outcome.BETTER: "有所好转",
    Outcome.NOT_BETTER: "未见好转",
    Outcome.TOO_FEW: "样本不足",
}

RULE = (
    "说明：一个窗口的一个项目计一项次；不合格每项次计1，同一窗口重复发生或销号后重开的加计1，"
    f"合计满{LEAST}的列入，多者在前。只统计评分检查，申诉成立撤销的不计；不列个人姓名。"
)
OUTCOME_RULE = (
    f"说明：培训前、后各不足{ENOUGH}项次的记“样本不足”；"
    "不合格率比培训前下降五分之一以上的记“有所好转”，否则记“未见好转”。"
    "培训后取培训次日起与依据期间同样长的天数，未满的截至填报之日。"
)

_IN_A_LINE = 2
"""Items that a line of the day's work names."""


def rate_words(counted: Counted) -> str:
    """Return a rate as papers have it: 23.33%; a dash of nothing."""
    return NO_VALUE if counted.rate is None else f"{format_points(counted.rate)}%"


def counted_words(counted: Counted) -> str:
    """Return a rate with what it is of: 14/60（23.33%）."""
    return f"{counted.wrong}/{counted.judged}（{rate_words(counted)}）"


def basis_words(suggestion: Suggestion) -> str:
    """Return what a suggestion rests on: 查60项次，不合格14项次（23.33%），其中重复5项次."""
    counted = suggestion.counted
    again = f"，其中重复{suggestion.again}项次" if suggestion.again else ""
    return f"查{counted.judged}项次，不合格{counted.wrong}项次（{rate_words(counted)}）{again}"


def meeting_line(suggestion: Suggestion, group: str) -> str:
    """Return the line that a suggestion is among the day's work of its site's meeting."""
    shorts = [item.lesson.short for item in suggestion.items]
    named = "、".join(shorts[:_IN_A_LINE]) + ("等" if len(shorts) > _IN_A_LINE else "")
    again = f"，重复{suggestion.again}次" if suggestion.again else ""
    return (
        f"培训：{group}练“{suggestion.key.practised}”，"
        f"重点纠正{named}（近期不合格{suggestion.counted.wrong}次{again}）"
    )


def steps_words(suggestion: Suggestion) -> str:
    """Return the drill that fits, step by step; without one how the items are trained."""
    if not suggestion.steps:
        return "演练：对照下列标准逐项讲解、示范，逐人过关。"
    said = "；".join(f"{number}．{step}" for number, step in enumerate(suggestion.steps, 1))
    return f"演练：{said}。"


def standard_words(lesson: Lesson) -> str:
    """Return the standard, and the words that are to be said where it names them."""
    return f"{lesson.text}\n用语：{lesson.phrase}" if lesson.phrase else lesson.text


def rest_words(items: Sequence[TrainedItem]) -> str:
    """Return what the items came to that have no row of their own, and the first of them."""
    wrong = sum(item.counted.wrong for item in items)
    named = "、".join(item.lesson.short for item in items[:_IN_A_LINE])
    more = "等" if len(items) > _IN_A_LINE else ""
    return f"另有{len(items)}个项目不合格{wrong}项次：{named}{more}。"


def example_words(example: Example) -> str:
    """Return an example with its window and day, and nobody's name."""
    day = f"{example.day.month}月{example.day.day}日"
    return f"{day}{example.window_number or PUBLIC_AREA}：{example.text}"
