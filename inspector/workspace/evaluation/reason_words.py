"""What an evaluation says, in the language in use: parts, levels, honours, reasons, the sums.

Papers have the words of a superior: `excel.papers.evaluation`.
"""

from collections.abc import Iterable

from inspector.domain.checklist.points import format_score
from inspector.domain.evaluation.evaluation import SiteEvaluation
from inspector.domain.evaluation.evaluation_facts import SiteFacts
from inspector.domain.evaluation.honours import Honour, Named
from inspector.domain.evaluation.part_sums import part_sum
from inspector.domain.evaluation.publication import Changed, Difference
from inspector.domain.evaluation.reasons import Reason, ReasonKind
from inspector.domain.evaluation.scheme import Level, Part, Scheme
from inspector.translation import join_sentences, tr, tr_count

_NONE = "—"


def part_word(part: Part) -> str:
    """Return what a part is called."""
    return {
        Part.SCORE: tr("Inspection score"),
        Part.RECTIFIED: tr("Putting right"),
        Part.SATISFACTION: tr("Satisfaction of visitors"),
        Part.COMPLAINTS: tr("Complaints"),
        Part.PATROLS: tr("Patrols"),
        Part.PLAN: tr("Plan carried out"),
    }[part]


def level_word(level: Level | None) -> str:
    """Return what a level is called; a dash for none."""
    if level is None:
        return _NONE
    return {
        Level.EXCELLENT: tr("Excellent"),
        Level.GOOD: tr("Good"),
        Level.PASS: tr("Pass"),
        Level.FAIL: tr("Fail"),
    }[level]


def honour_word(honour: Honour) -> str:
    """Return what somebody is named for."""
    return {
        Honour.RED: tr("Red list"),
        Honour.BLACK: tr("Black list"),
        Honour.FLAG: tr("Red flag"),
        Honour.WINDOW: tr("Best window"),
        Honour.STAFF: tr("Model staff"),
        Honour.YELLOW: tr("Yellow card"),
    }[honour]


def reason_words(reason: Reason) -> str:
    """Return one reason."""
    number, limit = reason.number, reason.limit
    score = format_score(number)
    match reason.kind:
        case ReasonKind.RED_LINE:
            return tr_count(number, "1 red line crossed", "{count} red lines crossed")
        case ReasonKind.OVERDUE:
            return tr_count(
                number, "1 finding overdue (from {limit})",
                "{count} findings overdue (from {limit})", limit=limit,
            )  # fmt: skip
        case ReasonKind.UPHELD:
            return tr_count(
                number, "1 complaint upheld (from {limit})",
                "{count} complaints upheld (from {limit})", limit=limit,
            )  # fmt: skip
        case ReasonKind.BELOW:
            return tr("{score} in all, below {limit}", score=score, limit=limit)
        case ReasonKind.NOT_SCORED:
            return tr("no scored visit on which enough was observed")
        case ReasonKind.FEW_VISITS:
            return tr_count(
                number, "1 visit counts, fewer than {limit}",
                "{count} visits count, fewer than {limit}", limit=limit,
            )  # fmt: skip
        case ReasonKind.RANK:
            return tr("rank {rank} of {number}", rank=number, number=limit)
        case ReasonKind.TOTAL:
            return tr("{score} in all", score=score)
        case ReasonKind.MEAN:
            return tr_count(
                limit, "mean {score} of 1 visit", "mean {score} of {count} visits", score=score
            )


def reasons_words(reasons: Iterable[Reason]) -> str:
    """Return several reasons."""
    return tr("; ").join(map(reason_words, reasons))


