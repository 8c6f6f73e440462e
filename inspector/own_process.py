"""Work in a process of its own: it holds up no window, and its memory goes when it ends.

For what holds the interpreter's lock for long, or takes much memory, and writes nothing: it may be
killed at any moment. What it is given, a passphrase say, and what it answers go through pipes, and
never stand in a command line or the environment. The process is the Python that runs already, told
where that one finds its modules: so it starts alike from the source, a wheel and an assembled tree.
Where the system lets none start, the work is done here.
"""

import os
import pickle
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from queue import Empty, SimpleQueue
from tempfile import TemporaryFile
from threading import Lock, Thread
from typing import IO, TypeAlias, TypeVar, cast

from inspector.domain.errors import InspectorError, ProcessEndedError
from inspector.paths import catalogues_folder
from inspector.translation import language, use_language

T = TypeVar("T")
Hear: TypeAlias = Callable[[int, int], object]
_Answer: TypeAlias = tuple[str, object]
_Facts: TypeAlias = dict[str, object]
_Asked: TypeAlias = tuple[str, Callable[..., object], tuple[object, ...], bool]

_START = """\
import pickle, sys
sys.path[:] = pickle.load(sys.stdin.buffer)
from inspector.own_process import answer
answer()
"""

_PACE = 0.05
"""Seconds between two words of progress, and between two looks whether to stop."""

_BEAT = 1.0
"""Seconds between two signs of life; the process ends itself when nobody takes them any more."""

_MOST_PLACES = 6
_MOST_WORDS = 2_000


class FaultInProcessError(RuntimeError):
    """The work failed there by a fault of the program; says the error's kind and its places."""


def in_own_process(
    work: Callable[..., T],
    *words: object,
    hear: Hear = lambda done, total: None,
    tells: bool = False,
) -> T:
    """Return what `work(*words)` returns, or raise the InspectorError that it raises.

    `work` is a function of a module; it, its words and its result can be pickled. With `tells` it
    is given, last, what hears of its progress. `hear` is told of that in this thread, every 50 ms
    at least; what it raises ends the process at once. Raises ProcessEndedError when the process
    was killed or out of memory, FaultInProcessError for any other error in it.
    """
    asked = pickle.dumps(sys.path) + pickle.dumps((language(), work, words, tells))
    with ExitStack() as kept:
        try:
            errors = kept.enter_context(TemporaryFile())
            process = _started(errors)
        except OSError:  # not allowed, or no room for one
            return work(*words, hear) if tells else work(*words)
        return cast(T, _taken(*_answer_of(process, asked, hear), process, errors))


def _started(errors: IO[bytes]) -> "subprocess.Popen[bytes]":
    flags = [flag for flag, is_set in _FLAGS if is_set]
    return subprocess.Popen(
        [sys.executable, *flags, "-c", _START],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=errors,
        creationflags=_NO_CONSOLE | _BEHIND_WINDOW,
    )


def _answer_of(process: "subprocess.Popen[bytes]", asked: bytes, hear: Hear) -> tuple[str, object]:
    """Wait for the last answer; whatever happens, the process is gone then."""
    told = SimpleQueue[_Answer]()
    reading = Thread(target=_read, args=(process, asked, told), name="own process")
    reading.start()
    try:
        said = 0, 0
        while True:
            hear(*said)
            with suppress(Empty):
                kind, value = told.get(timeout=_PACE)
                if kind != _DID:
                    if kind in (_ENDED, _NEVER):
                        process.wait()  # with the code it ended with, not ours
                    return kind, value
                said = cast(tuple[int, int], value)
    finally:
        process.kill()
        reading.join()
        process.wait()


def _read(process: "subprocess.Popen[bytes]", asked: bytes, told: "SimpleQueue[_Answer]") -> None:
    """Hand over what is asked, and take the answers until the last; on a thread of its own."""
    assert process.stdin is not None
    assert process.stdout is not None
    with process.stdout as answers:
        with suppress(OSError), process.stdin as given:
            given.write(asked)
        kind, has_begun = _DID, False
        while kind == _DID:
            try:
                kind, value = pickle.load(answers)
                has_begun = True
            except (EOFError, OSError, pickle.UnpicklingError):  # cut off, in the middle perhaps
                kind, value = _ENDED if has_begun else _NEVER, ""
            except Exception as error:
                kind, value = _FAILED, _places(error)
            told.put((kind, value))


