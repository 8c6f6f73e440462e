"""The words of the command line: what can be written after `inspector`. Reads no data."""

import argparse
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from inspector.domain.days.month_end import month_end
from inspector.domain.survey.survey_sheet import MOST_SLIPS
from inspector.sharing_arguments import add_laptop, add_publish, add_receiving, add_share
from inspector.translation import LANGUAGES, tr
from inspector.usage_words import translate_usage

LEDGER, RECORD, NOTICE, FORM, ALL = "rectification", "record", "notice", "form", "all"
PACK = "pack"
INSPECTORS = "inspectors"
PLANS = "plans"
SITES, VISITS, FINDINGS, PACKS = "sites", "inspections", "findings", "packs"
COMPLAINTS = "complaints"
SURVEYS, EVALUATIONS, TRAININGS = "surveys", "evaluations", "trainings"
"""What `list` lists."""
CIRCULAR = "circular"
EVALUATION = "evaluation"
COMPLAINTS = "complaints"
SATISFACTION = "satisfaction"
PLAN = "plan"
PAPERS = (
    LEDGER,
    "summary",
    CIRCULAR,
    "patrol",
    "minutes",
    SATISFACTION,
    PLAN,
    COMPLAINTS,
    EVALUATION,
    "training",
)
"""The workbooks of a period; a test asserts that they are those of `workspace.paper_set`."""

SIZES = ("A4", "A3")
EDITIONS = ("exceptions", "whole")
"""How much of a record is printed, as `domain.record.edition` has it; the first is the default."""

SHELLS = ("bash", "zsh")

SET, CHANGE, REMOVE, STATUS = "set", "change", "remove", "status"
PASSPHRASE_ACTIONS = (SET, CHANGE, REMOVE, STATUS)
"""What can be done about the passphrase of copies."""

MOST_SAMPLES = 100_000
FIRST_YEAR, LAST_YEAR = 1970, 2199
"""Years that a visit can have, of a laptop whose clock was lost or set wrong as well."""


class _Command(argparse.ArgumentParser):
    """What stands after a command's name: whatever is its own, and what every command takes."""

    def __init__(self, **settings: object) -> None:
        super().__init__(**settings)  # type: ignore[arg-type]
        _add_common(self, default=argparse.SUPPRESS)  # else it would undo what stands before


def _add_common(parser: argparse.ArgumentParser, default: str | None) -> None:
    parser.add_argument(
        "--data", type=Path, metavar=tr("DIR"), default=default, help=tr("the data folder to use")
    )
    parser.add_argument(
        "--lang", choices=LANGUAGES, default=default, help=tr("the language to speak")
    )


