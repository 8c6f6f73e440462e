"""How an official text lists: names cut after a few, days run together, words cut at a clause."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from inspector.excel.sheet.report_heading import chinese_date

MOST_NAMED = 3
"""Names and examples in one sentence; of more, their number is told and the annex has them."""

_MOST_DAYS = 6
_LONGEST = 40  # characters of what somebody wrote
_STOPS = "。；，、;,"


def names(all_of_them: Sequence[str], counted: str = "个单位") -> str:
    """Return names in one phrase: 甲厅、乙厅, or 甲厅、乙厅、丙厅等7个单位."""
    said = "、".join(all_of_them[:MOST_NAMED])
    return said + (f"等{len(all_of_them)}{counted}" if len(all_of_them) > MOST_NAMED else "")


def days(all_of_them: Sequence[date]) -> str:
    """Return days as they are read: 2026年11月3日、6日, or from the first to the last of many.

    `all_of_them` are in order and at least one.
    """
    first, last = all_of_them[0], all_of_them[-1]
    if len(all_of_them) > _MOST_DAYS:
        every = len(all_of_them) == (last - first).days + 1
        checked = "" if every else f"（其中检查{len(all_of_them)}天）"
        return f"{chinese_date(first)}至{_after(first, last)}{checked}"
    return "、".join([chinese_date(first), *(_after(*each) for each in pairwise(all_of_them))])


def _after(before: date, day: date) -> str:
    """Return a day as it follows another one: what is the same is not said again."""
    if before.year != day.year:
        return chinese_date(day)
    return f"{day.day}日" if before.month == day.month else f"{day.month}月{day.day}日"


def clause(text: str, longest: int = _LONGEST) -> str:
    """Return what somebody wrote as a part of a sentence: on one line, no full stop at its end.

    A long text ends with the last clause that fits, else with a sign that more follows.
    """
    text = " ".join(text.split()).strip(_STOPS + " ")
    if len(text) <= longest:
        return text
    end = max(text.rfind(stop, longest // 2, longest) for stop in _STOPS)
    return text[:end] if end > 0 else f"{text[: longest - 1]}…"


def first_clause(text: str) -> str:
    """Return what was seen, without what was noted besides: that stands behind a semicolon."""
    return clause(text.strip(_STOPS + " ").partition("；")[0])


def quoted(text: str) -> str:
    """Return a text in quotation marks; those within it become single ones."""
    return f"“{text.replace('“', '‘').replace('”', '’')}”"


def numbered(points: Sequence[tuple[str, str]]) -> list[str]:
    """Return points of a title and what is said: （一）标题。正文. A single one needs neither."""
    if len(points) == 1:
        return [points[0][1]]
    marked = zip("一二三四五六七八九十", points, strict=False)
    return [f"（{mark}）{title}。{said}" for mark, (title, said) in marked]
