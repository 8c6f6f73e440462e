"""The command line: the window's operations, for scripts. Imports no Qt.

Exit 0 done, 1 refused input (explained on standard error), 2 wrong usage.
"""

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.arguments import ALL, FORM, LEDGER, NOTICE, RECORD
from inspector.domain.errors import (
    CannotWriteError,
    DamagedDatabaseError,
    InspectorError,
    NotFoundError,
)
from inspector.paths import catalogues_folder, default_data_folder
from inspector.translation import DEFAULT_LANGUAGE, tr, tr_count, use_language

if TYPE_CHECKING:
    from inspector.workspace.extent import Extent, Period
    from inspector.workspace.pack_file import PackFile
    from inspector.workspace.workspace import Workspace

REFUSED = 1
WRONG_USAGE = 2


class UsageError(Exception):
    """The options contradict each other; the sentence says how."""


def run(options: argparse.Namespace) -> int:
    """Run the command of parsed `options`; return the exit code."""
    command: Callable[[argparse.Namespace], None] = {
        "demo": _demo,
        "check": _check,
        "import": _import,
        "export": _export,
        "form": _form,
        "backup": _backup,
        "restore": _restore,
        "doctor": _doctor,
    }[options.command]
    try:
        command(options)
    except InspectorError as error:
        explain(error)
        _explain_damage(error, options.command)
        return REFUSED
    except UsageError as error:
        print(error, file=sys.stderr)
        return WRONG_USAGE
    return 0


def explain(error: InspectorError, *, checking: bool = False) -> None:
    """Say on standard error what was refused; `checking`: nothing was to be taken in."""
    from inspector.workspace.sentences import checked_sentence, problem_sentences, sentence

    print(checked_sentence(error) if checking else sentence(error), file=sys.stderr)
    for line in problem_sentences(error):
        print(f"  {line}", file=sys.stderr)


def _explain_damage(error: InspectorError, command: str) -> None:
    """Say what can be done about a damaged database; restoring is that already."""
    from inspector.workspace.way_out import damage_way_out

    if isinstance(error, DamagedDatabaseError) and command != "restore":
        print(f"  {damage_way_out(error)}", file=sys.stderr)


def say(text: str) -> None:
    """Print a line; a name in it cannot command the terminal."""
    from inspector.workspace.sentences import on_one_line

    try:
        print(on_one_line(text))
    except BrokenPipeError:
        raise  # the reader has seen enough; `main` stops here
    except OSError as error:
        raise CannotWriteError(Path(sys.stdout.name), error.strerror or str(error)) from error


def speak(language: str | None) -> None:
    """Use `language`, or the default one, from now on; never fail on what cannot be printed."""
    use_language(language or DEFAULT_LANGUAGE, catalogues_folder())
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):  # None: started without console
            stream.reconfigure(errors="replace")


