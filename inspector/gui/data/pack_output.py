"""A pack on paper or in a file. Printing loads when it is first asked for."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QTextDocument
from PySide6.QtWidgets import QDialog, QWidget

from inspector.domain.errors import CannotWriteError
from inspector.gui.data.page_breaks import print_pages, without_cut_rows
from inspector.gui.file_choice import pdf_to_write, workbook_to_write
from inspector.gui.session import Session
from inspector.translation import tr
from inspector.workspace.last_folders import Purpose

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


def export_workbook(session: Session, parent: QWidget, pack_id: str) -> None:
    """Ask where to, and write a pack as a workbook to be edited and taken in again."""
    packs = session.workspace.packs
    pack = packs.get(pack_id)
    name = f"{pack.title}-{pack.version}.xlsx".replace("/", "-")
    path = workbook_to_write(session, parent, Purpose.CHECKLISTS, tr("Export as Excel"), name)
    if path is None:
        return
    if session.attempt(lambda: packs.write_workbook(path, pack_id)) is not None:
        session.told.emit(
            tr(
                "Exported: {name}. Edit it, then import it as a new version.",
                name=path.name,
            ),
            str(path),
        )


def print_document(
    session: Session, parent: QWidget, make: Callable[[Sequence[int]], QTextDocument], name: str
) -> None:
    """Print a document, or write it as a PDF file where there is no printer.

    `make` makes it, given where pages have to begin (see `without_cut_rows`).
    """
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(),  # the document has its own
        )
    )
    if not QPrinterInfo.availablePrinterNames():
        title = tr("No printer here: save as PDF")
        path = pdf_to_write(session, parent, Purpose.CHECKLISTS, title, f"{name}.pdf")
        if path is None:
            return
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
    else:
        dialog = QPrintDialog(printer, parent)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
    if session.attempt(lambda: _print(make, printer)) is not None:
        file = printer.outputFileName()
        told = tr("Saved: {name}", name=Path(file).name) if file else tr("Sent to the printer.")
        session.told.emit(told, file)


def _print(make: Callable[[Sequence[int]], QTextDocument], printer: "QPrinter") -> bool:
    file = printer.outputFileName()
    if file:
        try:
            with Path(file).open("ab"):
                pass  # Qt would only print a warning
        except OSError as error:
            raise CannotWriteError(Path(file), error.strerror or str(error)) from error
    print_pages(without_cut_rows(make, printer), printer)
    return True
