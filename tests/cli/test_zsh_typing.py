"""`inspector completion zsh` in a shell at a terminal: somebody types, and presses Tab."""

import os
import pty
import re
import select
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Run

_PROMPT = "ready> "
_PATIENCE = 30.0  # seconds; the shell answers within some tenths
_TERMINAL = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b[=>]|\r|\x07")


class Terminal:
    """A zsh at a pseudo terminal, with what it has written since it was asked last."""

    def __init__(self, home: Path) -> None:
        environment = {"HOME": str(home), "ZDOTDIR": str(home), "TERM": "vt100",
                       "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}  # fmt: skip
        self._end, its = pty.openpty()
        self._shell = subprocess.Popen(
            ["setsid", "--ctty", "zsh", "-i"], cwd=home, env=environment,
            stdin=its, stdout=its, stderr=its,
        )  # fmt: skip
        os.close(its)
        self._said = ""

    def typed(self, text: str, until: str) -> str:
        """Type something; return what is written until something is, without the terminal's own."""
        self._said = ""
        os.write(self._end, text.encode())
        return self.read(until)

    def read(self, until: str) -> str:
        """Wait for something to be written."""
        end = time.monotonic() + _PATIENCE
        while until not in self.seen:
            left = end - time.monotonic()
            assert left > 0, f"{until!r} was not written: {self.seen!r}"
            if select.select([self._end], [], [], left)[0]:
                self._said += os.read(self._end, 4096).decode(errors="replace")
        return self.seen

    @property
    def seen(self) -> str:
        """What stands on the terminal of it."""
        return _TERMINAL.sub("", self._said)

    def close(self) -> None:
        """End the shell."""
        os.close(self._end)  # which hangs up
        self._shell.kill()
        self._shell.wait()


@pytest.fixture
def terminal(run: Run, home: Path) -> Iterator[Terminal]:
    """A shell whose start reads what the program prints for it, as the README says."""
    for each in ("zsh", "setsid"):
        if shutil.which(each) is None:
            pytest.skip(f"{each} is not installed")
    (home / "_inspector").write_text(run("completion", "zsh").out)
    (home / ".zshrc").write_text(
        f"PROMPT='{_PROMPT}'; unsetopt BEEP PROMPT_SP ZLE_BRACKETED_PASTE\n"
        "zstyle ':completion:*' insert-unambiguous true\n"
        'inspector() { print -r -- "asked for: $*" }\n'
        "source ./_inspector\n"
    )
    (home / "图片夹").mkdir()
    shell = Terminal(home)
    try:
        shell.read(_PROMPT)
        yield shell
    finally:
        shell.close()


@pytest.mark.ci
@pytest.mark.parametrize(
    ("typed", "done"),
    [
        ("inspector ex\t", "inspector export "),
        ("inspector export summ\t", "inspector export summary "),
        ("inspector export summary --fi\t", "inspector export summary --fill-in "),
        ("inspector --data d do\t", "inspector --data d doctor "),
        ("inspector --lang z\t", "inspector --lang zh_CN "),
        ("inspector list f\t --js\t", "inspector list findings --json "),
        ("inspector export all -o 图\t", "inspector export all -o 图片夹"),  # a folder
    ],
)
def test_tab_completes_what_is_typed(terminal: Terminal, typed: str, done: str) -> None:
    said = terminal.typed(f"{typed}\n", "asked for: ")
    terminal.read(_PROMPT)
    words = done.removeprefix("inspector ").rstrip()
    assert f"asked for: {words}" in terminal.seen, said


@pytest.mark.ci
def test_two_tabs_list_what_there_is(terminal: Terminal) -> None:
    said = terminal.typed("inspector export \t\t", "summary")
    for kind in ("rectification", "circular", "notice", "all"):
        terminal.read(kind)
    assert "doctor" not in said
