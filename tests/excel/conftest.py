"""What the workbook tests share."""

import pytest

from tests.excel.libreoffice import LibreOffice, find_libreoffice


@pytest.fixture(scope="session")
def libreoffice(tmp_path_factory: pytest.TempPathFactory) -> LibreOffice:
    """LibreOffice, or a skip that says why."""
    return find_libreoffice(tmp_path_factory.mktemp("libreoffice"))
