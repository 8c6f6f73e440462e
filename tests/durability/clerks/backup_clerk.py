"""Backs up without end: python -m tests.durability.clerks.backup_clerk WHAT FOLDER PLACE FIRST.

WHAT is `snapshots`, with the second copy at PLACE, or `file`, all in one file there; all of it is
cut into small volumes. Says "making N", each file that it opens, renames or removes meanwhile, and
"made N". It knows nothing of who kills it, or cuts its power.
"""

import sys
from itertools import count
from pathlib import Path

from inspector.storage.backups.second_target import SecondTarget
from inspector.storage.files import volumes
from inspector.workspace.keeping.backups import back_up, write_full_backup
from tests.durability.clerks.backups_found import ID, LIMIT, moment_of

_TOLD = {"open", "os.rename", "os.remove"}


def back_up_without_end(what: str, folder: Path, place: Path, first: int) -> None:
    """Make one after the other, each a second later; what fails ends it."""
    volumes.VOLUME_BYTES = LIMIT
    target = SecondTarget(place, ID)
    for number in count(first):
        _say("making", number)
        if what == "snapshots":
            outcome = back_up(folder, moment_of(number), target)
            if error := outcome.error or outcome.copy_error:
                raise error
        else:
            write_full_backup(folder, place / f"all-{number}.zip", moment_of(number))
        _say("made", number)


def _tell(event: str, words: tuple[object, ...]) -> None:
    if event in _TOLD and ".py" not in str(words[0]):
        _say("at", event)


def _say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.addaudithook(_tell)
    back_up_without_end(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]))
