"""The words of `inspector publish`, which `arguments` adds to the others. Reads no data."""

import argparse
from typing import TYPE_CHECKING

from inspector.translation import tr

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

PUBLISH = "publish"


def add_publish(commands: "Commands") -> None:
    """Add the command that tells the city's ledger what is new."""
    publish = commands.add_parser(
        PUBLISH, help=tr("tell the city's ledger everything that is new since the last time")
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
