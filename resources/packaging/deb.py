"""python resources/packaging/deb.py TREE -o FOLDER [--id ID] [--menu]

Packs an assembled program for Linux up as a .deb by the rules of UOS's shop: everything below
/opt/apps/ID, `info`, `entries` and `files`, a version of four numbers, no script, no dependency,
xz. UOS finds the menu entry there, and what kind of file a bundle (.inspx) is. Kylin and Debian
look in /usr/share alone, and there is no script that could link it: `--menu` adds the entry, its
icon and the kind of file there as three plain files, which dpkg removes as it does all others.
UOS's shop would refuse that; dpkg on UOS takes it, too.

The id is no organisation's: `.internal` is set aside for ever for what has no domain of its own.
Who hands the package in at a shop needs a domain and names an id below it by --id.
"""

import argparse
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from assembled_tree import Tree, TreeError, is_executable, megabytes, moment, read_tree

ID = "internal.inspector.desk"
ARCHITECTURES = {"linux-x64": "amd64"}
BUNDLE = "application/x-inspector-bundle"
"""What a .inspx is to a file manager, whatever id the package has."""
NAME, NAME_ZH = "Service window inspection", "文明窗口现场检查"
PERMISSIONS = (
    "autostart", "notification", "trayicon", "clipboard", "account", "bluetooth", "camera",
    "audio_record", "installed_apps",
)  # fmt: skip
ASKED = ("clipboard",)  # photos are pasted


def four_parts(version: str) -> str:
    """Return a version as UOS wants it: 0.1.0 is 0.1.0.0; raises TreeError for a trial version."""
    parts = version.split(".")
    if not all(part.isdecimal() for part in parts) or len(parts) > 4:
        raise TreeError(f"{version} is no version of numbers alone")
    return ".".join((parts + ["0"] * 4)[:4])


def write_deb(tree: Tree, output: Path, app: str = ID, *, menu: bool = False) -> Path:
    """Write the package into the folder `output`; return it. Raises TreeError."""
    if not re.fullmatch(r"[a-z][a-z0-9]*(\.[a-z][a-z0-9-]*){2,}", app):
        raise TreeError(f"{app} is no reverse domain of three small words or more")
    if tree.target not in ARCHITECTURES:
        raise TreeError(f"{tree.target} takes no .deb")
    architecture, version = ARCHITECTURES[tree.target], four_parts(tree.version)
    output.mkdir(parents=True, exist_ok=True)
    name = f"{app}_{version}_{architecture}{'_menu' if menu else ''}.deb"
    # On the disk of the result: the system's own place for drafts may be small.
    with tempfile.TemporaryDirectory(prefix=".deb-", dir=output) as draft:
        root = Path(draft) / "root"
        home = root / "opt" / "apps" / app
        _copy(tree, home / "files")
        _write(home / "info", json.dumps(_info(app, version, architecture), ensure_ascii=False,
                                         indent=2))  # fmt: skip
        icon = tree.folder / "site/inspector/_bundled/resources/icons/inspector.svg"
        shares = [home / "entries"] + ([root / "usr" / "share"] if menu else [])
        for share in shares:
            _write(share / "applications" / f"{app}.desktop", _entry(app))
            _write(share / "mime" / "packages" / f"{app}.xml", _kinds(app))
            target = share / "icons" / "hicolor" / "scalable" / "apps" / f"{app}.svg"
            target.parent.mkdir(parents=True)
            shutil.copyfile(icon, target)
        _write_control(root, app, version, architecture)
        _settle(root, moment(tree))
        package = Path(draft) / name
        _build(root, package, moment(tree))
        package.replace(output / name)
    return output / name


def _copy(tree: Tree, target: Path) -> None:
    for path in tree.entries():
        if path.is_symlink() and (
            os.path.isabs(os.readlink(path)) or not path.resolve().is_relative_to(tree.folder)
        ):
            raise TreeError(f"{path} leads out of the program")
    shutil.copytree(tree.folder, target, symlinks=True)


def _info(app: str, version: str, architecture: str) -> dict[str, object]:
    return {
        "appid": app,
        "name": NAME_ZH,
        "version": version,
        "arch": [architecture],
        "permissions": {name: name in ASKED for name in PERMISSIONS},
        "support-plugins": [],
        "plugins": [],
    }


def _entry(app: str) -> str:
    return f"""[Desktop Entry]
Type=Application
Name={NAME}
Name[zh_CN]={NAME_ZH}
Comment=On-site inspection of service windows, offline
Comment[zh_CN]=逐个窗口检查服务礼仪、文明用语、操作规范、环境卫生，不联网
Exec=/opt/apps/{app}/files/inspector %f
MimeType={BUNDLE};
Icon={app}
Terminal=false
Categories=Office;
StartupWMClass=inspector
StartupNotify=true
"""


def _kinds(app: str) -> str:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="{BUNDLE}">
    <comment>Bundle of service window inspections</comment>
    <comment xml:lang="zh_CN">窗口检查交换包</comment>
    <sub-class-of type="application/zip"/>
    <icon name="{app}"/>
    <glob pattern="*.inspx"/>
    <glob pattern="*.inspx.001"/>
  </mime-type>
</mime-info>
"""


def _write_control(root: Path, app: str, version: str, architecture: str) -> None:
    files = sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    size = sum(path.stat().st_size for path in files)
    sums = []
    for path in files:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "md5").hexdigest()  # what `dpkg --verify` reads
        sums.append(f"{digest}  {path.relative_to(root).as_posix()}\n")
    control = f"""Package: {app}
Version: {version}
Architecture: {architecture}
Maintainer: inspector <nobody@inspector.internal>
Installed-Size: {-(-size // 1024)}
Section: utils
Priority: optional
Description: On-site inspection of service windows, offline
 {NAME_ZH}：打分、整改台账、通报、晨会，数据都在本机，不联网。
 .
 Everything it needs is inside: Python, Qt, SQLite.
"""
    _write(root / "DEBIAN" / "control", control)
    _write(root / "DEBIAN" / "md5sums", "".join(sums))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text if text.endswith("\n") else f"{text}\n", "utf-8", newline="\n")


def _settle(root: Path, seconds: int) -> None:
    """Give everything the rights and the moment that do not tell where it was made."""
    for path in (root, *root.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or is_executable(path) else 0o644)
        os.utime(path, (seconds, seconds), follow_symlinks=False)


def _build(root: Path, package: Path, seconds: int) -> None:
    done = subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", root, package],
        env=os.environ | {"SOURCE_DATE_EPOCH": str(seconds), "LC_ALL": "C"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
    )
    if done.returncode:
        raise TreeError(f"dpkg-deb: {done.stderr.strip()}")


def main() -> int:
    """Read the words behind the name; return the exit code."""
    parser = argparse.ArgumentParser(description="Pack an assembled program up as a .deb.")
    parser.add_argument("tree", type=Path, metavar="TREE", help="what bundle.py made")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--id", default=ID, help=f"reverse domain; {ID} unless given")
    parser.add_argument(
        "--menu", action="store_true", help="also into the menus of Kylin and Debian"
    )
    options = parser.parse_args()
    try:
        tree = read_tree(options.tree)
        package = write_deb(tree, options.output, options.id, menu=options.menu)
    except TreeError as error:
        print(f"deb.py: {error}", file=sys.stderr)
        return 1
    print(f"{package}: {megabytes(package.stat().st_size)} of {megabytes(tree.bytes())}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
