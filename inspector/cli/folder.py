"""The data folder that a command works on."""

import argparse
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.arguments import ALL, LEDGER, NOTICE
from inspector.domain.errors import NotFoundError
from inspector.paths import default_data_folder

if TYPE_CHECKING:
    from inspector.workspace.workspace import Workspace


def is_there(options: argparse.Namespace) -> bool:
    """Tell whether the data folder has a database."""
    from inspector.storage.database.read_only_opening import is_known
    from inspector.storage.files.folder_layout import DATABASE_FILE

    return is_known((options.data or default_data_folder()) / DATABASE_FILE)


@contextmanager
def opened(options: argparse.Namespace) -> "Iterator[Workspace]":
    """Open the data folder; where there is none, a look at a roster leaves none behind."""
    import tempfile

    from inspector.cli.getting_ready_line import GettingReadyLine
    from inspector.storage.database.recognised_file import Check
    from inspector.storage.files.folder_layout import DATABASE_FILE
    from inspector.workspace.folder_opening import open_beside, opened_to_read

    folder: Path = options.data or default_data_folder()
    known = is_there(options)
    if options.command in ("export", "list", "person", "erase", "share") and not known:
        raise NotFoundError(folder / DATABASE_FILE)
    exports = options.kind if options.command == "export" else ""
    only_looks = (
        options.command in ("check", "list", "person")
        or (options.command in ("import", "erase", "share") and options.dry_run)
        or (options.command == "form" and not (options.map or options.unmap))
    )
    # A notice has a number, which is given out only where it can be kept.
    only_reads = only_looks or exports not in ("", NOTICE)
    # What went out is entered with its findings: nothing goes into a database nobody looked at.
    writes = not only_looks and exports in ("", NOTICE, LEDGER, ALL)
    check = Check.PAGES if writes else Check.NONE
    with ExitStack() as stack:
        if known and only_reads:
            yield stack.enter_context(opened_to_read(folder, check, GettingReadyLine()))
            return
        if only_looks:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        workspace = open_beside(folder, create=not known, check=check, tell=GettingReadyLine())
        yield stack.enter_context(closing(workspace))
