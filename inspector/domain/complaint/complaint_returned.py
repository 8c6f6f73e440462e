"""What a unit wrote about a complaint in a workbook, and what of that is taken in.

Pure: what is known of the complaint is handed in. A row is taken whole or not at all, and a row
that was taken before changes nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from inspector.domain.complaint.complaint import Complaint, ComplaintState
from inspector.domain.complaint.complaint_event import Answered, ComplaintEvent, Verified
from inspector.domain.faults import Fault, Problem

_TO_VERIFY = (ComplaintState.RECEIVED, ComplaintState.ACCEPTED)
_TO_ANSWER = (ComplaintState.UPHELD, ComplaintState.UNFOUNDED)


class Fate(StrEnum):
    """What becomes of a row."""

    TAKEN = "taken"
    KNOWN = "known"
    BLANK = "blank"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class ComplaintPlaces:
    """Where the cells of a row are; a column that is not there is its number's cell."""

    number: str
    upheld: str
    verification: str
    answer: str
    answered_on: str


@dataclass(frozen=True, slots=True)
class ReturnedComplaint:
    """What one row says; what is blank is None or ''."""

    number: str
    places: ComplaintPlaces
    upheld: bool | None = None
    verification: str = ""
    answer: str = ""
    answered_on: date | None = None
    department: str = ""
    owner: str = ""
    problems: tuple[Problem, ...] = ()

    @property
    def verifies(self) -> bool:
        """It says what looking into it came to."""
        return self.upheld is not None or bool(self.verification)

    @property
    def answers(self) -> bool:
        """It says what who complained was told."""
        return bool(self.answer) or self.answered_on is not None

    @property
    def is_blank(self) -> bool:
        """Nobody filled anything in."""
        return not (self.verifies or self.answers or self.problems)


@dataclass(frozen=True, slots=True)
class JudgedComplaint:
    """A row and what becomes of it: which of the two steps it brings."""

    row: ReturnedComplaint
    fate: Fate
    complaint: Complaint | None = None
    verifies: bool = False
    answers: bool = False


def judge_complaint(
    row: ReturnedComplaint, complaint: Complaint, happened: Sequence[ComplaintEvent], today: date
) -> JudgedComplaint:
    """Say what becomes of a row about `complaint`; `happened` are the events of it that count."""
    if row.is_blank:
        return JudgedComplaint(row, Fate.BLANK, complaint)
    if row.problems:  # what a cell does not say is not said to be missing as well
        return JudgedComplaint(row, Fate.REFUSED, complaint)
    problems: list[Problem] = []
    verifies = row.verifies and not _was_verified(row, happened)
    answers = row.answers and not _was_answered(row, happened)
    if verifies:
        problems += _wrong_verification(row, complaint)
    if answers:
        problems += _wrong_answer(row, complaint, verifies, today)
    if problems:
        return JudgedComplaint(replace(row, problems=tuple(problems)), Fate.REFUSED, complaint)
    fate = Fate.TAKEN if verifies or answers else Fate.KNOWN
    return JudgedComplaint(row, fate, complaint, verifies, answers)


def _was_verified(row: ReturnedComplaint, happened: Sequence[ComplaintEvent]) -> bool:
    """Tell whether it was said so before, in whatever round."""
    return any(
        isinstance(event, Verified)
        and row.upheld in (event.upheld, None)
        and row.verification in (event.text, "")
        for event in happened
    )


def _was_answered(row: ReturnedComplaint, happened: Sequence[ComplaintEvent]) -> bool:
    return any(
        isinstance(event, Answered)
        and row.answer in (event.text, "")
        and row.answered_on in (event.on or event.at.date(), None)
        for event in happened
    )


def _wrong_verification(row: ReturnedComplaint, complaint: Complaint) -> list[Problem]:
    places = row.places
    if complaint.state not in _TO_VERIFY:
        if complaint.upheld is None:
            return [Problem(places.number, Fault.COMPLAINT_ENDED, row.number)]
        if row.upheld not in (complaint.upheld, None):
            said = ("属实", "不属实") if row.upheld else ("不属实", "属实")
            return [Problem(places.upheld, Fault.SAID_OTHERWISE, *said)]
        own = complaint.verification
        return [Problem(places.verification, Fault.SAID_OTHERWISE, row.verification, own)]
    lacking = []
    if row.upheld is None:
        lacking.append(Problem(places.upheld, Fault.MISSING, expected="是否属实"))
    if not row.verification:
        lacking.append(Problem(places.verification, Fault.MISSING, expected="核实情况"))
    return lacking


def _wrong_answer(
    row: ReturnedComplaint, complaint: Complaint, verifies: bool, today: date
) -> list[Problem]:
    places, day = row.places, row.answered_on
    if complaint.state.is_answered and complaint.answered_at is not None:
        if row.answer not in (complaint.answer, ""):
            own = complaint.answer
            return [Problem(places.answer, Fault.SAID_OTHERWISE, row.answer, own)]
        known = complaint.answered_at.date().isoformat()
        said = day.isoformat() if day else ""
        return [Problem(places.answered_on, Fault.SAID_OTHERWISE, said, known)]
    if complaint.state is ComplaintState.VOID:
        return [Problem(places.number, Fault.COMPLAINT_ENDED, row.number)]
    wrong = []
    if not (verifies or complaint.state in _TO_ANSWER):
        wrong.append(Problem(places.upheld, Fault.MISSING, expected="是否属实"))
    if not row.answer:
        wrong.append(Problem(places.answer, Fault.MISSING, expected="处理结果"))
    if day is None:
        wrong.append(Problem(places.answered_on, Fault.MISSING, expected="反馈时间"))
    else:
        received = complaint.received_at.date()
        if not received <= day <= today:
            bounds = f"{received} – {today}"
            wrong.append(Problem(places.answered_on, Fault.NOT_THEN, day.isoformat(), bounds))
    return wrong
