"""What is said while a folder is got ready: also of the part that tells no percent."""

from inspector.storage.database.getting_ready import GettingReady
from inspector.workspace.getting_ready_words import getting_ready_sentence


def test_a_backup_that_was_copied_is_checked() -> None:
    words = [getting_ready_sentence(GettingReady.COPYING, done, 8) for done in (0, 7, 8)]
    assert [each.rpartition(": ")[2] for each in words] == ["0 %", "87 %", "it is being checked…"]
