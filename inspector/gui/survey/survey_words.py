"""What grades, channels and the standing of sheets are called in the window."""

from inspector.domain.survey.survey_rate import SurveyRate
from inspector.domain.survey.survey_sheet import Channel, Satisfaction, SheetLine
from inspector.translation import tr, tr_count


def grade_word(grade: Satisfaction) -> str:
    """Return what a grade is called."""
    return {
        Satisfaction.VERY_SATISFIED: tr("Very satisfied"),
        Satisfaction.SATISFIED: tr("Satisfied"),
        Satisfaction.FAIRLY_SATISFIED: tr("Fairly satisfied"),
        Satisfaction.DISSATISFIED: tr("Dissatisfied"),
        Satisfaction.VERY_DISSATISFIED: tr("Very dissatisfied"),
    }[grade]


def channel_word(channel: Channel) -> str:
    """Return what a channel is called."""
    return {
        Channel.ON_SITE: tr("At the hall"),
        Channel.PHONE: tr("By telephone"),
        Channel.CODE: tr("QR code"),
    }[channel]


def standing_word(line: SheetLine) -> str:
    """Return how a sheet stands, where it does not simply count."""
    if line.taken_back:
        return tr("Does not count")
    if line.replaced:
        return tr("Struck out")
    if line.finding_number:
        return line.finding_number
    return tr("As corrected") if line.sheet.replaces and not line.restored else ""


def percent_text(hundredths: int) -> str:
    """Return hundredths of a percent with two decimals: 91.67 %, as papers print it."""
    return f"{hundredths // 100}.{hundredths % 100:02}%"


def sheets_text(rate: SurveyRate) -> str:
    """Return how many sheets there are."""
    return tr_count(rate.n, "1 sheet", "{count} sheets")


def rate_text(rate: SurveyRate) -> str:
    """Return what sheets come to in a line, with the interval; '' without a sheet."""
    percent, interval = rate.percent, rate.interval
    if percent is None or interval is None:
        return ""
    return tr(
        "{percent} satisfied ({low}–{high}) · {bad} bad",
        percent=percent_text(percent),
        low=percent_text(interval.low).rstrip("%"),
        high=percent_text(interval.high),
        bad=percent_text(rate.bad_percent or 0),
    )
