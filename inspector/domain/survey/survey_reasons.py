"""Why people are not satisfied, as phrases to choose from; each belongs to a category."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from inspector.domain.checklist.category import Category
from inspector.domain.survey.survey_sheet import SheetLine

REASONS: Mapping[str, Category] = {
    "等候时间长": Category.OPERATING_NORMS,
    "态度冷淡": Category.ETIQUETTE,
    "解释不清楚": Category.CIVIL_LANGUAGE,
    "多次跑动": Category.OPERATING_NORMS,
    "业务不熟练": Category.OPERATING_NORMS,
    "窗口无人": Category.OPERATING_NORMS,
    "指引不清楚": Category.OPERATING_NORMS,
    "设备用不了": Category.OPERATING_NORMS,
    "环境不整洁": Category.CLEANLINESS,
}
"""Offered until the user's own are; as many as there are digits."""


def category_of(reason: str) -> Category:
    """Return the category of a reason; whatever nobody has put in one is how things are done."""
    return REASONS.get(reason.strip(), Category.OPERATING_NORMS)


def offered(own: Sequence[str], most: int = 9) -> tuple[str, ...]:
    """Return the reasons to choose from: the user's own, most used first, then ours."""
    return tuple(dict.fromkeys((*own, *REASONS)))[:most]


def frequent(lines: Iterable[SheetLine], most: int = 3) -> list[tuple[str, int]]:
    """Return what was said most on bad sheets that count, with how often."""
    said = Counter(each.sheet.reason for each in lines if each.is_bad and each.sheet.reason)
    return said.most_common(most)
