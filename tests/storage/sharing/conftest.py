"""A small bundle that was really written, and the laptop that signs it."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias

import pytest

from inspector.domain.sharing.laptop import LaptopIdentity, new_identity
from inspector.domain.sharing.manifest import Manifest, Scope
from inspector.domain.sharing.travelling import Kind, Rows, Travelling, digest_of
from inspector.storage.files.whole_files import Progress, unheard
from inspector.storage.sharing.bundle_writing import (
    BundleWritten,
    EvidenceFile,
    work_files,
    write_bundle,
)

ME = new_identity("me", "K7M", "East group")

Write: TypeAlias = Callable[..., BundleWritten]


def made(kind: Kind, own: str, rows: Rows, **more: tuple[str, ...]) -> Travelling:
    """Return an object of this laptop's."""
    return Travelling(kind, own, ME.laptop.id, rows, digest_of(kind, own, rows), **more)


OBJECTS = (
    made(Kind.PACK, "p", {"pack": [{"hash": "p", "content": "{}"}]}),
    made(Kind.VISIT, "v", {"inspection": [{"id": "v", "site_name": "城东厅", "score": 9_500}]}),
    made(Kind.VISIT, "w", {"inspection": [{"id": "w", "site_name": "\ud800", "score": 9_400}]}),
    made(Kind.EVENT, "e", {"finding_event": [{"id": "e"}]}, parents=("d",)),
)
PHOTOS = (b"a photo", b"another photo" * 1000)


def manifest() -> Manifest:
    return Manifest("b", ME.laptop, datetime(2026, 11, 29, 6, tzinfo=UTC), 17, Scope(since=3))


@pytest.fixture
def photos(tmp_path: Path) -> list[EvidenceFile]:
    """Two files of evidence on disk."""
    return [kept(tmp_path / "evidence", photo) for photo in PHOTOS]


def kept(folder: Path, content: bytes) -> EvidenceFile:
    """Return a file of evidence that lies in a folder."""
    folder.mkdir(exist_ok=True)
    digest = hashlib.sha256(content).hexdigest()
    path = folder / f"{digest}.jpg"
    path.write_bytes(content)
    return EvidenceFile(digest, "jpg", len(content), path)


@pytest.fixture
def write(tmp_path: Path, photos: list[EvidenceFile]) -> Write:
    """What writes a bundle to a path."""

    def write(
        target: Path,
        passphrase: str = "",
        objects: Sequence[Travelling] = OBJECTS,
        evidence: Iterable[EvidenceFile] = photos,
        identity: LaptopIdentity = ME,
        progress: Progress = unheard,
    ) -> BundleWritten:
        with work_files(tmp_path) as work:
            for kind in Kind:
                work.put(kind, [each for each in objects if each.kind is kind], lambda: None)
            return write_bundle(
                target, manifest(), work, evidence, identity.sign, passphrase, progress
            )

    return write


_WRITTEN: list[bytes] = []
"""The small bundle's bytes, once it was written in this run."""


@pytest.fixture
def bundle(tmp_path: Path, write: Write) -> Path:
    """A bundle in a folder of its own."""
    path = tmp_path / "stick" / "east.inspx"
    path.parent.mkdir()
    if not _WRITTEN:
        write(path)
        _WRITTEN.append(path.read_bytes())
    path.write_bytes(_WRITTEN[0])
    return path
