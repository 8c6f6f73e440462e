"""A pack on paper or in a file. Printing loads when it is first asked for."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from inspector.domain.checklist.checklist import Item, Pack
from inspector.gui.data.checklists.pack_document import pack_document
from inspector.gui.data.checklists.pack_pages import A4, pdf_of_pack, starts_on_paper
from inspector.gui.data.checklists.page_breaks import print_pages, with_starts
from inspector.gui.jobs.runner import Job
from inspector.gui.papers.file_writer import write_file, write_workbook
from inspector.gui.session import Session
from inspector.gui.widgets.file_choice import pdf_to_write
from inspector.own_process import in_own_process
from inspector.storage.files.whole_files import hand_out
from inspector.translation import tr
from inspector.workspace.last_folders import Purpose

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


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


def print_pack(
    session: Session, parent: QWidget, pack: Pack, items: Sequence[Item], narrowed: str
) -> None:
    """Print items of a pack, or write them as a PDF file where there is no printer.

    `narrowed` says what they were chosen by.
    """
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

    if not session.runner.require_free():
        return
    name = f"{pack.title}-{pack.version}"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setPageLayout(A4)
    if QPrinterInfo.availablePrinterNames():
        if QPrintDialog(printer, parent).exec() != QDialog.DialogCode.Accepted:
            return
        if not printer.outputFileName():
            _send(session, printer, pack, items, narrowed)
            return
        path: Path | None = Path(printer.outputFileName())
    else:
        title = tr("No printer here: save as PDF")
        path = pdf_to_write(session, parent, Purpose.CHECKLISTS, title, f"{name}.pdf")
    if path is not None:
        place = path
        write_file(
            session,
            place,
            lambda hear: hand_out(
                place, in_own_process(pdf_of_pack, pack, items, narrowed, hear=hear)
            ),
            said=lambda path: tr("Saved: {name}", name=path.name),
        )


def _send(
    session: Session, printer: "QPrinter", pack: Pack, items: Sequence[Item], narrowed: str
) -> None:
    """Print on a printer: where pages begin is found beside the window, drawn they are here."""

    def draw(starts: Sequence[int]) -> None:
        print_pages(
            with_starts(partial(pack_document, pack, items, narrowed), starts, printer), printer
        )
        session.told.emit(tr("Sent to the printer."), "")

    size, dots = (printer.width(), printer.height()), printer.logicalDpiY()
    session.runner.run(
        Job(
            said=tr("Printing {name}", name=printer.docName()),
            work=lambda hear: in_own_process(
                starts_on_paper, pack, items, narrowed, size, dots, hear=hear
            ),
            done=draw,
            stopped=tr("Stopped; nothing was printed."),
            failed=tr("{name} was not printed, by a fault of the program.", name=printer.docName()),
        )
    )
