"""What the ledger calls its quick filters, periods, columns and days."""

from datetime import date

from inspector.domain.checklist.points import format_points
from inspector.domain.finding.finding import FindingState
from inspector.domain.finding.finding_event import EventKind
from inspector.domain.finding.ledger import LedgerColumn, LedgerOrder, LedgerRow
from inspector.domain.finding.ledger_view import Period, Quick
from inspector.gui.commands.command import Command
from inspector.gui.rectify.ledger.ledger_finding_facts import GRANT
from inspector.gui.steps.deadline_words import (
    asked_words,
    deadline_words,
    due_words,
    short_asked_words,
)
from inspector.translation import tr, tr_count
from inspector.workspace.finding_state_words import state_word, times_word

_DOT = " · "


def quick_word(quick: Quick) -> str:
    """Return what a quick filter is called."""
    return {
        Quick.UNFINISHED: tr("Not closed"),
        Quick.ALL: tr("All"),
        Quick.OVERDUE: tr("Overdue"),
        Quick.DUE_TODAY: tr("Due today"),
        Quick.REPEATS: tr("Repeats"),
        Quick.APPEALED: tr("Appeals to decide"),
        Quick.ASKED: tr("Extensions asked for"),
    }.get(quick) or state_word(FindingState(quick.value))


def period_word(period: Period) -> str:
    """Return what a period is called."""
    return {
        Period.ALL: tr("Any time"),
        Period.THIS_MONTH: tr("This month"),
        Period.LAST_MONTH: tr("Last month"),
        Period.DAYS_30: tr("Last 30 days"),
        Period.DAYS_90: tr("Last 90 days"),
        Period.THIS_YEAR: tr("This year"),
        Period.OWN: tr("From … to …"),
    }[period]


def column_word(column: LedgerColumn) -> str:
    """Return what a column is called."""
    return {
        LedgerColumn.NUMBER: tr("Number"),
        LedgerColumn.DAY: tr("Found on"),
        LedgerColumn.SITE: tr("Site"),
        LedgerColumn.WINDOW: tr("Window, staff no."),
        LedgerColumn.TEXT: tr("Problem"),
        LedgerColumn.CATEGORY: tr("Category"),
        LedgerColumn.DEDUCTION: tr("Points"),
        LedgerColumn.DEPARTMENT: tr("Department"),
        LedgerColumn.OWNER: tr("Owner"),
        LedgerColumn.LEADER: tr("Leader"),
        LedgerColumn.DEADLINE: tr("Deadline"),
        LedgerColumn.STATE: tr("State"),
        LedgerColumn.TIMES: tr("Occurrence"),
        LedgerColumn.CHANGED: tr("Last change"),
    }[column]


_BY_TEXT = frozenset(
    {LedgerColumn.SITE, LedgerColumn.WINDOW, LedgerColumn.TEXT, LedgerColumn.DEPARTMENT,
     LedgerColumn.OWNER, LedgerColumn.LEADER}
)  # fmt: skip


def order_mark(order: LedgerOrder) -> str:
    """Return what stands in the head of the column by which the rows are ordered."""
    return "▼" if order.descending else "▲"


def order_words(order: LedgerOrder) -> str:
    """Say in which order the ledger stands, as the mark in the head does."""
    column = order.column
    if column in (LedgerColumn.DAY, LedgerColumn.CHANGED):
        ends = tr("oldest first"), tr("newest first")
    elif column is LedgerColumn.DEADLINE:
        ends = tr("earliest first"), tr("latest first")
    elif column in (LedgerColumn.DEDUCTION, LedgerColumn.TIMES):
        ends = tr("fewest first"), tr("most first")
    elif column in _BY_TEXT:
        ends = tr("alphabetical"), tr("backwards")
    else:
        ends = tr("ascending"), tr("descending")
    said = ends[order.descending]
    return tr("by {column}, {ends}", column=column_word(column), ends=said)


def deadline_text(row: LedgerRow, today: date) -> str:
    """Write a deadline, and in words that it has passed; a long day gives way to the words."""
    return deadline_words(row.state.is_ended, row.deadline, today)


def due_text(row: LedgerRow, today: date) -> str:
    """Write a deadline; that it is today or has passed gives way to nothing."""
    return due_words(row.state.is_ended, row.deadline, today)


def state_text(row: LedgerRow, today: date, *, why: bool = False) -> str:
    """Write a state, with what else stands out; `why` more time is asked for, too.

    In front is what is to be seen where room is short: until when more time is asked for. That
    something is to be put right goes without saying then.
    """
    said = [state_word(row.state)]
    if row.asked_until is not None and why:
        said.insert(0, asked_words(row.asked_until, today, row.asked_reason))
    elif row.asked_until is not None:
        asked = short_asked_words(row.asked_until, today)
        said = [asked, *said] if row.state is FindingState.REPORTED else [asked]
    if row.is_appealed:
        said.append(tr("appealed"))
    if row.round > 1:
        said.append(tr("round {round}", round=row.round))
    return _DOT.join(said)


def deduction_text(row: LedgerRow) -> str:
    """Write what a finding costs after review; ★ for a veto."""
    reviewed = row.reviewed_deduction
    points = format_points(row.deduction if reviewed is None else reviewed)
    return f"★ {points}" if row.brands else points


def times_text(row: LedgerRow) -> str:
    """Write 第N次, at the window or at least at the site."""
    return times_word(row.times_at_window)


def window_text(row: LedgerRow) -> str:
    """Write a window with the number of staff, which the head of the column tells; no name."""
    return _DOT.join(part for part in (row.window_number, row.staff_number) if part)


def findings_text(count: int) -> str:
    """Write a number of findings."""
    return tr_count(count, "1 finding", "{count} findings")


def rows_text(
    count: int, marked: int, order: LedgerOrder, *, figure: str = "", more: bool = False
) -> str:
    """Say how many findings are shown and marked, of which figure, in which order.

    `more`: they are the first, and it is not known yet how many there are.
    """
    said = [findings_text(count), order_words(order)]
    if more:
        said[0] = tr("the first {findings}, the others are being read", findings=said[0])
    if figure:
        said.insert(1, tr("of the summary: {figure}", figure=figure))
    if marked:
        said.insert(0, tr("{marked} marked", marked=findings_text(marked)))
    return _DOT.join(said)


def short_word(step: Command) -> str:
    """Return what a button of a step says where there is little room."""
    return {
        GRANT: tr("Grant extension"),
        EventKind.EXTENSION_REFUSED.value: tr("Do not grant"),
        EventKind.APPEALED.value: tr("Appeal"),
        EventKind.EXTENDED.value: "",  # at a site's laptop it is called otherwise
    }.get(step.objectName(), step.iconText())
