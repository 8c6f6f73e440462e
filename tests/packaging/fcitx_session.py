"""A session as on an office's desk: X, a bus, fcitx 5 with 拼音 switched on; and who types there.

Keys go to the X server, pictures come from it: nothing of the program is in this process.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PIL import ImageGrab

T = TypeVar("T")

NEEDED = ("Xvfb", "dbus-daemon", "dbus-send", "fcitx5", "xdotool")
PINYIN = Path("/usr/share/fcitx5/addon/pinyin.conf")
FOCUSED = "focus:1"
"""What fcitx says of itself while a field has the keyboard. (What fcitx5-remote says stays.)"""

OFFERED = "Fcitx5 Input Window"
"""The name of the window that has what 拼音 offers."""

LONGEST = 180.0
"""Seconds that anything may take, on a machine that has other things to do."""

PROFILE = """\
[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin

[Groups/0/Items/0]
Name=keyboard-us
Layout=

[Groups/0/Items/1]
Name=pinyin
Layout=

[GroupOrder]
0=Default
"""


def missing() -> str:
    """Return what this machine lacks for such a session ('': nothing)."""
    lacks = [name for name in NEEDED if shutil.which(name) is None]
    return ", ".join(lacks + ([] if PINYIN.exists() else ["fcitx5-pinyin"]))


def until(ask: Callable[[], T | None], what: str) -> T:
    """Ask until there is an answer, and return it."""
    end = time.monotonic() + LONGEST
    while time.monotonic() < end:
        if answer := ask():
            return answer
        time.sleep(0.2)
    raise AssertionError(f"not within {LONGEST:.0f} s: {what}")


@dataclass(frozen=True)
class Desk:
    """The keyboard and the screen of a session; `environment` is what its programs get."""

    environment: dict[str, str]

    def key(self, *names: str) -> None:
        """Press keys, as X calls them: Return, ctrl+f, n."""
        self._xdotool("key", "--delay", "80", *names)

    def into_field(self, *names: str) -> None:
        """Press keys, the last of which opens a field, and wait until fcitx writes in it."""
        until(lambda: not self._writes(), "no field")
        self.key(*names)
        until(self._writes, "a field")

    def type(self, letters: str) -> None:
        """Type Latin letters at a clerk's pace, and wait until 拼音 offers something for them."""
        self._xdotool("type", "--delay", "150", letters)
        until(self._offers, "what 拼音 offers")

    def choose(self) -> None:
        """Take the first that 拼音 offers, and wait until it offers nothing more."""
        self.key("space")
        until(lambda: not self._offers(), "that 拼音 is done")

    def picture(self, file: Path) -> None:
        """Keep what is on the screen."""
        ImageGrab.grab(xdisplay=self.environment["DISPLAY"]).save(file)

    @contextmanager
    def program(self, command: Sequence[str]) -> Iterator[None]:
        """Run a program with a window, which has the keyboard; end it as a logout does."""
        with running(command, self.environment) as process:
            window = until(
                lambda: self._xdotool("search", "--onlyvisible", "--pid", str(process.pid)),
                "a window",
            ).split()[0]
            self._xdotool("windowfocus", "--sync", window)
            yield

    def _writes(self) -> bool:
        return FOCUSED in _told(self.environment)

    def _offers(self) -> bool:
        return bool(self._xdotool("search", "--onlyvisible", "--name", OFFERED))

    def _xdotool(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words], capture_output=True, encoding="utf-8", env=self.environment
        )
        return done.stdout


@contextmanager
def running(
    command: Sequence[str], environment: dict[str, str], say: int | None = None
) -> Iterator[subprocess.Popen[str]]:
    """Run something in the background and end it; `say` is a pipe that it says something in."""
    process = subprocess.Popen(
        command,
        env=environment,
        pass_fds=() if say is None else (say,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )
    if say is not None:
        os.close(say)
    try:
        yield process
    finally:
        process.terminate()
        process.wait()


@contextmanager
def session(home: Path, plugins: Path | None, libraries: Path | None = None) -> Iterator[Desk]:
    """Have fcitx 5 in a home of its own; `plugins` is a folder of Qt's plugins beside the wheel's.

    `libraries` is where another PySide6 lies than the one of this Python.
    """
    config, runtime = home / ".config" / "fcitx5", home / "run"
    config.mkdir(parents=True)
    runtime.mkdir(mode=0o700)
    (config / "profile").write_text(PROFILE)
    (config / "config").write_text("[Behavior]\nActiveByDefault=True\n")
    kept = ("PATH", "PYTHONHASHSEED", "VIRTUAL_ENV")
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    environment |= {"HOME": str(home), "XDG_RUNTIME_DIR": str(runtime), "LANG": "C.UTF-8"}
    with ExitStack() as stack:
        read, write = os.pipe()
        screen = ("-screen", "0", "1366x768x24")
        stack.enter_context(
            running(["Xvfb", "-displayfd", str(write), *screen], environment, write)
        )
        environment["DISPLAY"] = f":{_line(read)}"
        read, write = os.pipe()
        bus = ["dbus-daemon", "--session", "--nofork", f"--print-address={write}"]
        stack.enter_context(running(bus, environment, write))
        environment["DBUS_SESSION_BUS_ADDRESS"] = _line(read)
        off = "--disable=wayland,kimpanel,cloudpinyin,notificationitem"
        stack.enter_context(running(["fcitx5", off], environment))
        until(lambda: _told(environment), "fcitx5")
        environment |= {
            "QT_IM_MODULE": "fcitx",
            "XMODIFIERS": "@im=fcitx",
            "QT_QPA_PLATFORM": "xcb",
        }
        if plugins is not None:
            environment["QT_PLUGIN_PATH"] = str(plugins)
        if libraries is not None:
            environment["PYTHONPATH"] = str(libraries)
        yield Desk(environment)


def source_run(folder: Path) -> list[str]:
    """Return how the program is started from its source on a data folder."""
    return [sys.executable, "-m", "inspector", "--data", str(folder)]


def _line(read: int) -> str:
    with os.fdopen(read) as said:
        return said.readline().strip()


def _told(environment: dict[str, str]) -> str:
    """Return what fcitx says of what it writes in, "" before it answers."""
    asked = "--dest=org.fcitx.Fcitx5", "/controller", "org.fcitx.Fcitx.Controller1.DebugInfo"
    done = subprocess.run(
        ["dbus-send", "--session", "--print-reply", *asked],
        capture_output=True,
        encoding="utf-8",
        env=environment,
    )
    return done.stdout
