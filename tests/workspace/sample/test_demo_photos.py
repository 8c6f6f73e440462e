"""Photos of the sample: drawn, small, of what they are said to show; they change no visit."""

from contextlib import closing
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from inspector.domain.visit.evidence import EvidenceRole
from inspector.domain.visit.inspection import Answer, InspectionKind, Verdict
from inspector.workspace.sample.demo import write_demo
from inspector.workspace.sample.scenes import at_lanes, at_windows, in_public
from inspector.workspace.sample.scenes.canvas import HIGH, WIDE
from inspector.workspace.sample.scenes.scene_choice import scene_of
from inspector.workspace.workspace import Workspace

LAST = date(2026, 11, 27)
SCENES = [
    scene
    for room in (at_lanes, at_windows, in_public)
    for name, scene in vars(room).items()
    if not name.startswith("_") and getattr(scene, "__module__", "") == room.__name__
]


@pytest.mark.ci
def test_every_scene_is_a_small_photo_before_and_after() -> None:
    assert len(SCENES) >= 20
    sizes = set()
    for scene in SCENES:
        before, after = (scene(right).jpeg() for right in (False, True))
        assert before != after, scene
        for made in (before, after):
            assert len(made) < 60_000, scene
            with Image.open(BytesIO(made)) as photo:
                photo.load()
                sizes.add(photo.size)
    assert {width > height for width, height in sizes} == {True, False}
    assert {width / height for width, height in sizes} == {w / h for w, h in (WIDE, HIGH)}


def test_a_scene_is_of_what_was_said() -> None:
    def drawn(item: str, *phrases: str, lane: bool = False) -> object:
        return scene_of(item, phrases, at_a_lane=lane)

    assert drawn("pause-sign", "离座未放暂停牌") is at_windows.without_sign
    assert drawn("pause-sign", "人在座却放暂停牌") is None
    assert drawn("accessible", "盲道被占") is in_public.blocked_ramp
    assert drawn("accessible", "无坡道") is None
    assert drawn("no-phone", "当班看视频") is at_windows.on_the_phone
    assert drawn("no-phone", "当班看视频", lane=True) is at_lanes.phone_in_booth
    assert drawn("plain-words", "术语未解释") is None  # it cannot be seen


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The same sample with photos and without."""
    folder = tmp_path_factory.mktemp("photos")
    for name, photos in (("with", True), ("without", False)):
        write_demo(folder / name, 8, 1, LAST, rounds=True, photos=photos)
    return folder / "with", folder / "without"


def _answers(folder: Path) -> list[Answer]:
    with closing(Workspace(folder)) as workspace:
        return [
            answer
            for line in workspace.inspections.completed(99)
            for sheet in (workspace.inspections.sheet(line.inspection.id),)
            for card in sheet.scorecards
            for answer in sheet.answers_of(card).values()
        ]


def _begun(folder: Path) -> list[str]:
    with closing(Workspace(folder)) as workspace:
        return [line.inspection.id for line in workspace.inspections.unfinished()]


@pytest.mark.ci
def test_visits_are_the_same_with_photos_and_without(folders: tuple[Path, Path]) -> None:
    assert _answers(folders[0]) == _answers(folders[1])
    assert _begun(folders[0]) == _begun(folders[1])
    assert not list((folders[1] / "evidence").rglob("*.jpg"))


def test_photos_are_of_deductions_and_praise_and_some_are_pairs(
    folders: tuple[Path, Path],
) -> None:
    roles, praised, patrolled = set(), 0, 0
    with closing(Workspace(folders[0])) as workspace:
        for line in workspace.inspections.completed(99):
            sheet = workspace.inspections.sheet(line.inspection.id)
            for photo in workspace.evidence.of_inspection(line.inspection.id):
                roles.add(photo.role)
                if photo.role is EvidenceRole.RECHECKED:
                    continue
                if line.inspection.kind is InspectionKind.PATROL:
                    noted = workspace.patrols.entries(line.inspection.id)
                    assert photo.item_id in {entry.id for entry in noted}
                    patrolled += 1
                    continue
                card = next(card for card in sheet.scorecards if card.id == photo.scorecard_id)
                answer = sheet.answers_of(card)[photo.item_id or ""]
                assert answer.verdict is Verdict.DEDUCT or answer.praised
                praised += answer.praised
            for finding in workspace.inspections.findings(line.inspection.id):
                shown = workspace.evidence.of_finding(finding.id)
                roles |= {photo.role for photo in shown}
                if len(shown) > 1:
                    assert len({photo.digest for photo in shown}) > 1
    assert roles == set(EvidenceRole)
    assert praised
    assert patrolled
    files = list((folders[0] / "evidence").rglob("*.jpg"))
    assert sum(file.stat().st_size for file in files) < 1_500_000
