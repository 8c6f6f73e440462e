"""What a cell shows of its value: numbers and days by the cell's format."""

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

_SECTION = re.compile(r'("[^"]*"|\\.|\[[^\]]*\]|[^;])*')
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_(?P<gap>.)|\*(?P<fill>.)|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<general>General)|(?P<halves>AM/PM|上午/下午)|(?P<day>[yY]+|[mM]+|[dD]+|[hH]+|[sS]+|aaaa?)"
    r"|(?P<number>[0#?][0#?,]*(?:\.[0#?]+)?|\.[0#?]+)|(?P<percent>%)|(?P<text>@)|(?P<plain>.)",
    re.DOTALL,
)
_DAYS = "一二三四五六日"
_MOST_DIGITS = 11  # that a number shows where no format says how many


def shown(value: object, number_format: str) -> str:
    """Return what a cell with a value and a number format shows."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, str):
        return _text(value, number_format)
    if isinstance(value, date | time | timedelta):
        return _moment(value, number_format)
    if isinstance(value, int | float | Decimal):
        return _number(Decimal(str(value)), number_format)
    return str(value)


def _sections(number_format: str) -> list[str]:
    found: list[str] = []
    rest = number_format
    while True:
        match = _SECTION.match(rest)
        assert match is not None
        found.append(match[0])
        if match.end() >= len(rest):
            return found
        rest = rest[match.end() + 1 :]


def _text(value: str, number_format: str) -> str:
    sections = _sections(number_format)
    if len(sections) < 4:
        return value
    return "".join(
        value if kind == "text" else said for kind, said in _tokens(sections[3]) if said is not None
    )


def _number(value: Decimal, number_format: str) -> str:
    sections = _sections(number_format)
    section, signed = sections[0], value
    if value < 0 and len(sections) > 1:
        section, signed = sections[1], -value
    elif value == 0 and len(sections) > 2:
        section = sections[2]
    tokens = _tokens(section)
    percents = sum(kind == "percent" for kind, _ in tokens)
    signed *= Decimal(100) ** percents
    said: list[str] = []
    for kind, text in tokens:
        if kind == "number":
            said.append(_digits(signed, text))
        elif kind in ("general", "text"):
            said.append(_general(signed))
        else:
            said.append(text)
    return "".join(said)


def _digits(value: Decimal, pattern: str) -> str:
    whole, _, fraction = pattern.partition(".")
    places, least = len(fraction), fraction.count("0")
    rounded = abs(value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    digits, _, after = f"{rounded:f}".partition(".")
    while len(after) > least and after.endswith("0"):
        after = after[:-1]
    digits = digits.lstrip("0").rjust(whole.count("0"), "0")
    if "," in whole:
        digits = f"{int(digits or 0):,}".rjust(1)
    sign = "-" if value < 0 and rounded != 0 else ""
    return f"{sign}{digits}.{after}" if after else f"{sign}{digits}"


def _general(value: Decimal) -> str:
    if value == value.to_integral_value():
        return f"{value:.0f}"
    before = len(f"{abs(value):.0f}")
    rounded = round(value, max(0, _MOST_DIGITS - 1 - before))
    return f"{rounded:f}".rstrip("0").rstrip(".")


def _moment(value: date | time | timedelta, number_format: str) -> str:
    if isinstance(value, timedelta):
        hours, seconds = divmod(int(value.total_seconds()), 3600)
        return f"{hours}:{seconds // 60:02d}:{seconds % 60:02d}"
    tokens = _tokens(_sections(number_format)[0])
    if not any(kind == "day" for kind, _ in tokens):
        return f"{value:%H:%M:%S}" if isinstance(value, time) else f"{value:%Y-%m-%d}"
    is_halved = any(kind == "halves" for kind, _ in tokens)
    said: list[str] = []
    in_clock = False
    for place, (kind, text) in enumerate(tokens):
        if kind == "halves":
            early, late = text.split("/")
            said.append(early if _hour(value) < 12 else late)
        elif kind == "day":
            clock = text[0] in "hHsS" or (
                text[0] in "mM" and (in_clock or _next_is_second(tokens[place + 1 :]))
            )
            in_clock = text[0] in "hH"
            said.append(_clock(value, text, is_halved) if clock else _day(value, text))
        else:
            said.append(text if kind not in ("number", "general", "text") else "")
    return "".join(said)


def _next_is_second(tokens: list[tuple[str, str]]) -> bool:
    return next((text[0] in "sS" for kind, text in tokens if kind == "day"), False)


def _hour(value: date | time) -> int:
    return value.hour if isinstance(value, datetime | time) else 0


def _clock(value: date | time, text: str, is_halved: bool) -> str:
    moment = value if isinstance(value, datetime | time) else time()
    hour = (moment.hour - 1) % 12 + 1 if is_halved else moment.hour
    number = {"h": hour, "m": moment.minute, "s": moment.second}[text[0].lower()]
    return f"{number:0{min(len(text), 2)}d}"


def _day(value: date | time, text: str) -> str:
    if isinstance(value, time):
        return ""
    first = text[0].lower()
    if first == "y":
        return f"{value.year % 100:02d}" if len(text) <= 2 else f"{value.year}"
    if first == "a":
        return f"{'星期' if len(text) == 4 else ''}{_DAYS[value.weekday()]}"
    number = value.month if first == "m" else value.day
    if len(text) > 2:
        if first == "m":
            return f"{number}月"
        return f"{'星期' if len(text) == 4 else '周'}{_DAYS[value.weekday()]}"
    return f"{number:0{len(text)}d}"


def _tokens(section: str) -> list[tuple[str, str]]:
    """Return the parts of a section: their kinds, and what they say or ask for."""
    found: list[tuple[str, str]] = []
    for match in _TOKEN.finditer(section):
        kind = str(match.lastgroup)
        text = match[kind]
        if kind in ("quoted", "escaped", "plain"):
            found.append(("said", text))
        elif kind == "gap":
            found.append(("said", " "))
        elif kind == "bracket":
            if text.startswith("$"):
                found.append(("said", text[1:].partition("-")[0]))
            elif text and text[0] in "hHmMsS":
                found.append(("day", text))
        elif kind == "percent":
            found.append((kind, "%"))
        elif kind != "fill":
            found.append((kind, text))
    return found
