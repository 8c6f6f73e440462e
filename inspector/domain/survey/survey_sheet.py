"""One sheet of a satisfaction survey: five grades, a reason, and nobody's name (DESIGN §13).

A sheet is never edited. It is corrected by a second one that replaces it; one without a grade
replaces it with nothing (作废). Pure values.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Satisfaction(StrEnum):
    """The five grades of 好差评 (DOMAIN §2.4), from the best; the two lowest are 差评."""

    VERY_SATISFIED = "very-satisfied"  # 非常满意
    SATISFIED = "satisfied"  # 满意
    FAIRLY_SATISFIED = "fairly-satisfied"  # 基本满意
    DISSATISFIED = "dissatisfied"  # 不满意
    VERY_DISSATISFIED = "very-dissatisfied"  # 非常不满意

    @property
    def is_bad(self) -> bool:
        """差评: it wants a reason, and may raise a finding."""
        return self in (Satisfaction.DISSATISFIED, Satisfaction.VERY_DISSATISFIED)


GRADES: tuple[Satisfaction, ...] = tuple(Satisfaction)
"""From the best, as keys 1 to 5 give them."""


class Channel(StrEnum):
    """How somebody was asked."""

    ON_SITE = "on-site"  # 现场
    PHONE = "phone"  # 电话
    CODE = "code"  # 扫码


LONGEST_REASON = 60
"""Characters of a reason, which is a phrase and no letter."""

MOST_SLIPS = 500
"""Slips that are printed at once: fifty pages."""

_NUMBER = re.compile(r"\d{7,}")


def nameless(reason: str) -> str:
    """Return a reason without what could tell who said it: of a telephone or identity number
    only the last two digits are left; one line, cut to what a reason holds."""
    tidy = " ".join(reason.split())
    hidden = _NUMBER.sub(lambda found: "*" * (len(found[0]) - 2) + found[0][-2:], tidy)
    return hidden[:LONGEST_REASON].rstrip()


@dataclass(frozen=True, slots=True)
class SurveySheet:
    """What one person answered; without a `grade` it only takes back the sheet it replaces.

    `inspection_id` is the visit that was going on, `slip` the number of the printed slip,
    `source` the file it was taken in from, and `source_key` what it is recognised by when the
    file comes again.
    """

    id: str
    site_id: str
    site_name: str
    day: date  # on which it was answered
    entered_at: datetime
    channel: Channel
    grade: Satisfaction | None
    reason: str = ""
    window_number: str = ""  # '': the hall as a whole
    inspection_id: str = ""
    slip: int | None = None
    source: str = ""
    source_key: str = ""
    replaces: str = ""  # id of the sheet that it stands for


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A sheet as a list shows it: struck out where another one stands for it, or nothing does."""

    sheet: SurveySheet
    replaced: bool = False
    taken_back: bool = False  # replaced, and by nothing
    finding_number: str = ""  # of what it raised
    restored: bool = False  # a correction was taken back: it says what it said before that

    @property
    def counts(self) -> bool:
        """It is among those that rates are worked out from."""
        return not self.replaced and self.sheet.grade is not None

    @property
    def is_bad(self) -> bool:
        """It counts, and is 差评."""
        return self.counts and self.sheet.grade is not None and self.sheet.grade.is_bad
