"""How satisfied people were with a site of late, in a sentence: what a meeting is opened with."""

from inspector.domain.survey.survey_rate import Interval, SurveyRate
from inspector.translation import tr, tr_count
from inspector.workspace.surveys.surveys import Lately


def lately_sentence(lately: Lately | None) -> str:
    """Return the sentence; '' where satisfaction is not low, or nobody was asked."""
    if lately is None or not lately.is_low or lately.rate.percent is None:
        return ""
    rate = lately.rate
    said = tr_count(
        rate.n,
        "Satisfaction is low: {percent} of 1 sheet in 30 days ({interval}).",
        "Satisfaction is low: {percent} of {count} sheets in 30 days ({interval}).",
        percent=_percent(lately.rate.percent),
        interval=_between(rate.interval),
    )
    if not lately.reasons:
        return said
    reasons = "、".join(f"{reason} {count}" for reason, count in lately.reasons)
    return tr("{sentence} {next}", sentence=said, next=tr("Mostly: {reasons}.", reasons=reasons))


def rate_sentence(rate: SurveyRate) -> str:
    """Return what a meeting is opened with: the rate, its interval, of how many sheets."""
    said = tr_count(
        rate.n,
        "{percent} ({interval}) of 1 sheet in 30 days",
        "{percent} ({interval}) of {count} sheets in 30 days",
        percent=_percent(rate.percent),
        interval=_between(rate.interval),
    )
    return said if rate.ranked else tr("{sheets}, too few to say", sheets=said)


def _percent(hundredths: int | None) -> str:
    return f"{(hundredths or 0) // 100}.{(hundredths or 0) % 100:02}%"


def _between(interval: Interval | None) -> str:
    return f"{_percent(interval.low)}–{_percent(interval.high)}" if interval else ""
