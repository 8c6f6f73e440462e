"""`inspector export`: workbooks of a period, of a visit, for each site."""

import argparse
import os
import sys
from contextlib import nullcontext, suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.arguments import (
    ALL,
    CIRCULAR,
    COMPLAINTS,
    EDITIONS,
    FORM,
    INSPECTORS,
    LEDGER,
    NOTICE,
    PACK,
    PLAN,
    RECORD,
    SATISFACTION,
    SIZES,
)
from inspector.cli.folder import opened
from inspector.cli.pdf_output import is_pdf, paper_at
from inspector.cli.speaking import UsageError, explain_nothing, say, show_percent
from inspector.paths import default_data_folder
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.domain.record.edition import Edition
    from inspector.workspace.extent import Extent, Period
    from inspector.workspace.workspace import Workspace


def export(options: argparse.Namespace) -> None:
    """Write one kind of workbook, or all of a period; say where one does not hold a whole text.

    A period with nothing to tell is no refusal: a script of every month goes on, and is told.
    """
    from inspector.domain.errors import NothingToNotifyError
    from inspector.excel.sheet.written_papers import papers_heard
    from inspector.workspace.papers.paper_set import NOTHING_TO_TELL
    from inspector.workspace.papers.paper_words import papers_sentences
    from inspector.workspace.papers.recent_papers import remember_written

    with papers_heard() as papers:
        try:
            _export(options)
        except (*NOTHING_TO_TELL, NothingToNotifyError) as error:
            explain_nothing(error)  # where no path is looked for
        finally:  # what was written before something was refused lies there, too
            remember_written(options.data or default_data_folder(), papers.paths)
    for said in papers_sentences(papers):
        print(said, file=sys.stderr)


def _export(options: argparse.Namespace) -> None:
    from inspector.domain.record.edition import Edition
    from inspector.excel.complaints.complaint_ledger import SENT
    from inspector.excel.sheet.printed_width import Paper
    from inspector.workspace.extent import Extent
    from inspector.workspace.papers.paper_set import write_all, write_paper
    from inspector.workspace.papers.paper_words import paper_set_lines
    from inspector.workspace.papers.printed_words import printed_sentence
    from inspector.workspace.papers.superior_forms import filled_lines
    from inspector.workspace.preferences import NOTICE_LETTER

    kind, form = options.kind, options.form
    if (kind == PACK) != (options.pack is not None):
        raise UsageError(tr("A checklist is named after pack, and only there."))
    if (options.photos or options.paper) and kind != LEDGER:
        raise UsageError(tr("--photos and --paper go with rectification only."))
    if options.fill_in and kind not in (LEDGER, COMPLAINTS):
        raise UsageError(tr("--fill-in goes with rectification and complaints only."))
    if options.open and kind not in (LEDGER, CIRCULAR):
        raise UsageError(tr("--open goes with rectification and circular only."))
    is_own = kind == CIRCULAR and options.output.suffix.lower() == ".docx"  # a letter
    if options.open and is_own:
        raise UsageError(tr("A letter has no list of problems: --open goes with a workbook."))
    if (kind == FORM) > (form is not None) or (form is not None and kind not in (FORM, ALL)):
        raise UsageError(tr("--form goes with form, which needs it, and with all."))
    if options.letter is not None and kind != NOTICE:
        raise UsageError(tr("--letter goes with notice only."))
    if options.generated and kind not in (CIRCULAR, ALL):
        raise UsageError(tr("--generated goes with circular, and with all."))
    if options.edition and kind not in (RECORD, ALL):
        raise UsageError(tr("--edition goes with record and with all."))
    if options.slips and kind != SATISFACTION:
        raise UsageError(tr("--slips goes with satisfaction only."))
    if options.slips and len(options.site or ()) != 1:
        raise UsageError(tr("--slips needs one --site: slips bear the name of a site."))
    if options.plan is not None and kind != PLAN:
        raise UsageError(tr("--plan goes with plan only."))
    edition = Edition(options.edition or EDITIONS[0])
    if kind == RECORD:
        _export_record(options, edition)
        return
    if options.inspection is not None:
        raise UsageError(tr("--inspection goes with record only."))
    if kind == PACK:
        _export_pack(options)
        return
    if kind == INSPECTORS:
        _export_inspectors(options)
        return
    if options.plan is not None:
        _export_plan(options)
        return
    extent = Extent.of(period_of(options), options.site)
    if kind == NOTICE:
        if is_workbook(options.output) or is_pdf(options.output):
            raise UsageError(tr("Name a folder: each site gets a notice of its own."))
        with opened(options) as workspace:
            letter = options.letter
            if letter is None:  # what was chosen in the window last
                letter = workspace.preferences.get(NOTICE_LETTER) == "yes"
            for path in workspace.notices.write_all(extent, options.output, letter=letter):
                say(str(path))
            _warn_of_blanks(workspace, kind, extent, letter=letter)
        return
    own_text = {"generated": options.generated}
    if kind == ALL:
        with opened(options) as workspace:
            done = write_all(
                workspace.reports,
                options.output,
                extent,
                form,
                show_percent,
                edition=edition,
                **own_text,
            )
            for line in paper_set_lines(done):
                say(line)
            if form is not None and done.filled is not None:
                for line in filled_lines(done.filled, form):
                    print(line, file=sys.stderr)
            _warn_of_blanks(workspace, kind, extent, letter=CIRCULAR in dict(done.written))
            if not options.generated:
                _tell_of_edited_text(workspace, extent)
        return
    told: list[str] = []
    place = (
        nullcontext(options.output)
        if is_own
        else paper_at(options.output, is_letter=kind == CIRCULAR)
    )
    with place as path, opened(options) as workspace:
        reports = workspace.reports
        if form is not None:
            told = filled_lines(reports.fill_form(path, extent, form, show_percent), form)
        elif kind == LEDGER:
            draft = reports.write_ledger(
                path,
                extent,
                photos=options.photos,
                fill_in=options.fill_in,
                open_only=options.open,
                paper=Paper(options.paper or SIZES[0]),
                progress=show_percent,
            )
            told = [printed_sentence(draft.edition)]
        elif options.slips:
            site = workspace.rosters.site_named(options.site[0])
            reports.write_slips(path, site, options.slips)
        elif kind == COMPLAINTS and options.fill_in:
            sent = reports.write_complaints_to_fill_in(path, extent)
            ids = [complaint.id for complaint in sent]
            workspace.complaints.record_export(ids, SENT, options.output.name)
        elif kind == CIRCULAR:
            reports.write_circular(path, extent, show_percent, open_only=options.open, **own_text)
        else:
            write_paper(reports, kind, path, extent, show_percent, **own_text)
        _warn_of_blanks(workspace, kind, extent, letter=is_own)
        if kind == CIRCULAR and not options.generated:
            _tell_of_edited_text(workspace, extent)
    say(str(options.output))
    for line in told:
        print(line, file=sys.stderr)


