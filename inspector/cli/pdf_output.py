"""Papers that a command writes as PDF: the workbook is made aside, and its pages are drawn."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from inspector.cli.speaking import UsageError, show_percent
from inspector.translation import tr


@contextmanager
def paper_at(output: Path, *, is_letter: bool = False) -> Iterator[Path]:
    """Give the path that a workbook is to be written to in the block, to end up at `output`.

    Where that ends in .pdf, the workbook lies aside under this name, and only its pages are kept.
    `is_letter`: a document is another ending that the paper may have.
    Raises UsageError for any other ending than that of a workbook or a PDF file, and what
    `pdf_of_workbook` raises.
    """
    if not is_pdf(output):
        if output.suffix.lower() != ".xlsx":
            # Under another name no office program opens it, and something else may have it.
            if is_letter:
                raise UsageError(tr("“{text}” does not end in .xlsx, .docx or .pdf", text=output))
            raise UsageError(tr("“{text}” does not end in .xlsx or .pdf", text=output))
        yield output
        return
    from inspector.gui.program.plain_import import load_qt

    load_qt()
    from inspector.excel.sheet.written_papers import papers_written
    from inspector.gui.papers.printing.pdf_of_workbook import pdf_of_workbook

    with TemporaryDirectory(prefix="inspector-") as folder:
        aside = Path(folder, output.name)
        yield aside
        pdf_of_workbook(aside, output, show_percent)
        heard = papers_written()
        heard.paths[:] = [output if path == aside else path for path in heard.paths]


def is_pdf(path: Path) -> bool:
    """Tell whether a path is that of a PDF file."""
    return path.suffix.lower() == ".pdf"
