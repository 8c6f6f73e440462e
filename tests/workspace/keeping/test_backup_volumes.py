"""A backup of everything that is larger than a file of a FAT32 drive may be."""

from datetime import datetime
from pathlib import Path

import pytest

from inspector.domain.errors import MissingVolumeError
from inspector.storage.files import volumes
from inspector.storage.files.volumes import volumes_written
from inspector.storage.locked.guarded_key import guarded_by
from inspector.workspace.keeping.backups import full_backup_sentence, write_full_backup
from inspector.workspace.keeping.restore_from_backup import restore
from inspector.workspace.keeping.verifying import verify_backup
from tests.workspace.keeping.test_locked_backups import IDENTITY, WORDS, lock
from tests.workspace.kept import fill, photos

NOW = datetime(2026, 11, 27, 9, 15, 30)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "desk" / "data"
    fill(folder)
    return folder


@pytest.fixture(params=["open", "locked"])
def written(
    request: pytest.FixtureRequest, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> list[Path]:
    monkeypatch.setattr(volumes, "VOLUME_BYTES", 30_000)
    if request.param == "locked":
        lock(folder, guarded_by(IDENTITY, WORDS))
    assert write_full_backup(folder, tmp_path / "all.zip", NOW) == []
    return volumes_written(tmp_path / "all.zip")


@pytest.mark.ci
def test_it_is_restored_and_verified_from_its_first_file(
    written: list[Path], folder: Path, tmp_path: Path
) -> None:
    assert len(written) > 2
    assert all(path.stat().st_size <= 30_000 for path in written)
    assert f"in {len(written)} files" in full_backup_sentence(tmp_path / "all.zip", [])
    assert restore(written[0], tmp_path / "new", NOW, passphrase=WORDS).missing == 0
    assert len(photos(tmp_path / "new")) == len(photos(folder)) > 0
    assert verify_backup(folder, written[0], WORDS).holds


@pytest.mark.ci
@pytest.mark.parametrize("at", [0, 1, -1])
def test_the_missing_file_is_named(written: list[Path], tmp_path: Path, at: int) -> None:
    missing = written[at]
    missing.unlink()
    left = next(path for path in written if path != missing)
    with pytest.raises(MissingVolumeError) as refused:
        restore(left, tmp_path / "new", NOW, passphrase=WORDS)
    assert refused.value.path == missing
    assert not (tmp_path / "new").exists()