def _export_pack(options: argparse.Namespace) -> None:
    """Write a checklist to a workbook, or to a folder of TOML files."""
    if options.first or options.last or options.month or options.site:
        raise UsageError(tr("A checklist has no period and no site: leave them out."))
    with opened(options) as workspace:
        packs = workspace.packs
        write = packs.write_workbook if is_workbook(options.output) else packs.write_folder
        say(str(write(options.output, packs.named(options.pack).id)))


def _export_inspectors(options: argparse.Namespace) -> None:
    """Write who inspects into the workbook that can be changed and taken in again."""
    if options.first or options.last or options.month or options.site:
        raise UsageError(tr("The list of inspectors has no period and no site: leave them out."))
    with paper_at(options.output) as path, opened(options) as workspace:
        workspace.inspectors.write_roster(path)
    say(str(options.output))


def _export_plan(options: argparse.Namespace) -> None:
    """Write a plan into the workbook that can be changed and taken in again."""
    if options.first or options.last or options.month or options.site:
        raise UsageError(tr("A plan has its own days and sites: leave them out."))
    with paper_at(options.output) as path, opened(options) as workspace:
        workspace.reports.write_plan(path, workspace.plans.named(options.plan))
    say(str(options.output))


def _warn_of_blanks(
    workspace: "Workspace", kind: str, extent: "Extent", *, letter: bool = False
) -> None:
    from inspector.workspace.papers.paper_words import blanks_sentence

    of_one = len(extent.named) == 1
    if said := blanks_sentence(workspace.preferences, kind, of_one_site=of_one, letter=letter):
        print(said, file=sys.stderr)


def _tell_of_edited_text(workspace: "Workspace", extent: "Extent") -> None:
    """Say on standard error that a circular has the text that somebody edited."""
    from inspector.domain.errors import NothingToExportError
    from inspector.workspace.papers.circular.circular_words import edited_sentence

    if workspace.kept_circulars.of(extent) is None:
        return
    with suppress(NothingToExportError):  # of patrols alone there is no circular
        draft = workspace.reports.circular_draft(extent)
        said = edited_sentence(draft)
        print(tr("{sentence} {next}", sentence=said, next=tr("--generated leaves it aside.")),
              file=sys.stderr)  # fmt: skip


def _export_record(options: argparse.Namespace, edition: "Edition") -> None:
    """Write the record of one visit to a file, or of every visit of a period into a folder."""
    from inspector.workspace.extent import Extent

    if options.inspection is not None:
        if options.first or options.last or options.month or options.site:
            raise UsageError(tr("--inspection names one visit: leave out period and site."))
        with paper_at(options.output) as path, opened(options) as workspace:
            workspace.reports.write_record(path, options.inspection, edition)
        say(str(options.output))
        return
    extent = Extent.of(period_of(options), options.site)
    is_one = is_workbook(options.output) or is_pdf(options.output)
    if is_one and not os.path.isdir(options.output):
        with paper_at(options.output) as path, opened(options) as workspace:
            workspace.reports.write_one_record(path, extent, edition)
        say(str(options.output))
        return
    with opened(options) as workspace:
        for path in workspace.reports.write_records(options.output, extent, edition):
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


def is_workbook(path: Path) -> bool:
    return path.suffix.lower() == ".xlsx"
