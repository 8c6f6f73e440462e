"""What could not be written is kept as a file and comes back as it was."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from inspector.domain.checklist.category import Category
from inspector.domain.finding.recheck import RecheckOutcome
from inspector.domain.record.amendment import Amendment
from inspector.domain.record.signature import Signature
from inspector.domain.visit.evidence import Evidence, EvidenceKind, EvidenceOrigin, EvidenceRole
from inspector.domain.visit.inspection import Answer, Verdict
from inspector.domain.visit.patrol import PatrolEntry
from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.workspace.evidence.pending_photos import (
    PhotoPending,
    PhotoStandsPending,
    PicturesDonePending,
)
from inspector.workspace.pending.pending_records import AmendmentPending, SignaturePending
from inspector.workspace.pending.pending_writes import (
    AnswersPending,
    LeftOutPending,
    OnDutyPending,
    PatrolPending,
    Pending,
    PhrasePending,
    PlacePending,
    RecheckPending,
    WatchPending,
)
from inspector.workspace.recovery import Recovery

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
PHOTO = Evidence(
    "1", "d" * 64, "jpg", 1000, EvidenceKind.PHOTO, EvidenceRole.FOUND, "图 1.jpg",
    EvidenceOrigin.PASTED, NOON, "v", "c", "a", None, 640, 480, NOON.replace(tzinfo=None),
)  # fmt: skip
EVERY_KIND: list[Pending] = [
    AnswersPending(
        "v",
        "c",
        (
            Answer(
                "a", Verdict.DEDUCT, 2, None, 150, ("未起身",), "备注\n二", (100, 200), True, ""
            ),
            Answer("b", Verdict.PASS, option=0),
        ),
        ("d",),
        "e",
    ),
    AnswersPending("v", "c", ()),
    LeftOutPending("v", "c", True, "停用"),
    OnDutyPending("v", "c", "1004", "张三"),
    PlacePending("v", "c", None),
    PhrasePending("p", "a", "未起身"),
    WatchPending("v", "c", "a", NOON),
    WatchPending("v"),
    PatrolPending(
        "v",
        (
            PatrolEntry(
                "1", "v", "c", NOON, "入口", Category.CLEANLINESS, "i", "地面有水", "", True
            ),
            PatrolEntry("2", "v", "d", NOON),
        ),
        ("c", "d"),
    ),
    RecheckPending("v", "f", RecheckOutcome.FAILED, "还是没有"),
    RecheckPending("v", "f", None),
    PhotoPending(PHOTO),
    PhotoPending(replace(PHOTO, kind=EvidenceKind.FILE, width=None, height=None, taken_at=None)),
    PhotoStandsPending(replace(PHOTO, annotated="c" * 64, item_id="b"), None, NOON),
    PhotoStandsPending(PHOTO, True, NOON),
    PicturesDonePending("pictures-done.v", "[]"),
    SignaturePending("v", Signature("王经理", (((1, 2), (3, 4)), ((5, 6), (7, 8))), "", NOON, "s")),
    SignaturePending("v", Signature("王经理", (), "不同意", NOON, "s")),
    AmendmentPending(Amendment("a", "v", "一人次", "看错", "甲", NOON, "c", None)),
]


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder that looks like one with data."""
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / DATABASE_FILE).touch()
    return folder


def test_every_kind_comes_back_as_it_was(folder: Path) -> None:
    Recovery(folder).keep(EVERY_KIND)
    assert Recovery(folder).read().waiting == tuple(EVERY_KIND)


def test_what_was_written_is_no_longer_there(folder: Path) -> None:
    recovery = Recovery(folder)
    path = recovery.keep(EVERY_KIND)
    assert path is not None
    assert path.parent == folder
    recovery.keep([])
    assert not path.exists()
    assert Recovery(folder).read().waiting == ()


def test_a_drive_that_is_gone_takes_nothing_and_the_home_does(folder: Path) -> None:
    (folder / DATABASE_FILE).unlink()
    path = Recovery(folder).keep(EVERY_KIND)
    assert path is not None
    assert path.parent != folder
    assert list(folder.iterdir()) == []
    (folder / DATABASE_FILE).touch()  # plugged in again
    again = Recovery(folder)
    assert again.read().waiting == tuple(EVERY_KIND)
    again.keep(EVERY_KIND[:1])
    assert not path.exists(), "what is stale is gone"
    assert Recovery(folder).read().waiting == tuple(EVERY_KIND[:1])


def test_a_file_of_a_version_that_knew_answers_only_is_read(folder: Path) -> None:
    (folder / "inspector-unsaved.json").write_text(
        '{"format": 1, "serial": 7, "waiting": [{"kind": "answers", "write": {"inspection_id":'
        ' "v", "scorecard_id": "c", "answers": [{"item_id": "a", "verdict": "pass", "count": 0,'
        ' "option": null, "measured": null, "phrases": [], "note": "", "samples": [], "praised":'
        ' false, "correction": null}], "cleared": [], "next_item": "b"}}]}',
        "utf-8",
    )
    (waiting,) = Recovery(folder).read().waiting
    assert waiting == AnswersPending("v", "c", (Answer("a", Verdict.PASS),), (), "b")


def test_two_folders_do_not_meet(folder: Path, tmp_path: Path) -> None:
    for each in (folder, tmp_path / "other"):
        each.mkdir(exist_ok=True)
        (each / DATABASE_FILE).unlink(missing_ok=True)
    Recovery(folder).keep(EVERY_KIND)
    assert Recovery(tmp_path / "other").read().waiting == ()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b'{"format": 2, "serial": 1, "waiting": []}',
        b'{"format": 1, "serial": 1, "waiting": [{"kind": "x", "write": {}}]}',
        b'{"format": 1, "serial": 1, "waiting": [{"kind": "place", "write": {"item_id": 1}}]}',
        b"\xff\xfe",
    ],
)
def test_a_file_of_something_else_is_kept_and_no_obstacle(folder: Path, content: bytes) -> None:
    path = Recovery(folder).keep(EVERY_KIND)
    assert path is not None
    path.write_bytes(content)
    read = Recovery(folder).read()
    assert read.waiting == ()
    (aside,) = read.unreadable
    assert aside.read_bytes() == content
    assert not path.exists()
