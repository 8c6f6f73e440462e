"""A paper to a printer: asked for in the system's dialog, sent page by page beside the window."""

from pathlib import Path

from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from inspector.domain.errors import CannotWriteError
from inspector.excel.pages.stored_pages import AnyPages
from inspector.gui.jobs.runner import Job
from inspector.gui.jobs.task import Hear
from inspector.gui.papers.printing.laid_out import laid_out
from inspector.gui.papers.printing.page_painting import draw_page, images_of
from inspector.gui.papers.printing.pdf_of_workbook import POINTS, page_layout
from inspector.gui.session import Session
from inspector.translation import tr


def has_printer() -> bool:
    """Tell whether the system has a printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def print_paper(
    session: Session, parent: QWidget, workbook: Path, pages: AnyPages, keeps: object = None
) -> None:
    """Ask for a printer and which of the `pages`, and print the workbook they are of on it.

    It is there as long as `keeps` is kept.
    """
    if not session.runner.require_free():
        return
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    printer.setDocName(workbook.stem)
    printer.setPageLayout(page_layout(pages, 0))
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, pages.count)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return
    session.runner.run(
        Job(
            said=tr("Printing {name}", name=workbook.stem),
            work=lambda hear, _=keeps: _print(workbook, printer, hear),  # type: ignore[misc]
            done=lambda _: session.told.emit(tr("Sent to the printer."), ""),
            stopped=tr("Stopped; pages that the printer had already may still come."),
            failed=tr("{name} was not printed, by a fault of the program.", name=workbook.stem),
            undo=lambda _: None,
        )
    )


def _print(workbook: Path, printer: QPrinter, hear: Hear) -> None:
    with laid_out(workbook, lambda done, total: hear(0, total)) as pages:
        first = max(printer.fromPage() or 1, 1)
        last = min(printer.toPage() or pages.count, pages.count)
        painter = QPainter()
        is_two_sided = printer.duplex() is not QPrinter.DuplexMode.DuplexNone
        sent = 0
        try:
            for number in range(first - 1, last):
                hear(number - first + 1, last - first + 1)
                if is_two_sided and sent % 2 and pages.begins_paper(number):
                    printer.newPage()  # no two papers share a sheet
                    sent += 1
                sent += 1
                printer.setPageLayout(page_layout(pages, number))
                begun = printer.newPage() if painter.isActive() else painter.begin(printer)
                if not begun:
                    raise CannotWriteError(Path(printer.printerName() or printer.docName()), "")
                unit = printer.resolution() / POINTS
                draw_page(painter, pages.page(number), unit, images_of(pages.picture))
        except BaseException:
            printer.abort()
            raise
        finally:
            if painter.isActive():
                painter.end()
