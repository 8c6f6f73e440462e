"""Terminals that read no more, read little, or cannot show Chinese; and no screen at all."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from inspector.display import display_problem
from inspector.paths import checklists_folder
from tests.cli.conftest import ROOT, Process
from tests.lengths import in_turn

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX")
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11 and Wayland")
PACKS = checklists_folder()


# Output


@pytest.mark.ci
@posix
@pytest.mark.parametrize("words", [["--help"], ["--version"], ["check", PACKS], ["check", "none"]])
def test_a_reader_that_has_gone_is_no_error(home: Path, words: list[object]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "inspector", *map(str, words)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=writer,
        stderr=subprocess.PIPE,
    )
    os.close(writer)
    assert b"Error" not in done.stderr
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr
    assert done.returncode in (0, 1)


@pytest.mark.ci
@posix
def test_a_reader_of_errors_that_has_gone_is_no_error(home: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "inspector", "check", "none"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=writer,
    )
    os.close(writer)
    assert done.returncode == 1


@pytest.mark.ci
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("words", [["check", PACKS], ["--version"]])
@pytest.mark.parametrize("unbuffered", ["", "1"], ids=["as it ends", "line by line"])
def test_output_that_does_not_fit_is_told(home: Path, words: list[object], unbuffered: str) -> None:
    # With a buffer the last words go out as the program ends: `finish` is who meets the full disk.
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "inspector", "--lang", "en", *map(str, words)],
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": unbuffered},
            stdout=full,
            stderr=subprocess.PIPE,
        )
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr
    if words[0] == "check":
        assert (done.returncode, b"the disk is full" in done.stderr) == (1, True)


@pytest.mark.ci
@posix
def test_closed_output_is_no_error(home: Path) -> None:
    for redirect in (">&-", "2>&-", ">&- 2>&-"):
        done = subprocess.run(
            ["sh", "-c", f'"$0" -m inspector check "$1" {redirect}', sys.executable, PACKS],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
        )
        assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.ci
@pytest.mark.parametrize(
    ("words", "encoding"),
    in_turn(
        {
            "help": ["--help"],
            "check": ["check", PACKS, "没有"],
            "demo": ["demo", "d", "--until", "？"],
        },
        ["ascii", "cp936", "latin-1", "utf-8"],
    ),
)
def test_any_terminal_can_be_written_to(
    process: Process, encoding: str, words: list[object]
) -> None:
    done = process(*words, PYTHONIOENCODING=encoding)
    assert b"Traceback" not in done.stderr
    assert done.returncode == {"--help": 0, "check": 1, "demo": 2}[str(words[0])]
    text = (done.stdout + done.stderr).decode(encoding)
    if encoding in ("cp936", "utf-8"):
        assert any("\u4e00" <= character <= "\u9fff" for character in text)


@pytest.mark.ci
@posix
def test_names_that_are_no_text_can_be_told(process: Process, home: Path) -> None:
    name = os.fsdecode(b"\xff\xfe.xlsx")
    for words in (
        ["check", name],
        ["import", name],
        ["--data", name, "export", "summary", "-o", name],
    ):
        done = process(*words)
        assert done.returncode == 1
        assert b"Traceback" not in done.stderr
    done = process("demo", os.fsdecode(b"\xff"), "--inspections", "1")
    assert done.returncode == 0


# A shell starts what runs in its background with SIGINT ignored, and that is inherited.
INTERRUPTIBLE = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from inspector.__main__ import main
sys.exit(main())
"""


@pytest.mark.ci
@posix
def test_control_c_stops_without_a_traceback(home: Path) -> None:
    running = subprocess.Popen(
        [sys.executable, "-c", INTERRUPTIBLE, "demo", "d", "--inspections", "100000"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
    )
    while not (home / "d" / "inspector.db").exists():
        assert running.poll() is None
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=120)
    assert running.returncode == 130
    assert b"Traceback" not in said


# No screen

NO_SCREEN: dict[str, str | None] = {
    "DISPLAY": None,
    "WAYLAND_DISPLAY": None,
    "QT_QPA_PLATFORM": None,
    "XDG_RUNTIME_DIR": None,
}


@linux
@pytest.mark.parametrize("words", [[], ["--demo"], ["--lang", "en"]])
def test_without_a_screen_the_window_says_so(
    process: Process, home: Path, words: list[str]
) -> None:
    done = process(*words, **NO_SCREEN)
    assert (done.returncode, done.stdout) == (1, b"")
    (said,) = done.stderr.decode().splitlines()
    assert "inspector --help" in said
    assert "qt" not in said.casefold(), "Qt has not been asked"
    assert list(home.iterdir()) == []


@pytest.fixture
def no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NO_SCREEN:
        monkeypatch.delenv(name, raising=False)


@linux
@pytest.mark.usefixtures("no_screen")
@pytest.mark.parametrize(
    "display",
    [
        "", ":", "nonsense", ":x", ":99999", ":²", ":-1", "127.0.0.1:99999999", ":" + "9" * 300,
        "x" * 70 + ":0", "127.0.0.1:59", "\x00:0", "[::1]:59", "nobody/unix:99",
    ],
)  # fmt: skip
def test_a_display_that_does_not_answer_is_no_screen(
    monkeypatch: pytest.MonkeyPatch, display: str
) -> None:
    if "\x00" not in display:
        monkeypatch.setenv("DISPLAY", display)
    said = display_problem()
    assert said is not None
    assert (display or "DISPLAY") in said or "\x00" in display


@linux
@pytest.mark.usefixtures("no_screen")
def test_a_display_that_answers_is_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        number = server.getsockname()[1] - 6000
        monkeypatch.setenv("DISPLAY", f"127.0.0.1:{number}.0")
        if number >= 0:
            assert display_problem() is None
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("\0/tmp/.X11-unix/X987654")
        server.listen()
        monkeypatch.setenv("DISPLAY", ":987654")
        assert display_problem() is None
        monkeypatch.setenv("DISPLAY", ":987654.1")
        assert display_problem() is None


@linux
@pytest.mark.usefixtures("no_screen")
def test_a_compositor_that_answers_is_a_screen(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_RUNTIME_DIR", ".")  # a socket's path has to be short
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")
    assert display_problem() is not None
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("wayland-7")
        server.listen()
        assert display_problem() is None
        monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
        assert display_problem() is not None, "only X was asked for"


@linux
@pytest.mark.usefixtures("no_screen")
@pytest.mark.parametrize(
    ("platform", "works"),
    [
        ("offscreen", True),
        ("minimal", True),
        ("vnc:port=5901", True),
        ("xcb", False),
        ("wayland", False),
        ("wayland-egl;xcb", False),
        ("xcb:option;offscreen", True),
    ],
)
def test_a_platform_that_needs_no_screen_is_one(
    monkeypatch: pytest.MonkeyPatch, platform: str, works: bool
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    assert (display_problem() is None) == works
