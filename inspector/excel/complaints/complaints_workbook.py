"""The workbooks of complaints: the table of a period with its register, and the one sent out."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from inspector.domain.complaint.complaint import Complaint
from inspector.domain.complaint.complaint_report import ComplaintReport
from inspector.excel.complaints.complaint_ledger import FULL, TITLE, add_ledger, add_sent
from inspector.excel.complaints.complaint_monthly import add_monthly
from inspector.excel.sheet.report_heading import Heading
from inspector.excel.sheet.sheet_style import Styles
from inspector.excel.sheet.table_sheet import new_book
from inspector.excel.sheet.workbook_saving import written_to


def write_complaints(
    path: Path,
    complaints: Sequence[Complaint],
    report: ComplaintReport,
    heading: Heading,
    today: date,
    *,
    is_month: bool,
) -> None:
    """Write the table of a period and its register, oldest first; raises as `save_workbook`."""
    book = new_book(heading.title(TITLE), heading.unit, heading.reported_on, heading.code)
    styles = Styles(book)
    with written_to(book, path):
        add_ledger(book, complaints, heading, today, styles)  # what the file is called comes first
        add_monthly(book, report, heading, is_month, styles)
        book.move_sheet(FULL, 1)  # what is not printed stands last


def write_sent(path: Path, complaints: Sequence[Complaint], heading: Heading) -> None:
    """Write the complaints that units are to see to; raises what `save_workbook` raises."""
    book = new_book(heading.title(TITLE), heading.unit, heading.reported_on, heading.code)
    styles = Styles(book)
    with written_to(book, path):
        add_sent(book, complaints, heading, styles)
