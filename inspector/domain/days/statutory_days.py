"""The days off that the law itself names, ten years ahead, before a year's exchange of days
(调休) is published: 13 a year since 2025 (《全国年节及纪念日放假办法》, amended 10 November 2024).

A statutory day on a weekend is made up on a workday; on which one only the yearly notice says.
"""

from datetime import date, timedelta

from inspector.domain.days.workdays import DayKind, SpecialDay

_MOVING = {
    # 春节 (the first day of the lunar year), 清明, 端午, 中秋: as astronomy has them, in Beijing.
    2025: ("01-29", "04-04", "05-31", "10-06"),
    2026: ("02-17", "04-05", "06-19", "09-25"),
    2027: ("02-06", "04-05", "06-09", "09-15"),
    2028: ("01-26", "04-04", "05-28", "10-03"),
    2029: ("02-13", "04-04", "06-16", "09-22"),
    2030: ("02-03", "04-05", "06-05", "09-12"),
    2031: ("01-23", "04-05", "06-24", "10-01"),
    2032: ("02-11", "04-04", "06-12", "09-19"),
    2033: ("01-31", "04-04", "06-01", "09-08"),
    2034: ("02-19", "04-05", "06-20", "09-27"),
    2035: ("02-08", "04-05", "06-10", "09-16"),
    2036: ("01-28", "04-04", "05-30", "10-04"),
}

STATUTORY_YEARS = tuple(_MOVING)


def statutory_days(year: int) -> tuple[SpecialDay, ...]:
    """Return the statutory days off of a year, in order; none of one that is not known here."""
    if year not in _MOVING:
        return ()
    spring, qingming, dragon_boat, moon = (
        date.fromisoformat(f"{year}-{day}") for day in _MOVING[year]
    )
    off = [(date(year, 1, 1), "元旦")]
    off += [(spring + timedelta(days=n), "春节") for n in (-1, 0, 1, 2)]  # 除夕 to 初三
    off += [(qingming, "清明节"), (date(year, 5, 1), "劳动节"), (date(year, 5, 2), "劳动节")]
    off += [(dragon_boat, "端午节"), (moon, "中秋节")]
    off += [(date(year, 10, day), "国庆节") for day in (1, 2, 3)]
    names: dict[date, list[str]] = {}
    for day, name in sorted(off):
        names.setdefault(day, []).append(name)
    return tuple(
        SpecialDay(day, DayKind.OFF, "、".join(reversed(own))) for day, own in names.items()
    )
