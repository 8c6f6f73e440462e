"""Whatever the bytes are: facts, or a refusal that has a sentence; and soon."""

from contextlib import suppress
from functools import cache
from time import thread_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from inspector.domain.errors import InspectorError
from inspector.storage.evidence.photo_making import preview
from inspector.storage.evidence.photo_reading import examine
from tests.lengths import share
from tests.storage.evidence.pictures import KINDS, encoded, exif, scene

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:PIL")

SOON = 5.0
"""Seconds of work; the largest takes a few hundredths on an idle machine."""

BEGINNINGS = [
    b"\xff\xd8\xff",
    b"\xff\xd8\xff\xe0\0\x10JFIF\0",
    b"\xff\xd8\xff\xe1\0\x40Exif\0\0II*\0",
    b"\x89PNG\r\n\x1a\n",
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    b"GIF89a",
    b"BM",
    b"RIFF\x40\0\0\0WEBPVP8 ",
    b"RIFF\x40\0\0\0WEBPVP8X",
    b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
    b"",
]


@cache
def whole(kind: str) -> bytes:
    tags = {0x9003: "2026:03:14 09:26:53", 0x9011: "+08:00"}
    options = {} if kind in ("GIF", "BMP") else {"exif": exif(6, tags).tobytes()}
    if kind == "JPEG":
        options["progressive"] = True  # type: ignore[assignment]
    return encoded(Image.blend(scene(48, 36), scene(36, 48).resize((48, 36)), 0.3), kind, **options)


def look_at(data: bytes) -> None:
    """Examine and shrink; anything but an expected refusal escapes."""
    began = thread_time()
    with suppress(InspectorError):
        examine(data, "照片.jpg")
    with suppress(InspectorError):
        preview(data, 64)
    assert thread_time() - began < SOON


quick = share(0.5)


@given(st.sampled_from(BEGINNINGS), st.binary(max_size=400))
@quick
def test_random_bytes(beginning: bytes, rest: bytes) -> None:
    look_at(beginning + rest)


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
@quick
def test_real_files_with_changed_bytes(kind: str, data: st.DataObject) -> None:
    changed = bytearray(whole(kind))
    # Most of what decoders trust stands near the beginning.
    places = st.integers(0, 200) | st.integers(0, len(changed) - 1)
    for place in data.draw(st.lists(places, min_size=1, max_size=8)):
        changed[place % len(changed)] = data.draw(
            st.sampled_from([0, 1, 127, 128, 254, 255]) | st.integers(0, 255)
        )
    look_at(bytes(changed))


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
@quick
def test_real_files_with_parts_cut_out_or_doubled(kind: str, data: st.DataObject) -> None:
    real = whole(kind)
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(real))] * 2)))
    look_at(real[:start] + data.draw(st.sampled_from([b"", real[start:end] * 2])) + real[end:])
