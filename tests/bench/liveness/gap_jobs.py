"""What the event loop of the window does not answer in, job by job.

Run on a copy of a data folder, as a process of its own: it writes into it. Of each job the longest
gap is a row; where it was felt, and where in the code, is said on standard error.

    ./run python -m tests.bench.liveness.gap_jobs FOLDER INSPECTIONS ROUNDS [JOB…]
"""

import os
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from inspector.cli.speaking import speak
from inspector.gui.program.application import make_application, open_window
from inspector.gui.program.built_ahead import BuiltAhead
from inspector.gui.program.collecting import Collecting
from inspector.storage.files.folder_lock import lock_folder
from inspector.workspace.workspace import Workspace
from tests.bench.liveness.gap_acts import Desk
from tests.bench.liveness.gap_acts_data import backup_file, daily_backup, look_over, roster
from tests.bench.liveness.gap_acts_pages import (
    copied_rows,
    dressed,
    exported,
    pages_first,
    photographed,
    typed,
    typed_on_busy_disk,
)
from tests.bench.liveness.gap_acts_papers import (
    archive,
    circular,
    complaints,
    minutes,
    record,
    shown,
    summary,
)
from tests.bench.liveness.gaps import LONG, Gaps
from tests.bench.process import say_rows
from tests.bench.table import Limit, Row
from tests.offscreen import go_offscreen

go_offscreen()

JOBS: dict[str, Callable[[Desk], Gaps]] = {
    "pages first": pages_first,
    "theme and text": dressed,
    "keys": typed,
    "keys, busy disk": typed_on_busy_disk,
    "photos, complete": photographed,
    "copy all": copied_rows,
    "export ledger": exported,
    "summary": summary,
    "circular": circular,
    "preview": shown,
    "minutes": minutes,
    "record": record,
    "complaints": complaints,
    "archive": archive,
    "roster": roster,
    "daily backup": daily_backup,
    "full backup": backup_file,
    "look-over": look_over,
}
"""In the order they are done in: what the ones before wrote is there for the others."""


def main(folder: str, size: str, rounds: str, *names: str) -> int:
    """Say the rows of the jobs, all of them or those of these names; return 0."""
    rows: list[Row] = []
    desk = opened(Path(folder), int(rounds))
    with closing(desk.workspace):
        for name in names or JOBS:
            gaps = JOBS[name](desk)
            sys.stderr.write(f"{name}: {gaps.told()}\n")
            sys.stderr.flush()
            longest = gaps.longest
            figure = f"longest gap: {name}"
            cpu = longest.process
            rows.append(
                Row(figure, int(size), longest.wall, cpu=cpu, limit=Limit(LONG), is_flat=True)
            )
        desk.close()
    say_rows(rows)
    return 0


def opened(folder: Path, rounds: int) -> Desk:
    """Open the window on `folder` as the program does, and let it rest until all is ready."""
    speak("zh_CN")
    app = make_application("zh_CN")
    lock = lock_folder(folder)
    workspace = Workspace(folder)
    window = open_window(app, workspace, lock)
    Collecting(window)
    desk = Desk(window, workspace, folder, rounds)
    ahead = window.findChild(BuiltAhead)
    assert isinstance(ahead, BuiltAhead)
    desk.wait(lambda: ahead.is_done)
    window.activateWindow()
    return desk


if __name__ == "__main__":
    done = main(*sys.argv[1:])
    sys.stdout.flush()
    # As the program ends: what Qt still holds crashes now and then when it is taken to pieces.
    os._exit(done)
