"""What the holiday table calls days, kinds and where they come from."""

from datetime import date

from inspector.domain.workdays import DayKind
from inspector.gui.words import day_text
from inspector.translation import tr
from inspector.workspace.holidays import HolidayLine


def kind_word(kind: DayKind) -> str:
    """Return what is said of a day."""
    return {
        DayKind.OFF: tr("Day off"),
        DayKind.WORK: tr("Make-up workday"),
        DayKind.ORDINARY: tr("As its weekday"),
    }[kind]


def weekday_word(day: date) -> str:
    """Return the name of a weekday."""
    return tr("Mon Tue Wed Thu Fri Sat Sun").split()[day.weekday()]


def origin_word(line: HolidayLine) -> str:
    """Return where a line comes from."""
    return tr("Own entry") if line.own else tr("Shipped")


def notice_words(notice: date | None, year: int) -> str:
    """Say which notice the shipped days of a year come from."""
    if notice is None:
        return tr(
            "Nothing ships for {year} yet: the notice comes out each November. Add its days here.",
            year=year,
        )
    return tr(
        "What ships follows the notice of the General Office of the State Council of {day}.",
        day=day_text(notice),
    )
