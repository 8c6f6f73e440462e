"""What is said of holidays in words; shared by window and command line."""

from datetime import date
from typing import TYPE_CHECKING

from inspector.domain.days.workdays import Calendar
from inspector.translation import tr, tr_count

if TYPE_CHECKING:
    from inspector.workspace.findings.arrangements import ArrangementPreview, MovedDeadline


def awaited_text(day: date, calendar: Calendar) -> str:
    """Return that a deadline may still move, as its year's exchange of days is not out; or ''."""
    if not calendar.awaits_exchange(day):
        return ""
    return tr("the make-up days of {year} are not published yet", year=day.year)


def recount_reason(year: int) -> str:
    """Return the reason with which deadlines are moved."""
    return tr("Recounted by the holidays of {year}", year=year)


def arrangement_sentence(preview: "ArrangementPreview") -> str:
    """Return in one line what an arrangement has, and what it moves."""
    said = tr(
        "Holidays of {year}: {off}, {worked}.",
        year=preview.arrangement.year,
        off=tr_count(preview.off, "1 day off", "{count} days off"),
        worked=tr_count(preview.worked, "1 make-up workday", "{count} make-up workdays"),
    )
    if not preview.is_new:
        said += tr(" They count already.")
    if preview.moved:
        said += tr_count(
            len(preview.moved),
            " The workdays of 1 finding end on another day.",
            " The workdays of {count} findings end on another day.",
        )
    return said


def moved_sentence(moved: "MovedDeadline") -> str:
    """Return from which day to which a deadline moves."""
    finding = moved.finding
    return tr(
        "{number}  {site} {window}  {before} → {after}",
        number=finding.number,
        site=finding.site_name,
        window=finding.window_number,
        before=finding.deadline,
        after=moved.deadline,
    )