def arguments() -> argparse.ArgumentParser:
    """Return the parser of the whole command line; without a command it opens the window."""
    translate_usage()
    parser = argparse.ArgumentParser(
        prog="inspector",
        description=tr("On-site inspection of service windows, offline."),
        epilog=tr(
            "inspector FILE.inspx opens the window with what a bundle of another laptop would"
            " change, as a double click on the file does."
        ),
    )
    parser.add_argument(
        "--version",
        action="store_true",
        help=tr("say the version, where the data are and what is inside, and end"),
    )
    _add_common(parser, default=None)
    parser.add_argument(
        "--demo", action="store_true", help=tr("open sample data in a throw-away folder")
    )
    parser.add_argument(
        "--exit-when-ready",
        action="store_true",
        help=tr("end once the first page takes keys, to measure the start"),
    )
    commands = parser.add_subparsers(dest="command", metavar=tr("COMMAND"), parser_class=_Command)

    demo = commands.add_parser("demo", help=tr("write a sample data folder"))
    demo.add_argument("folder", type=Path, metavar=tr("DIR"))
    demo.add_argument("--inspections", type=_count, default=60, metavar=tr("N"))
    demo.add_argument("--seed", type=_seed, default=1, metavar=tr("N"))
    demo.add_argument(
        "--until", type=_day, metavar=tr("DATE"), help=tr("last day of the sample; default: today")
    )

    check = commands.add_parser(
        "check", help=tr("validate packs and rosters; every problem with its place")
    )
    check.add_argument("paths", type=Path, nargs="+", metavar=tr("PATH"))
    check.add_argument(
        "--deduct",
        action="store_true",
        help=tr("of a pack that scores by rates: what direct deduction would change"),
    )

    take_in = commands.add_parser(
        "import",
        help=tr(
            "take in a roster, a list of inspectors, a returned ledger or slip, complaints filled"
            " in, a pack as a folder or workbook, results of a survey, the holidays of a year, or a"
            " bundle of another laptop"
        ),
    )
    take_in.add_argument("file", type=Path, metavar=tr("FILE"))
    take_in.add_argument(
        "--deduct",
        action="store_true",
        help=tr("with a pack that scores by rates: bring it over to direct deduction"),
    )
    take_in.add_argument("--dry-run", action="store_true", help=tr("only say what would change"))
    take_in.add_argument(
        "--replace",
        action="store_true",
        help=tr("with a roster: end what its sites have and the file does not"),
    )
    take_in.add_argument(
        "--move-deadlines",
        action="store_true",
        help=tr("with the holidays of a year: move the deadlines that were counted without them"),
    )
    add_receiving(take_in)
    _add_json(take_in)

    kinds = (*PAPERS, RECORD, NOTICE, FORM, ALL, PACK, INSPECTORS)
    export = commands.add_parser(
        "export", help=tr("write a workbook: {kinds}", kinds=", ".join(kinds))
    )
    export.add_argument("kind", choices=kinds, metavar=tr("KIND"), help=", ".join(kinds))
    export.add_argument(
        "pack", nargs="?", metavar=tr("PACK"), help=tr("of pack: the checklist, by id or name")
    )
    export.add_argument(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar=tr("FILE"),
        help=tr(
            "the workbook to write; of records also a folder: one workbook for each visit;"
            " of notices a folder: one for each site; of all a folder; of a pack also a folder"
        ),
    )
    _add_extent(export)
    export.add_argument("--inspection", metavar=tr("ID"), help=tr("the one visit of a record"))
    export.add_argument(
        "--photos", action="store_true", help=tr("the ledger with photos of what was found")
    )
    export.add_argument(
        "--fill-in",
        action="store_true",
        help=tr("the ledger, or the complaints, as units fill it in and send it back"),
    )
    export.add_argument(
        "--open",
        action="store_true",
        help=tr("the ledger, or the list of a circular, with what is not closed yet only"),
    )
    export.add_argument(
        "--paper", choices=SIZES, help=tr("the ledger's paper; on A3 each column stands alone")
    )
    export.add_argument(
        "--letter",
        action=argparse.BooleanOptionalAction,
        help=tr(
            "notices also as official letters (.docx), each beside its workbook, or not;"
            " otherwise as chosen in the window"
        ),
    )
    export.add_argument(
        "--generated",
        action="store_true",
        help=tr("the circular as it is made of the figures, without what was edited"),
    )
    export.add_argument(
        "--edition",
        choices=EDITIONS,
        help=tr("of records: their exceptions (the default), or whole, item by item"),
    )
    export.add_argument(
        "--plan",
        metavar=tr("PLAN"),
        help=tr("plan: instead of what is covered, this plan, to be changed and imported again"),
    )
    export.add_argument(
        "--slips",
        type=_slips,
        metavar=tr("N"),
        help=tr("satisfaction: instead of the results, so many slips of one site to be filled in"),
    )
    export.add_argument(
        "--form", type=Path, metavar=tr("FORM"), help=tr("the workbook with fields to fill in")
    )

    listed = (
        SITES, VISITS, FINDINGS, COMPLAINTS, SURVEYS, PACKS, INSPECTORS, PLANS, EVALUATIONS,
        TRAININGS,
    )  # fmt: skip
    listing = commands.add_parser(
        "list", help=tr("list what is in the data folder: {kinds}", kinds=", ".join(listed))
    )
    listing.add_argument("kind", choices=listed, metavar=tr("KIND"), help=", ".join(listed))
    _add_json(listing)
    _add_extent(listing)

    form = commands.add_parser(FORM, help=tr("a superior's own form: fields, check, samples"))
    wanted = form.add_mutually_exclusive_group(required=True)
    wanted.add_argument(
        "file", type=Path, nargs="?", metavar=tr("FORM"), help=tr("check this form")
    )
    wanted.add_argument("--list", action="store_true", help=tr("list the fields"))
    wanted.add_argument(
        "--sample", type=Path, metavar=tr("FOLDER"), help=tr("write sample forms into a folder")
    )
    form.add_argument(
        "--map",
        action="append",
        default=[],
        metavar=tr("HEAD=FIELD"),
        help=tr(
            "of a form without fields: what is filled in below a head, or below a column by its"
            " letter; - leaves it blank; kept for the next form with these heads"
        ),
    )
    form.add_argument(
        "--unmap", action="store_true", help=tr("forget what was said of the form's columns")
    )

    backup = commands.add_parser("backup", help=tr("write everything into one .zip file"))
    backup.add_argument("-o", "--output", type=_archive, required=True, metavar=tr("FILE"))

    archive = commands.add_parser(
        "archive", help=tr("write what was sealed in a period for an archive, PDFs and all")
    )
    archive.add_argument(
        "-o",
        "--output",
        type=_bag,
        required=True,
        metavar=tr("FILE|FOLDER"),
        help=tr("a .zip, or a folder that is new or empty"),
    )
    _add_extent(archive)

    person = commands.add_parser(
        "person", help=tr("say what is kept of a person, or write it as a workbook")
    )
    person.add_argument("name", metavar=tr("PERSON"), help=tr("the name, or the staff number"))
    _add_whose(person)
    person.add_argument(
        "-o", "--output", type=Path, metavar=tr("FILE"), help=tr("the workbook to write")
    )
    _add_json(person)

    erase = commands.add_parser(
        "erase",
        help=tr("lawfully erase a person's name, or old photos; digest, reason and day stay"),
    )
    what = erase.add_mutually_exclusive_group(required=True)
    what.add_argument("--person", metavar=tr("PERSON"), help=tr("the name, or the staff number"))
    what.add_argument(
        "--photos-before",
        type=_day,
        metavar=tr("DATE"),
        help=tr("the photos of what was closed before a day"),
    )
    what.add_argument(
        "--due", action="store_true", help=tr("whatever is due by the periods that are set")
    )
    _add_whose(erase)
    erase.add_argument("--reason", default="", metavar=tr("TEXT"), help=tr("why; must be given"))
    erase.add_argument(
        "--by",
        default="",
        metavar=tr("PERSON"),
        help=tr("who does it; default: who fills in papers"),
    )
    erase.add_argument(
        "--backups",
        action="store_true",
        help=tr("then also delete the backups in the folder from before it, behind a new one"),
    )
    erase.add_argument("--dry-run", action="store_true", help=tr("only say what would go"))

    restore = commands.add_parser(
        "restore", help=tr("bring a backup back; the folder that is there is kept beside it")
    )
    restore.add_argument("source", type=Path, metavar=tr("FILE|FOLDER"))
    _add_passphrase(restore)

    doctor = commands.add_parser("doctor", help=tr("look the data folder over"))
    doctor.add_argument("--repair", action="store_true", help=tr("make anew what can be made anew"))
    _add_json(doctor)

    verify = commands.add_parser(
        "verify",
        help=tr("tell whether everything is as a printed code, a backup or an archive says"),
    )
    verify.add_argument("told", metavar=tr("CODE|BACKUP|ARCHIVE"))
    _add_passphrase(verify)

    passphrase = commands.add_parser(
        "passphrase", help=tr("lock the USB copy and the backup file, or say whether they are")
    )
    passphrase.add_argument(
        "action",
        choices=PASSPHRASE_ACTIONS,
        metavar=tr("ACTION"),
        help=", ".join(PASSPHRASE_ACTIONS),
    )
    _add_passphrase(passphrase)
    passphrase.add_argument(
        "--new-passphrase-file",
        type=Path,
        metavar=tr("FILE"),
        help=tr("of set and change: the new passphrase is the file's first line"),
    )
    passphrase.add_argument(
        "--forgotten",
        action="store_true",
        help=tr("of remove: nobody knows it any more; copies that are locked stay so"),
    )

    add_laptop(commands)
    _add_extent(add_share(commands))

    commands.add_parser(
        "unlock", help=tr("take away the password of the window, which was forgotten")
    )

    add_publish(commands)

    completion = commands.add_parser(
        "completion", help=tr("print what bash or zsh needs to complete a line")
    )
    completion.add_argument("shell", choices=SHELLS, metavar=tr("SHELL"), help=", ".join(SHELLS))
    return parser


