"""Photos in memory: what is not wanted is not read, what was used least recently is let go."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from inspector.domain.errors import NotFoundError
from inspector.domain.visit.evidence import Evidence, EvidenceOrigin, EvidenceRole
from inspector.gui.photos.photo_cache import LARGE, SMALL, PhotoCache
from inspector.gui.session import Session
from inspector.workspace.workspace import Workspace
from tests.photos import jpeg

EACH = 640 * 480 * 4
"""Bytes of a photo of these tests in memory."""


@pytest.fixture
def session(tmp_path: Path, qapp: QApplication) -> Iterator[Session]:
    with closing(Workspace(tmp_path / "data")) as workspace:
        yield Session(workspace)


def photos(session: Session, count: int) -> list[Evidence]:
    book = session.workspace.evidence
    read = [book.prepare(jpeg(f"#{20 * number:02x}4060")) for number in range(count)]
    return [book.made(each, EvidenceOrigin.PASTED, EvidenceRole.FOUND) for each in read]


def there(cache: PhotoCache, evidence: list[Evidence], side: int = LARGE) -> list[bool]:
    return [isinstance(cache.get(each, side), QImage) for each in evidence]


def test_what_was_used_least_recently_is_let_go_and_what_is_wanted_stays(
    session: Session,
) -> None:
    cache, page = PhotoCache(session, 2 * EACH), QObject()
    evidence = photos(session, 4)
    for each in evidence[:2]:
        cache.want(page, [each], LARGE)
        cache.finish()
    assert there(cache, evidence[:1]) == [True]  # used again, and so the later one
    cache.want(page, [evidence[2]], LARGE)
    cache.finish()
    assert there(cache, evidence) == [True, False, True, False]
    cache.want(page, evidence, LARGE)
    cache.finish()
    assert there(cache, evidence) == [True] * 4  # whatever the bound, one sees what one wants
    assert cache.jobs == 5
    cache.want(page, (), LARGE)
    assert there(cache, evidence).count(True) == 2


def test_what_nobody_wants_any_more_is_not_read(session: Session) -> None:
    cache, strip, viewer = PhotoCache(session), QObject(), QObject()
    evidence = photos(session, 8)
    cache.want(strip, evidence[:7], SMALL)
    cache.want(viewer, evidence[7:], LARGE)
    cache.want(strip, evidence[6:7], SMALL)
    cache.finish()
    assert there(cache, evidence[7:]) == [True]
    assert there(cache, evidence[:7], SMALL) == [True] + [False] * 5 + [True]
    assert cache.jobs == 3  # the first was being read already


def test_what_could_not_be_read_is_tried_again_the_next_time(session: Session) -> None:
    cache, page = PhotoCache(session), QObject()
    (evidence,) = photos(session, 1)
    path = session.workspace.evidence.path_of(evidence)
    content = path.read_bytes()
    path.unlink()
    for _ in range(2):
        cache.want(page, [evidence], LARGE)
        cache.finish()
        assert isinstance(cache.get(evidence, LARGE), NotFoundError)
    assert cache.jobs == 1
    path.write_bytes(content)
    cache.want(page, (), LARGE)
    cache.want(page, [evidence], LARGE)
    cache.finish()
    assert there(cache, [evidence]) == [True]


def test_one_session_has_one_cache(session: Session) -> None:
    assert PhotoCache.of(session) is PhotoCache.of(session)
