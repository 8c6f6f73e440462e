"""`inspector archive`: a year, or a campaign, as one folder or .zip; its PDFs are drawn by Qt."""

import argparse
import sys
from datetime import datetime

from inspector.cli.exporting import period_of
from inspector.cli.speaking import REFUSED, explain_nothing, say, show_percent
from inspector.paths import default_data_folder


def archive(options: argparse.Namespace) -> None:
    """Write what was sealed in some days; a period with nothing to tell is no refusal.

    Exits 1 when evidence is missing or was changed: the rest was written.
    """
    from inspector.gui.program.plain_import import load_qt

    load_qt()
    from inspector.domain.errors import NothingToExportError
    from inspector.excel.sheet.written_papers import papers_heard
    from inspector.gui.papers.printing.pdf_of_workbook import pdf_of_workbook
    from inspector.workspace.archive.archive_sentences import archived_sentence
    from inspector.workspace.archive.archiving import write_archive
    from inspector.workspace.extent import Extent
    from inspector.workspace.papers.paper_words import papers_sentences
    from inspector.workspace.papers.recent_papers import remember_written

    folder, target = options.data or default_data_folder(), options.output
    extent, now = Extent.of(period_of(options), options.site), datetime.now()
    with papers_heard() as papers:
        try:
            archived = write_archive(folder, target, extent, now, pdf_of_workbook, show_percent)
        except NothingToExportError as error:
            explain_nothing(error)
            return
    remember_written(folder, [target])
    say(archived_sentence(archived))
    for name in archived.unsound:
        say(f"  {name}")
    for said in papers_sentences(papers):
        print(said, file=sys.stderr)
    if archived.unsound:
        raise SystemExit(REFUSED)
