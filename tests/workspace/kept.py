"""A data folder with something of everything: sealed visits, evidence, an imported pack."""

import shutil
from contextlib import closing
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from inspector.domain.visit.evidence import EvidenceOrigin
from inspector.paths import checklists_folder
from inspector.storage.packs.pack_files import read_pack_folder
from inspector.storage.packs.pack_folder_writing import write_pack_folder
from inspector.workspace.workspace import Workspace
from tests.photos import jpeg
from tests.workspace.evidence_steps import attach
from tests.workspace.visiting import add_site, answer_all, cards, items, start

COLOURS = ("#806040", "#204060")


def fill(folder: Path) -> None:
    """Write a completed visit with two photos, an open one, and a pack of the user's own.

    It is the same folder each time, as a hundred tests begin with one; it was closed.
    """
    shutil.copytree(Path(_filled().name, "data"), folder)


@cache
def _filled() -> "TemporaryDirectory[str]":
    made = TemporaryDirectory()
    fill_anew(Path(made.name, "data"))
    return made


def fill_anew(folder: Path) -> None:
    """Write such a folder, with ids of its own."""
    with closing(Workspace(folder)) as workspace:
        site = add_site(workspace)
        inspection = start(workspace, site)
        for number, colour in enumerate(COLOURS):
            attach(
                workspace.evidence,
                workspace.evidence.prepare(jpeg(colour)),
                inspection,
                cards(workspace, inspection)[number].id,
                items(workspace, inspection)[0].id,
                EvidenceOrigin.PASTED,
            )
        first = items(workspace, inspection)[0].id
        answer_all(workspace, inspection, {0: [first]})
        workspace.inspections.complete(inspection)
        start(workspace, site)
    write_pack_folder(read_pack_folder(checklists_folder() / "hospital"), folder / "packs" / "own")


def photos(folder: Path) -> list[Path]:
    """The evidence files of a folder."""
    return sorted((folder / "evidence").rglob("*.jpg"))


def harm(path: Path, content: bytes = b"harmed") -> None:
    """Overwrite a file, protected or not, as a bad disk does."""
    path.chmod(0o600)
    path.write_bytes(content)
