"""What the command line says, where, and in which language. Imports no Qt."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from inspector import __version__
from inspector.domain.errors import CannotWriteError, DamagedDatabaseError, InspectorError
from inspector.paths import catalogues_folder
from inspector.translation import DEFAULT_LANGUAGE, tr, use_language

REFUSED = 1
WRONG_USAGE = 2


class UsageError(Exception):
    """The options contradict each other; the sentence says how."""


def explain(error: InspectorError, *, checking: bool = False) -> None:
    """Say on standard error what was refused; `checking`: nothing was to be taken in."""
    from inspector.workspace.sentences import checked_sentence, problem_sentences, sentence

    print(checked_sentence(error) if checking else sentence(error), file=sys.stderr)
    for line in problem_sentences(error):
        print(f"  {line}", file=sys.stderr)


def explain_nothing(error: InspectorError) -> None:
    """Say on standard error why there was nothing to write, and that no file was."""
    from inspector.workspace.sentences import sentence

    reason = sentence(error)
    print(tr("{reason} Nothing was written.", reason=reason), file=sys.stderr)


def explain_damage(error: InspectorError, command: str) -> None:
    """Say what can be done about a damaged database; restoring is that already."""
    from inspector.workspace.way_out import damage_way_out

    if isinstance(error, DamagedDatabaseError) and command != "restore":
        print(f"  {damage_way_out(error)}", file=sys.stderr)


def explain_fault(error: Exception) -> None:
    """Say that the program is at fault and not the data, with places in it and nothing personal."""
    from inspector.gui.program.crash_report import traced  # which has no Qt in it
    from inspector.workspace.way_out import fault_sentence

    print(f"{fault_sentence()}\n\ninspector {__version__}\n{traced(error)}", file=sys.stderr)


def say(text: str) -> None:
    """Print a line; a name in it cannot command the terminal."""
    from inspector.workspace.fault_sentences import on_one_line

    try:
        print(on_one_line(text))
    except BrokenPipeError:
        raise  # the reader has seen enough; `main` stops here
    except OSError as error:
        raise CannotWriteError(Path(sys.stdout.name), error.strerror or str(error)) from error


def say_json(value: object) -> None:
    """Print a value for a program, its letters as they are where the output can hold them."""
    import json

    is_wide = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    print(json.dumps(value, ensure_ascii=not is_wide, indent=2))


def say_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows below their heads, indented, in columns; a Chinese character takes two places."""
    from unicodedata import east_asian_width

    def width(text: str) -> int:
        return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)

    every = [heads, *rows]
    widths = [max(map(width, column)) for column in zip(*every, strict=True)]
    for row in every:
        cells = (text + " " * (wide - width(text)) for text, wide in zip(row, widths, strict=True))
        say(f"  {'  '.join(cells).rstrip()}")


def speak(language: str | None) -> None:
    """Use `language`, or the default one, from now on; never fail on what cannot be printed."""
    use_language(language or DEFAULT_LANGUAGE, catalogues_folder())
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):  # None: started without console
            stream.reconfigure(errors="replace")


def finish(code: int) -> int:
    """Write out what was printed and return `code`, or REFUSED when nobody takes it."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except OSError as error:
            # Python would try again while it exits, and complain.
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
            code = code or REFUSED
            if not isinstance(error, BrokenPipeError):  # else the reader has seen enough
                explain(CannotWriteError(Path(stream.name), error.strerror or str(error)))
    return code


def show_progress(done: int, total: int) -> None:
    """Count on a terminal."""
    if sys.stderr is not None and sys.stderr.isatty():
        print(f"\r{done} / {total}", end="" if done < total else "\n", file=sys.stderr)


def show_percent(done: int, total: int) -> None:
    """Tell on a terminal how far something is, and take the line away at the end."""
    if sys.stderr is not None and sys.stderr.isatty() and total:
        end = "" if done < total else "\r    \r"
        print(f"\r{100 * done // total:3} %", end=end, file=sys.stderr)
