"""Without LibreOffice its tests are skipped by name, or fail where it is required."""

from pathlib import Path

import pytest

from tests.excel.libreoffice import REQUIRED, find_libreoffice


def test_without_libreoffice_the_skip_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv(REQUIRED, raising=False)
    with pytest.raises(pytest.skip.Exception, match="soffice"):
        find_libreoffice(tmp_path)


def test_where_it_is_required_its_absence_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv(REQUIRED, "1")
    with pytest.raises(pytest.fail.Exception, match=REQUIRED):
        find_libreoffice(tmp_path)
