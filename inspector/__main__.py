"""Wiring: arguments, language, log, data folder, window. The only place that knows them all.

Start: language → arguments → (a command: run it, done) → is there a screen → log → data folder →
Qt → window. Everything that can be refused is refused before the window appears.
"""

import logging
import shutil
import sys
import tempfile
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from inspector.cli import REFUSED, arguments, explain, finish, language_in, run, speak
from inspector.display import display_problem
from inspector.domain.errors import InspectorError
from inspector.paths import default_data_folder

STOPPED = 130
"""The exit code after Ctrl+C, as shells have it."""

LOG_SIZE = 1_000_000
"""Bytes of one log file; three are kept."""


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
    options = arguments().parse_args(words)
    if options.command:
        return run(options)
    if problem := display_problem():
        print(problem, file=sys.stderr)
        return REFUSED
    if not options.demo:
        return _open(options, options.data or default_data_folder())
    folder = Path(tempfile.mkdtemp(prefix="inspector-demo-"))
    try:
        from inspector.workspace.demo import write_demo

        write_demo(folder, inspections=60, seed=1, last_day=date.today(), rounds=True)
        return _open(options, folder)
    except InspectorError as error:
        explain(error)
        return REFUSED
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _open(options: Namespace, folder: Path) -> int:
    try:
        from inspector.gui.application import make_application, open_window, refuse_to_start
    except ImportError as error:  # a shared library of Qt's is missing
        from inspector.translation import tr

        print(
            tr(
                "Qt cannot start: {error}. On Debian, UOS or Kylin: sudo apt-get install libegl1"
                " libgl1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1",
                error=error,
            ),
            file=sys.stderr,
        )
        return REFUSED
    from inspector.workspace.preferences import LANGUAGE
    from inspector.workspace.sentences import sentence
    from inspector.workspace.workspace import Workspace

    try:
        workspace = Workspace(folder)
    except InspectorError as error:
        explain(error)
        make_application(options.lang or LANGUAGE.default)
        refuse_to_start(sentence(error))
        return REFUSED
    try:
        with _logged_to(folder / "log"):
            language = options.lang or workspace.preferences.get(LANGUAGE)
            speak(language)
            app = make_application(language)
            window = open_window(app, workspace)
            code = app.exec()
            window.close()
            return code
    finally:
        workspace.close()


@contextmanager
def _logged_to(folder: Path) -> Iterator[None]:
    """Log to rotating files in `folder`, unexpected errors with their traceback."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "inspector.log", maxBytes=LOG_SIZE, backupCount=2, encoding="utf-8", delay=True
        )
    except OSError:
        yield  # a folder that takes no log still takes readers
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)
    before = sys.excepthook

    def log_and_show(
        kind: type[BaseException], error: BaseException, traceback: TracebackType | None
    ) -> None:
        logging.getLogger("inspector").critical(
            "unexpected error", exc_info=(kind, error, traceback)
        )
        before(kind, error, traceback)

    sys.excepthook = log_and_show
    try:
        yield
    finally:
        sys.excepthook = before
        logging.getLogger().removeHandler(handler)
        handler.close()


if __name__ == "__main__":
    sys.exit(main())
