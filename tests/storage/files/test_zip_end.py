"""How many members a .zip has is read off its end, before anything of it is held."""

import io
from zipfile import ZipFile

import pytest

from inspector.storage.files.zip_end import members_told


def archive(members: int, comment: bytes = b"") -> io.BytesIO:
    """Return an archive of so many empty members."""
    stream = io.BytesIO()
    with ZipFile(stream, "w") as written:
        for number in range(members):
            written.writestr(f"{number}", b"")
        written.comment = comment
    return stream


@pytest.mark.parametrize("comment", [b"", b"c" * 500])
def test_it_is_told_with_and_without_a_comment(comment: bytes) -> None:
    told = members_told(archive(30, comment))
    assert told is not None
    assert 30 <= told < 60


def test_a_count_that_lies_does_not_help() -> None:
    stream = archive(30)
    content = bytearray(stream.getvalue())
    end = content.rfind(b"PK\x05\x06")
    content[end + 8 : end + 12] = b"\x01\x00\x01\x00"  # one member, it says; the list is as long
    told = members_told(io.BytesIO(content))
    assert told is not None
    assert told >= 30


@pytest.mark.parametrize("content", [b"", b"PK\x05\x06", b"PK\x05\x06" * 30, bytes(100)])
def test_no_end_is_none(content: bytes) -> None:
    assert not members_told(io.BytesIO(content))


@pytest.mark.ci
def test_more_than_a_short_end_can_say() -> None:
    told = members_told(archive(66_000))
    assert told is not None
    assert told >= 66_000
