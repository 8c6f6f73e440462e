"""A process that hands on or takes in, killed by itself at a step it is told.

    python -m tests.workspace.sharing.dying share

A line `FOLDER<tab>FILE<tab>AT` forks one, which dies just before it opens, renames or removes a
file, or SQLite a statement, for the AT-th time; 0 lets it live. Answered is how many steps it took,
0 of one that was killed. What forks has a single thread: one of pytest's may hold a lock just then.
"""

import os
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from inspector.domain.sharing.manifest import Scope
from inspector.domain.sharing.travelling import LEFT_AT_HOME
from inspector.workspace.folder_opening import open_beside
from inspector.workspace.sharing.receiving import Receiving
from inspector.workspace.sharing.sharing import Sharing

_HEARD = ("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "sqlite3.connect")
_PROGRAM = (".py", ".pyc")
"""What is loaded on the way is no step."""

GOES_ON = 4
"""Steps of who goes on with what was taken in: by then it is there."""

Step = Callable[[], None]
Killed = Callable[[Path, Path, int], int]
"""Work in a folder on a bundle, killed at a step; returns how many it took, 0 of one killed."""


def share(folder: Path, target: Path, step: Step = lambda: None) -> None:
    """Hand everything on to a city."""
    with closing(open_beside(folder)) as workspace:
        workspace.of(Sharing).share(target, Scope(), LEFT_AT_HOME, "city")


def receive(folder: Path, bundle: Path, step: Step) -> None:
    """Take a bundle in; each statement is a step, the commit and those behind it included."""
    with closing(open_beside(folder)) as workspace:
        connection = workspace.database._connection
        connection.set_trace_callback(lambda sql: step())
        workspace.of(Receiving).take_in(bundle)
        for _ in range(GOES_ON):
            step()


@contextmanager
def dying(work: Callable[[Path, Path, Step], None]) -> Iterator[Killed]:
    """Have a process that does `work`, one of this module's, for a while."""
    command = [sys.executable, "-m", __name__, work.__name__]
    pipe = subprocess.PIPE
    root = Path(__file__).parents[3]
    with subprocess.Popen(command, cwd=root, stdin=pipe, stdout=pipe, text=True) as process:

        def killed(folder: Path, file: Path, at: int) -> int:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(f"{folder}\t{file}\t{at}\n")
            process.stdin.flush()
            took = int(process.stdout.readline())
            assert took >= 0, "it failed: what it said is above"
            return took

        yield killed
        assert process.stdin is not None
        process.stdin.close()


def _one(work: Callable[[Path, Path, Step], None], folder: Path, file: Path, at: int) -> int:
    """Work and die in a process of its own; return its steps, 0 if it was killed, -1 if it failed.

    A step is told by Python (`sys.addaudithook`), or by the work.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        steps = 0

        def step() -> None:
            nonlocal steps
            steps += 1
            if steps == at:
                os.kill(os.getpid(), signal.SIGKILL)

        def hear(event: str, about: tuple[object, ...]) -> None:
            if event in _HEARD and not f"{about[0]}".endswith(_PROGRAM):
                step()

        code = 1
        try:
            sys.addaudithook(hear)
            work(folder, file, step)
            os.write(writing, str(steps).encode())
            code = 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(code)
    os.close(writing)
    with os.fdopen(reading) as told:
        took = told.read()
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return 0
    return int(took) if os.WEXITSTATUS(status) == 0 else -1


def main() -> None:
    """Serve until the input ends."""
    work = {each.__name__: each for each in (share, receive)}[sys.argv[1]]
    for line in sys.stdin:
        folder, file, at = line.rstrip("\n").split("\t")
        sys.stdout.write(f"{_one(work, Path(folder), Path(file), int(at))}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
