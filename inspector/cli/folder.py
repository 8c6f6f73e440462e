"""The data folder that a command works on."""

import argparse
import os
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.domain.errors import NotFoundError
from inspector.paths import default_data_folder

if TYPE_CHECKING:
    from inspector.workspace.workspace import Workspace


@contextmanager
def opened(options: argparse.Namespace) -> "Iterator[Workspace]":
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
