"""The sentence that a summary opens with, in the language in use.

What is to be seen at a glance stands between marks; `plain` takes them out, a page makes it bold.
"""

from functools import reduce

from inspector.domain.checklist.points import ONE, Hundredths, format_score
from inspector.domain.figures.figure_facts import FoundExample
from inspector.domain.figures.period_opening import MOST_NAMED, PeriodOpening
from inspector.translation import join_sentences, tr, tr_count

STRONG, ALARM, END = "\x02", "\x03", "\x04"
"""Marks around a figure, one that is an alarm, and behind either."""

_LONGEST = 24
"""Characters of what was found that are told; the ledger has the rest."""

_VETO = "★"


def opening_sentence(
    opening: PeriodOpening, period: str, before: str, *, brief: bool = False
) -> str:
    """Return the sentence with its marks; `brief`: without what was found of red lines.

    `period` and `before` say which days it is of, and what they are compared with.
    """
    if not opening.visits:
        checks = tr_count(
            opening.self_checks, "{period}: no inspection, 1 self-check",
            "{period}: no inspection, {count} self-checks", period=period,
        )  # fmt: skip
        return _sentence([checks])
    said = [_inspected(opening, period, before), _found(opening)]
    if opening.veto_count:
        said.append([_red_lines(opening, brief)])
    return join_sentences(map(_sentence, said))


def plain(marked: str) -> str:
    """Return a sentence as it is copied."""
    return marked.translate(dict.fromkeys(map(ord, (STRONG, ALARM, END))))


def signed(points: Hundredths) -> str:
    """Write a change of a score: +0.80, −1.25, 0.00."""
    sign = "+" if points > 0 else "−" if points < 0 else ""
    return f"{sign}{format_score(abs(points))}"


def _inspected(opening: PeriodOpening, period: str, before: str) -> list[str]:
    visits = tr_count(opening.visits, "{number} visit", "{number} visits",
                      number=_strong(opening.visits))  # fmt: skip
    windows = tr_count(opening.windows, "{number} window", "{number} windows",
                       number=_strong(opening.windows))  # fmt: skip
    if opening.windows < opening.roster:
        windows = tr("{windows} (of {roster})", windows=windows, roster=opening.roster)
    both = tr("{visits}, {windows}", visits=visits, windows=windows)
    said = [tr("{period}: {visits}", period=period, visits=both)]
    if opening.mean is not None:
        mean = tr("mean {score}", score=_strong(format_score(opening.mean)))
        if opening.coverage is not None:
            share = f"{opening.coverage.percent // ONE}%"
            mean = tr("{mean} ({share} observed)", mean=mean, share=share)
        said.append(mean)
    elif opening.is_mixed:
        said.append(tr("totalled in different ways, so no mean"))
    if (change := opening.change) is not None:
        points = _strong(signed(change.points))
        said.append(
            tr("{change} like for like on {before}", change=points, before=before)
            if change.like_for_like
            else tr("{change} on {before}", change=points, before=before)
        )
    if opening.unranked:
        said.append(tr_count(opening.unranked, "too little observed on 1 visit, in no mean",
                             "too little observed on {count} visits, in no mean"))  # fmt: skip
    if opening.self_checks:
        said.append(tr_count(opening.self_checks, "1 self-check besides",
                             "{count} self-checks besides"))  # fmt: skip
    return said


def _found(opening: PeriodOpening) -> list[str]:
    if not opening.raised:
        return [tr("Nothing found")]
    said = [tr_count(opening.raised, "{number} finding", "{number} findings",
                     number=_strong(opening.raised))]  # fmt: skip
    if opening.rate is not None:
        said.append(tr("{rate} put right", rate=_strong(f"{format_score(opening.rate)}%")))
    if not opening.overdue:
        said.append(tr("none overdue"))
        return said
    said.append(tr_count(opening.overdue, "{number} overdue", "{number} overdue",
                         number=f"{ALARM}{opening.overdue}{END}"))  # fmt: skip
    if len(opening.latest) > MOST_NAMED:
        sites = tr_count(len(opening.latest), "1 site", "{count} sites")
    else:
        sites = reduce(_and, map(_strong, opening.latest), "")
    if len(opening.latest) == 1:
        said.append(tr("most at {site} ({count})", site=sites, count=opening.most_overdue))
    elif opening.latest:
        said.append(tr("most at {sites} ({count} each)", sites=sites, count=opening.most_overdue))
    return said


def _red_lines(opening: PeriodOpening, brief: bool) -> str:
    count = f"{ALARM}{_VETO} {opening.veto_count}{END}"
    if brief or not opening.vetoes:
        return tr("Red lines {count}", count=count)
    found = tr("; ").join(map(_veto, opening.vetoes[:MOST_NAMED]))
    if len(opening.vetoes) > MOST_NAMED:
        found = tr("{found} and others", found=found)
    return tr("Red lines {count}: {found}", count=count, found=found)


def _veto(example: FoundExample) -> str:
    text = " ".join(example.text.split())
    text = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return tr("{site} {window}, {text}", site=example.site_name, window=example.window_number,
              text=text)  # fmt: skip


def _and(first: str, second: str) -> str:
    return tr("{first}, {second}", first=first, second=second) if first else second


def _strong(value: object) -> str:
    return f"{STRONG}{value}{END}"


def _sentence(parts: list[str]) -> str:
    return tr("{sentence}.", sentence=tr(", ").join(parts))
