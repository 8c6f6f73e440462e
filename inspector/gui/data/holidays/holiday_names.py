"""What the holiday table calls days, kinds and where they come from."""

from datetime import date

from inspector.domain.days.workdays import DayKind
from inspector.gui.words import day_text
from inspector.translation import tr
from inspector.workspace.holidays import HolidayLine, Holidays, Origin


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
    return {
        Origin.SHIPPED: tr("Shipped"),
        Origin.STATUTORY: tr("By law"),
        Origin.TAKEN_IN: tr("Imported"),
        Origin.OWN: tr("Your own"),
    }[line.origin]


def notice_words(holidays: Holidays, year: int) -> str:
    """Say where the days of a year come from, and what is still to come."""
    notice, taken = holidays.notice(year), holidays.taken_in(year)
    if taken is not None:
        said = tr("Imported from “{name}”.", name=taken.source)
        return said + (tr(" Notice of {day}.", day=day_text(notice)) if notice else "")
    if notice is None:
        return tr(
            "The make-up days of {year} are not published yet: only the days off by law are known."
            " The notice comes out around November; import it then.",
            year=year,
        )
    return tr(
        "What ships follows the notice of the General Office of the State Council of {day}.",
        day=day_text(notice),
    )
