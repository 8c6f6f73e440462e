"""The wheel holds all that the program needs, and runs where the source tree is not."""

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

import inspector

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Installed:
    """A virtual environment that holds the wheel, and the folder to run it in."""

    folder: Path
    python: str
    scripts: str
    elsewhere: Path

    def run(self, *command: str | Path) -> str:
        environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
        done = subprocess.run(
            command,
            cwd=self.elsewhere,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        assert done.returncode == 0, done.stdout
        return done.stdout


def pip(*arguments: str | Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", "--no-index", "--no-deps", "--no-build-isolation", "-w", folder, ROOT)
    (made,) = folder.iterdir()
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    folder = tmp_path_factory.mktemp("installed")
    builder = venv.EnvBuilder(symlinks=os.name != "nt")
    builder.create(folder)
    context = builder.ensure_directories(folder)
    pip("--python", context.env_exe, "install", "--no-index", "--no-deps", wheel)

    # The libraries come from the environment that runs the tests. A folder named in a .pth file
    # has its own .pth files ignored, so the editable install in it leads nowhere.
    where = {"base": str(folder), "platbase": str(folder)}
    libraries = Path(sysconfig.get_path("purelib", "venv", where)) / "libraries.pth"
    libraries.write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return Installed(
        folder, context.env_exe, context.bin_path, tmp_path_factory.mktemp("elsewhere")
    )


def files_below(folder: str) -> set[str]:
    return {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_wheel_holds_the_program_its_data_and_the_licence_only(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    information = f"inspector-{inspector.__version__}.dist-info/"
    bundled = "inspector/_bundled/"
    resources = {
        name for name in files_below("resources") if not name.startswith("resources/packaging/")
    }
    data = {bundled + name for name in files_below("checklists") | resources}

    assert bundled + "checklists/general/pack.toml" in data
    assert bundled + "resources/handbook/pictures/zh_CN/scoring-photo.png" in data
    assert information + "licenses/LICENSE" in names
    assert {name for name in names if not name.startswith(information)} == data | files_below(
        "inspector"
    )


@pytest.mark.ci
def test_source_distribution_holds_all_that_is_kept(tmp_path: Path) -> None:
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("needs a clone")
    kept = subprocess.check_output(["git", "ls-files"], cwd=ROOT, encoding="utf-8").splitlines()
    build = [sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (made,) = tmp_path.iterdir()
    with tarfile.open(made) as archive:
        members = {each.name.partition("/")[2]: each for each in archive if each.isfile()}
    assert set(members) == {*kept, "PKG-INFO"}
    assert members["run"].mode & 0o111


@pytest.mark.ci
def test_what_runs_is_the_installed_copy(installed: Installed) -> None:
    origin = installed.run(installed.python, "-c", "import inspector; print(inspector.__file__)")
    assert Path(origin.strip()).is_relative_to(installed.folder)


@pytest.mark.ci
def test_installed_copy_tells_its_version(installed: Installed) -> None:
    command = Path(installed.scripts, "inspector")
    assert inspector.__version__ in installed.run(command, "--version")
    assert inspector.__version__ in installed.run(installed.python, "-m", "inspector", "--version")


@pytest.mark.ci
def test_installed_copy_finds_its_packs(installed: Installed, tmp_path: Path) -> None:
    demo = [installed.python, "-m", "inspector", "demo"]
    installed.run(*demo, tmp_path / "demo", "--inspections", "3", "--seed", "1")
    assert (tmp_path / "demo" / "inspector.db").is_file()
