"""A bundle is read as it was written, or refused whole: by one error that says why."""

import hashlib
import json
import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest

from inspector.domain.errors import CannotReadError, InspectorError, NotFoundError
from inspector.domain.sharing.laptop import new_identity
from inspector.domain.sharing.manifest import FORMAT
from inspector.domain.sharing.sharing_errors import (
    BundlePassphraseError,
    BundleSignatureError,
    ChangedMemberError,
    CutBundleError,
    LockedBundleError,
    MissingBundleVolumeError,
    MissingMemberError,
    NewerBundleError,
    NotABundleError,
    StrangeMemberError,
    SwollenBundleError,
)
from inspector.domain.sharing.travelling import Kind
from inspector.storage.files import volumes
from inspector.storage.sharing import bundle_reading, checked_bundle
from inspector.storage.sharing.bundle_layout import MANIFEST, SIGNATURE, line_of
from inspector.storage.sharing.bundle_reading import opened_bundle
from inspector.storage.sharing.bundle_writing import EvidenceFile
from tests.storage.sharing.conftest import ME, OBJECTS, PHOTOS, Write

VISITS = "objects/visit.jsonl"
PHRASE = "open sesame, please"


def read(path: Path, passphrase: str = "") -> tuple[object, ...]:
    """Open a bundle and read everything of it."""
    with opened_bundle(path, passphrase, work=path.parent) as bundle:
        photos = []
        for digest in sorted(bundle.evidence_digests):
            with bundle.evidence(digest) as stream:
                photos.append((stream.read(), bundle.suffix_of(digest)))
        return tuple(bundle.objects()), sorted(photos), bundle.manifest.reached


WHOLE = OBJECTS, sorted((photo, "jpg") for photo in PHOTOS), 17


@contextmanager
def rewritten(path: Path, sign: bool = False) -> Iterator[dict[str, bytes]]:
    """Give the members of a bundle to be changed; `sign` what it says of itself anew."""
    with ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    yield members
    if sign:
        members[SIGNATURE] = ME.sign(members[MANIFEST]).hex().encode()
    put(path, members)


def put(path: Path, members: dict[str, bytes], compression: int | None = None) -> None:
    with ZipFile(path, "w") as archive:
        for name, content in members.items():
            own = ZIP_STORED if name.startswith("evidence/") else ZIP_DEFLATED
            archive.writestr(name, content, compression if compression is not None else own)


def say(members: dict[str, bytes], /, **said: object) -> None:
    """Let a manifest say something else."""
    told = json.loads(members[MANIFEST])
    members[MANIFEST] = json.dumps({**told, **said}).encode()


def say_member(members: dict[str, bytes], name: str, told: object) -> None:
    """Let a manifest say something else of one member; None: nothing of it."""
    own = json.loads(members[MANIFEST])["members"]
    own.pop(name, None)
    say(members, members=own if told is None else {**own, name: told})


def assert_refused(path: Path, error: type[InspectorError], passphrase: str = "") -> None:
    before = sorted(path.parent.iterdir())
    with pytest.raises(InspectorError) as refused:
        read(path, passphrase)
    assert type(refused.value) is error
    assert sorted(path.parent.iterdir()) == before  # nothing was left


def test_it_is_read_as_it_was_written(bundle: Path) -> None:
    assert read(bundle) == WHOLE
    with opened_bundle(bundle, work=bundle.parent) as opened:
        assert opened.manifest.counts == {Kind.PACK: 1, Kind.VISIT: 2, Kind.EVENT: 1}
        assert [each.id for each in opened.objects(Kind.VISIT)] == ["v", "w"]
        assert [each.id for each in opened.objects()] == ["p", "v", "w", "e"]  # and once more


def test_the_manifest_comes_first(bundle: Path) -> None:
    assert ZipFile(bundle).namelist()[:2] == [MANIFEST, SIGNATURE]


def test_all_its_bytes_are_heard_of(bundle: Path) -> None:
    heard: list[tuple[int, int]] = []
    with opened_bundle(bundle, work=bundle.parent, progress=lambda *at: heard.append(at)):
        assert heard[-1][0] == heard[-1][1] > 0


def test_a_file_that_is_none(bundle: Path) -> None:
    bundle.write_bytes(b"")
    assert_refused(bundle, NotABundleError)
    bundle.write_bytes(b"%PDF-1.7" * 100)
    assert_refused(bundle, NotABundleError)
    put(bundle, {"inspector.db": b""})
    assert_refused(bundle, StrangeMemberError)
    put(bundle, {})
    assert_refused(bundle, NotABundleError)
    bundle.unlink()
    assert_refused(bundle, NotFoundError)
    bundle.mkdir()
    assert_refused(bundle, CannotReadError)


@pytest.mark.parametrize("kept", [5, 200, 0.5, 0.99, -1])
def test_one_that_was_not_copied_whole(bundle: Path, kept: float) -> None:
    content = bundle.read_bytes()
    end = int(len(content) * kept) if 0 < kept < 1 else int(kept)
    bundle.write_bytes(content[:end])
    assert_refused(bundle, CutBundleError)


