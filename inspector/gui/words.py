"""Words of the vocabulary and dates, as the window writes them in the language in use."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from inspector.domain.checklist.category import Scope
from inspector.domain.checklist.method import Form
from inspector.domain.checklist.points import ONE, format_score
from inspector.domain.record.edition import Edition
from inspector.domain.visit.inspection import Inspection, InspectionKind, Scorecard, Slot, Verdict
from inspector.translation import tr, tr_count

if TYPE_CHECKING:
    from inspector.domain.checklist.checklist import Policy
    from inspector.domain.days.span import Span
    from inspector.domain.figures.standing import Standing
    from inspector.domain.visit.clock_remark import ClockRemark
    from inspector.domain.visit.coverage import Coverage


def kind_word(kind: InspectionKind) -> str:
    """Return the name of a kind of visit."""
    return {
        InspectionKind.COVERT: tr("Covert visit"),
        InspectionKind.OPEN: tr("Open visit"),
        InspectionKind.CROSS: tr("Cross inspection"),
        InspectionKind.SELF: tr("Self-check"),
        InspectionKind.PATROL: tr("Daily patrol"),
        InspectionKind.RECHECK: tr("Recheck"),
        InspectionKind.VOICE: tr("From the public"),
    }[kind]


def slot_word(slot: Slot) -> str:
    """Return the name of a shift."""
    return {Slot.MORNING: tr("Morning"), Slot.AFTERNOON: tr("Afternoon")}[slot]


def form_word(form: Form) -> str:
    """Return how much of a checklist a visit asks."""
    return {
        Form.FULL: tr("Everything"),
        Form.MUST: tr("What is always asked"),
        Form.DRAWN: tr("A drawn sample"),
    }[form]


def edition_word(edition: Edition) -> str:
    """Return what an edition of the record of a visit is called."""
    return {
        Edition.EXCEPTIONS: tr("Record of exceptions"),
        Edition.WHOLE: tr("Record item by item"),
    }[edition]


def visit_words(inspection: Inspection, *more: str) -> str:
    """Return what a visit is and when it began: 日常巡视 · 上午 · 11月24日 09:30, and what more.

    One part of several (分头检查) says of whose visit.
    """
    group = inspection.shared_by
    shared = (tr("shared by {group}", group=group),) if group else ()
    slot = (slot_word(inspection.slot),) if inspection.slot is not None else ()
    form = () if inspection.form is Form.FULL else (form_and_seed(inspection),)
    began = moment_text(inspection.started_at)
    return " · ".join((kind_word(inspection.kind), *form, *slot, *shared, began, *more))


def part_text(part: tuple[int, int]) -> str:
    """Return which part of a shared visit (分头检查) a line is of, or of how many: 1/3, 3 部分.

    Of one whose others are not here it is not known: 1/?. Of a whole visit it is nothing.
    """
    number, of = part
    if of and not number:
        return tr_count(of, "1 part", "{count} parts")
    return f"{number}/{of if of > 1 else '?'}" if of else ""


def part_tip(part: tuple[int, int], words: str) -> str:
    """Return the same as a tooltip; `words` are whose visit it is."""
    alone = tr("The other parts have not come yet.") if part == (1, 1) else ""
    return "\n".join(filter(None, (words, alone)))


def form_and_seed(inspection: Inspection) -> str:
    """Return how much a visit asks, with what its sample was drawn by."""
    word = form_word(inspection.form)
    return tr("{form} (draw {seed})", form=word, seed=inspection.seed) if inspection.seed else word


def verdict_word(verdict: Verdict | None, red_line: bool = False) -> str:
    """Return the word for a verdict; None is an item not answered yet.

    A `red_line` is asked as 未发现 or 发现.
    """
    return {
        Verdict.PASS: tr("None found") if red_line else tr("Pass"),
        Verdict.DEDUCT: tr("One found") if red_line else tr("Deduct"),
        Verdict.NOT_APPLICABLE: tr("N/A"),
        Verdict.UNSEEN: tr("Unseen"),
        None: tr("Unanswered"),
    }[verdict]


def verdict_shape(verdict: Verdict | None) -> str:
    """Return the shape for a verdict, told apart without colour."""
    return {
        Verdict.PASS: "✓",
        Verdict.DEDUCT: "✗",
        Verdict.NOT_APPLICABLE: "—",
        Verdict.UNSEEN: "○",
        None: "·",
    }[verdict]


def coverage_text(coverage: "Coverage") -> str:
    """Return how much was observed of what was asked."""
    return tr("observed {observed} of {asked}", observed=coverage.observed, asked=coverage.asked)


def unranked_text(coverage: "Coverage", policy: "Policy", ranked: bool = True) -> str:
    """Return that too little was observed to be graded and ranked; '' where it was enough.

    It says by how many items. What is never `ranked`, the site's own visit, only has no grade.
    """
    if coverage.enough(policy.ranked_from):
        return ""
    least, own = policy.ranked_from, coverage.percent // ONE
    lacking = coverage.lacking(least)
    if not ranked:
        return tr_count(
            lacking,
            "{own}% is below {percent}%: not graded; 1 item more is needed",
            "{own}% is below {percent}%: not graded; {count} items more are needed",
            own=own,
            percent=least,
        )
    return tr_count(
        lacking,
        "{own}% is below {percent}%: not graded, not ranked; 1 item more is needed",
        "{own}% is below {percent}%: not graded, not ranked; {count} items more are needed",
        own=own,
        percent=least,
    )


def praise_word() -> str:
    """Return the word for what is worth telling others."""
    return tr("Highlight")


def unsaved_word() -> str:
    """Return the word for what is shown as given and is not on the disk yet."""
    return tr("Unsaved")


def correction_word() -> str:
    """Return the words for what was put right before the inspector left."""
    return tr("Corrected on the spot")


def several_names() -> str:
    """Return how several names are typed into one field."""
    return tr("Several names with 、 between them")


def window_title(number: str) -> str:
    """Return what a window is called: 1 alone says little in a sentence or on a screen."""
    return tr("Window {number}", number=number) if number.isdecimal() else number


def scorecard_title(card: Scorecard) -> str:
    """Return what a scorecard is called in lists."""
    if card.scope is Scope.PUBLIC:
        return tr("Public area")
    return window_title(card.window_number)


def day_text(day: date) -> str:
    """Write a day: 2026年11月24日, or 24 Nov 2026 in English."""
    return tr("{month} {day}, {year}", year=day.year, month=month_word(day), day=day.day)


def moment_text(moment: datetime) -> str:
    """Write a day and a time of day."""
    return f"{day_text(moment.date())} {moment:%H:%M}"


def short_day_text(day: date) -> str:
    """Write a day of this year: 11月24日, or Nov 24."""
    return tr("{month} {day}", month=month_word(day), day=day.day)


def month_word(day: date) -> str:
    """Write the month of a day: 11月, or Nov."""
    names = tr("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec").split()
    return names[day.month - 1]


def span_text(span: "Span") -> str:
    """Write a period: 2026年11月, 2026年第四季度, 2026年11月23日—29日."""
    from inspector.domain.days.span import SpanKind

    first, last = span.first, span.last
    match span.kind:
        case SpanKind.DAY:
            return day_text(first)
        case SpanKind.MONTH:
            return month_text(span)
        case SpanKind.QUARTER:
            names = tr("first second third fourth").split()
            return tr(
                "{quarter} quarter of {year}",
                quarter=names[(first.month - 1) // 3],
                year=first.year,
            )
        case SpanKind.YEAR:
            return tr("Year {year}", year=first.year)
    if first.year == last.year:
        return tr("{first} to {last}", first=day_text(first), last=short_day_text(last))
    return tr("{first} to {last}", first=day_text(first), last=day_text(last))


def month_text(span: "Span") -> str:
    """Write a month: 2026年11月, or Nov 2026."""
    names = tr("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec").split()
    return tr("{month} {year}", month=names[span.first.month - 1], year=span.first.year)


def found_text(found: "Standing | None") -> str:
    """Write how something stood before appeals, if otherwise: 96.10 ★ 不合格."""
    if found is None:
        return ""
    grade = f"{'★ ' if found.vetoes else ''}{found.grade}"
    return f"{format_score(found.total)} {grade}".strip()


def found_mark(found: "Standing | None") -> str:
    """Write the score before appeals where there is little room: ★ 96.10; nothing if the same."""
    if found is None:
        return ""
    return f"{'★ ' if found.vetoes else ''}{format_score(found.total)}"


def both_texts(found: str, after: str) -> str:
    """Write what was found and what appeals left of it, if another: 96.10 → 98.64."""
    return found if found == after else f"{found} → {after}"


def remark_text(remark: "ClockRemark") -> str:
    """Return that the time of a record is wrong, and who says so why."""
    who = f"{remark.said_by} {moment_text(remark.said_at)}".strip()
    return tr("The time is wrong: {reason} ({who})", reason=remark.reason, who=who)
