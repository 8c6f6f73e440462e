"""What Chinese is typed by on Linux: Qt's plugins for fcitx and ibus, in a bundle's tree."""

import shutil
from pathlib import Path

FOLDER = Path("site/PySide6/Qt/plugins/platforminputcontexts")
PLUGINS = {
    "fcitx": "libfcitxplatforminputcontextplugin.so",
    "ibus": "libibusplatforminputcontextplugin.so",
}
"""UOS and Kylin use fcitx, Debian's desktops ibus; PySide6's wheels carry the second one only."""


def input_plugins(tree: Path) -> list[str]:
    """Return which plugins a tree lacks, each as "fcitx: file"."""
    return [
        f"{name}: {file}" for name, file in PLUGINS.items() if not (tree / FOLDER / file).is_file()
    ]


def put_input_method(folder: Path, tree: Path, licences: Path) -> None:
    """Copy the plugins that `input_method/fcitx_plugin.sh` made, and their licences."""
    for plugin in folder.glob("*.so"):
        shutil.copyfile(plugin, tree / FOLDER / plugin.name)
    for text in folder.glob("*.txt"):
        shutil.copyfile(text, licences / text.name)
