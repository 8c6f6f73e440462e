"""Code comes a module at a time, and no other code than an import would bring."""

import json
import subprocess
import sys

import pytest

SCRIPT = """
import json, sys
from importlib import import_module
from inspector.gui.program.plain_import import load_qt
load_qt()
import inspector.gui.program.application
from inspector.gui.jobs import loading
name, in_pieces = sys.argv[1], sys.argv[2] == "pieces"
before, most = set(sys.modules), 0

def counted(module):
    global most
    ours = sum(each.startswith("inspector.") for each in sys.modules)
    import_module(module)
    most = max(most, sum(each.startswith("inspector.") for each in sys.modules) - ours)

loading.import_module = counted
loading.LONGEST = 0
pieces = sum(1 for _ in loading.load(name)) if in_pieces else 0
import_module(name)
came = sorted(each for each in set(sys.modules) - before if each.startswith("inspector."))
assert not list(loading.load(name))  # what is there is nothing to wait for
print(json.dumps([came, pieces, most]))
"""


def came(name: str, how: str) -> tuple[list[str], int, int]:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, name, how],
        check=True, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    modules, pieces, most = json.loads(done.stdout.splitlines()[-1])
    return modules, pieces, most


@pytest.mark.ci
@pytest.mark.parametrize(
    "name", ["inspector.gui.summary.summary_page", "inspector.gui.rectify.ledger_page"]
)
def test_a_module_comes_behind_what_it_imports_and_nothing_else_comes(name: str) -> None:
    modules, pieces, most = came(name, "pieces")
    assert modules == came(name, "at once")[0]
    assert len(modules) > 50
    assert pieces > 50
    assert most <= 3, "a module and its packages"
