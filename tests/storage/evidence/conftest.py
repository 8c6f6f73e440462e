"""A data folder's evidence with one picture, of which small copies are made."""

from pathlib import Path

import pytest

from inspector.storage.evidence.evidence_files import EvidenceFiles, StoredFile
from tests.storage.evidence.pictures import encoded, scene


@pytest.fixture
def files(tmp_path: Path) -> EvidenceFiles:
    return EvidenceFiles(tmp_path)


@pytest.fixture
def kept(files: EvidenceFiles) -> StoredFile:
    """A picture of 800 by 600."""
    return files.keep(encoded(scene(800, 600), "PNG"), "png")
