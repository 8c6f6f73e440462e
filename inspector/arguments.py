"""The words of the command line: what can be written after `inspector`. Reads no data."""

import argparse
import calendar
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from inspector import __version__
from inspector.translation import LANGUAGES, tr

LEDGER, RECORD, NOTICE, FORM, ALL = "rectification", "record", "notice", "form", "all"
PAPERS = (LEDGER, "summary", "circular", "patrol", "minutes")
"""The workbooks of a period; a test asserts that they are those of `workspace.paper_set`."""

MOST_SAMPLES = 100_000
FIRST_YEAR, LAST_YEAR = 1970, 2199
"""Years that a visit can have, of a laptop whose clock was lost or set wrong as well."""


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
    parser.add_argument(
        "--exit-when-ready",
        action="store_true",
        help=tr("end once the first page takes keys, to measure the start"),
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
    take_in.add_argument(
        "--move-deadlines",
        action="store_true",
        help=tr("with the holidays of a year: move the deadlines that were counted without them"),
    )

    export = commands.add_parser("export", help=tr("write a workbook"))
    export.add_argument("kind", choices=(*PAPERS, RECORD, NOTICE, FORM, ALL), metavar="KIND")
    export.add_argument(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar="FILE",
        help=tr(
            "the workbook to write; of records also a folder: one workbook for each visit;"
            " of notices a folder: one for each site; of all a folder"
        ),
    )
    day_help = tr("a day such as 2026-11-30, or a month such as 2026-11")
    export.add_argument("--from", dest="first", type=_first, metavar="DATE", help=day_help)
    export.add_argument("--to", dest="last", type=_last, metavar="DATE", help=day_help)
    export.add_argument(
        "--month", type=_month, metavar="MONTH", help=tr("a whole month, such as 2026-11")
    )
    export.add_argument(
        "--site", metavar="NAME", action="append", default=[], help=tr("again for each of several")
    )
    export.add_argument("--inspection", metavar="ID", help=tr("the one visit of a record"))
    export.add_argument(
        "--photos", action="store_true", help=tr("the ledger with photos of what was found")
    )
    export.add_argument(
        "--fill-in", action="store_true", help=tr("the ledger as units fill it in and send it back")
    )
    export.add_argument(
        "--form", type=Path, metavar="FORM", help=tr("the workbook with placeholders to fill")
    )

    form = commands.add_parser(FORM, help=tr("a superior's own form: placeholders, check, samples"))
    wanted = form.add_mutually_exclusive_group(required=True)
    wanted.add_argument("file", type=Path, nargs="?", metavar="FORM", help=tr("check this form"))
    wanted.add_argument("--list", action="store_true", help=tr("list the placeholders"))
    wanted.add_argument(
        "--sample", type=Path, metavar="FOLDER", help=tr("write sample forms into a folder")
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


def _count(text: str) -> int:
    if text.isdecimal() and len(text) < 9 and int(text) <= MOST_SAMPLES:
        return int(text)
    raise argparse.ArgumentTypeError(
        tr("“{text}” is not a whole number up to {most}", text=text, most=MOST_SAMPLES)
    )


def _first(text: str) -> date:
    return _days(text)[0]


def _last(text: str) -> date:
    return _days(text)[1]


def _month(text: str) -> date:
    if (days := _days_of_month(text)) is not None:
        return days[0]
    raise argparse.ArgumentTypeError(tr("“{text}” is no month such as 2026-11", text=text))


def _days(text: str) -> tuple[date, date]:
    """Return the first and last day that a day or month names."""
    return _days_of_month(text) or (_day(text),) * 2


def _days_of_month(text: str) -> tuple[date, date] | None:
    if not re.fullmatch(r"\d{4}-\d{1,2}", text, re.ASCII):
        return None
    year, month = map(int, text.split("-"))
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):
        return None
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = date.min
    if FIRST_YEAR <= day.year <= LAST_YEAR:
        return day
    raise argparse.ArgumentTypeError(tr("“{text}” is no date such as 2026-11-30", text=text))


def _archive(text: str) -> Path:
    if Path(text).suffix.lower() == ".zip":
        return Path(text)
    raise argparse.ArgumentTypeError(tr("“{text}” does not end in .zip", text=text))
