"""The data folder that is worked in: findings of two visits, an open visit, an open patrol."""

from contextlib import closing
from pathlib import Path

from inspector.workspace.workspace import Workspace
from tests.gui.meeting.hall import write_hall
from tests.gui.visits.folder import EAST, start_visit


def write_folder(folder: Path) -> None:
    """Fill `folder`."""
    write_hall(folder)
    with closing(Workspace(folder)) as workspace:
        workspace.patrols.start(EAST, ["王值班"])
        start_visit(workspace)
