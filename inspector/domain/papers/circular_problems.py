"""What was wrong in a period by category and by what it is called, the gravest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.gravity import Gravity
from inspector.domain.checklist.points import Hundredths, round_half_up
from inspector.domain.finding.finding import Finding
from inspector.domain.papers.circular import Circular

GRAVEST_FIRST = tuple(reversed(Gravity))


@dataclass(frozen=True, slots=True)
class NamedProblem:
    """What went wrong alike, how often, and the worst finding of it.

    `name` is what the checklist calls it (首问负责未落实), whatever sector found it; where no
    checklist says, `text` is the rule that was not kept.
    """

    name: str
    text: str
    gravity: Gravity
    count: int
    example: Finding


@dataclass(frozen=True, slots=True)
class CategoryProblems:
    """What was wrong in one category."""

    category: Category
    count: int  # the red lines among them
    red_lines: int
    share: Hundredths  # percent of all findings
    items: tuple[NamedProblem, ...]  # none but red lines: empty


def problems_by_category(circular: Circular) -> list[CategoryProblems]:
    """Return what was wrong; empty categories are left out.

    A category comes before another whose gravest problem is lighter, else that with more
    findings; within it the graver problems come first, then the more frequent. Red lines are
    counted, and told apart from it: they are no item of a category.
    """
    told: list[CategoryProblems] = []
    for category in Category:
        own = [finding for finding in circular.findings if finding.category is category]
        if own:
            share = round_half_up(Fraction(len(own) * 10_000, len(circular.findings)))
            light = [finding for finding in own if not finding.veto]
            items = _named(circular, light)
            told.append(CategoryProblems(category, len(own), len(own) - len(light), share, items))

    def place(each: CategoryProblems) -> tuple[int, int]:
        gravest = GRAVEST_FIRST.index(each.items[0].gravity) if each.items else len(Gravity)
        return gravest, -each.count

    return sorted(told, key=place)


def _named(circular: Circular, findings: Iterable[Finding]) -> tuple[NamedProblem, ...]:
    alike: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        name = circular.called(finding)
        text = "" if name else finding.item_text or finding.text
        alike.setdefault((name, text), []).append(finding)
    problems = [
        NamedProblem(
            name,
            text,
            max((circular.gravity_of(each) for each in own), key=list(Gravity).index),
            len(own),
            max(own, key=lambda each: (each.counted_deduction, each.raised_at)),
        )
        for (name, text), own in alike.items()
    ]
    return tuple(
        sorted(
            problems,
            key=lambda each: (
                GRAVEST_FIRST.index(each.gravity), -each.count, each.name, each.text,
            ),
        )
    )  # fmt: skip
