"""Days as people write them into cells: real dates, serial numbers, Chinese text."""

import re
from datetime import date, datetime, timedelta

from inspector.excel.reading.plain_sheets import Cell
from inspector.excel.reading.typed_cells import tidy

NO_WORDS = ("", "/", "无", "—", "-", "－", "暂无")
"""What people write where there is nothing."""

_FIRST, _LAST = date(2000, 1, 1), date(2099, 12, 31)
_SERIAL_ZERO = date(1899, 12, 30)

_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_CHINESE_DAY = re.compile(
    r"([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日号]?"
)
_BEHIND = r"(?:[日号]|(?=$|[\sT\d上下中晚早]))"  # before a time of day
_WHOLE_DAY = re.compile(
    rf"(\d{{4}}|\d\d)\s?[-/.年．。]\s?(\d{{1,2}})\s?[-/.月．。]\s?(\d{{1,2}}){_BEHIND}"
)
_COMPACT = re.compile(r"(20\d\d)([01]\d)([0-3]\d)")
_NO_YEAR = re.compile(rf"(\d{{1,2}})\s?[-/.月]\s?(\d{{1,2}}){_BEHIND}")
_TIME = re.compile(
    r"[\sT]*(?:上午|下午|中午|晚上|早上|晚|早)?\s*(?:\d{1,2}[:：时点]\d{0,2}(?:[:：分]\d{0,2})?秒?"
    r"(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?"
)


def read_day(cell: Cell, today: date) -> date | None:
    """Return the day of a cell that holds something; None for what is no day.

    A day without a year is the last one that was on or before `today`. A formula is no day.
    """
    value = cell.value
    if cell.type in ("f", "e") or isinstance(value, bool):
        return None
    if isinstance(value, datetime):
        return _sane(value.date())
    if isinstance(value, date):
        return _sane(value)
    if isinstance(value, (int, float)):
        return _numbered(value)
    return parse_day(value, today) if isinstance(value, str) else None


def parse_day(text: str, today: date) -> date | None:
    """Return the day that a text says, with or without a time of day behind it."""
    text = tidy(text).strip("。.，, ")
    if match := _CHINESE_DAY.fullmatch(text):
        year = int(match[1].translate(_DIGITS))
        return _day(year, _chinese_number(match[2]), _chinese_number(match[3]))
    if match := _COMPACT.fullmatch(text):
        return _day(*map(int, match.groups()))
    if (match := _WHOLE_DAY.match(text)) and _TIME.fullmatch(text, match.end()):
        year, month, day = map(int, match.groups())
        return _day(year + 2000 if len(match[1]) == 2 else year, month, day)
    if (match := _NO_YEAR.match(text)) and _TIME.fullmatch(text, match.end()):
        return _last_such_day(int(match[1]), int(match[2]), today)
    if text.isascii() and text.isdigit() and len(text) == 5:
        return _numbered(int(text))
    return None


def _numbered(value: float) -> date | None:
    """Return the day of a number: 20261127, or the days since 1900 that spreadsheets count."""
    if 20_000_101 <= value <= 20_991_231 and value == int(value):
        return _day(int(value) // 10_000, int(value) // 100 % 100, int(value) % 100)
    if not 0 < value < 100_000:
        return None
    return _sane(_SERIAL_ZERO + timedelta(days=int(value)))


def _last_such_day(month: int, day: int, today: date) -> date | None:
    for year in range(today.year, today.year - 5, -1):  # 29 February is in one of four
        found = _day(year, month, day)
        if found is not None and found <= today:
            return found
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return _sane(date(year, month, day))
    except ValueError:
        return None


def _sane(day: date) -> date | None:
    return day if _FIRST <= day <= _LAST else None


def _chinese_number(text: str) -> int:
    """Return the number up to 99 that is written 十, 十二, 二十 or 二十七; 0 for another."""
    tens, ten, ones = text.rpartition("十")
    if len(tens) > 1 or len(ones) > 1:
        return 0
    digit = int(ones.translate(_DIGITS)) if ones else 0
    if not ten:
        return digit
    return (int(tens.translate(_DIGITS)) if tens else 1) * 10 + digit
