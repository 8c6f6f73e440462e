"""What a period's sheets come to, a line for each site: as papers and pages tell it."""

from collections.abc import Iterable
from dataclasses import dataclass

from inspector.domain.survey.survey_rate import SurveyRate, ranks, rate_of_lines
from inspector.domain.survey.survey_reasons import frequent
from inspector.domain.survey.survey_sheet import SheetLine


@dataclass(frozen=True, slots=True)
class SurveyLine:
    """A site's sheets; without a `rank` there are too few to compare it with others."""

    site_name: str
    rate: SurveyRate
    reasons: tuple[tuple[str, int], ...]  # the most frequent, of bad sheets
    rank: int | None = None


@dataclass(frozen=True, slots=True)
class SurveyTable:
    """All lines, those with a rank first, and what all sheets together come to."""

    lines: tuple[SurveyLine, ...]
    total: SurveyRate
    bad: tuple[SheetLine, ...]  # each bad sheet that counts, in order
    replaced: int  # sheets that another one stands for
    taken_back: int  # of these, those that nothing stands for


def table_of(sheets: Iterable[SheetLine], least: int) -> SurveyTable:
    """Return what sheets come to, of `least` a rank; sites in which nothing counts have no line."""
    every = list(sheets)
    by_site: dict[str, list[SheetLine]] = {}
    for each in every:
        by_site.setdefault(each.sheet.site_name, []).append(each)
    rates = {name: rate_of_lines(own, least) for name, own in by_site.items()}
    rates = {name: rate for name, rate in rates.items() if rate.n}
    placed = ranks(rates)
    lines = [
        SurveyLine(name, rate, tuple(frequent(by_site[name])), placed.get(name))
        for name, rate in rates.items()
    ]
    lines.sort(key=lambda line: (line.rank is None, line.rank or 0, line.site_name))
    return SurveyTable(
        tuple(lines),
        rate_of_lines(every, least),
        tuple(each for each in every if each.is_bad),
        sum(each.replaced for each in every),
        sum(each.sheet.grade is None for each in every),
    )
