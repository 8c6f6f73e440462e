"""The words of the command line that are about other laptops. Reads no data."""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from inspector.translation import tr


def add_laptop(commands: Any) -> None:  # noqa: ANN401  argparse names its own type of these nowhere
    """Add `inspector laptop`: who this laptop is to others, and which others it knows."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "laptop", help=tr("say who this laptop is to others, name it, or confirm another one")
    )
    parser.add_argument("--name", metavar=tr("NAME"), help=tr("what this laptop is called"))
    parser.add_argument(
        "--new-code",
        action="store_true",
        help=tr("number by another code from now on, where two laptops have one"),
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--fingerprint",
        action="store_true",
        help=tr("say the fingerprint alone; its key is made if there is none"),
    )
    what.add_argument("--list", action="store_true", help=tr("list the laptops that are known"))
    what.add_argument(
        "--confirm",
        nargs=2,
        metavar=(tr("LAPTOP"), tr("FINGERPRINT")),
        help=tr("confirm a laptop that a bundle came from, by code, name or id"),
    )
    parser.add_argument("--json", action="store_true", help=tr("for programs, as JSON"))


def add_publish(commands: Any) -> None:  # noqa: ANN401
    """Add `inspector publish`, which tells the city's ledger what is new."""
    publish = commands.add_parser(
        "publish", help=tr("tell the city's ledger everything that is new since the last time")
    )
    publish.add_argument(
        "--to",
        metavar=tr("LEDGER"),
        help=tr(
            "postgresql://USER@HOST/DATABASE, or a file that ends in .sqlite; default: the one"
            " published to last"
        ),
    )
    what = publish.add_mutually_exclusive_group()
    what.add_argument(
        "--prepare",
        action="store_true",
        help=tr("only make the ledger's tables, views and roles, or bring them up to date"),
    )
    what.add_argument(
        "--status",
        action="store_true",
        help=tr("only say what was published where, and what waits; needs no network"),
    )


PARTS = ("names", "photos", "sketches")
"""What goes along only where it is ticked, as `domain.sharing.travelling` names it."""


def add_share(commands: Any) -> argparse.ArgumentParser:  # noqa: ANN401  as above
    """Add `inspector share`, all but what names days and sites."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "share", help=tr("hand on what is here to another laptop, as one signed file")
    )
    parser.add_argument(
        "-o",
        "--output",
        type=_bundle,
        metavar=tr("FILE"),
        help=tr("the bundle, a .inspx file"),
    )
    parser.add_argument(
        "--since-last",
        metavar=tr("NAME"),
        help=tr("only what is new since the last bundle for NAME; all of it at the first"),
    )
    whom = parser.add_mutually_exclusive_group()
    whom.add_argument(
        "--for-hall",
        action="append",
        default=[],
        metavar=tr("SITE"),
        help=tr("for a site that is inspected: its own findings, and nothing of anybody else"),
    )
    whom.add_argument(
        "--everything",
        action="store_true",
        help=tr("on a site's laptop: all that is here, not only what was done about its findings"),
    )
    parser.add_argument(
        "--with",
        dest="along",
        type=_parts,
        metavar=tr("WHAT"),
        help=tr(
            "what goes along of names, photos and sketches, with commas between; default: what was"
            " ticked last"
        ),
    )
    parser.add_argument(
        "--passphrase-file",
        type=Path,
        metavar=tr("FILE"),
        help=tr("lock it: the passphrase is the file's first line"),
    )
    parser.add_argument("--dry-run", action="store_true", help=tr("only say what it would hold"))
    parser.add_argument("--json", action="store_true", help=tr("for programs, as JSON"))
    return parser


NEAR = ("same", "new")
"""What is done about names in a bundle that are nearly names on the roster here."""


def add_receiving(take_in: argparse.ArgumentParser) -> None:
    """Add to `inspector import` what goes with a bundle of another laptop."""
    take_in.add_argument(
        "--trust",
        metavar=tr("FINGERPRINT"),
        default="",
        help=tr("with the first bundle of a laptop: its fingerprint, as it was read out there"),
    )
    take_in.add_argument(
        "--near",
        choices=NEAR,
        help=tr(
            "with a bundle: names that are nearly those of the roster here mean the same, or"
            " something new"
        ),
    )
    take_in.add_argument(
        "--whose",
        action="append",
        metavar=tr("SITE"),
        help=tr(
            "with a bundle: the laptop it comes from is this site's, and only what was done about"
            " its findings is taken in; “-” for one that inspects"
        ),
    )
    take_in.add_argument(
        "--passphrase-file",
        type=Path,
        metavar=tr("FILE"),
        help=tr("with a locked bundle: the passphrase is the file's first line"),
    )


def _bundle(text: str) -> Path:
    if Path(text).suffix.lower() == ".inspx":
        return Path(text)
    raise argparse.ArgumentTypeError(tr("“{text}” does not end in .inspx", text=text))


def _parts(text: str) -> tuple[str, ...]:
    named = [each.strip() for each in text.split(",") if each.strip()]
    for each in named:
        if each not in PARTS:
            known = ", ".join(PARTS)
            raise argparse.ArgumentTypeError(
                tr("“{text}” is none of {known}", text=each, known=known)
            )
    return tuple(part for part in PARTS if part in named)


def without_file(argv: Sequence[str]) -> tuple[list[str], Path | None]:
    """Return the words without the file that the window is to open, and its whole path.

    It stands where a command would, as a file manager puts it: a bundle, by its name.
    """
    words = list(argv)
    at = 0
    while at < len(words) and words[at].startswith("-"):
        at += 2 if words[at] in ("--data", "--lang") else 1
    if at < len(words) and words[at].lower().endswith((".inspx", ".inspx.001")):
        return [*words[:at], *words[at + 1 :]], Path(os.path.abspath(words[at]))
    return words, None
