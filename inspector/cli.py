"""The command line: the window's operations, for scripts. Imports no Qt.

Exit 0 done, 1 refused input (explained on standard error), 2 wrong usage.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from inspector import __version__
from inspector.domain.errors import InspectorError
from inspector.paths import catalogues_folder, default_data_folder
from inspector.translation import DEFAULT_LANGUAGE, LANGUAGES, tr, use_language

if TYPE_CHECKING:
    from inspector.workspace.workspace import Workspace

REFUSED = 1


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

    check = commands.add_parser("check", help=tr("validate packs; every problem with its place"))
    check.add_argument("paths", type=Path, nargs="+", metavar="PATH")

    take_in = commands.add_parser(
        "import", help=tr("take in a roster, or a pack as a folder or workbook")
    )
    take_in.add_argument("file", type=Path, metavar="FILE")
    take_in.add_argument("--dry-run", action="store_true", help=tr("only say what would change"))

    export = commands.add_parser("export", help=tr("write a workbook"))
    export.add_argument("kind", choices=("rectification", "summary"), metavar="KIND")
    export.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    export.add_argument("--from", dest="first", type=_day, metavar="DATE")
    export.add_argument("--to", dest="last", type=_day, metavar="DATE")
    export.add_argument("--site", metavar="NAME")
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
    }[options.command]
    try:
        command(options)
    except InspectorError as error:
        explain(error)
        return REFUSED
    return 0


def explain(error: InspectorError) -> None:
    """Say on standard error what was refused."""
    from inspector.workspace.sentences import problem_sentences, sentence

    print(sentence(error), file=sys.stderr)
    for line in problem_sentences(error):
        print(f"  {line}", file=sys.stderr)


def speak(language: str | None) -> None:
    """Use `language`, or the default one, from now on; never fail on what cannot be printed."""
    use_language(language or DEFAULT_LANGUAGE, catalogues_folder())
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):  # None: started without console
            stream.reconfigure(errors="replace")


def _count(text: str) -> int:
    number = int(text)
    if number < 0:
        raise ValueError(text)
    return number


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _demo(options: argparse.Namespace) -> None:
    from inspector.domain.errors import CannotWriteError
    from inspector.workspace.demo import write_demo
    from inspector.workspace.workspace import DATABASE_FILE

    if (options.folder / DATABASE_FILE).exists():
        raise CannotWriteError(options.folder, tr("it holds a database already"))
    until = options.until or date.today()

    def progress(done: int, total: int) -> None:
        if sys.stderr is not None and sys.stderr.isatty():
            print(f"\r{done} / {total}", end="" if done < total else "\n", file=sys.stderr)

    write_demo(options.folder, options.inspections, options.seed, until, progress)
    print(tr("{count} inspections in {path}", count=options.inspections, path=options.folder))


def _check(options: argparse.Namespace) -> None:
    from inspector.storage.pack_files import pack_folders, read_pack_folder

    refused: list[InspectorError] = []
    for path in options.paths:
        for folder in pack_folders(path) or [path]:
            try:
                pack = read_pack_folder(folder)
            except InspectorError as error:
                refused.append(error)
                explain(error)
                continue
            count = sum(1 for _ in pack.items())
            print(
                tr(
                    "{folder}: {title} {version}, {count} items, no problems",
                    folder=folder,
                    title=pack.title,
                    version=pack.version,
                    count=count,
                )
            )
    if refused:
        raise SystemExit(REFUSED)


def _import(options: argparse.Namespace) -> None:
    from inspector.workspace.workspace import Workspace

    with closing(Workspace(options.data or default_data_folder())) as workspace:
        if options.file.is_dir() or _is_pack_workbook(options.file):
            _import_pack(workspace, options)
            return
        preview = workspace.rosters.preview(options.file)
        if not options.dry_run:
            workspace.rosters.take_in(preview)
        from inspector.workspace.sentences import roster_sentences

        for line in roster_sentences(preview):
            print(line)


def _is_pack_workbook(path: Path) -> bool:
    from inspector.excel.pack_workbook import looks_like_pack

    return looks_like_pack(path)


def _import_pack(workspace: "Workspace", options: argparse.Namespace) -> None:
    from inspector.workspace.difference_words import difference_sentence

    preview = workspace.packs.preview(options.file)
    pack = preview.pack
    if not options.dry_run and preview.changes_anything:
        workspace.packs.take_in(pack)
    print(tr("Checklist {title} {version}", title=pack.title, version=pack.version))
    if not preview.changes_anything:
        print(tr("Everything is as it was."))
    for difference in preview.differences:
        print(f"  {difference_sentence(difference)}")


def _export(options: argparse.Namespace) -> None:
    from inspector.workspace.reports import Extent, Period, month_of
    from inspector.workspace.workspace import Workspace

    month = month_of(date.today())
    period = Period(options.first or month.first, options.last or month.last)
    with closing(Workspace(options.data or default_data_folder())) as workspace:
        write = {
            "rectification": workspace.reports.write_rectification,
            "summary": workspace.reports.write_summary,
        }[options.kind]
        print(write(options.output, Extent(period, options.site)))
