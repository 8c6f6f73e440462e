"""The verdicts of an item as they are given by hand: 合格, 扣分, 不适用, 未观察, 亮点, or none."""

from collections.abc import Collection, Sequence

from inspector.domain.visit.inspection import Answer, Verdict
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.visits.parts.verdict_segment import Given
from inspector.gui.words import praise_word, verdict_shape, verdict_word
from inspector.translation import tr

_NAMES = {
    Verdict.PASS: "pass",
    Verdict.DEDUCT: "deduct",
    Verdict.NOT_APPLICABLE: "not-applicable",
    Verdict.UNSEEN: "unseen",
}
_ROLES = ("passed", "deducted", "not_applicable", "unseen")
IN_ROW, IN_RED_ROW = 4, 3
"""Of what the segment gives, what the current row has room for."""


def item_verdicts(table: CommandTable, red_line: bool = False) -> Sequence[Given]:
    """Return what the segment beside the list, and the one in its current row, give.

    Of a `red_line` it is 未发现, 发现, 未观察; what is rare has its key and the menu.
    """
    verdicts = {
        verdict: Given(table[name], verdict_word(verdict, red_line), verdict_shape(verdict), role)
        for (verdict, name), role in zip(_NAMES.items(), _ROLES, strict=True)
    }
    if red_line:
        del verdicts[Verdict.NOT_APPLICABLE]
        return (*verdicts.values(), Given(table["clear"], tr("Clear")))
    return (
        *verdicts.values(),
        Given(table["praise"], praise_word(), "☆", "passed"),
        Given(table["clear"], tr("Clear")),
    )


def given_names(answer: Answer | None) -> Collection[str]:
    """Return the names of the commands that gave an answer; 亮点 is a 合格 as well."""
    if answer is None:
        return ()
    return ("praise",) if answer.praised else (_NAMES[answer.verdict],)
