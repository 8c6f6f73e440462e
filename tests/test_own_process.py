"""Work in a process of its own: what comes back, how it is stopped, and what its end is told as."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from inspector.domain.errors import NoRoomError, NotAsWrittenError, ProcessEndedError
from inspector.own_process import FaultInProcessError, in_own_process
from inspector.translation import language, use_language

SECRET = "correct horse 电池"


class StoppedError(BaseException):
    """As the runner stops work."""


def who() -> tuple[int, str]:
    os.write(1, b"this is no answer")
    return os.getpid(), language()


def refuse(kind: type[NoRoomError | NotAsWrittenError], *facts: object) -> None:
    raise kind(*facts)  # type: ignore[arg-type]


def fail(name: str) -> None:
    raise KeyError(name)


def end_by(code: int) -> None:
    os.write(2, b"a warning of some library\n")
    os.kill(os.getpid(), code)
    time.sleep(60)


def run_out_of_memory() -> int:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
    return len(bytearray(1 << 32))


def count(most: int, hear: Callable[[int, int], object]) -> int:
    for done in range(most):
        hear(done, most)
        time.sleep(0.02)
    return most


def wait(file: Path) -> None:
    file.write_text(str(os.getpid()))
    time.sleep(60)


def seen_from_outside(secret: str) -> tuple[str, str, int]:
    words, environment = (
        Path("/proc/self", name).read_bytes().decode(errors="replace")
        for name in ("cmdline", "environ")
    )
    return words, environment, len(secret)


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def wait_for(what: Callable[[], object]) -> None:
    until = time.monotonic() + 120
    while not what():
        assert time.monotonic() < until
        time.sleep(0.01)


def test_it_is_another_process_and_speaks_our_language() -> None:
    use_language("zh_CN", Path("no catalogues"))
    pid, spoken = in_own_process(who)
    assert pid != os.getpid()
    assert spoken == "zh_CN"
    assert not is_alive(pid)


@pytest.mark.skipif(not hasattr(os, "nice"), reason="Windows tells it as a class of the process")
def test_it_lets_the_window_go_first() -> None:
    assert in_own_process(os.nice, 0) > os.nice(0)


def test_a_refusal_comes_back_with_its_facts() -> None:
    with pytest.raises(NotAsWrittenError) as caught:
        in_own_process(refuse, NotAsWrittenError, Path("/数据/a.zip"))
    assert caught.value.path == Path("/数据/a.zip")
    with pytest.raises(NoRoomError) as full:
        in_own_process(refuse, NoRoomError, Path("/数据"), 12, 9)
    assert (full.value.needed, full.value.free) == (12, 9)


def test_a_fault_of_ours_tells_where_and_nothing_it_was_about() -> None:
    with pytest.raises(
        FaultInProcessError, match=r"^KeyError < tests\.test_own_process:"
    ) as caught:
        in_own_process(fail, "张三")
    assert "张三" not in str(caught.value)


@pytest.mark.parametrize("code", [signal.SIGKILL, signal.SIGTERM, signal.SIGSEGV])
def test_who_is_killed_did_not_find_damage(code: int) -> None:
    with pytest.raises(ProcessEndedError) as caught:
        in_own_process(end_by, code)
    assert caught.value.how == str(-code)


def test_memory_that_runs_out_there_is_told_as_that() -> None:
    with pytest.raises(ProcessEndedError) as caught:
        in_own_process(run_out_of_memory)
    assert caught.value.how == "memory"


def test_progress_comes_by_and_what_hears_it_stops_it() -> None:
    heard: list[tuple[int, int]] = []
    assert in_own_process(count, 12, hear=lambda *said: heard.append(said), tells=True) == 12
    assert heard == sorted(heard)
    assert (0, 12) in heard


def test_what_tells_nothing_is_stopped_as_well(tmp_path: Path) -> None:
    file = tmp_path / "pid"

    def stop(done: int, total: int) -> None:
        if file.exists() and file.read_text():
            raise StoppedError

    with pytest.raises(StoppedError):
        in_own_process(wait, file, hear=stop)
    assert not is_alive(int(file.read_text()))


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_secret_stands_nowhere_that_others_can_look() -> None:
    words, environment, length = in_own_process(seen_from_outside, SECRET)
    assert length == len(SECRET)
    assert "inspector.own_process" in words
    assert not any(each in words + environment for each in SECRET.split())


def test_the_folder_one_stands_in_does_not_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pickle.py").write_text("raise SystemExit(3)")
    monkeypatch.chdir(tmp_path)
    assert in_own_process(os.getpid) != os.getpid()


def test_where_none_may_start_it_is_done_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "no python"))
    assert in_own_process(os.getpid) == os.getpid()
    heard: list[int] = []
    assert in_own_process(count, 2, hear=lambda done, total: heard.append(done), tells=True) == 2
    assert heard == [0, 1]


def test_a_start_that_fails_is_a_fault_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "python"
    program.write_text("#!/bin/sh\necho 'ImportError: no such module' >&2\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(program))
    with pytest.raises(FaultInProcessError, match="no such module"):
        in_own_process(os.getpid)


@pytest.mark.ci
def test_it_does_not_outlive_who_asked(tmp_path: Path) -> None:
    file = tmp_path / "pid"
    words = (
        "from pathlib import Path; from inspector.own_process import in_own_process;"
        f"from tests.test_own_process import wait; in_own_process(wait, Path({str(file)!r}))"
    )
    asking = subprocess.Popen([sys.executable, "-c", words], cwd=Path(__file__).parents[1])
    wait_for(lambda: file.exists() and file.read_text())
    asking.kill()
    asking.wait()
    wait_for(lambda: not is_alive(int(file.read_text())))
