"""The .deb of a small program: UOS's rules, dpkg's own reading of it, the same bytes again."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from inspector.storage.sharing.bundle_layout import SUFFIX
from tests.packaging.small_trees import BUNDLE, pack, small_tree

APP = "internal.inspector.desk"
HOME = f"opt/apps/{APP}"

pytestmark = pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="needs dpkg-deb")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    return small_tree(tmp_path)


def made(tree: Path, output: Path, *words: str) -> Path:
    done = pack("deb.py", tree, "-o", output, *words)
    assert done.returncode == 0, done.stderr
    (package,) = output.glob("*.deb")
    assert str(package) in done.stdout
    return package


def told(package: Path, *words: str) -> str:
    return subprocess.run(
        ["dpkg-deb", *words[:1], package, *words[1:]],
        check=True,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    ).stdout


def listed(package: Path) -> dict[str, str]:
    """Rights and owner of everything in it, by its path."""
    found = {}
    for line in told(package, "-c").splitlines():
        rights, owner, _, _, _, name = line.split(maxsplit=5)
        found[name.removeprefix("./").rstrip("/")] = f"{rights} {owner}"
    return found


def members(package: Path) -> list[str]:
    """The names in the archive that a .deb is, which is one of ar's."""
    data, at, names = package.read_bytes(), 8, []
    while at < len(data):
        names.append(data[at : at + 16].decode("ascii").strip(" /"))
        size = int(data[at + 48 : at + 58])
        at += 60 + size + size % 2
    return names


def test_everything_is_below_its_folder_in_opt(tree: Path, tmp_path: Path) -> None:
    inside = listed(made(tree, tmp_path / "out"))
    above = {"", "opt", "opt/apps", HOME}
    assert all(name in above or name.startswith(f"{HOME}/") for name in inside)
    top = {name.removeprefix(f"{HOME}/").split("/")[0] for name in inside if name not in above}
    assert top == {"entries", "files", "info"}
    assert f"{HOME}/entries/applications/{APP}.desktop" in inside
    assert f"{HOME}/entries/icons/hicolor/scalable/apps/{APP}.svg" in inside
    assert inside[f"{HOME}/files/inspector"] == "-rwxr-xr-x root/root"
    assert inside[f"{HOME}/files/python/bin/python3 -> python3.13"].startswith("l")
    assert inside[f"{HOME}/info"] == "-rw-r--r-- root/root"
    assert {owner.split()[1] for owner in inside.values()} == {"root/root"}


@pytest.mark.ci
def test_it_has_no_script_and_needs_nothing(tree: Path, tmp_path: Path) -> None:
    package = made(tree, tmp_path / "out")
    told(package, "-e", str(tmp_path / "control"))
    assert {path.name for path in (tmp_path / "control").iterdir()} == {"control", "md5sums"}
    for field in ("Depends", "Pre-Depends", "Recommends", "Conflicts"):
        assert told(package, "-f", field).strip() == ""
    assert members(package) == ["debian-binary", "control.tar.xz", "data.tar.xz"]


def test_its_names_and_versions_are_the_same_everywhere(tree: Path, tmp_path: Path) -> None:
    package = made(tree, tmp_path / "out")
    told(package, "-x", str(tmp_path / "root"))
    info = json.loads((tmp_path / "root" / HOME / "info").read_text("utf-8"))
    version = info["version"]
    assert len(version.split(".")) == 4
    assert all(part.isdecimal() for part in version.split("."))
    assert info["appid"] == APP == told(package, "-f", "Package").strip()
    assert told(package, "-f", "Version").strip() == version
    assert package.name == f"{APP}_{version}_amd64.deb"
    assert info["arch"] == ["amd64"]
    assert [name for name, given in info["permissions"].items() if given] == ["clipboard"]
    entry = (tmp_path / "root" / HOME / f"entries/applications/{APP}.desktop").read_text("utf-8")
    assert f"Exec=/{HOME}/files/inspector %f\n" in entry
    assert f"Icon={APP}\n" in entry
    assert "Name[zh_CN]=文明窗口现场检查\n" in entry


