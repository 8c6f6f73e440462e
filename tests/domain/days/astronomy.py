"""New moons and the sun's longitude, to a few minutes: Meeus, Astronomical Algorithms, 25 and 49.

Independent of what the program knows: only to check its table.
"""

import math
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from itertools import pairwise

BEIJING = timezone(timedelta(hours=8))
_J2000 = datetime(2000, 1, 1, 12, tzinfo=UTC)
_TO_CLOCK = timedelta(seconds=75)  # between the even time of the formulas and clocks, these years


def sun_longitude(moment: datetime) -> float:
    """Where the sun stands, in degrees; 0 at the equinox of spring, 15 at 清明."""
    t = (moment + _TO_CLOCK - _J2000) / timedelta(days=36525)
    mean = 280.46646 + 36000.76983 * t + 0.0003032 * t * t
    anomaly = math.radians(357.52911 + 35999.05029 * t - 0.0001537 * t * t)
    centre = (
        (1.914602 - 0.004817 * t) * math.sin(anomaly)
        + (0.019993 - 0.000101 * t) * math.sin(2 * anomaly)
        + 0.000289 * math.sin(3 * anomaly)
    )
    node = math.radians(125.04 - 1934.136 * t)
    return (mean + centre - 0.00569 - 0.00478 * math.sin(node)) % 360


def new_moon(count: int) -> datetime:
    """The new moon that is the `count`th since that of January 2000."""
    t = count / 1236.85
    days = 2451550.09766 + 29.530588861 * count + 0.00015437 * t * t - 2451545.0
    e = 1 - 0.002516 * t
    sun = math.radians(2.5534 + 29.10535670 * count)
    moon = math.radians(201.5643 + 385.81693528 * count + 0.0107582 * t * t)
    lat = math.radians(160.7108 + 390.67050284 * count - 0.0016118 * t * t)
    node = math.radians(124.7746 - 1.56375588 * count)
    days += (
        -0.40720 * math.sin(moon) + 0.17241 * e * math.sin(sun) + 0.01608 * math.sin(2 * moon)
        + 0.01039 * math.sin(2 * lat) + 0.00739 * e * math.sin(moon - sun)
        - 0.00514 * e * math.sin(moon + sun) + 0.00208 * e * e * math.sin(2 * sun)
        - 0.00111 * math.sin(moon - 2 * lat) - 0.00057 * math.sin(moon + 2 * lat)
        + 0.00056 * e * math.sin(2 * moon + sun) - 0.00042 * math.sin(3 * moon)
        + 0.00042 * e * math.sin(sun + 2 * lat) + 0.00038 * e * math.sin(sun - 2 * lat)
        - 0.00024 * e * math.sin(2 * moon - sun) - 0.00017 * math.sin(node)
    )  # fmt: skip
    return _J2000 + timedelta(days=days) - _TO_CLOCK


@cache
def first_of_month(month: int, year: int) -> date:
    """The first day, in Beijing, of a lunar month up to the tenth.

    The eleventh holds the solstice of winter; where thirteen months lie between two of those, the
    first in which the sun passes no multiple of 30 degrees is a leap month (GB/T 33661-2017).
    """
    eleventh, next_one = (
        max(day for day in _new_moons(each) if day <= day_of_longitude(270, each))
        for each in (year - 1, year)
    )
    firsts = [day for day in _new_moons(year) if eleventh <= day <= next_one]
    months = list(pairwise(firsts))
    if len(months) == 13:
        whole = [day_of_longitude(30 * n, each) for each in (year - 1, year) for n in range(12)]
        leap = next(m for m in months if not any(m[0] <= day < m[1] for day in whole))
        months.remove(leap)
    return months[month + 1][0]


@cache
def _new_moons(year: int) -> list[date]:
    first = round((year - 2000) * 12.3685) - 3
    return [new_moon(first + n).astimezone(BEIJING).date() for n in range(19)]


@cache
def day_of_longitude(longitude: float, year: int) -> date:
    """The day, in Beijing, on which the sun passes a longitude."""
    day = date(year, 1, 1)
    while True:
        noon = datetime(day.year, day.month, day.day, tzinfo=BEIJING)
        before, after = sun_longitude(noon), sun_longitude(noon + timedelta(days=1))
        if (longitude - before) % 360 < (after - before) % 360:
            return day
        day += timedelta(days=1)