def test_a_newer_format_is_told_though_all_else_is_unreadable(bundle: Path) -> None:
    with rewritten(bundle) as members:
        members[MANIFEST] = b'{"format": %d}' % (FORMAT + 1)
    assert_refused(bundle, NewerBundleError)


def test_a_signature_that_is_not_of_it(bundle: Path) -> None:
    with rewritten(bundle) as members:
        say(members, reached=18)
    assert_refused(bundle, BundleSignatureError)


def test_another_laptops_signature(bundle: Path) -> None:
    with rewritten(bundle) as members:
        members[SIGNATURE] = new_identity("x", "XXX", "X").sign(members[MANIFEST]).hex().encode()
    assert_refused(bundle, BundleSignatureError)


@pytest.mark.parametrize("signature", [b"", b"00", b"not hexadecimal", b"\xff", b"0" * 128])
def test_no_signature(bundle: Path, signature: bytes) -> None:
    with rewritten(bundle) as members:
        members[SIGNATURE] = signature
    with pytest.raises((BundleSignatureError, ChangedMemberError)):
        read(bundle)


def test_a_changed_member(bundle: Path) -> None:
    with rewritten(bundle) as members:
        members[VISITS] = members[VISITS].replace(b"9500", b"9900")
    assert_refused(bundle, ChangedMemberError)
    with rewritten(bundle) as members:
        members[VISITS] += b"\n"
    assert_refused(bundle, ChangedMemberError)


def test_a_photo_under_anothers_name(bundle: Path, photos: list[EvidenceFile]) -> None:
    one, other = (f"evidence/{each.digest[:2]}/{each.digest}.jpg" for each in photos)
    with rewritten(bundle, sign=True) as members:
        told = json.loads(members[MANIFEST])["members"]
        say_member(members, one, told[other])
        members[one] = members[other]
    assert_refused(bundle, ChangedMemberError)


def test_a_missing_member(bundle: Path) -> None:
    with rewritten(bundle) as members:
        del members[VISITS]
    assert_refused(bundle, MissingMemberError)


def test_no_signature_at_all(bundle: Path) -> None:
    with rewritten(bundle) as members:
        del members[SIGNATURE]
    assert_refused(bundle, NotABundleError)


def test_a_member_too_many(bundle: Path) -> None:
    with rewritten(bundle) as members:
        members["objects/clock.jsonl"] = b""
    assert_refused(bundle, StrangeMemberError)


