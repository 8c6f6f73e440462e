"""Without LibreOffice its tests are skipped by name."""

from pathlib import Path

import pytest

from tests.excel.libreoffice import find_libreoffice


def test_without_libreoffice_the_skip_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(pytest.skip.Exception, match="soffice"):
        find_libreoffice(tmp_path)
