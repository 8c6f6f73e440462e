"""Sheets that stand for one answer: entered on two laptops from one file, or corrected on both.

All of them are kept. One counts: the correction before what it corrects, of several the one that
was entered last; so it is the same wherever they meet, in whatever order. Pure rules.
"""

from collections.abc import Iterable, Mapping

from inspector.domain.survey.survey_sheet import SheetLine, SurveySheet

SAID = ("site_name", "day", "channel", "grade", "reason", "window_number")
"""What two sheets of one answer may contradict each other in."""


def beside(sheets: Iterable[SurveySheet]) -> dict[str, str]:
    """Return those sheets that do not count, though none replaces them, each with one that does."""
    known = {each.id: each for each in sheets}
    replaced = {each.replaces for each in known.values()}
    families: dict[str, list[SurveySheet]] = {}
    for each in known.values():
        if each.id not in replaced:
            families.setdefault(_family(each, known), []).append(each)
    found: dict[str, str] = {}
    for own in families.values():
        counts = max(own, key=lambda each: (bool(each.replaces), each.entered_at, each.id))
        found |= {each.id: counts.id for each in own if each is not counts}
    return found


def standing(sheets: Iterable[SurveySheet]) -> list[SheetLine]:
    """Return sheets in their order, each with whether another of them stands for it."""
    every = list(sheets)
    grades = {each.replaces: each.grade for each in every if each.replaces}
    gone = grades.keys() | beside(every).keys()
    return [
        SheetLine(each, each.id in gone, each.id in grades and grades[each.id] is None)
        for each in every
    ]


def contradicts(one: SurveySheet, other: SurveySheet) -> bool:
    """Tell whether two sheets that stand for one answer say different things of it."""
    return any(getattr(one, name) != getattr(other, name) for name in SAID)


def _family(sheet: SurveySheet, known: Mapping[str, SurveySheet]) -> str:
    """Return what tells one answer from others: the key, or the id, of the sheet it began with."""
    met = {sheet.id}
    while (before := known.get(sheet.replaces)) is not None and before.id not in met:
        met.add(before.id)
        sheet = before
    return sheet.source_key or sheet.replaces or sheet.id
