"""A superior's form filled aside: what somebody sees before it is written anywhere."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.gui.papers.paper_preview import FolderAside

if TYPE_CHECKING:
    from inspector.workspace.extent import Extent
    from inspector.workspace.papers.form_papers import FilledForm


@dataclass(frozen=True, slots=True)
class FormDraft:
    """A form, filled with an extent into a file that is gone with its folder."""

    form: Path
    extent: "Extent"
    filled: "FilledForm"
    aside: FolderAside
