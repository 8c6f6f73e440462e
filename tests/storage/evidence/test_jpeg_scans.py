"""A JPEG has its end, and not thousands of scans that would be decoded for hours."""

import re
from io import BytesIO

import pytest
from PIL import Image

from inspector.domain.errors import BrokenPictureError
from inspector.storage.evidence.jpeg_scans import MOST_SCANS, is_whole_jpeg
from inspector.storage.evidence.photo_reading import examine
from tests.storage.evidence.pictures import encoded, exif, scene


def has_scans(data: bytes, count: int) -> bool:
    return is_whole_jpeg(BytesIO(data), count) and not is_whole_jpeg(BytesIO(data), count - 1)


def with_more_scans(count: int) -> bytes:
    """A progressive JPEG whose last scan stands there `count` times more."""
    data = encoded(scene(), progressive=True)
    last = [found.start() for found in re.finditer(b"\xff\xc4", data)][-1]
    return data[:-2] + data[last:-2] * count + data[-2:]


def test_scans_are_counted() -> None:
    assert has_scans(encoded(scene()), 1)
    usual = encoded(scene(), progressive=True).count(b"\xff\xda")
    assert usual == 10
    assert has_scans(with_more_scans(0), usual)
    assert has_scans(with_more_scans(77), usual + 77)


def test_only_scans_of_the_first_picture_count() -> None:
    thumbnail = encoded(scene(80, 60), progressive=True)
    data = encoded(scene(), exif=exif().tobytes() + thumbnail)
    assert data.count(b"\xff\xda") > 1
    assert has_scans(data, 1)
    assert has_scans(data + thumbnail * 50, 1)


@pytest.mark.parametrize("size", [60, 63, 64, 319, 320, 1_343, 5_439, 5_440, 87_359, 87_360])
def test_a_marker_may_lie_across_two_looks(size: int) -> None:
    data = b"\xff\xd8\xff\xda\0\2" + b"\1" * size + b"\xff\xd9"
    assert is_whole_jpeg(BytesIO(data))
    assert not is_whole_jpeg(BytesIO(data[:-1]))


def test_a_file_that_ends_too_soon_is_not_whole() -> None:
    data = encoded(scene())
    assert not any(is_whole_jpeg(BytesIO(data[:end])) for end in range(len(data)))


def test_too_many_scans_are_refused() -> None:
    assert examine(with_more_scans(MOST_SCANS - 10))
    with pytest.raises(BrokenPictureError):
        examine(with_more_scans(MOST_SCANS))


class Counted(BytesIO):
    """Counts the bytes that are read."""

    taken = 0

    def read(self, size: int | None = -1, /) -> bytes:
        data = super().read(size)
        self.taken += len(data)
        return data


def test_of_a_picture_in_one_scan_only_the_head_and_the_end_are_read() -> None:
    image = Image.effect_noise((1200, 900), 90).convert("RGB")
    for data in (encoded(image), encoded(image.convert("L")), encoded(image, exif=exif())):
        stream = Counted(data + b"SEFT" * 20)  # a phone's own
        assert is_whole_jpeg(stream)
        assert stream.taken < 7_000 < len(data) // 10
        assert not is_whole_jpeg(BytesIO(data[: len(data) // 2] + bytes(5_000)))
        assert is_whole_jpeg(BytesIO(data + bytes(5_000)))
        assert not is_whole_jpeg(BytesIO(data), most=0)
    several = encoded(image, progressive=True)
    stream = Counted(several)
    assert is_whole_jpeg(stream)
    assert stream.taken > len(several) // 2
