"""What a score is made of, in sentences: its sum, bonus, penalties and veto, then the site's."""

from inspector.domain.checklist.checklist import (
    CasesRule,
    DeductRule,
    RangeRule,
    Totalling,
    VetoPolicy,
)
from inspector.domain.checklist.points import format_mean, format_points, format_score
from inspector.domain.visit.inspection import Scorecard
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.domain.visit.item_scoring import ItemScore
from inspector.domain.visit.scoring import ScorecardScore
from inspector.gui.words import coverage_text, unranked_text
from inspector.translation import tr


def card_lines(sheet: InspectionSheet, card: Scorecard) -> list[str]:
    """Return the sum of a scorecard, its bonus and what a veto does."""
    score, policy = sheet.score(card), sheet.pack.policy
    direct = policy.total is Totalling.DEDUCT
    parts = " + ".join(
        format_score(category.contribution)
        for category in score.categories
        if category.rate is not None or (direct and category.full and score.total is not None)
    )
    lines = []
    if score.bonus_found > score.bonus:
        lines.append(
            tr(
                "Bonus {found}, capped at {cap}",
                found=format_points(score.bonus_found),
                cap=format_points(policy.bonus_cap),
            )
        )
    if parts:
        bonus = f" + {format_points(score.bonus)}" if score.bonus else ""
        penalty = f" − {format_points(score.penalty)}" if score.penalty else ""
        lines.append(f"{parts}{bonus}{penalty} = {format_score(score.earned)}")
    lines += _penalties(score)
    lines += _cut(score)
    for item in score.vetoes:
        zero = policy.veto is VetoPolicy.ZERO
        what = tr("score 0") if zero else tr("score kept")
        lines.append(
            tr(
                "★ {item}: {grade}, {what}",
                item=item.text,
                grade=sheet.pack.failing_grade.title,
                what=what,
            )
        )
    return [*lines, *_coverage_lines(sheet, card)]


def _penalties(score: ScorecardScore) -> list[str]:
    """Return what comes off the total, of no category."""
    return [
        tr("Off the total: {item} {points}", item=each.item.text, points=_off(each))
        for each in score.items
        if each.item.penalty and each.deduction
    ]


def _cut(score: ScorecardScore) -> list[str]:
    """Return the items that lost less than was counted: their limit is reached."""
    return [
        tr(
            "{sign}{item}: {points} at most",
            sign="※ " if each.item.accumulates else "",
            item=each.item.text,
            points=format_points(each.item.full),
        )
        for each in score.items
        if each.item.full and each.deduction == each.item.full and _counted(each)
    ]


def _counted(score: ItemScore) -> bool:
    """Tell that something is counted for an item, which could go beyond its limit."""
    return isinstance(score.item.rule, DeductRule | CasesRule | RangeRule) and not score.item.veto


def _off(score: ItemScore) -> str:
    return f"−{format_points(score.deduction)}"


def _coverage_lines(sheet: InspectionSheet, card: Scorecard) -> list[str]:
    """Return how much of a window was observed, and of the visit."""
    own, every = sheet.coverage(card), sheet.total_coverage()
    said = [tr("This window: {coverage}", coverage=coverage_text(own)),
            tr("The visit: {coverage}", coverage=coverage_text(every))]  # fmt: skip
    below = unranked_text(every, sheet.pack.policy, sheet.inspection.kind.ranked)
    return [tr("; ").join(part for part in (*said, below) if part)]


def site_lines(sheet: InspectionSheet) -> list[str]:
    """Return how the site's score follows from its scorecards."""
    site, share = sheet.site_score(), sheet.pack.policy.public_area_share
    if site.total is None:
        return []
    total = format_score(site.total)
    windows, public = format_mean(site.windows), format_score(site.public)
    if site.windows is None:
        return [tr("Site: public area only = {total}", total=total)]
    if site.public is None:
        return [tr("Site: mean of the windows = {total}", total=total)]
    return [
        tr(
            "Site: windows {windows} × {own}% + public area {public} × {share}% = {total}",
            windows=windows,
            own=100 - share,
            public=public,
            share=share,
            total=total,
        )
    ]
