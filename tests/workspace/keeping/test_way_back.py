"""What a backup lacks is told whole: steps of findings as well, a morning meeting's among them."""

from contextlib import closing
from pathlib import Path

import pytest

from inspector.storage.backups.daily_backups import make_backup
from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.workspace.keeping.damage_words import missing_sentence
from inspector.workspace.keeping.restore_from_backup import way_back
from inspector.workspace.workspace import Workspace
from tests.storage.make_released import Maker
from tests.workspace.keeping.test_tampering import LATER


def lacking(folder: Path) -> str:
    way = way_back(folder)
    assert way is not None
    return missing_sentence(way.missing)


@pytest.mark.ci
def test_steps_of_findings_are_counted(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    Maker(folder).make()  # type: ignore[no-untyped-call]
    make_backup(folder / DATABASE_FILE, folder / "backups", LATER)
    assert lacking(folder) == "Nothing that can still be read came since."
    with closing(Workspace(folder)) as workspace:
        ids = [row["id"] for row in workspace.database.rows("SELECT id FROM finding LIMIT 2")]
        workspace.findings.note(ids, "已提醒", by="王")
    assert lacking(folder) == "What came since would be missing: 2 steps of findings."
