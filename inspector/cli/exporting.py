"""`inspector export`: workbooks of a period, of a visit, for each site."""

import argparse
import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.arguments import ALL, EDITIONS, FORM, LEDGER, NOTICE, PACK, RECORD, SIZES
from inspector.cli.folder import opened
from inspector.cli.speaking import UsageError, explain, say, show_percent
from inspector.paths import default_data_folder
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.domain.record.edition import Edition
    from inspector.workspace.extent import Extent, Period
    from inspector.workspace.workspace import Workspace


def export(options: argparse.Namespace) -> None:
    """Write one kind of workbook, or all of a period; say where one does not hold a whole text.

    A period with nothing to tell is no refusal: a script of every month goes on.
    """
    from inspector.domain.errors import NothingToNotifyError
    from inspector.excel.sheet.written_papers import papers_heard
    from inspector.workspace.papers.paper_set import NOTHING_TO_TELL
    from inspector.workspace.papers.paper_words import cut_sentence
    from inspector.workspace.papers.recent_papers import remember_written

    with papers_heard() as papers:
        try:
            _export(options)
        except (*NOTHING_TO_TELL, NothingToNotifyError) as error:
            explain(error)  # where no path is looked for
        finally:  # what was written before something was refused lies there, too
            remember_written(options.data or default_data_folder(), papers.paths)
    if said := cut_sentence(papers):
        print(said, file=sys.stderr)


def _export(options: argparse.Namespace) -> None:
    from inspector.domain.record.edition import Edition
    from inspector.excel.sheet.printed_width import Paper
    from inspector.workspace.extent import Extent
    from inspector.workspace.papers.paper_set import write_all, write_paper
    from inspector.workspace.papers.paper_words import paper_set_lines
    from inspector.workspace.papers.printed_words import printed_sentence
    from inspector.workspace.papers.superior_forms import filled_lines

    kind, form = options.kind, options.form
    if (kind == PACK) != (options.pack is not None):
        raise UsageError(tr("A checklist is named after pack, and only there."))
    if (options.photos or options.fill_in or options.paper) and kind != LEDGER:
        raise UsageError(tr("--photos, --fill-in and --paper go with rectification only."))
    if options.open and kind not in (LEDGER, "circular"):
        raise UsageError(tr("--open goes with rectification and circular only."))
    if (kind == FORM) > (form is not None) or (form is not None and kind not in (FORM, ALL)):
        raise UsageError(tr("--form goes with form, which needs it, and with all."))
    if options.edition and kind not in (RECORD, ALL):
        raise UsageError(tr("--edition goes with record and with all."))
    edition = Edition(options.edition or EDITIONS[0])
    if kind == RECORD:
        _export_record(options, edition)
        return
    if options.inspection is not None:
        raise UsageError(tr("--inspection goes with record only."))
    if kind == PACK:
        _export_pack(options)
        return
    extent = Extent.of(period_of(options), options.site)
    if kind == NOTICE:
        if is_workbook(options.output):
            raise UsageError(tr("Name a folder: each site gets a notice of its own."))
        with opened(options) as workspace:
            for path in workspace.notices.write_all(extent, options.output):
                say(str(path))
            _warn_of_blanks(workspace, kind, extent)
        return
    if kind != ALL:
        require_workbook(options.output)
    with opened(options) as workspace:
        reports = workspace.reports
        if kind == ALL:
            done = write_all(reports, options.output, extent, form, show_percent, edition=edition)
            for line in paper_set_lines(done):
                say(line)
        elif form is not None:
            filled = reports.fill_form(options.output, extent, form, show_percent)
            say(str(filled.path))
            for line in filled_lines(filled, form):
                print(line, file=sys.stderr)
        elif kind == LEDGER:
            draft = reports.write_ledger(
                options.output,
                extent,
                photos=options.photos,
                fill_in=options.fill_in,
                open_only=options.open,
                paper=Paper(options.paper or SIZES[0]),
                progress=show_percent,
            )
            say(str(options.output))
            print(printed_sentence(draft.edition), file=sys.stderr)
        elif kind == "circular" and options.open:
            hear = show_percent
            say(str(reports.write_circular(options.output, extent, hear, open_only=True)))
        else:
            say(str(write_paper(reports, kind, options.output, extent, show_percent)))
        _warn_of_blanks(workspace, kind, extent)


def _export_pack(options: argparse.Namespace) -> None:
    """Write a checklist to a workbook, or to a folder of TOML files."""
    if options.first or options.last or options.month or options.site:
        raise UsageError(tr("A checklist has no period and no site: leave them out."))
    with opened(options) as workspace:
        packs = workspace.packs
        write = packs.write_workbook if is_workbook(options.output) else packs.write_folder
        say(str(write(options.output, packs.named(options.pack).id)))


def _warn_of_blanks(workspace: "Workspace", kind: str, extent: "Extent") -> None:
    from inspector.workspace.papers.paper_words import blanks_sentence

    if said := blanks_sentence(workspace.preferences, kind, extent):
        print(said, file=sys.stderr)


def _export_record(options: argparse.Namespace, edition: "Edition") -> None:
    """Write the record of one visit to a file, or of every visit of a period into a folder."""
    from inspector.workspace.extent import Extent

    if options.inspection is not None:
        require_workbook(options.output)
        if options.first or options.last or options.month or options.site:
            raise UsageError(tr("--inspection names one visit: leave out period and site."))
        with opened(options) as workspace:
            say(str(workspace.reports.write_record(options.output, options.inspection, edition)))
        return
    extent = Extent.of(period_of(options), options.site)
    with opened(options) as workspace:
        reports = workspace.reports
        if is_workbook(options.output) and not os.path.isdir(options.output):
            say(str(reports.write_one_record(options.output, extent, edition)))
            return
        for path in reports.write_records(options.output, extent, edition):
            say(str(path))


def period_of(options: argparse.Namespace) -> "Period":
    """Return the days to export: this month, one named, or from a day on, or up to a day."""
    from inspector.workspace.extent import Period, month_of

    first: date | None = options.first
    last: date | None = options.last
    if options.month is not None:
        if first or last:
            raise UsageError(tr("--month stands for --from and --to: leave them out."))
        return month_of(options.month)
    month = month_of(date.today())
    first = first or (month_of(last).first if last else month.first)
    last = last or max(month.last, month_of(first).last)
    if first > last:
        raise UsageError(tr("{first} lies after {last}.", first=first, last=last))
    return Period(first, last)


def require_workbook(path: Path) -> None:
    # Under another name no office program opens it, and something else may have that name.
    if not is_workbook(path):
        raise UsageError(tr("“{text}” does not end in .xlsx", text=path))


def is_workbook(path: Path) -> bool:
    return path.suffix.lower() == ".xlsx"