def _add_whose(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--whose",
        default="",
        metavar=tr("SITE|UNIT|NO."),
        help=tr("of several with one name: the site, the unit, or the number of a complaint"),
    )


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=tr("for programs, as JSON"))


def _add_passphrase(parser: argparse.ArgumentParser) -> None:
    """Add where a passphrase comes from: never the line itself, which others can list."""
    parser.add_argument(
        "--passphrase-file",
        type=Path,
        metavar=tr("FILE"),
        help=tr("the passphrase is the file's first line; without it, it is asked for"),
    )


def _add_extent(parser: argparse.ArgumentParser) -> None:
    """Add what names days and sites."""
    day_help = tr("a day such as 2026-11-30, or a month such as 2026-11")
    parser.add_argument("--from", dest="first", type=_first, metavar=tr("DATE"), help=day_help)
    parser.add_argument("--to", dest="last", type=_last, metavar=tr("DATE"), help=day_help)
    parser.add_argument(
        "--month", type=_month, metavar=tr("MONTH"), help=tr("a whole month, such as 2026-11")
    )
    parser.add_argument(
        "--site",
        metavar=tr("NAME"),
        action="append",
        default=[],
        help=tr("again for each of several"),
    )


def language_in(argv: Sequence[str]) -> str | None:
    """Return what `--lang` says, before the parser (whose help is translated) exists."""
    translate_usage()  # argparse's own way loads the system's locales
    early = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    early.add_argument("--lang", action="append", nargs="?", default=[])
    try:
        said: list[str | None] = early.parse_known_args(argv)[0].lang
    except argparse.ArgumentError:
        return None  # the real parser will say so
    return next((each for each in reversed(said) if each in LANGUAGES), None)


