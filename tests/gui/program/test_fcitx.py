"""Under fcitx Qt is told so, and who lacks its plugin is told how to get it, in one line."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from inspector.gui.program.fcitx import tell_qt, uses_fcitx


@pytest.mark.parametrize(
    ("environment", "fcitx"),
    [
        ({}, False),
        ({"QT_IM_MODULE": "fcitx"}, True),
        ({"QT_IM_MODULE": "fcitx5"}, True),
        ({"XMODIFIERS": "@im=fcitx"}, True),
        ({"GTK_IM_MODULE": "fcitx"}, True),
        ({"QT_IM_MODULES": "wayland;fcitx", "QT_IM_MODULE": "ibus"}, True),
        ({"QT_IM_MODULES": "wayland;ibus", "QT_IM_MODULE": "fcitx"}, False),
        ({"QT_IM_MODULE": "ibus", "XMODIFIERS": "@im=fcitx"}, False),
        ({"QT_IM_MODULE": "", "XMODIFIERS": "@im=fcitx"}, True),
        ({"XMODIFIERS": "@im=ibus", "GTK_IM_MODULE": "ibus"}, False),
        ({"WAYLAND_DISPLAY": "wayland-0", "XMODIFIERS": "@im=fcitx"}, False),
        ({"WAYLAND_DISPLAY": "wayland-0", "QT_IM_MODULE": "fcitx"}, True),
    ],
)
def test_what_the_session_types_by(environment: dict[str, str], fcitx: bool) -> None:
    assert uses_fcitx(environment) is fcitx


@pytest.mark.parametrize("name", ["libfcitxplatforminputcontextplugin-qt6.so", "libfcitx5x.so"])
def test_who_has_the_plugin_is_told_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / "platforminputcontexts").mkdir()
    (tmp_path / "platforminputcontexts" / name).touch()
    session = {"XMODIFIERS": "@im=fcitx", "QT_PLUGIN_PATH": f"{tmp_path / 'none'}:{tmp_path}"}
    assert tell_qt(session) == ""
    assert session["QT_IM_MODULE"] == "fcitx"


def test_a_session_without_fcitx_stays_as_it_is() -> None:
    session = {"QT_IM_MODULE": "ibus"}
    assert tell_qt(session) == ""
    assert session == {"QT_IM_MODULE": "ibus"}


def test_who_lacks_the_plugin_is_told_how_to_get_it() -> None:
    advice = tell_qt({"QT_IM_MODULE": "fcitx"})
    if not advice:
        pytest.skip("this environment was given the plugin")
    assert "\n" not in advice
    assert "apt-get install fcitx-frontend-qt6" in advice
    assert (Path(advice.split()[-1]) / "libibusplatforminputcontextplugin.so").is_file()


@pytest.mark.ci
@pytest.mark.parametrize("method", ["fcitx", "ibus"])
def test_a_start_says_it_in_one_line(home: Path, method: str) -> None:
    if not tell_qt({"QT_IM_MODULE": "fcitx"}):
        pytest.skip("this environment was given the plugin")
    done = subprocess.run(
        [sys.executable, "-m", "inspector", "--data", home / "data", "--exit-when-ready"],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_IM_MODULE": method},
    )
    assert done.returncode == 0
    assert done.stderr.count("fcitx-frontend-qt6") == (method == "fcitx")
