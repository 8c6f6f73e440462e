"""The parts that a bundle is put together from, each on its own."""

import hashlib
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
import windows_tree
from bundle import Parts, assemble, main
from input_plugins import input_plugins
from keep_list import KeepList, read_keep_list, spelt_out
from launchers import write_launcher
from licence_folder import gather_licences
from runtime_unpacking import put_runtime
from targets import LINUX, TARGETS, WINDOWS, Refused
from wheel_unpacking import Unpacked, stated_licence, unpack_wheels


def runtime(folder: Path) -> Path:
    """A runtime whose Python only tells its words."""
    python = folder / LINUX.python
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n', "ascii")
    python.chmod(0o755)
    library = folder / "lib" / "python3.13"
    library.mkdir(parents=True)
    (library / "LICENSE.txt").write_text("PSF", "ascii")
    return folder


def wheel(folder: Path, name: str, files: dict[str, str]) -> Path:
    path = folder / f"{name}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for member, text in files.items():
            archive.writestr(member, text)
    return path


def test_alternatives_are_spelt_out() -> None:
    assert spelt_out("a/{b,c}.{d,e}") == ["a/b.d", "a/b.e", "a/c.d", "a/c.e"]


@pytest.mark.parametrize("target", TARGETS.values(), ids=TARGETS)
def test_of_qt_only_what_is_named_is_kept_and_of_others_all_but_what_is_named(
    target: object,
) -> None:
    keep = read_keep_list(target.keep)  # type: ignore[attr-defined]
    assert keep.keeps("PySide6/__init__.py")
    assert not keep.keeps("PySide6/lupdate")
    assert not keep.keeps("PySide6/Qt/qml/QtQuick/qmldir")
    assert not keep.keeps("PySide6/QtSql.pyd")
    assert keep.keeps("openpyxl/workbook/workbook.py")
    assert not keep.keeps("lxml/etree.h")


def test_a_pattern_that_fits_nothing_is_told() -> None:
    keep = KeepList(("PySide6/a.so", "PySide6/b*.so"), ())
    assert keep.unmatched(["PySide6/b1.so"]) == ["PySide6/a.so"]


def test_a_runtime_is_taken_from_a_file_of_the_digest_that_is_given(tmp_path: Path) -> None:
    made = runtime(tmp_path / "python")
    packed = tmp_path / "runtime.tar.gz"
    with tarfile.open(packed, "w:gz") as archive:
        archive.add(made, "python")
    digest = hashlib.sha256(packed.read_bytes()).hexdigest()
    put_runtime(packed, digest, LINUX, tmp_path / "tree")
    assert os.access(tmp_path / "tree" / LINUX.python, os.X_OK)
    for given in (None, "0" * 64):
        with pytest.raises(Refused, match="sha256"):
            put_runtime(packed, given, LINUX, tmp_path / "other")
    with pytest.raises(Refused, match=r"no python\.exe"):
        put_runtime(made, None, WINDOWS, tmp_path / "other")


def test_a_wheel_is_unpacked_without_what_only_an_installer_reads(tmp_path: Path) -> None:
    kept = {name.replace("*", "x"): "" for name in read_keep_list(LINUX.keep).kept}
    made = [
        wheel(tmp_path, "PySide6_Essentials-6.8.3", {**kept, "PySide6/lupdate": "large"}),
        wheel(
            tmp_path,
            "some-1.0",
            {
                "some/__init__.py": "",
                "some/typed.pyi": "",
                "some-1.0.data/purelib/other.py": "",
                "some-1.0.data/scripts/some": "",
                "some-1.0.dist-info/METADATA": "License-Expression: MIT\n\nLicense: none",
                "some-1.0.dist-info/RECORD": "",
                "some-1.0.dist-info/licenses/LICENSE": "terms",
            },
        ),
    ]
    unpacked = unpack_wheels(made, LINUX, tmp_path / "site")
    names = {path.relative_to(tmp_path / "site").as_posix() for path in files(tmp_path / "site")}
    assert names - set(kept) == {
        "some/__init__.py", "other.py", "some-1.0.dist-info/METADATA",
    }  # fmt: skip
    assert unpacked.licences["some-1.0"] == [("LICENSE", b"terms")]
    assert unpacked.stated["some-1.0"] == "MIT"
    assert unpacked.files_left_out == 5
    with pytest.raises(Refused, match="names what no wheel has"):
        unpack_wheels(made[1:], LINUX, tmp_path / "again")


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    ("metadata", "said"),
    [
        ("License: BSD-3\n\n", "BSD-3"),
        ("Classifier: License :: OSI Approved :: MIT License\n", "MIT License"),
        ("Name: some\n\nLicense-Expression: MIT", ""),
    ],
)
def test_the_licence_is_what_the_head_of_the_metadata_says(metadata: str, said: str) -> None:
    assert stated_licence(metadata) == said


