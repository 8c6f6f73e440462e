"""The command line: the window's operations, for scripts. Imports no Qt.

Exit 0 done, 1 refused input (explained on standard error), 2 wrong usage.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from inspector import __version__
from inspector.domain.errors import CannotWriteError, InspectorError, NotFoundError
from inspector.paths import catalogues_folder, default_data_folder
from inspector.translation import DEFAULT_LANGUAGE, LANGUAGES, tr, tr_count, use_language

if TYPE_CHECKING:
    from inspector.workspace.pack_file import PackFile
    from inspector.workspace.reports import Period
    from inspector.workspace.workspace import Workspace

REFUSED = 1
WRONG_USAGE = 2

RECORD = "record"
NOTICE = "notice"
LEDGER = "rectification"
_WRITERS = {
    LEDGER: "write_rectification",
    "summary": "write_summary",
    "patrol": "write_patrol",
    "minutes": "write_minutes",
}
"""The methods of `Reports` that write a workbook of a period."""

MOST_SAMPLES = 100_000
FIRST_YEAR, LAST_YEAR = 1970, 2199
"""Years that a visit can have, of a laptop whose clock was lost or set wrong as well."""


class UsageError(Exception):
    """The options contradict each other; the sentence says how."""


def arguments() -> argparse.ArgumentParser:
    """Return the parser of the whole command line; without a command it opens the window."""
    parser = argparse.ArgumentParser(
        prog="inspector", description=tr("On-site inspection of service windows, offline.")
    )
    parser.add_argument("--version", action="version", version=__version__)
    parser.add_argument("--data", type=Path, metavar="DIR", help=tr("the data folder to use"))
    parser.add_argument("--lang", choices=LANGUAGES, help=tr("the language to speak"))
    parser.add_argument(
        "--demo", action="store_true", help=tr("open sample data in a throw-away folder")
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    demo = commands.add_parser("demo", help=tr("write a sample data folder"))
    demo.add_argument("folder", type=Path, metavar="DIR")
    demo.add_argument("--inspections", type=_count, default=60, metavar="N")
    demo.add_argument("--seed", type=int, default=1, metavar="N")
    demo.add_argument(
        "--until", type=_day, metavar="DATE", help=tr("last day of the sample; default: today")
    )

    check = commands.add_parser(
        "check", help=tr("validate packs and rosters; every problem with its place")
    )
    check.add_argument("paths", type=Path, nargs="+", metavar="PATH")

    take_in = commands.add_parser(
        "import",
        help=tr("take in a roster, a returned ledger or slip, or a pack as a folder or workbook"),
    )
    take_in.add_argument("file", type=Path, metavar="FILE")
    take_in.add_argument("--dry-run", action="store_true", help=tr("only say what would change"))

    export = commands.add_parser("export", help=tr("write a workbook"))
    export.add_argument("kind", choices=(*_WRITERS, RECORD, NOTICE), metavar="KIND")
    export.add_argument(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar="FILE",
        help=tr(
            "the workbook to write; of records also a folder: one workbook for each visit;"
            " of notices a folder: one for each site"
        ),
    )
    export.add_argument("--from", dest="first", type=_day, metavar="DATE")
    export.add_argument("--to", dest="last", type=_day, metavar="DATE")
    export.add_argument("--site", metavar="NAME")
    export.add_argument("--inspection", metavar="ID", help=tr("the one visit of a record"))
    export.add_argument(
        "--photos", action="store_true", help=tr("the ledger with photos of what was found")
    )
    export.add_argument(
        "--fill-in", action="store_true", help=tr("the ledger as units fill it in and send it back")
    )

    backup = commands.add_parser("backup", help=tr("write everything into one .zip file"))
    backup.add_argument("-o", "--output", type=_archive, required=True, metavar="FILE")

    restore = commands.add_parser(
        "restore", help=tr("bring a backup back; the folder that is there is kept beside it")
    )
    restore.add_argument("source", type=Path, metavar="FILE|FOLDER")

    doctor = commands.add_parser("doctor", help=tr("look the data folder over"))
    doctor.add_argument("--repair", action="store_true", help=tr("make anew what can be made anew"))
    return parser


def language_in(argv: Sequence[str]) -> str | None:
    """Return what `--lang` says, before the parser (whose help is translated) exists."""
    early = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    early.add_argument("--lang", choices=LANGUAGES)
    try:
        language: str | None = early.parse_known_args(argv)[0].lang
    except argparse.ArgumentError:
        return None  # the real parser will say so
    return language


def run(options: argparse.Namespace) -> int:
    """Run the command of parsed `options`; return the exit code."""
    command: Callable[[argparse.Namespace], None] = {
        "demo": _demo,
        "check": _check,
        "import": _import,
        "export": _export,
        "backup": _backup,
        "restore": _restore,
        "doctor": _doctor,
    }[options.command]
    try:
        command(options)
    except InspectorError as error:
        explain(error)
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


def _count(text: str) -> int:
    if text.isdecimal() and len(text) < 9 and int(text) <= MOST_SAMPLES:
        return int(text)
    raise argparse.ArgumentTypeError(
        tr("“{text}” is not a whole number up to {most}", text=text, most=MOST_SAMPLES)
    )


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = date.min
    if FIRST_YEAR <= day.year <= LAST_YEAR:
        return day
    raise argparse.ArgumentTypeError(tr("“{text}” is no date such as 2026-11-30", text=text))


def _require_workbook(path: Path) -> None:
    # Under another name no office program opens it, and something else may have that name.
    if not _is_workbook(path):
        raise UsageError(tr("“{text}” does not end in .xlsx", text=path))


def _is_workbook(path: Path) -> bool:
    return path.suffix.lower() == ".xlsx"


def _archive(text: str) -> Path:
    if Path(text).suffix.lower() == ".zip":
        return Path(text)
    raise argparse.ArgumentTypeError(tr("“{text}” does not end in .zip", text=text))


@contextmanager
def _opened(options: argparse.Namespace) -> "Iterator[Workspace]":
    """Open the data folder; where there is none, a look at a roster leaves none behind."""
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
        if options.file.is_dir() or _is_pack_workbook(options.file):
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
    from inspector.workspace.reports import Extent

    if (options.photos or options.fill_in) and options.kind != LEDGER:
        raise UsageError(tr("--photos and --fill-in go with rectification only."))
    if options.kind == RECORD:
        _export_record(options)
        return
    if options.inspection is not None:
        raise UsageError(tr("--inspection goes with record only."))
    extent = Extent(_period(options.first, options.last), options.site)
    if options.kind == NOTICE:
        if _is_workbook(options.output):
            raise UsageError(tr("Name a folder: each site gets a notice of its own."))
        with _opened(options) as workspace:
            for path in workspace.notices.write_all(extent, options.output):
                say(str(path))
        return
    _require_workbook(options.output)
    own = {"photos": options.photos, "fill_in": options.fill_in} if options.kind == LEDGER else {}
    with _opened(options) as workspace:
        write = getattr(workspace.reports, _WRITERS[options.kind])
        say(str(write(options.output, extent, **own)))


def _backup(options: argparse.Namespace) -> None:
    from inspector.workspace.backups import write_full_backup

    folder = options.data or default_data_folder()
    unsound = write_full_backup(folder, options.output, datetime.now(), _show_percent)
    say(tr("Everything is in {path}, read back and unchanged.", path=options.output))
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
    from inspector.workspace.reports import Extent

    if options.inspection is not None:
        _require_workbook(options.output)
        if options.first or options.last or options.site is not None:
            raise UsageError(tr("--inspection names one visit: leave out period and site."))
        with _opened(options) as workspace:
            say(str(workspace.reports.write_record(options.output, options.inspection)))
        return
    extent = Extent(_period(options.first, options.last), options.site)
    with _opened(options) as workspace:
        reports = workspace.reports
        if _is_workbook(options.output) and not options.output.is_dir():
            say(str(reports.write_one_record(options.output, extent)))
            return
        for path in reports.write_records(options.output, extent):
            say(str(path))


def _period(first: date | None, last: date | None) -> "Period":
    """Return the days to export: this month, or from a day on, or up to a day of a month."""
    from inspector.workspace.reports import Period, month_of

    month = month_of(date.today())
    first = first or (month_of(last).first if last else month.first)
    last = last or max(month.last, month_of(first).last)
    if first > last:
        raise UsageError(tr("{first} lies after {last}.", first=first, last=last))
    return Period(first, last)
