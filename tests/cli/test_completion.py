"""`inspector completion`, in the shells themselves."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Run

ASKED = {
    "inspector ex": {"export"},
    "inspector --data d do": {"doctor"},
    "inspector --lang ": {"zh_CN", "en"},
    "inspector export ": {
        "rectification", "summary", "circular", "patrol", "minutes", "satisfaction", "evaluation",
        "plan", "complaints",
        "training",
        "record", "notice", "form", "all", "pack", "inspectors",
    },
    "inspector --lang en export su": {"summary"},
    "inspector list s": {"sites", "surveys"},
    "inspector list sites --j": {"--json"},
    "inspector completion ": {"bash", "zsh"},
    "inspector export summary --fi": {"--fill-in"},
    "inspector export summary -o ": set[str](),  # a file
    "inspector import --dry-run ": set[str](),
}  # fmt: skip


def test_bash_completes(run: Run, home: Path) -> None:
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("bash is not installed")
    (home / "done.bash").write_text(run("completion", "bash").out)
    for line, expected in ASKED.items():
        script = (
            f"set -eu; source done.bash; line={line!r}; COMP_WORDS=($line);"
            ' [[ $line == *" " ]] && COMP_WORDS+=(""); COMP_CWORD=$((${#COMP_WORDS[@]} - 1));'
            ' _inspector; printf "%s\\n" "${COMPREPLY[@]}"'
        )
        done = subprocess.run([bash, "-c", script], cwd=home, capture_output=True, text=True)
        assert (done.returncode, done.stderr) == (0, ""), line
        assert set(done.stdout.split()) == expected, line


def test_bash_takes_it_as_its_own(run: Run, home: Path) -> None:
    """Sourced, it is what bash asks for the program; what is not ours are files."""
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("bash is not installed")
    (home / "done.bash").write_text(run("completion", "bash").out)
    done = subprocess.run(
        [bash, "-c", "source done.bash; complete -p inspector"],
        cwd=home, capture_output=True, text=True,
    )  # fmt: skip
    assert done.stdout == "complete -o default -F _inspector inspector\n"


@pytest.mark.ci
def test_zsh_can_read_it(run: Run, home: Path) -> None:
    zsh = shutil.which("zsh")
    if zsh is None:
        pytest.skip("zsh is not installed")
    (home / "_inspector").write_text(run("completion", "zsh").out)
    script = "source ./_inspector; print -r -- ${_comps[inspector]}"
    done = subprocess.run([zsh, "-f", "-c", script], cwd=home, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert "_inspector" in done.stdout
