"""What is promised of old versions, tried: `python -m tests.packaging.every_version [TEST…]`.

The oldest Python of `requires-python`, with each library in the oldest version that pyproject.toml
names, runs the tests that import everything, write every workbook and drive the window; with the
newest of both runs `./run pytest`. The environment, `.venv/oldest`, is kept while what it was made
for stays the same. Where that Python is not on the PATH, it is taken from the release of Debian
that has it, into `.venv/oldest-python`; nothing of the system is changed.
"""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
ENVIRONMENT = ROOT / ".venv" / "oldest"
UNPACKED = ROOT / ".venv" / "oldest-python"

TESTS = (
    "tests/packaging/test_every_module.py",
    "tests/packaging/test_needed_symbols.py",
    "tests/workspace/papers/test_every_paper.py",
    "tests/excel",
    "tests/word",
    "tests/gui",
    "tests/e2e",
)

ONLY = ("-m", "not long and not hypothesis", "-k", "not libreoffice and not two_quick_taps")
"""Properties of our own code, and how LibreOffice reads a file, do not depend on these versions.

Two taps are told apart by an interval that the test stretches; Qt 6.8 lets the line of keys see it.
"""

RELEASES = {"3.11": "bookworm"}
"""Debian's release that has a Python; its build runs on the next release as well."""

KEYRING = Path("/usr/share/keyrings/debian-archive-keyring.gpg")

WITH = (
    "pytest",
    "pytest-qt",
    "pytest-xdist",
    "hypothesis",
    "babel",
    "pillow-heif",
    "pypdf",
    "lief",
)
"""What the tests take besides, as locked."""

COMPLETE = "import ctypes, sqlite3, ssl, sys, venv, zlib; print('%d.%d' % sys.version_info[:2])"


def main(words: list[str]) -> int:
    """Run the tests; return pytest's exit code."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    version = re.findall(r">=([\d.]+)", project["requires-python"])[0]
    wanted = oldest(project["dependencies"]) + locked()
    python = environment(version, wanted)
    told = [*wanted, subprocess.check_output([python, "-V"], text=True).strip()]
    sys.stdout.write(f"{', '.join(told)}\n")
    sys.stdout.flush()
    variables = {**os.environ, "PYTHONPATH": str(ROOT), "VIRTUAL_ENV": str(ENVIRONMENT)}
    return subprocess.run(
        [python, "-m", "pytest", "-q", *ONLY, *(words or TESTS)], cwd=ROOT, env=variables
    ).returncode


def oldest(dependencies: list[str]) -> list[str]:
    """Return each dependency in the oldest version that it is promised with."""
    bounds = [re.fullmatch(r"([\w-]+)>=([\d.]+)", each) for each in dependencies]
    assert None not in bounds, dependencies
    return [f"{bound[1]}=={bound[2]}" for bound in bounds if bound]


def locked() -> list[str]:
    """Return what the tests take, in the versions of the lock."""
    lock = (ROOT / ".requirements.lock").read_text("utf-8")
    versions = dict(re.findall(r"^([\w-]+)==(\S+)", lock, re.MULTILINE))
    return [f"{name}=={versions[name]}" for name in WITH]


def environment(version: str, wanted: list[str]) -> Path:
    """Return the Python of an environment with what is wanted and nothing else."""
    stamp, text = ENVIRONMENT / "made-for", "\n".join([version, *wanted])
    python = ENVIRONMENT / "bin" / "python"
    if not (stamp.exists() and stamp.read_text("utf-8") == text):
        shutil.rmtree(ENVIRONMENT, ignore_errors=True)
        found = on_path(version) or from_debian(version)
        run(found, "-m", "venv", "--without-pip", ENVIRONMENT)
        run(
            sys.executable, "-m", "pip", "--python", python, "install", "-q",
            "--disable-pip-version-check", "--only-binary", ":all:", *wanted,
        )  # fmt: skip
        stamp.write_text(text, "utf-8")
    return python


def on_path(version: str) -> str | None:
    """Return the command of a version that has all that the program needs of Python."""
    for name in (f"python{version}", f"/usr/bin/python{version}"):
        command = shutil.which(name)
        if command and answer(command) == version:
            return command
    return None


def answer(command: str | Path) -> str:
    done = subprocess.run([command, "-c", COMPLETE], capture_output=True, text=True)
    return done.stdout.strip()


def from_debian(version: str) -> Path:
    """Unpack a Python out of the release that has it, and return its command."""
    state, python = UNPACKED / "apt", UNPACKED / "usr" / "bin" / f"python{version}"
    shutil.rmtree(UNPACKED, ignore_errors=True)
    for folder in ("lists/partial", "cache/archives/partial"):
        (state / folder).mkdir(parents=True)
    sources = state / "sources.list"
    line = f"deb [signed-by={KEYRING}] {mirror()} {RELEASES[version]} main\n"
    sources.write_text(line, "utf-8")
    own = [
        f"-oDir::Etc::sourcelist={sources}", "-oDir::Etc::sourceparts=-",
        "-oDir::Etc::preferencesparts=-", f"-oDir::State::lists={state / 'lists'}",
        f"-oDir::Cache={state / 'cache'}", "-oAPT::Sandbox::User=root",
    ]  # fmt: skip
    parts = [
        f"python{version}-minimal",
        f"libpython{version}-minimal",
        f"libpython{version}-stdlib",
    ]
    run("apt-get", "-qq", *own, "update")
    run("apt-get", "-qq", *own, "download", *parts, folder=state)
    for package in state.glob("*.deb"):
        run("dpkg-deb", "-x", package, UNPACKED)
    shutil.rmtree(state)
    if answer(python) != version:
        sys.exit(f"every_version: Debian's Python {version} does not run here")
    return python


def mirror() -> str:
    """Return where this system has its packages from."""
    if shutil.which("apt-get") is None:
        sys.exit("every_version: the oldest Python is not on the PATH, and this is no Debian")
    listed = subprocess.check_output(
        ["apt-get", "indextargets", "--format", "$(REPO_URI) $(RELEASE)", "Created-By: Packages"],
        text=True,
    )
    release = dict(
        entry.split("=", 1) for entry in Path("/etc/os-release").read_text("utf-8").splitlines()
    )["VERSION_CODENAME"]
    found = [line.split()[0] for line in listed.splitlines() if line.split()[1:] == [release]]
    return next(address for address in found if address.startswith("http"))


def run(*command: str | Path, folder: Path = ROOT) -> None:
    """Run a command; say what it said, and end, when it fails."""
    done = subprocess.run(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    if done.returncode:
        sys.exit(f"every_version: {' '.join(map(str, command))}\n{done.stdout}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
