"""A pack on paper or in a file. Printing loads when it is first asked for."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QDialog, QWidget

from inspector.gui.data.checklists.page_breaks import print_pages, without_cut_rows
from inspector.gui.papers.file_writer import write_file, write_workbook
from inspector.gui.session import Session
from inspector.gui.widgets.file_choice import pdf_to_write
from inspector.storage.files.whole_files import hand_out
from inspector.translation import tr
from inspector.workspace.last_folders import Purpose

_DOTS = 1200
"""To the inch, as a printer has them."""


def export_workbook(session: Session, parent: QWidget, pack_id: str) -> None:
    """Ask where to, and write a pack as a workbook to be edited and taken in again."""
    pack = session.workspace.packs.get(pack_id)
    write_workbook(
        session,
        parent,
        f"{pack.title}-{pack.version}.xlsx".replace("/", "-"),
        lambda apart, path, hear: apart.packs.write_workbook(path, pack_id),
        purpose=Purpose.CHECKLISTS,
        title=tr("Export as Excel"),
        said=lambda path: tr(
            "Exported: {name}. Edit it, then import it as a new version.", name=path.name
        ),
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
    printer.setPageLayout(_page())
    if QPrinterInfo.availablePrinterNames():
        if QPrintDialog(printer, parent).exec() != QDialog.DialogCode.Accepted:
            return
        path = Path(printer.outputFileName()) if printer.outputFileName() else None
        if path is None:
            print_pages(without_cut_rows(make, printer), printer)
            session.told.emit(tr("Sent to the printer."), "")
            return
    else:
        title = tr("No printer here: save as PDF")
        path = pdf_to_write(session, parent, Purpose.CHECKLISTS, title, f"{name}.pdf")
    if path is not None:
        content = _pdf(make, name)
        write_file(
            session,
            path,
            lambda hear: hand_out(path, content),
            said=lambda path: tr("Saved: {name}", name=path.name),
        )


def _pdf(make: Callable[[Sequence[int]], QTextDocument], name: str) -> bytes:
    """Return what would be printed as a PDF file, made in memory: temporary folders may be full."""
    content = QBuffer()
    content.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(content)
    writer.setResolution(_DOTS)
    writer.setTitle(name)
    writer.setPageLayout(_page())
    print_pages(without_cut_rows(make, writer), writer)
    content.close()
    return bytes(content.data().data())


def _page() -> QPageLayout:
    size = QPageSize(QPageSize.PageSizeId.A4)
    margins = QMarginsF()  # the document has its own
    return QPageLayout(size, QPageLayout.Orientation.Portrait, margins)
