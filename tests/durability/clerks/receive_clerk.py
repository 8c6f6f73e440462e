"""Takes a bundle into folders: python -m tests.durability.clerks.receive_clerk BUNDLE FOLDER…

Says "took N" when the N-th has it, counted from 1, and "done" at the end. It knows nothing of who
cuts its power.
"""

import sys
from contextlib import closing
from pathlib import Path

from inspector.workspace.folder_opening import open_beside
from inspector.workspace.sharing.receiving import Receiving


def _say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    bundle, *folders = map(Path, sys.argv[1:])
    for number, folder in enumerate(folders, 1):
        with closing(open_beside(folder)) as workspace:
            workspace.of(Receiving).take_in(bundle)
        _say("took", number)
    _say("done")
