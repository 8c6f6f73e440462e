"""What an administrator has ruled is grey in the window, says so, and holds; through main()."""

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton

from inspector.gui.data.data_page import DataPage
from inspector.gui.frame.main_window import MainWindow
from inspector.workspace.preferences import SHOW_NAMES
from tests.conftest import RunMain
from tests.gui.data.widgets import find


@pytest.mark.ci
def test_a_ruled_preference_is_grey_and_there_is_no_usb_copy(
    run_main: RunMain, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "program" / "python"))
    (tmp_path / "program").mkdir()
    rules = tmp_path / "program" / "inspector.policy.toml"
    rules.write_text('names_on_papers = true\nusb_copy = "off"\n', "utf-8")

    def drive(window: MainWindow) -> None:
        page = window.show_page("data")
        assert isinstance(page, DataPage)
        page.show_tab("preferences")
        field = find(page, QComboBox, "preference-show_names")
        assert not field.isEnabled()
        assert field.currentData() == "yes"
        assert field.accessibleDescription() == "Ruled by an administrator"
        assert window.session.workspace.preferences.get(SHOW_NAMES) == "yes"
        page.show_tab("backups")
        assert not find(page, QPushButton, "chooseSecondCopy").isEnabled()
        said = find(page, QLabel, "secondCopy").text()
        assert said == "By an administrator's rule: No USB copy is made."

    assert run_main(drive, "--data", str(tmp_path / "data"), "--lang", "en") == 0


@pytest.mark.ci
def test_a_faulty_file_is_told_at_the_start(
    run_main: RunMain, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "program" / "python"))
    (tmp_path / "program").mkdir()
    (tmp_path / "program" / "inspector.policy.toml").write_text("usb_copy = 1\n", "utf-8")

    def drive(window: MainWindow) -> None:
        assert "is not understood (line 1: usb_copy wants" in window.banner.text
        page = window.show_page("data")
        assert isinstance(page, DataPage)
        page.show_tab("backups")
        said = find(page, QLabel, "secondCopy").text()
        assert said.startswith("No copy to a USB drive: the administrator's file has a fault (line")
        page.show_tab("preferences")
        field = find(page, QComboBox, "preference-show_names")
        assert "has a fault" in field.accessibleDescription()

    assert run_main(drive, "--data", str(tmp_path / "data"), "--lang", "en") == 0