def finish(code: int) -> int:
    """Write out what was printed and return `code`, or REFUSED when nobody takes it."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except OSError as error:
            # Python would try again while it exits, and complain.
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
            code = code or REFUSED
            if not isinstance(error, BrokenPipeError):  # else the reader has seen enough
                explain(CannotWriteError(Path(stream.name), error.strerror or str(error)))
    return code


def _require_workbook(path: Path) -> None:
    # Under another name no office program opens it, and something else may have that name.
    if not _is_workbook(path):
        raise UsageError(tr("“{text}” does not end in .xlsx", text=path))


def _is_workbook(path: Path) -> bool:
    return path.suffix.lower() == ".xlsx"


@contextmanager
def _opened(options: argparse.Namespace) -> "Iterator[Workspace]":
    """Open the data folder; where there is none, a look at a roster leaves none behind."""
    import tempfile

    from inspector.workspace.opening import open_beside
    from inspector.workspace.workspace import DATABASE_FILE

    folder: Path = options.data or default_data_folder()
    known = os.path.exists(folder / DATABASE_FILE)  # unlike Path's, never raises
    if options.command == "export" and not known:
        raise NotFoundError(folder / DATABASE_FILE)
    with ExitStack() as stack:
        only_looks = options.command == "check" or (options.command == "import" and options.dry_run)
        if only_looks and not known:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        yield stack.enter_context(closing(open_beside(folder)))


def _demo(options: argparse.Namespace) -> None:
    from inspector.workspace.demo import write_demo
    from inspector.workspace.workspace import DATABASE_FILE

    if os.path.exists(options.folder / DATABASE_FILE):
        raise CannotWriteError(options.folder, tr("it holds a database already"))
    until = options.until or date.today()

    write_demo(
        options.folder, options.inspections, options.seed, until, _show_progress, rounds=True
    )
    say(
        tr_count(
            options.inspections,
            "1 inspection in {path}",
            "{count} inspections in {path}",
            path=options.folder,
        )
    )


def _show_progress(done: int, total: int) -> None:
    if sys.stderr is not None and sys.stderr.isatty():
        print(f"\r{done} / {total}", end="" if done < total else "\n", file=sys.stderr)


def _check(options: argparse.Namespace) -> None:
    from inspector.storage.pack_files import HEAD_FILE, pack_folders

    refused: list[InspectorError] = []
    for path in options.paths:
        is_pack = os.path.exists(path / HEAD_FILE)  # whatever lies in folders below it
        for source in [path] if is_pack else pack_folders(path) or [path]:
            try:
                _check_one(options, source)
            except InspectorError as error:
                refused.append(error)
                explain(error, checking=True)
    if refused:
        raise SystemExit(REFUSED)


def _check_one(options: argparse.Namespace, path: Path) -> None:
    from inspector.workspace.pack_file import read_pack_file

    if _is_roster_workbook(path):
        _check_roster(options, path)
        return
    file = read_pack_file(path)
    pack, count = file.pack, sum(1 for _ in file.pack.items())
    say(
        tr_count(
            count,
            "{folder}: {title} {version}, 1 item, no problems",
            "{folder}: {title} {version}, {count} items, no problems",
            folder=path,
            title=pack.title,
            version=pack.version,
        )
    )
    _say_not_read(file)


def _check_roster(options: argparse.Namespace, path: Path) -> None:
    from inspector.workspace.sentences import roster_sentences

    say(tr("{file}: this is a roster", file=path))
    with _opened(options) as workspace:
        for line in roster_sentences(workspace.rosters.preview(path)):
            say(f"  {line}")
    say(tr("  no problems"))


def _is_roster_workbook(path: Path) -> bool:
    from inspector.excel.roster_workbook import looks_like_roster

    if path.suffix == ".toml" or not os.path.isfile(path):
        return False
    return looks_like_roster(path) and not _is_pack_workbook(path)


def _import(options: argparse.Namespace) -> None:
    from inspector.workspace.sentences import roster_sentences

    if not os.path.exists(options.file):
        raise NotFoundError(options.file)
    with _opened(options) as workspace:
        if os.path.isdir(options.file) or _is_pack_workbook(options.file):
            _import_pack(workspace, options)
            return
        if workspace.returned.is_returned(options.file):
            _import_returned(workspace, options)
            return
        preview = workspace.rosters.preview(options.file)
        if not options.dry_run:
            workspace.rosters.take_in(preview)
        for line in roster_sentences(preview):
            say(line)


def _import_returned(workspace: "Workspace", options: argparse.Namespace) -> None:
    """Take in what is right of a ledger or slip; tell the rest on standard error, and fail."""
    from inspector.workspace.returned_words import refused_sentences, returned_sentences

    returned = workspace.returned
    preview = returned.preview(returned.read(options.file))
    if not options.dry_run:
        returned.take_in(preview)
    say(tr("{file}: this is a returned ledger or slip", file=options.file))
    for line in returned_sentences(preview):
        say(f"  {line}")
    refused = refused_sentences(preview)
    if refused:
        print(tr("Not taken in:"), file=sys.stderr)
        for line in refused:
            print(f"  {line}", file=sys.stderr)
        raise SystemExit(REFUSED)


def _is_pack_workbook(path: Path) -> bool:
    from inspector.excel.pack_workbook import looks_like_pack

    return looks_like_pack(path)


def _import_pack(workspace: "Workspace", options: argparse.Namespace) -> None:
    from inspector.workspace.difference_words import difference_sentence
    from inspector.workspace.override_words import would_be_lost_text

    preview = workspace.packs.preview(options.file)
    pack = preview.pack
    if not options.dry_run and preview.changes_anything:
        workspace.packs.take_in(pack)
    say(tr("Checklist {title} {version}", title=pack.title, version=pack.version))
    _say_not_read(preview.source)
    for lost in workspace.overrides.lost_with(pack, preview.current):
        say(f"  {would_be_lost_text(lost)}")
    if not preview.changes_anything:
        say(tr("Everything is as it was."))
    for difference in preview.differences:
        say(f"  {difference_sentence(difference, preview.current, pack)}")


def _say_not_read(file: "PackFile") -> None:
    from inspector.workspace.pack_file import not_read

    if said := not_read(file):
        say(f"  {said}")


def _export(options: argparse.Namespace) -> None:
    from inspector.workspace.extent import Extent
    from inspector.workspace.paper_set import write_all, write_paper
    from inspector.workspace.paper_words import paper_set_lines

    kind, form = options.kind, options.form
    if (options.photos or options.fill_in) and kind != LEDGER:
        raise UsageError(tr("--photos and --fill-in go with rectification only."))
    if (kind == FORM) > (form is not None) or (form is not None and kind not in (FORM, ALL)):
        raise UsageError(tr("--form goes with form, which needs it, and with all."))
    if kind == RECORD:
        _export_record(options)
        return
    if options.inspection is not None:
        raise UsageError(tr("--inspection goes with record only."))
    extent = Extent.of(_period(options), options.site)
    if kind == NOTICE:
        if _is_workbook(options.output):
            raise UsageError(tr("Name a folder: each site gets a notice of its own."))
        with _opened(options) as workspace:
            for path in workspace.notices.write_all(extent, options.output):
                say(str(path))
            _warn_of_blanks(workspace, kind, extent)
        return
    if kind != ALL:
        _require_workbook(options.output)
    with _opened(options) as workspace:
        reports = workspace.reports
        if kind == ALL:
            done = write_all(reports, options.output, extent, form, _show_percent)
            for line in paper_set_lines(done):
                say(line)
        elif form is not None:
            say(str(reports.write_form(options.output, extent, form, _show_percent)))
        elif kind == LEDGER:
            own = {"photos": options.photos, "fill_in": options.fill_in}
            hear = _show_percent
            say(str(reports.write_rectification(options.output, extent, **own, progress=hear)))
        else:
            say(str(write_paper(reports, kind, options.output, extent, _show_percent)))
        _warn_of_blanks(workspace, kind, extent)


def _warn_of_blanks(workspace: "Workspace", kind: str, extent: "Extent") -> None:
    from inspector.workspace.paper_words import blanks_sentence

    if said := blanks_sentence(workspace.preferences, kind, extent):
        print(said, file=sys.stderr)


def _form(options: argparse.Namespace) -> None:
    from inspector.workspace.forms import (
        check_form,
        field_lines,
        form_sentence,
        write_sample_forms,
    )

    if options.list:
        for line in field_lines():
            say(line)
    elif options.sample is not None:
        for path in write_sample_forms(options.sample):
            say(str(path))
    else:
        try:
            say(form_sentence(options.file, check_form(options.file)))
        except InspectorError as error:
            explain(error, checking=True)
            raise SystemExit(REFUSED) from error


def _backup(options: argparse.Namespace) -> None:
    from inspector.workspace.backups import full_backup_sentence, write_full_backup

    folder = options.data or default_data_folder()
    unsound = write_full_backup(folder, options.output, datetime.now(), _show_percent)
    say(full_backup_sentence(options.output, unsound))
    for name in unsound:
        say(f"  {tr('Missing or changed: {name}', name=name)}")
    if unsound:
        raise SystemExit(REFUSED)


def _restore(options: argparse.Namespace) -> None:
    from inspector.workspace.restoring import restore, restored_sentence

    folder = options.data or default_data_folder()
    restored = restore(options.source, folder, datetime.now(), _show_percent)
    say(restored_sentence(restored))


def _doctor(options: argparse.Namespace) -> None:
    from inspector.workspace.doctor import examine, repair
    from inspector.workspace.doctor_words import report_sentence, trouble_sentence

    folder = options.data or default_data_folder()
    now = datetime.now()
    report = examine(folder, now, _show_percent)
    if options.repair and report.is_rebuildable:
        count = repair(folder, report, now)
        report = examine(folder, now, _show_percent)
        say(tr("{count} things were made anew or put into quarantine.", count=count))
    for remark in report.remarks:
        say(trouble_sentence(remark))
    say(report_sentence(report))
    if not report.is_healthy:
        raise SystemExit(REFUSED)


def _show_percent(done: int, total: int) -> None:
    if sys.stderr is not None and sys.stderr.isatty() and total:
        end = "" if done < total else "\r    \r"
        print(f"\r{100 * done // total:3} %", end=end, file=sys.stderr)


def _export_record(options: argparse.Namespace) -> None:
    """Write the record of one visit to a file, or of every visit of a period into a folder."""
    from inspector.workspace.extent import Extent

    if options.inspection is not None:
        _require_workbook(options.output)
        if options.first or options.last or options.month or options.site:
            raise UsageError(tr("--inspection names one visit: leave out period and site."))
        with _opened(options) as workspace:
            say(str(workspace.reports.write_record(options.output, options.inspection)))
        return
    extent = Extent.of(_period(options), options.site)
    with _opened(options) as workspace:
        reports = workspace.reports
        if _is_workbook(options.output) and not os.path.isdir(options.output):
            say(str(reports.write_one_record(options.output, extent)))
            return
        for path in reports.write_records(options.output, extent):
            say(str(path))


def _period(options: argparse.Namespace) -> "Period":
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