def test_everything_inside_has_its_licence(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    for name in ("LGPL-3", "GPL-3"):
        (texts / name).write_text(name, "ascii")
    python = runtime(tmp_path / "python")
    licences = {
        "some-1.0": [("LICENSE", b"terms")],
        "PySide6_Essentials-6.8.3": [],
        "pi_heif-1.4.0": [("LICENSES_bundled.txt", b"libheif")],
    }
    unpacked = Unpacked(0, 0, licences, {"some-1.0": "MIT"})
    lines = gather_licences(tmp_path / "licences", python, unpacked, texts, [])
    assert [line.partition(":")[0] for line in lines[2:]] == sorted(licences, key=str.lower)
    assert "libde265 (LGPL-3.0)" in "".join(line for line in lines if line.startswith("pi_heif"))
    assert (tmp_path / "licences" / "some-1.0" / "LICENSE").read_text("ascii") == "terms"
    assert "replaces them in place" in (tmp_path / "licences" / "Qt.txt").read_text("utf-8")
    licences["bare-1.0"] = []
    with pytest.raises(Refused, match=r"bare-1\.0 brings no licence"):
        gather_licences(tmp_path / "again", python, unpacked, texts, [])
    with pytest.raises(Refused, match="LGPL-3"):
        gather_licences(tmp_path / "third", python, unpacked, tmp_path, [])


@pytest.mark.skipif(sys.platform == "win32", reason="a launcher for Linux")
def test_the_launcher_runs_from_a_path_with_blanks_and_chinese_and_by_a_link(
    tmp_path: Path,
) -> None:
    tree = tmp_path / "U 盘" / "检查 程序"
    runtime(tree / "python")
    launcher = write_launcher(tree, LINUX)
    link = tmp_path / "link"
    link.symlink_to(launcher)
    for each in (launcher, link):
        done = subprocess.run(
            [each, "export", "a b"], cwd=tmp_path, stdout=subprocess.PIPE, text=True, check=True
        )
        assert done.stdout.split("\n")[:-1] == ["-I", "-m", "inspector", "export", "a b"]
    packages = tree / "python" / LINUX.packages
    line = (packages / "bundle.pth").read_text("ascii").strip()
    assert (packages / line).resolve() == (tree / "site").resolve()


def test_windows_files_have_its_line_ends(tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    (tree / "python").mkdir(parents=True)
    launcher = write_launcher(tree, WINDOWS)
    assert launcher.read_bytes().count(b"\r\n") == launcher.read_bytes().count(b"\n") > 5
    assert windows_tree.file_faults(tree) == []


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("aux.txt", "the name of a device"),
        ("start.cmd", "does not end as on Windows"),
        ("python313._pth", "does not end as on Windows"),
    ],
)
def test_what_windows_would_not_take_is_told(tmp_path: Path, name: str, fault: str) -> None:
    (tmp_path / "tree").mkdir()
    (tmp_path / "tree" / name).write_bytes(b"one\n")
    (found,) = windows_tree.file_faults(tmp_path / "tree")
    assert fault in found


def test_links_and_names_that_differ_in_case_are_told(tmp_path: Path) -> None:
    for name in ("a.py", "A.py"):
        (tmp_path / name).touch()
    if len(list(tmp_path.iterdir())) == 1:
        pytest.skip("names do not differ by case here")
    (tmp_path / "link").symlink_to("a.py")
    assert len(windows_tree.file_faults(tmp_path)) == 2


def test_a_tree_without_fcitx_is_refused_unless_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(Refused, match="no Chinese can be typed"):
        assemble(Parts(LINUX, tmp_path), tmp_path / "out", lambda line: None)
    assert not (tmp_path / "out").exists()
    assert len(input_plugins(tmp_path)) == 2
    words = ["--target", "linux-x64", "--runtime", str(tmp_path), "-o", str(tmp_path / "out")]
    assert main(words) == 2
    assert "--without-input-method" in capsys.readouterr().err


def test_a_bundle_that_is_refused_leaves_nothing_behind(tmp_path: Path) -> None:
    parts = Parts(LINUX, tmp_path / "none", without_input_method=True)
    with pytest.raises(Refused, match="is not there"):
        assemble(parts, tmp_path / "out", lambda line: None)
    assert list((tmp_path / "out").iterdir()) == []
