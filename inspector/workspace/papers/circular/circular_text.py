"""The text of a circular (通报), made by rule: what stands between its title and its signature.

It is plain text, a paragraph a line: 一、 begins a part. So it can be edited as it is.
"""

import re

from inspector.domain.papers.circular import Circular
from inspector.excel.papers.coverage_words import covered_words
from inspector.excel.sheet.report_heading import Heading
from inspector.workspace.papers.circular.demand_words import demands
from inspector.workspace.papers.circular.inspected_words import (
    compared,
    coverage,
    lead,
    lone,
    scores,
    undecided,
    which_scores,
)
from inspector.workspace.papers.circular.listed_words import numbered
from inspector.workspace.papers.circular.merit_words import praise
from inspector.workspace.papers.circular.problem_words import apart, counts, problems
from inspector.workspace.papers.circular.satisfaction_words import satisfaction

_NUMERALS = "一二三四"
_SAME_YEAR = re.compile(r"(\d{4}年)(\d+月\d+日至)\1")


def circular_title(heading: Heading) -> str:
    """Return the title: 关于甲厅2026年11月文明窗口现场检查情况的通报.

    A year is said once: 2026年7月1日至12月31日 has room on a line of a letter.
    """
    period = _SAME_YEAR.sub(r"\1\2", heading.period)
    return f"关于{heading.site}{period}文明窗口现场检查情况的通报"


def circular_text(circular: Circular, heading: Heading, before: str) -> str:
    """Return the text; `before` is what the period compared with is called (上月)."""
    overall = [
        *scores(circular),
        compared(circular, before) + coverage(circular),
        lone(circular),
        undecided(circular),
        counts(circular) + apart(circular),
        covered_words(circular.covered),
        satisfaction(circular),
        which_scores(circular),
    ]
    parts = (
        ("总体情况", [said for said in overall if said]),
        ("好的方面", numbered(praise(circular))),
        ("存在问题", numbered(problems(circular))),
        ("整改要求" if circular.unfinished else "工作要求", numbered(demands(circular, heading))),
    )
    lines = [lead(circular, heading)]
    for numeral, (title, said) in zip(_NUMERALS, [p for p in parts if p[1]], strict=False):
        lines += [f"{numeral}、{title}", *said]
    return "\n".join(lines)
