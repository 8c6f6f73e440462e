"""Chinese under fcitx, which UOS and Kylin use: Qt has to be told, and to have the plugin.

PySide6's wheels bring the plugin of ibus, not that of fcitx. Knows nothing of windows.
"""

import os
from collections.abc import Mapping, MutableMapping

from PySide6.QtCore import QLibraryInfo

from inspector.translation import tr

TOLD = "QT_IM_MODULE"
"""What Qt goes by, unless QT_IM_MODULES (Qt 6.7) lists several."""


def tell_qt(environment: MutableMapping[str, str] = os.environ) -> str:
    """Let Qt take fcitx where the session has it; return how to get its plugin ('': it is there).

    To be called before there is an application.
    """
    if not uses_fcitx(environment):
        return ""
    if not environment.get("QT_IM_MODULES"):
        environment[TOLD] = "fcitx"  # not fcitx5: only one of the two plugins has that name, too
    folders = [QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)]
    folders[:0] = environment.get("QT_PLUGIN_PATH", "").split(os.pathsep)
    inputs = [os.path.join(folder, "platforminputcontexts") for folder in folders if folder]
    if any(_has_plugin(folder) for folder in inputs):
        return ""
    return tr(
        "Under fcitx no Chinese can be typed, as this Qt has no plugin for it. On Debian:"
        " sudo apt-get install fcitx-frontend-qt6 && ln -s"
        " /usr/lib/*/qt6/plugins/platforminputcontexts/libfcitxplatforminputcontextplugin-qt6.so"
        " {folder}",
        folder=inputs[-1],
    )


def uses_fcitx(environment: Mapping[str, str]) -> bool:
    """Tell whether the session types by fcitx; Qt's own variables come first.

    Without them, Wayland's compositor speaks with fcitx itself, and X11's other programs know.
    """
    for name in ("QT_IM_MODULES", TOLD):
        if environment.get(name):
            return "fcitx" in environment[name]
    if environment.get("WAYLAND_DISPLAY"):
        return False
    return any("fcitx" in environment.get(name, "") for name in ("XMODIFIERS", "GTK_IM_MODULE"))


def _has_plugin(folder: str) -> bool:
    try:
        return any("fcitx" in name for name in os.listdir(folder))
    except OSError:  # there is no such folder
        return False