def _taken(
    kind: str, value: object, process: "subprocess.Popen[bytes]", errors: IO[bytes]
) -> object:
    if kind == _RETURNED:
        return value
    if kind == _REFUSED:
        raise _made_again(*cast(tuple[type[InspectorError], tuple[object, ...], _Facts], value))
    if kind == _FAILED:
        raise FaultInProcessError(value)
    if value:
        raise ProcessEndedError(str(value))
    if kind == _NEVER:
        errors.seek(0)
        if words := errors.read(_MOST_WORDS).decode(errors="replace").strip():
            raise FaultInProcessError(words.splitlines()[-1])
    code = process.returncode
    raise ProcessEndedError(f"{code:#x}" if code > 0xFFFF else str(code))


def _made_again(
    kind: type[InspectorError], words: tuple[object, ...], facts: "_Facts"
) -> InspectorError:
    """Return an error with its facts, not asking for them as it asks whoever raises it."""
    error = kind.__new__(kind, *words)
    vars(error).update(facts)
    return error


_DID, _RETURNED, _REFUSED, _FAILED = "did", "returned", "refused", "failed"
_ENDED, _NEVER = "ended", "never begun"

_NO_CONSOLE: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""Of Windows: a console would come up beside the window."""

_BEHIND_WINDOW: int = getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)
"""Of Windows: as `_NICER` elsewhere."""

_NICER = 5
"""How much it lets the window go before it where two cores have three to serve: a reading of the
whole database goes on beside both. No lock of the interpreter is held meanwhile, as by a thread."""

_FLAGS = (
    ("-I", sys.flags.isolated),
    ("-P", True),  # nothing that lies in the folder of the caller counts
    ("-B", sys.flags.dont_write_bytecode),
)


# In the process


def answer() -> None:
    """Do what is asked for through the standard input, answer through the output, and end."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what is printed on the way is no answer
    lock = Lock()

    def send(words: bytes) -> None:
        try:
            with lock:
                answers.write(words)
                answers.flush()
        except OSError:  # nobody waits any more
            os._exit(1)

    said = [0, 0]
    at = 0.0

    def hear(done: int, total: int) -> None:
        nonlocal at
        said[:] = done, total
        if (now := time.monotonic()) - at > _PACE:
            at = now
            send(pickle.dumps((_DID, (done, total))))

    def beat() -> None:
        while True:
            time.sleep(_BEAT)
            send(pickle.dumps((_DID, tuple(said))))

    if hasattr(os, "nice"):
        os.nice(_NICER)
    hear(0, 0)  # it has begun
    Thread(target=beat, daemon=True).start()
    send(_answer_to(pickle.load(sys.stdin.buffer), hear))
    os._exit(0)


def _answer_to(asked: _Asked, hear: Hear) -> bytes:
    spoken, work, words, tells = asked
    use_language(spoken, catalogues_folder())
    try:
        value = work(*words, hear) if tells else work(*words)
        return pickle.dumps((_RETURNED, value))
    except InspectorError as error:
        return pickle.dumps((_REFUSED, (type(error), error.args, vars(error))))
    except MemoryError:
        return pickle.dumps((_ENDED, "memory"))
    except BaseException as error:
        return pickle.dumps((_FAILED, _places(error)))


def _places(error: BaseException) -> str:
    """Return the kind of an error and where it came up, innermost first; nothing it speaks of."""
    places: list[str] = []
    at = error.__traceback__
    while at is not None:
        code = at.tb_frame.f_code
        places.append(f"{at.tb_frame.f_globals.get('__name__', '?')}:{at.tb_lineno} {code.co_name}")
        at = at.tb_next
    return " < ".join([type(error).__name__, *places[: -_MOST_PLACES - 1 : -1]])
