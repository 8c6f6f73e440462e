"""The tables of the evaluation: sites, the arithmetic of one, who is named, what differs today."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from inspector.domain.checklist.points import format_score
from inspector.domain.evaluation.evaluation import Evaluation, SiteEvaluation
from inspector.domain.evaluation.honours import Honour, Named
from inspector.domain.evaluation.publication import Difference
from inspector.domain.evaluation.scheme import Part, Scheme
from inspector.domain.evaluation.weighing import PartScore
from inspector.gui.evaluation.scheme_words import altered_words
from inspector.gui.widgets.lists.table import Column
from inspector.gui.words import moment_text, span_text
from inspector.translation import tr
from inspector.workspace.evaluation.evaluations import UsedScheme
from inspector.workspace.evaluation.reason_words import (
    basis_words,
    changed_words,
    exact_words,
    honour_word,
    level_word,
    part_word,
    reason_words,
    reasons_words,
    short_standing,
)

NONE = "—"
FIRST_PART, PARTS_END = 2, 4
"""Columns of the table of sites before those of the parts, and behind them."""

BESIDE_PARTS = FIRST_PART + PARTS_END


@dataclass(frozen=True, slots=True)
class SiteLine:
    """A site with what it is named for."""

    site: SiteEvaluation
    honours: tuple[Honour, ...]

    def part(self, part: Part) -> str:
        """Return the score of a part."""
        return next((_score(line) for line in self.site.parts if line.part is part), NONE)


@dataclass(frozen=True, slots=True)
class PartLine:
    """A line of the arithmetic."""

    line: PartScore
    basis: str


def site_lines(evaluation: Evaluation) -> list[SiteLine]:
    """Return the sites, best first within each family."""
    return [
        SiteLine(
            site,
            tuple(dict.fromkeys(n.honour for n in evaluation.named if n.site_id == site.site_id)),
        )
        for site in evaluation.sites
    ]


def site_columns(scheme: Scheme) -> list[Column[SiteLine]]:
    """Return the columns of the sites: one for each part that weighs anything."""
    parts = [part for part in Part if scheme.weight(part)]
    return [
        Column(tr("Overall rank"), _rank, 80, number=True),
        Column(tr("Site"), lambda line: line.site.facts.site_name),
        *(_part_column(part, scheme.weight(part)) for part in parts),
        Column(tr("Overall"), lambda line: format_score(line.site.total), 80, number=True),
        Column(tr("Level"), _level, 96),
        Column(tr("Compared with"), lambda line: line.site.facts.family or NONE, 168),
        Column(tr("Lists and awards"), _honours, 176, why=_why),
    ]


def _part_column(part: Part, weight: int) -> Column[SiteLine]:
    title = tr("{part} {weight} %", part=part_word(part), weight=weight)

    def score(line: SiteLine) -> str:
        return line.part(part)

    return Column(title, score, 88, number=True)


def _rank(line: SiteLine) -> str:
    site = line.site
    return NONE if site.rank is None else f"{site.rank}/{site.ranked_of}"


def _level(line: SiteLine) -> str:
    mark = "★ " if line.site.vetoes else ""
    return f"{mark}{level_word(line.site.level)}"


def _honours(line: SiteLine) -> str:
    said = [honour_word(honour) for honour in line.honours]
    if line.site.unranked is not None:
        said.append(reason_words(line.site.unranked))
    elif line.site.barred:
        said.append(tr("no award"))
    return "、".join(said)


def _why(line: SiteLine) -> str:
    return reasons_words((*line.site.barred, *line.site.yellow))


def part_lines(site: SiteEvaluation, scheme: Scheme) -> list[PartLine]:
    """Return the arithmetic of a site, line by line."""
    return [PartLine(line, _basis(line, site, scheme)) for line in site.parts]


def _basis(line: PartScore, site: SiteEvaluation, scheme: Scheme) -> str:
    said = basis_words(line.part, site.facts, scheme)
    if not line.is_missing:
        return said
    if line.score is None:
        return tr("{basis}: its weight is spread", basis=said)
    if not line.score:
        return tr("{basis}: counts as 0", basis=said)
    return tr("{basis}: counts in full", basis=said)


def _score(line: PartScore) -> str:
    """Return a score; of a part that was not measured, that."""
    if line.score is None and line.part is not Part.SCORE:
        return tr("not measured")
    return format_score(line.score)


def part_columns() -> list[Column[PartLine]]:
    """Return the columns of the arithmetic."""
    return [
        Column(tr("What counts"), lambda row: part_word(row.line.part), 136),
        Column(tr("Score"), lambda row: _score(row.line), 80, number=True),
        Column(tr("Weight"), lambda row: f"{row.line.weight} %", 72, number=True),
        Column(tr("Score × weight"), _product, 120, number=True),
        Column(tr("Worked out from"), lambda row: row.basis),
    ]


def _product(row: PartLine) -> str:
    return NONE if row.line.product is None else exact_words(row.line.product)


def named_columns(names: Mapping[tuple[str, str], str]) -> list[Column[Named]]:
    """Return the columns of who is named; `names` of staff are those that may appear."""

    def who(each: Named) -> str:
        said = [each.site_name, each.window_number, each.staff_number]
        return " ".join(filter(None, (*said, names.get((each.site_id, each.staff_number), ""))))

    return [
        Column(tr("Named for"), lambda each: honour_word(each.honour), 120),
        Column(tr("Who"), who),
        Column(tr("Compared with"), lambda each: each.family or NONE, 176),
        Column(tr("Reasons"), lambda each: reasons_words(each.reasons), 312),
    ]


def difference_columns() -> list[Column[Difference]]:
    """Return the columns of what would be otherwise today."""
    return [
        Column(tr("Site"), lambda each: each.site_name),
        Column(tr("As published"), lambda each: short_standing(each.before), 200),
        Column(tr("As it is today"), lambda each: short_standing(each.now), 200),
        Column(tr("What differs"), changed_words, 216),
    ]


def version_columns() -> list[Column[UsedScheme]]:
    """Return the columns of the versions of what is weighed."""

    def weights(each: UsedScheme) -> str:
        scheme = each.version.scheme
        parts = [part for part in Part if scheme.weight(part)]
        return "、".join(f"{part_word(part)} {scheme.weight(part)}" for part in parts)

    def altered(each: UsedScheme) -> str:
        return altered_words(each.altered, each.version.scheme) or NONE

    def used(each: UsedScheme) -> str:
        return "、".join(phase or span_text(span) for span, phase in each.used) or NONE

    def made(each: UsedScheme) -> str:
        moment = each.version.made_at
        return NONE if moment is None else moment_text(moment)

    return [
        Column(tr("Version"), lambda each: str(each.version.number or tr("proposal")), 72),
        Column(tr("Set on"), made, 144),
        Column(tr("By"), lambda each: each.version.made_by or NONE, 96),
        Column(tr("Weights"), weights, 240),
        Column(tr("Otherwise than before"), altered),
        Column(tr("Published by it"), used, 168),
    ]


def in_order(named: Sequence[Named]) -> list[Named]:
    """Return who is named by honour; the lists of sites first, the cards last."""
    return sorted(named, key=lambda each: list(Honour).index(each.honour))