def test_a_bundle_is_a_kind_of_file_that_it_opens(tree: Path, tmp_path: Path) -> None:
    told(made(tree, tmp_path / "out"), "-x", str(tmp_path / "root"))
    entries = tmp_path / "root" / HOME / "entries"
    entry = (entries / f"applications/{APP}.desktop").read_text("utf-8")
    assert f"MimeType={BUNDLE};\n" in entry
    (kinds,) = (entries / "mime" / "packages").iterdir()
    assert kinds.name == f"{APP}.xml"
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    (kind,) = ElementTree.fromstring(kinds.read_text("utf-8")).findall(f"{space}mime-type")
    assert kind.get("type") == BUNDLE
    patterns = [each.get("pattern") for each in kind.findall(f"{space}glob")]
    assert patterns == [f"*{SUFFIX}", f"*{SUFFIX}.001"]


@pytest.mark.skipif(shutil.which("update-mime-database") is None, reason="needs shared-mime-info")
@pytest.mark.ci
def test_the_desktops_own_table_takes_it(tree: Path, tmp_path: Path) -> None:
    told(made(tree, tmp_path / "menu", "--menu"), "-x", str(tmp_path / "root"))
    mime = tmp_path / "root" / "usr" / "share" / "mime"
    done = subprocess.run(
        ["update-mime-database", mime],
        env={
            **os.environ,
            "XDG_DATA_HOME": str(mime.parent),
        },  # else it notes that none looks there
        capture_output=True,
        encoding="utf-8",
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert f"{BUNDLE}:*{SUFFIX}\n" in (mime / "globs").read_text("utf-8")


@pytest.mark.ci
def test_with_a_menu_three_plain_files_more(tree: Path, tmp_path: Path) -> None:
    plain = listed(made(tree, tmp_path / "out"))
    package = made(tree, tmp_path / "menu", "--menu")
    more = {name for name in listed(package).keys() - plain.keys() if "." in name}
    entry = f"usr/share/applications/{APP}.desktop"
    kinds = f"usr/share/mime/packages/{APP}.xml"
    assert more == {entry, f"usr/share/icons/hicolor/scalable/apps/{APP}.svg", kinds}
    told(package, "-x", str(tmp_path / "root"))
    same = tmp_path / "root" / HOME / "entries/applications" / f"{APP}.desktop"
    assert (tmp_path / "root" / entry).read_bytes() == same.read_bytes()


@pytest.mark.ci
def test_the_same_program_makes_the_same_package(tree: Path, tmp_path: Path) -> None:
    first = made(tree, tmp_path / "one").read_bytes()
    copy = shutil.copytree(tree, tmp_path / "copy" / tree.name, symlinks=True)
    for path in copy.rglob("*"):
        if not path.is_symlink():
            os.utime(path, (1_700_000_000, 1_700_000_000))
    assert made(copy, tmp_path / "two").read_bytes() == first


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda tree: (tree / "data").mkdir(), "was used"),
        (lambda tree: (tree / "inspector").unlink(), "has no inspector"),
        (lambda tree: (tree / "out").symlink_to("/etc"), "leads out"),
        (lambda tree: tree.rename(tree.with_name("inspector-9.9.9-linux-x64")), "version"),
    ],
)
def test_what_is_no_clean_program_is_refused(
    tree: Path, tmp_path: Path, spoil: Callable[[Path], object], said: str
) -> None:
    spoil(tree)
    (folder,) = tmp_path.glob("inspector-*")
    done = pack("deb.py", folder, "-o", tmp_path / "out")
    assert (done.returncode, done.stdout) == (1, "")
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not list((tmp_path / "out").glob("*"))


@pytest.mark.parametrize(
    ("words", "said"), [(("--id", "one.two"), "reverse domain"), (("--id", "A.b.c"), "reverse")]
)
def test_an_id_that_uos_would_not_take_is_refused(
    tree: Path, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    done = pack("deb.py", tree, "-o", tmp_path / "out", *words)
    assert done.returncode == 1
    assert said in done.stderr


def test_windows_and_trial_versions_take_no_deb(tmp_path: Path) -> None:
    for tree in (small_tree(tmp_path, "windows-x64"), small_tree(tmp_path, version="1.0.0rc1")):
        done = pack("deb.py", tree, "-o", tmp_path / "out")
        assert done.returncode == 1
        assert len(done.stderr.splitlines()) == 1
