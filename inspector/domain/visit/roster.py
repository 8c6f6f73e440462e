"""Who is inspected: sites, their windows, and the people on duty there.

What has an `ended_on` left the lists for new visits on that day (停用, 离岗). It stays on the
roster for old records, and may come back.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Site:
    """A hall, station or department that is inspected as one (单位/营业厅)."""

    id: str
    name: str
    ended_on: date | None = None
    unit: str = ""  # 主管单位, that it reports to


@dataclass(frozen=True, slots=True)
class Department:
    """A department of a site that answers for windows (责任部门)."""

    id: str
    site_id: str
    name: str
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class Staff:
    """A person on duty at a window. `number` (工号) is what screens show, not the name."""

    id: str
    number: str
    name: str = ""
    team: str = ""
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """A physical service position and the people who take turns at it."""

    id: str
    site_id: str
    number: str  # as on its sign: 1号窗口, 中药房2号, 4道
    kind: str  # id of a WindowKind; empty: not said
    department: str = ""  # 责任部门
    leader: str = ""  # 责任领导
    staff: tuple[Staff, ...] = ()
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One line of a roster workbook: a person at a window of a site."""

    site: str
    window: str
    kind: str
    staff_number: str = ""
    staff_name: str = ""
    team: str = ""
    department: str = ""
    leader: str = ""


def is_number_alone(who: str) -> bool:
    """Tell whether what a person is called is a number that could be read as any other: 2, A03."""
    plain = who[:1].isalnum() and who.replace("-", "").isalnum()
    return plain and who.isascii() and any(each.isdigit() for each in who)


def person_words(person: Staff) -> str:
    """Return a person as one is chosen and typed: 1004 张三."""
    return " ".join(word for word in (person.number, person.name) if word)


def person_meant(text: str, people: Iterable[Staff]) -> tuple[str, str]:
    """Return number and name of whoever was chosen or typed: 1004, 张三, 1004 张三.

    Who is known is called as on the roster; of anybody else the first word with a digit is the
    number.
    """
    said = " ".join(text.split())
    for person in people:
        if said and said in (person_words(person), person.number, person.name):
            return person.number, person.name
    first, _, rest = said.partition(" ")
    if any(each.isdigit() for each in first):
        return first, rest
    return "", said
