"""Where an erased photo would stand the window says so, and when; it never looks broken."""

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from inspector.domain.personal.personal_errors import PhotoErasedError
from inspector.domain.visit.evidence import Evidence
from inspector.gui.photos.before_after import BeforeAfter
from inspector.gui.photos.photo_cache import LARGE, SMALL, PhotoCache
from inspector.gui.photos.photo_words import missing_words
from inspector.gui.session import Session
from inspector.workspace.workspace import Workspace
from tests.workspace.personal.people import NOON, fill
from tests.workspace.visiting import Clock


@pytest.fixture
def session(tmp_path: Path, qapp: QApplication) -> Iterator[Session]:
    with closing(Workspace(tmp_path / "data", Clock(NOON))) as workspace:
        fill(workspace)
        yield Session(workspace)


@pytest.fixture
def photo(session: Session) -> Evidence:
    (visit,) = session.workspace.inspection_store.sealed_ids()
    (photo,) = session.workspace.evidence.of_inspection(visit)
    return photo


def erase(session: Session) -> None:
    tomorrow = NOON.date() + timedelta(days=1)
    session.workspace.erasures.erase_photos(tomorrow, "满期", "周某")


def test_a_photo_that_is_in_memory_still_is_not_shown_once_it_is_erased(
    session: Session, photo: Evidence
) -> None:
    cache, page = PhotoCache(session), QObject()
    cache.want(page, [photo], LARGE)
    cache.finish()
    assert isinstance(cache.get(photo, LARGE), QImage)
    erase(session)
    for side in (SMALL, LARGE):
        why = cache.get(photo, side)
        assert isinstance(why, PhotoErasedError)
        assert missing_words(why) == "The photo was erased by rule (2026-11-27)."


def test_beside_a_finding_it_is_told_as_well(session: Session, photo: Evidence) -> None:
    pair = BeforeAfter(session)
    pair.show_finding([photo])
    assert "erased" not in pair.accessibleDescription()
    erase(session)
    pair.show_finding([])
    pair.show_finding([photo])
    assert "The photo was erased by rule (2026-11-27)." in pair.accessibleDescription()
    assert not pair.grab().isNull()
