"""Runs of the worker that the one who starts them ends: forked from a zygote, or started cold."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_REPOSITORY = Path(__file__).parents[2]
_LOOK = 0.002
"""Seconds between two looks at a journal."""

PATIENCE = 120
"""Seconds a busy machine may take for what is waited for."""


@dataclass
class Run:
    """A process that works in a data folder."""

    pid: int
    journal: Path
    cold: "subprocess.Popen[str] | None"
    zygote: "Zygote"

    def wait_for_window(self) -> None:
        """Wait until the window is open."""
        self._wait_for(1)

    def wait_for_acts(self, acts: int) -> None:
        """Wait until somebody has acted so often."""
        self._wait_for(1 + 2 * acts)  # the window is told of first; each act begins and is shown

    def wait_for_more(self, acts: int) -> None:
        """Wait until somebody has acted so often from now on."""
        self._wait_for(self._written().count(b"\n") + 2 * acts)

    def _wait_for(self, lines: int) -> None:
        end = time.monotonic() + PATIENCE
        while (written := self._written()).count(b"\n") < lines:
            assert b'{"broke"' not in written, written[-3000:].decode()
            assert time.monotonic() < end, f"too slow: {written[-300:]!r} {self.zygote.said}"
            time.sleep(_LOOK)

    def _written(self) -> bytes:
        return self.journal.read_bytes() if self.journal.exists() else b""

    def kill(self) -> int:
        """End it by SIGKILL and wait until it is gone; return its exit code."""
        os.kill(self.pid, signal.SIGKILL)
        return self.cold.wait() if self.cold is not None else self.zygote.gone(self.pid)


class Zygote:
    """Starts runs."""

    def __init__(self, home: Path) -> None:
        home.mkdir(parents=True, exist_ok=True)
        names = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "APPDATA")
        self._environment = {
            **os.environ, **dict.fromkeys(names, str(home)), "QT_QPA_PLATFORM": "offscreen",
        }  # fmt: skip
        self._log = home / "said.txt"
        self._process = self._started("tests.durability.zygote")

    def _started(self, module: str, *arguments: str) -> "subprocess.Popen[str]":
        with self._log.open("a") as log:
            return subprocess.Popen(
                [sys.executable, "-m", module, *arguments],
                cwd=_REPOSITORY,
                env=self._environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )

    def run(self, data: Path, journal: Path, scratch: Path, seed: int, cold: bool = False) -> Run:
        """Let somebody work in `data`; `cold` starts a Python of its own."""
        arguments = (str(data), str(journal), str(scratch), str(seed))
        if cold:
            process = self._started("tests.durability.worker", *arguments)
            return Run(process.pid, journal, process, self)
        return Run(int(self._ask("\t".join(arguments))), journal, None, self)

    def visit(self, kind: str, data: Path, scratch: Path, number: int) -> int:
        """Let somebody visit `data`; return the process's id."""
        return int(self._ask("\t".join(("visit", kind, str(data), str(scratch), str(number)))))

    def gone(self, pid: int) -> int:
        """Wait until a forked run has ended; return its exit code."""
        return int(self._ask(f"gone {pid}"))

    def _ask(self, line: str) -> str:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        assert answer, self.said
        return answer

    @property
    def said(self) -> str:
        """What the runs said on standard error, the end of it."""
        return self._log.read_text(errors="replace")[-3000:]

    def close(self) -> None:
        """Let the zygote end."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()


@contextmanager
def zygote(home: Path) -> Iterator[Zygote]:
    """Have a zygote for a while."""
    made = Zygote(home)
    try:
        yield made
    finally:
        made.close()
