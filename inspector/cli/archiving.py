"""`inspector archive`: a year, or a campaign, as one folder or .zip; its PDFs are drawn by Qt."""

import argparse
from datetime import datetime

from inspector.cli.exporting import period_of
from inspector.cli.speaking import REFUSED, explain, say, show_percent
from inspector.paths import default_data_folder


def archive(options: argparse.Namespace) -> None:
    """Write what was sealed in some days; a period with nothing to tell is no refusal.

    Exits 1 when evidence is missing or was changed: the rest was written.
    """
    from inspector.domain.errors import NothingToExportError
    from inspector.gui.papers.printing.pdf_of_workbook import pdf_of_workbook
    from inspector.workspace.archive.archive_sentences import archived_sentence
    from inspector.workspace.archive.archiving import write_archive
    from inspector.workspace.extent import Extent
    from inspector.workspace.papers.recent_papers import remember_written

    folder = options.data or default_data_folder()
    extent = Extent.of(period_of(options), options.site)
    try:
        archived = write_archive(
            folder, options.output, extent, datetime.now(), pdf_of_workbook, show_percent
        )
    except NothingToExportError as error:
        explain(error)
        return
    remember_written(folder, [options.output])
    say(archived_sentence(archived))
    for name in archived.unsound:
        say(f"  {name}")
    if archived.unsound:
        raise SystemExit(REFUSED)