def test_a_member_twice(bundle: Path) -> None:
    with ZipFile(bundle, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(VISITS, archive.read(VISITS), ZIP_DEFLATED)
    assert_refused(bundle, StrangeMemberError)


@pytest.mark.parametrize(
    "name",
    [
        "../objects/visit.jsonl", "/etc/passwd", "objects/../visit.jsonl", "evidence\\ab\\x",
        "C:/x", "evidence/ab/../../x", "objects/erasure.jsonl", "objects/visit.jsonl/",
        f"evidence/cd/{'ab' * 32}.jpg", f"evidence/ab/{'ab' * 32}.jpg/x",
        f"evidence/ab/{'ab' * 31}", "evidence/",
        f"evidence/ab/{'ab' * 32}.JPG", f"evidence/ab/{'ab' * 32}.jpg ", "Manifest.json", "",
    ],
)  # fmt: skip
def test_a_name_that_leads_elsewhere(bundle: Path, name: str) -> None:
    with rewritten(bundle, sign=True) as members:
        members[name] = b""
        say_member(members, name, [0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b78"])
    assert_refused(bundle, StrangeMemberError)


def test_a_member_longer_than_told(bundle: Path) -> None:
    with rewritten(bundle, sign=True) as members:
        say_member(members, VISITS, [10, "ab"])
    assert_refused(bundle, ChangedMemberError)


def test_a_member_that_swells(bundle: Path) -> None:
    with rewritten(bundle, sign=True) as members:
        members[VISITS] = b" " * 27_000_000
        say_member(members, VISITS, [27_000_000, "ab"])
    assert_refused(bundle, SwollenBundleError)


def test_an_object_without_end(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checked_bundle, "LONGEST_LINE", len(line_of(OBJECTS[1])) - 1)
    assert_refused(bundle, SwollenBundleError)


def test_a_manifest_without_end(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checked_bundle, "LONGEST_MANIFEST", 100)
    assert_refused(bundle, SwollenBundleError)


def test_members_without_end(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle_reading, "MOST_MEMBERS", 3)
    assert_refused(bundle, SwollenBundleError)


def test_members_over_one_another(bundle: Path) -> None:
    """One stored file under many names: each is small, all together are not."""
    content = bytearray(bundle.read_bytes())
    with ZipFile(bundle) as archive:
        (photo, *_) = [e for e in archive.infolist() if e.filename.startswith("evidence/")][1:]
        entries = archive.infolist()
        start = archive.start_dir
    names = [f"evidence/{n:02x}/{n:02x}{photo.filename[14:]}" for n in range(20)]
    with ZipFile(bundle, "a") as archive:
        for name in names:
            twin = ZipInfo(name, photo.date_time)
            for field in ("CRC", "compress_size", "file_size", "header_offset", "compress_type"):
                setattr(twin, field, getattr(photo, field))
            archive.filelist.append(twin)
            archive.NameToInfo[name] = twin
        archive._didModify = True  # type: ignore[attr-defined]
    assert len(content) + 20 * photo.file_size > bundle.stat().st_size
    assert entries
    assert start
    assert_refused(bundle, SwollenBundleError)


def test_another_compression(bundle: Path) -> None:
    with rewritten(bundle) as members:
        pass
    put(bundle, members, ZIP_BZIP2)
    assert_refused(bundle, StrangeMemberError)


@pytest.mark.parametrize(
    "line",
    [
        b"", b"{}\n", b"[]\n", b"null\n", b"not json\n", b"\xff\n", b"[" * 5000 + b"\n",
        line_of(OBJECTS[0]),  # another kind
        line_of(replace(OBJECTS[1], digest="ab")),
        line_of(OBJECTS[1]).replace(b'"score":9500', b'"score":[1]'),
        line_of(OBJECTS[1]).replace(b'"parents":[]', b'"parents":[1]'),
        line_of(OBJECTS[1]).replace(b'"rows":{"inspection"', b'"rows":{"Inspection"'),
    ],
)  # fmt: skip
def test_a_line_that_is_no_object(bundle: Path, line: bytes) -> None:
    with rewritten(bundle, sign=True) as members:
        members[VISITS] = line + line_of(OBJECTS[2])
        digest = hashlib.sha256(members[VISITS]).hexdigest()
        say_member(members, VISITS, [len(members[VISITS]), digest])
    assert_refused(bundle, ChangedMemberError)  # of no line: one is missing by the count


def test_whatever_bytes_are_others_it_is_refused_or_read_the_same(bundle: Path) -> None:
    chance, whole = random.Random(1), bundle.read_bytes()
    refused = 0
    for number in range(100):
        content = bytearray(whole)
        for _ in range(1 + number % 3):
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        bundle.write_bytes(content)
        try:
            told = read(bundle)
        except InspectorError:
            refused += 1
        else:
            assert told == WHOLE
    assert refused > 50


def test_a_stick_that_is_pulled_while_it_is_read(
    bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(self: object, size: int = -1) -> bytes:
        raise OSError(5, "Input/output error")

    with opened_bundle(bundle, work=bundle.parent) as opened:
        monkeypatch.setattr("zipfile.ZipExtFile.read", gone)
        with (
            opened.evidence(min(opened.evidence_digests)) as stream,
            pytest.raises(CannotReadError),
        ):
            stream.read()


def test_trouble_of_who_keeps_a_photo_is_not_the_bundles(bundle: Path) -> None:
    with (
        pytest.raises(OSError, match="full"),
        opened_bundle(bundle, work=bundle.parent) as opened,
        opened.evidence(min(opened.evidence_digests)),
    ):
        raise OSError("full")


# Volumes


@pytest.fixture
def cut(tmp_path: Path, write: Write, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    monkeypatch.setattr(volumes, "VOLUME_BYTES", 6_000)
    (tmp_path / "volumes").mkdir()
    return list(write(tmp_path / "volumes" / "east.inspx").paths)


def test_volumes_are_one_bundle_by_any_of_their_names(cut: list[Path]) -> None:
    assert [each.name for each in cut] == [f"east.inspx.{n:03}" for n in (1, 2, 3)]
    for path in (*cut, cut[0].with_suffix("")):
        assert read(path) == WHOLE


@pytest.mark.parametrize("which", range(3))
def test_a_volume_that_is_missing(cut: list[Path], which: int) -> None:
    cut[which].unlink()
    assert_refused(cut[1 if which == 0 else 0], MissingBundleVolumeError)


def test_a_volume_that_was_not_copied_whole(cut: list[Path]) -> None:
    cut[1].write_bytes(cut[1].read_bytes()[:-1])
    assert_refused(cut[0], CutBundleError)


# Locked


@pytest.mark.ci
def test_a_locked_one_opens_with_its_passphrase_alone(tmp_path: Path, write: Write) -> None:
    (tmp_path / "stick").mkdir()
    written = write(tmp_path / "stick" / "locked.inspx", PHRASE)
    (path,) = written.paths
    assert "城东厅".encode() not in path.read_bytes()
    assert read(path, PHRASE) == WHOLE
    assert_refused(path, LockedBundleError)
    assert_refused(path, BundlePassphraseError, PHRASE + "!")
    content = path.read_bytes()
    path.write_bytes(content[:-5000] + bytes([content[-5000] ^ 1]) + content[-4999:])
    assert_refused(path, ChangedMemberError, PHRASE)
    path.write_bytes(content[:-100])
    assert_refused(path, CutBundleError, PHRASE)
    with ZipFile(path, "w") as archive:
        archive.writestr("key.age", b"")
        archive.writestr("bundle.age", b"")
    assert_refused(path, ChangedMemberError, PHRASE)
    with ZipFile(path, "w") as archive:
        archive.writestr("key.age", b"")
        archive.writestr(MANIFEST, b"")
    assert_refused(path, StrangeMemberError, PHRASE)
