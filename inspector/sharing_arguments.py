"""The words of the command line that are about other laptops. Reads no data."""

import argparse
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
