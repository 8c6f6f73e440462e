"""What nobody here can run says what is so: the hosted builder's file and the installer's script.

They name files that are there, no version and no address, and shell that can be read.
"""

import re
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from inspector.storage.sharing.bundle_layout import SUFFIX
from tests.packaging.small_trees import BUNDLE

ROOT = Path(__file__).parents[2]
WORKFLOW = ROOT / ".github" / "workflows" / "release.yml"
INSTALLER = ROOT / "resources" / "packaging" / "windows" / "inspector.iss"
MESSAGES = INSTALLER.with_name("chinese.isl")
FILES = (WORKFLOW, INSTALLER, MESSAGES)


def text(path: Path) -> str:
    return path.read_text("utf-8-sig")


def shell_steps() -> list[str]:
    """The POSIX steps of the workflow, without what surrounds them."""
    steps = []
    for part in re.split(r"\n {6}- ", text(WORKFLOW)):
        found = re.search(r"\n {8}run: \|\n((?: {10}.*\n?|\n)+)", f"{part}\n")
        if found and "shell: pwsh" not in part:
            steps.append(re.sub(r"(?m)^ {10}", "", found[1]))
    return steps


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_they_name_files_that_are_there(path: Path) -> None:
    named = re.findall(r"resources[/\\][\w/\\.-]+\.\w+", text(path))
    if path == WORKFLOW:
        assert len(set(named)) > 5
    for name in named:
        assert (ROOT / name.replace("\\", "/")).is_file(), name


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_they_name_no_address_and_no_version_of_the_program(path: Path) -> None:
    assert "://" not in text(path)
    own = r"(?<![\w.])0\.\d+\.\d+(?![\w.])"
    without_examples = re.sub(r"(?m)^;.*$", "", text(path))
    assert not re.search(own, without_examples)


def test_the_version_is_read_where_the_project_reads_it() -> None:
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    assert 'path = "inspector/__init__.py"' in project
    version = next(step for step in shell_steps() if "version=$(sed" in step)
    command = re.search(r"version=\$\((.*)\)", version)
    assert command
    said = subprocess.run(
        ["sh", "-c", command[1]], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    from inspector import __version__

    assert said.stdout.strip() == __version__


def test_its_steps_can_be_read_by_a_shell() -> None:
    steps = shell_steps()
    assert len(steps) >= 6
    for step in steps:
        done = subprocess.run(["sh", "-n", "-c", step], capture_output=True, encoding="utf-8")
        assert done.returncode == 0, step + done.stderr


def test_the_installer_leaves_the_data_and_asks_for_no_administrator() -> None:
    script = text(INSTALLER)
    assert "PrivilegesRequired=lowest" in script
    sections = re.split(r"(?m)^\[(\w+)\]$", script)
    by_name = dict(zip(sections[1::2], sections[2::2], strict=True))
    assert set(by_name) == {
        "Setup", "Languages", "Tasks", "InstallDelete", "Files", "Icons", "Registry", "Run",
        "UninstallDelete",
    }  # fmt: skip
    for section in ("InstallDelete", "UninstallDelete"):
        deleted = re.findall(r'Name: "([^"]+)"', by_name[section])
        assert deleted
        assert set(deleted) <= {"{app}\\python", "{app}\\site", "{app}\\licences"}
    # The data's folder, as platformdirs has it on Windows, is not the program's.
    assert "DefaultDirName={localappdata}\\Programs\\inspector\n" in script
    assert 'MessagesFile: "compiler:Default.isl,chinese.isl"' in script


def test_the_installer_lets_a_double_click_on_a_bundle_open_it() -> None:
    script = text(INSTALLER)
    assert "ChangesAssociations=yes\n" in script
    rows = re.findall(
        r'(?m)^Root: (\w+); Subkey: "Software\\Classes\\([^"]+)"; .*ValueName: "([^"]*)";'
        r' ValueData: "((?:[^"]|"")*)"',
        script,
    )
    assert {root for root, *_ in rows} == {"HKCU"}  # nobody is an administrator
    told = {(key, name): data.replace('""', '"') for _, key, name, data in rows}
    kind = told[SUFFIX, ""]
    assert told[SUFFIX, "Content Type"] == BUNDLE
    command = told[rf"{kind}\shell\open\command", ""]
    assert command == r'"{app}\python\pythonw.exe" -m inspector "%1"'


@pytest.mark.parametrize("path", [INSTALLER, MESSAGES], ids=lambda path: path.name)
def test_inno_setup_is_told_that_they_are_utf8(path: Path) -> None:
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")


def test_the_icon_of_windows_is_the_programs_in_every_size() -> None:
    with Image.open(INSTALLER.with_name("inspector.ico")) as icon:
        sizes: set[tuple[int, int]] = icon.info["sizes"]
        assert {(16, 16), (32, 32), (48, 48), (256, 256)} <= sizes
        assert icon.convert("RGB").getpixel((128, 20)) == (0x1D, 0x5F, 0xBF)  # its blue


def test_each_message_is_given_once_and_with_its_places() -> None:
    messages = re.findall(r"(?m)^(\w+)=(.+)$", text(MESSAGES).split("[Messages]")[1])
    names = [name for name, _ in messages]
    assert len(names) == len(set(names)) > 80
    places = {"ConfirmUninstall": "%1", "WelcomeLabel2": "[name/ver]", "DirExists": "%1"}
    said = dict(messages)
    assert all(place in said[name] for name, place in places.items())
    assert all(re.search(r"[\u4e00-\u9fff%\[]", words) for words in said.values())
