"""Wiring: arguments, language, log, data folder, window. The only place that knows them all.

Start: language → arguments → (a command: run it, done) → is there a screen → Qt → the folder's
lock → data folder → log → window. Everything that can be refused is refused before the window
appears.
"""

import gc
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from inspector.arguments import arguments, language_in
from inspector.cli.commands import run
from inspector.cli.speaking import REFUSED, explain, explain_fault, finish, speak
from inspector.display import display_problem
from inspector.domain.errors import InspectorError
from inspector.paths import default_data_folder
from inspector.sharing_arguments import without_file

# openpyxl writes and reads by lxml where there is one, and there is one for python-docx: other
# errors of spoilt files, other bytes, no faster. One way is tried, and is enough.
os.environ.setdefault("OPENPYXL_LXML", "False")

STOPPED = 130
"""The exit code after Ctrl+C, as shells have it."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run `inspector`; return the exit code."""
    try:
        code = _main(list(sys.argv[1:] if argv is None else argv))
    except SystemExit:  # argparse has printed its help, or what was wrong
        finish(0)
        raise
    except BrokenPipeError:  # who read the output has gone: | head
        code = REFUSED
    except KeyboardInterrupt:
        code = STOPPED
    return finish(code)


def _main(words: list[str]) -> int:
    speak(language_in(words))
    rest, file = without_file(words)
    options = arguments().parse_args(rest)
    if file and options.command:
        arguments().parse_args(words)  # which says what is too much
    if options.version:
        return _tell_about(options.data or default_data_folder())
    if options.command:
        return run(options)
    if problem := display_problem():
        print(problem, file=sys.stderr)
        return REFUSED
    if not options.demo:
        return _open(options, options.data or default_data_folder(), file)
    import shutil
    import tempfile

    folder = Path(tempfile.mkdtemp(prefix="inspector-demo-"))
    try:
        from inspector.workspace.sample.demo import write_half_a_year

        gc.disable()  # for good, as _open does: half a year is made a fifth sooner
        write_half_a_year(folder, date.today())
        return _open(options, folder, file)
    except InspectorError as error:
        explain(error)
        return REFUSED
    finally:
        from inspector.storage.files.laptop_kept import forget_laptop

        forget_laptop(folder)
        shutil.rmtree(folder, ignore_errors=True)


def _tell_about(folder: Path) -> int:
    from inspector.cli.telling_about import tell_about

    try:
        tell_about(folder)
    except InspectorError as error:
        explain(error)
        return REFUSED
    return 0


def _open(options: Namespace, folder: Path, file: Path | None) -> int:
    gc.disable()  # until the window stands: what a start makes stays, and looking for more is slow
    try:
        from inspector.gui.program.plain_import import load_qt

        load_qt()
        from inspector.gui.program.fcitx import tell_qt
        from inspector.gui.program.run import Run
    except ImportError as error:  # a shared library of Qt's is missing
        from inspector.translation import tr

        print(
            tr(
                "Qt cannot start: {error}. On Debian: sudo apt-get install libegl1"
                " libgl1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1",
                error=error,
            ),
            file=sys.stderr,
        )
        return REFUSED
    if advice := tell_qt():
        print(advice, file=sys.stderr)
    run = Run(
        folder,
        options.lang,
        speak,
        explain,
        explain_fault,
        keeps_backups=not options.demo,
        ends_when_ready=options.exit_when_ready,
        file=file,
    )
    try:
        return run.run()
    finally:
        gc.enable()


if __name__ == "__main__":
    sys.exit(main())