def _count(text: str) -> int:
    if text.isdecimal() and len(text) < 9 and int(text) <= MOST_SAMPLES:
        return int(text)
    raise argparse.ArgumentTypeError(
        tr("“{text}” is not a whole number up to {most}", text=text, most=MOST_SAMPLES)
    )


def _slips(text: str) -> int:
    if text.isdecimal() and len(text) < 9 and 1 <= int(text) <= MOST_SLIPS:
        return int(text)
    raise argparse.ArgumentTypeError(
        tr("“{text}” is not a number of slips, from 1 to {most}", text=text, most=MOST_SLIPS)
    )


def _seed(text: str) -> int:
    if re.fullmatch(r"-?\d{1,18}", text, re.ASCII):
        return int(text)
    raise argparse.ArgumentTypeError(tr("“{text}” is not a whole number", text=text))


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
    first = date(year, month, 1)
    return first, month_end(first)


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = date.min
    if FIRST_YEAR <= day.year <= LAST_YEAR:
        return day
    raise argparse.ArgumentTypeError(tr("“{text}” is no date such as 2026-11-30", text=text))


def _bag(text: str) -> Path:
    """Return where an archive goes; a folder that is called like a paper is a slip."""
    if Path(text).suffix.lower() in (".pdf", ".xlsx", ".docx"):
        raise argparse.ArgumentTypeError(
            tr("“{text}” is neither a .zip nor a name for a folder", text=text)
        )
    return Path(text)


def _archive(text: str) -> Path:
    if Path(text).suffix.lower() == ".zip":
        return Path(text)
    raise argparse.ArgumentTypeError(tr("“{text}” does not end in .zip", text=text))
