"""The table of days off and make-up workdays: what ships, and what the user says on top."""

from contextlib import closing
from datetime import date, timedelta

import pytest

from inspector.domain.days.workdays import DayKind, SpecialDay
from inspector.workspace.changes import Changes
from inspector.workspace.holidays import Origin
from inspector.workspace.workspace import Workspace


@pytest.mark.parametrize(
    ("year", "off", "worked"),
    [
        # 元旦1 春节8 清明3 劳动5 端午3 国庆中秋8; 元旦3 春节9 清明3 劳动5 端午3 中秋3 国庆7
        (2025, 28, ["01-26", "02-08", "04-27", "09-28", "10-11"]),
        (2026, 33, ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"]),
    ],
)
def test_the_years_that_ship(workspace: Workspace, year: int, off: int, worked: list[str]) -> None:
    lines = workspace.holidays.lines(year)
    assert sum(line.special.kind is DayKind.OFF for line in lines) == off
    days = [line.special.day for line in lines if line.special.kind is DayKind.WORK]
    assert days == [date.fromisoformat(f"{year}-{day}") for day in worked]
    assert all(day.weekday() > 4 for day in days)  # worked days that are no workdays anyway
    assert all(line.special.name and not line.own for line in lines)
    calendar = workspace.holidays.calendar()
    weekdays = [date(year, 1, 1) + timedelta(days=n) for n in range(365)]
    # 248 workdays a year since 2025: 365 − 104 weekend days − 13 holidays.
    assert sum(map(calendar.is_workday, weekdays)) == 248


def test_the_user_says_and_unsays(workspace: Workspace) -> None:
    holidays, day = workspace.holidays, date(2027, 2, 9)
    assert holidays.years() == list(range(2025, 2037))
    assert holidays.set(day, DayKind.OFF, " 春节 ") == Changes(holidays=True)
    (line,) = [line for line in holidays.lines(2027) if line.special.day == day]
    assert (line.special, line.own) == (SpecialDay(day, DayKind.OFF, "春节"), True)
    assert not holidays.calendar().is_workday(day)
    with closing(Workspace(workspace.folder)) as again:
        assert not again.holidays.calendar().is_workday(day)
    holidays.restore(day)
    assert holidays.calendar().is_workday(day)
    assert all(line.origin is Origin.STATUTORY for line in holidays.lines(2027))


def test_what_ships_can_be_struck_out_and_restored(workspace: Workspace) -> None:
    holidays = workspace.holidays
    before = holidays.lines(2026)
    holidays.set(date(2026, 2, 14), DayKind.ORDINARY)  # a Saturday that is not worked here
    holidays.set(date(2026, 10, 7), DayKind.WORK, "值守")
    calendar = holidays.calendar()
    assert not calendar.is_workday(date(2026, 2, 14))
    assert calendar.is_workday(date(2026, 10, 7))
    assert sum(line.own for line in holidays.lines(2026)) == 2
    holidays.restore(date(2026, 1, 1), date(2026, 12, 31))
    assert holidays.lines(2026) == before
