"""A folder whose papers take their time, and a few megabytes."""

from contextlib import closing
from datetime import date
from io import BytesIO
from pathlib import Path

from PIL import Image

from inspector.domain.visit.evidence import EvidenceOrigin, EvidenceRole
from inspector.workspace.sample.demo import write_demo
from inspector.workspace.workspace import Workspace

PHOTOS = 8


def write_photographed(folder: Path) -> None:
    """Write visits of the last weeks, and a finding with photos of which none is like another."""
    write_demo(folder, 6, 1, date.today())
    with closing(Workspace(folder)) as workspace:
        row = workspace.database.row("SELECT id FROM finding LIMIT 1")
        assert row is not None
        for number in range(PHOTOS):
            buffer = BytesIO()
            Image.effect_noise((3000, 2000), 50 + number).save(buffer, "JPEG")
            kept = workspace.evidence.prepare(buffer.getvalue(), "a.jpg")
            workspace.evidence.attach_to_finding(
                kept, row["id"], EvidenceOrigin.PASTED, EvidenceRole.FOUND
            )