def basis_words(part: Part, facts: SiteFacts, scheme: Scheme) -> str:
    """Return what the score of a part was worked out from."""
    match part:
        case Part.SCORE:
            return _visit_words(facts)
        case Part.RECTIFIED:
            if not facts.raised:
                return tr("nothing had to be put right")
            return _with_sum(tr(
                "{closed} of {raised} put right, {overdue} overdue",
                closed=facts.closed, raised=facts.raised, overdue=facts.overdue,
            ), part_sum(part, facts, scheme))  # fmt: skip
        case Part.SATISFACTION:
            own = facts.survey
            if own is None:
                return tr("no satisfaction sheets")
            said = tr_count(own.sheets, "1 sheet", "{count} sheets")
            return said if own.enough else tr("{sheets}, too few to say", sheets=said)
        case Part.COMPLAINTS:
            told = facts.complaints
            if told is None:
                return tr("no complaints recorded")
            return _with_sum(tr(
                "{received} complaints and reports received (others do not count),"
                " {upheld} upheld, {overdue} overdue",
                received=told.received, upheld=told.upheld, overdue=told.overdue,
            ), part_sum(part, facts, scheme))  # fmt: skip
        case Part.PATROLS:
            walked = facts.patrols
            if walked is None:
                return tr("no patrols recorded here")
            return tr(
                "on {patrolled} of {days} days, {wanted} a week are wanted",
                patrolled=walked.patrolled, days=walked.days, wanted=scheme.patrols_a_week,
            )  # fmt: skip
        case Part.PLAN:
            plan = facts.plan
            if plan is None:
                return tr("no plan")
            return tr("due {wanted}, made {done}", done=plan.done, wanted=plan.wanted)


def _with_sum(said: str, added: str) -> str:
    return tr("{basis}: {sum}", basis=said, sum=added) if added else said


def _visit_words(facts: SiteFacts) -> str:
    if not facts.visits:
        return tr("no scored visits")
    said = [tr_count(facts.visits, "1 scored visit", "{count} scored visits")]
    if facts.unranked:
        said.append(
            tr_count(facts.unranked, "1 of them hardly observed", "{count} of them hardly observed")
        )
    if facts.elsewhere:
        said.append(
            tr_count(
                facts.elsewhere,
                "1 by another checklist or form beside",
                "{count} by another checklist or form beside",
            )
        )
    return tr(", ").join(said)


def exact_words(product: int) -> str:
    """Write ten-thousandths of a point with all four decimals."""
    return f"{product // 10_000}.{product % 10_000:04}"


def total_words(site: SiteEvaluation) -> str:
    """Return how the total comes about: the sum, what it is divided by, what it is rounded to."""
    if site.total is None:
        return tr("No total: {reason}.", reason=_unranked(site))
    added = exact_words(sum(line.product or 0 for line in site.parts))
    counted = sum(line.counted for line in site.parts)
    total = format_score(site.total)
    if counted == 100:
        return tr("Total {added}, rounded {total}.", added=added, total=total)
    return tr(
        "Total {added} ÷ {percent} % (what has a figure) = {total}.",
        added=added, percent=counted, total=total,
    )  # fmt: skip


def standing_words(site: SiteEvaluation, honours: Iterable[Named] = ()) -> str:
    """Return rank and level, or why there is none, what bars from awards, what it is named for."""
    if site.rank is None:
        said = [tr("Not ranked: {reason}.", reason=_unranked(site))]
    else:
        rank = tr("rank {rank} of {number}", rank=site.rank, number=site.ranked_of)
        said = [tr("{rank}, {level}.", rank=rank, level=level_word(site.level))]
    if site.barred:
        said.append(tr("No award: {reasons}.", reasons=reasons_words(site.barred)))
    said += [
        tr("{honour}: {reasons}.", honour=honour_word(each.honour),
           reasons=reasons_words(each.reasons))
        for each in honours
    ]  # fmt: skip
    return join_sentences(each[:1].upper() + each[1:] for each in said)


def _unranked(site: SiteEvaluation) -> str:
    return reason_words(site.unranked) if site.unranked is not None else ""


def changed_word(kind: Changed) -> str:
    """Return what would be otherwise."""
    return {
        Changed.TOTAL: tr("Overall"),
        Changed.RANK: tr("Overall rank"),
        Changed.LEVEL: tr("Level"),
        Changed.HONOURS: tr("Lists and awards"),
        Changed.NEW: tr("New site"),
        Changed.GONE: tr("Not among them now"),
    }[kind]


def changed_words(difference: Difference) -> str:
    """Return everything that would be otherwise of a site."""
    return tr(", ").join(map(changed_word, difference.kinds))


def short_standing(site: SiteEvaluation | None) -> str:
    """Return total, rank and level of a site in few words; a dash where there is none."""
    if site is None:
        return _NONE
    rank = _NONE if site.rank is None else f"{site.rank}/{site.ranked_of}"
    return f"{format_score(site.total)} · {rank} · {level_word(site.level)}"
