"""Run by an assembled tree's own Python: every import of the program, every page of its window.

    python tree_walk.py DATA

It knows nothing of the tests: a tree has none, and no QtTest. Says as JSON what was imported and
which pages were drawn; ends with a traceback where something is not there.
"""

import ast
import importlib
import json
import pkgutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import inspector
from inspector.__main__ import main

if TYPE_CHECKING:
    from inspector.gui.frame.main_window import MainWindow
    from inspector.gui.frame.page_frame import Page

OWN = {*sys.stdlib_module_names, "__main__", "inspector"}
EXTRAS = {"psycopg"}
"""No tree carries them: the program says so where one is asked for."""

RAIL = ("inspect", "meeting", "rectify", "summary", "data", "help")


def import_all() -> list[str]:
    """Import every module, and what any of them imports when first needed; return others' names."""
    for each in pkgutil.walk_packages(inspector.__path__, "inspector."):
        if each.name != "inspector.__main__":
            importlib.import_module(each.name)
    (root,) = inspector.__path__
    wanted = {name for path in Path(root).rglob("*.py") for name in imports(path)}
    for name in sorted(wanted):
        importlib.import_module(name)
    return sorted(wanted)


def imports(path: Path) -> Iterator[str]:
    """Yield the libraries' modules that a module names anywhere but for the type checker alone."""
    left: list[ast.AST] = [ast.parse(path.read_text("utf-8"))]
    while left:
        node = left.pop()
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        left.extend(ast.iter_child_nodes(node))
        names = [each.name for each in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names = [node.module]
        yield from (name for name in names if name.partition(".")[0] not in OWN | EXTRAS)


def draw_all(folder: str) -> list[str]:
    """Open the window on a data folder, and draw every page of it."""
    from PySide6.QtWidgets import QApplication

    from inspector.gui.frame.main_window import MainWindow
    from inspector.gui.jobs import in_turns

    in_turns.AT_ONCE = True
    drawn: list[str] = []

    def walk() -> int:
        (window,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
        for page in pages(window):
            QApplication.processEvents()
            assert not page.grab().isNull()
            drawn.append(f"{type(page).__name__} {page.chapter}".strip())
        return 0

    QApplication.exec = lambda *_: walk()  # type: ignore[method-assign]
    assert main(["--lang", "zh_CN", "--data", folder]) == 0
    return drawn


def pages(window: "MainWindow") -> Iterator["Page"]:
    """Yield every page with it in front: of the rail, of every tab, and those gone into."""
    from inspector.gui.data.data_page import DataPage
    from inspector.gui.frame.page_frame import Page
    from inspector.gui.papers.printing.preview_page import PreviewPage

    for name in RAIL:
        yield window.show_page(name)
    data = window.show_page("data")
    assert isinstance(data, DataPage)
    tabs = data.commands["tabs"]
    for place in range(len(tabs.choices())):
        tabs.press_at(place)
        yield data
    kinds: list[Any] = [*Page.__subclasses__(), *PreviewPage.__subclasses__()]
    for kind in kinds:  # those that one goes into are built alike
        if kind.__name__.endswith(("Page", "Preview")) and not window.findChildren(kind):
            page = kind(window.session, window.stack)
            window.go_into(page)
            yield page
            window.come_out()


if __name__ == "__main__":
    said = {"imports": import_all(), "pages": draw_all(sys.argv[-1])}
    sys.stdout.write(json.dumps(said))
