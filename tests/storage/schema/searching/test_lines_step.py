"""Step 32: every finding of an older folder has its short row, and nothing else changes."""

import os
from contextlib import closing
from pathlib import Path

import pytest

from inspector.storage.database_opening import open_database
from inspector.storage.stores.ledger.finding_lines import FindingLines
from tests.storage.released import everything, unpack
from tests.storage.schema.sharing.killed_step import brought_to, require_untouched_when_killed


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A folder of the step before."""
    path = unpack("v6", tmp_path / "old")
    brought_to("m031_asked", path)
    return path


def test_every_finding_has_its_short_row(old: Path) -> None:
    before = everything(old)
    with closing(open_database(old)) as database:
        assert not FindingLines(database).differ()
        assert database.is_as_made()
    after = everything(old)
    assert len(after.pop("finding_line")) == len(before["finding"]) > 0
    steps = "_sqlite_migrations"
    assert {**after, steps: ()} == {**before, steps: ()}


@pytest.mark.ci
@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("words", ["TABLE finding_line", "finding_line (", "finding_line_gone"])
def test_killed_within_the_step_it_is_as_it_was(words: str, old: Path) -> None:
    require_untouched_when_killed(old, words)
    with closing(open_database(old)) as database:
        assert not FindingLines(database).differ()
