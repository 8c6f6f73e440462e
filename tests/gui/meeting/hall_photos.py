"""Photos for the hall of a meeting: lying, upright, in pairs, and none."""

from contextlib import closing
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw

from inspector.domain.visit.evidence import EvidenceOrigin, EvidenceRole
from inspector.workspace.workspace import Workspace
from tests.gui.meeting.hall import write_hall
from tests.gui.visits.folder import EAST

LYING, UPRIGHT = (1600, 1200), (1200, 1600)
SHAPES: dict[str, tuple[tuple[int, int], ...]] = {
    "lying": (LYING,),
    "upright": (UPRIGHT,),
    "lying pair": (LYING, LYING),
    "upright pair": (UPRIGHT, UPRIGHT),
    "none": (),
}
"""Of the first problems of the agenda that have no photo yet."""

LONG_SITE = "江东新区经济技术开发区高新产业园综合服务中心政务服务大厅企业登记与税务联合办理专区东厅"
"""42 characters."""


def scene(size: tuple[int, int], after: bool = False) -> bytes:
    """A JPEG in which one sees which way is up and where its edges are."""
    wide, high = size
    picture = Image.new("RGB", size, "#e8e2d4" if after else "#6e7f95")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, high * 0.62, wide, high), fill="#9a7b55")
    for at in range(0 if after else 5):
        left = wide * (0.08 + 0.18 * at)
        draw.rectangle((left, high * 0.45, left + wide * 0.12, high * 0.64), fill="#c9b27c")
    draw.ellipse((wide * 0.4, high * 0.12, wide * 0.6, high * 0.12 + wide * 0.2), fill="#d8b49c")
    draw.rectangle((2, 2, wide - 3, high - 3), outline="#ffffff", width=8)
    made = BytesIO()
    picture.save(made, "JPEG")
    return made.getvalue()


def write_photo_hall(folder: Path, long_site: bool = False) -> None:
    """Fill `folder` with the hall, photos of every shape at its first problems."""
    write_hall(folder)
    with closing(Workspace(folder)) as workspace:
        site = replace(EAST, name=LONG_SITE) if long_site else EAST
        workspace.roster_store.put([site], [])
        bare = [
            item.finding.id
            for item in workspace.meetings.next_for(site).items
            if not workspace.evidence.of_finding(item.finding.id)
        ]
        for finding_id, shapes in zip(bare, SHAPES.values(), strict=False):
            for shape, role in zip(
                shapes, (EvidenceRole.FOUND, EvidenceRole.REPORTED), strict=False
            ):
                after = role is EvidenceRole.REPORTED
                prepared = workspace.evidence.prepare(scene(shape, after), f"{role}.jpg")
                workspace.evidence.attach_to_finding(
                    prepared, finding_id, EvidenceOrigin.CHOSEN, role
                )
