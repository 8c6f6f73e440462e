"""`inspector demo`: a sample data folder."""

import argparse
import os
from datetime import date

from inspector.cli.speaking import say, show_progress
from inspector.domain.errors import CannotWriteError
from inspector.translation import tr, tr_count


def demo(options: argparse.Namespace) -> None:
    """Write a sample data folder; refused where a database is."""
    from inspector.storage.files.folder_layout import DATABASE_FILE
    from inspector.workspace.sample.demo import write_demo

    if os.path.exists(options.folder / DATABASE_FILE):
        raise CannotWriteError(options.folder, tr("it holds a database already"))
    until = options.until or date.today()

    write_demo(
        options.folder,
        options.inspections,
        options.seed,
        until,
        show_progress,
        rounds=True,
        photos=True,
    )
    say(
        tr_count(
            options.inspections,
            "1 inspection in {path}",
            "{count} inspections in {path}",
            path=options.folder,
        )
    )
