"""A photo is what its content says; what it says of itself is read without trust."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from PIL import Image

from inspector.domain.errors import (
    BrokenPictureError,
    CannotReadError,
    NotAPictureError,
    NotFoundError,
    PictureFileTooLargeError,
    PictureTooLargeError,
)
from inspector.storage.evidence import picture_opening
from inspector.storage.evidence.photo_reading import PhotoFacts, examine
from tests.storage.evidence.pictures import KINDS, TURNS, encoded, exif, scene

TAKEN, OFFSET = 0x9003, 0x9011

NAMES = {
    "JPEG": ("JPEG", "jpg"),
    "PNG": ("PNG", "png"),
    "WEBP": ("WebP", "webp"),
    "HEIF": ("HEIC", "heic"),
    "GIF": ("GIF", "gif"),
    "BMP": ("BMP", "bmp"),
}


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_read(kind: str) -> None:
    assert examine(encoded(scene(), kind)) == PhotoFacts(*NAMES[kind], 160, 120, None, 1)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["IMG_0001.JPG", "截屏.png", "a.heic"])
def test_the_content_decides_and_not_the_name(kind: str, name: str, tmp_path: Path) -> None:
    facts = examine(write(tmp_path, name, encoded(scene(), kind)))
    assert facts is not None
    assert (facts.format, facts.suffix) == NAMES[kind]


@pytest.mark.parametrize(
    "name", ["报告.pdf", "录音.m4a", "README", "jpg", ".jpg", "a.jpg.zip", "扫描.tif", "a.svg"]
)
def test_what_is_not_named_like_a_picture_is_none(name: str, tmp_path: Path) -> None:
    assert examine(write(tmp_path, name, encoded(scene()))) is None


@pytest.mark.parametrize(
    "name",
    ["整改前 窗口3（东）.jpg", f"{'长' * 80}.jpg", "📷 photo.JPEG", "a'b\"; --.jpg", "a.JPG. "],
)
def test_any_file_name_will_do(name: str, tmp_path: Path) -> None:
    facts = examine(write(tmp_path, name, encoded(scene())))
    assert facts is not None
    assert facts.suffix == "jpg"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_size_is_as_seen(kind: str, orientation: int) -> None:
    image = scene().transpose(TURNS[orientation]) if orientation > 1 else scene()
    facts = examine(encoded(image, kind, exif=exif(orientation)))
    assert facts is not None
    assert (facts.width, facts.height, facts.orientation) == (160, 120, orientation)


def test_a_turned_heic_is_upright_already() -> None:
    turned = scene().transpose(TURNS[6])
    facts = examine(encoded(turned, "HEIF", exif=exif(6).tobytes()))
    assert facts is not None
    assert (facts.width, facts.height, facts.orientation) == (160, 120, 1)


@pytest.mark.parametrize("orientation", [0, 9, 65535])
def test_a_senseless_orientation_is_upright(orientation: int) -> None:
    facts = examine(encoded(scene(), exif=exif(orientation)))
    assert facts is not None
    assert (facts.width, facts.orientation) == (160, 1)


SUMMER = datetime(2026, 3, 14, 9, 26, 53)
CHINA = timezone(timedelta(hours=8))


@pytest.mark.parametrize(
    ("tags", "taken_at"),
    [
        ({TAKEN: "2026:03:14 09:26:53"}, SUMMER),
        ({TAKEN: "2026:03:14 09:26:53", OFFSET: "+08:00"}, SUMMER.replace(tzinfo=CHINA)),
        ({TAKEN: "2026:03:14 09:26:53", OFFSET: "Z"}, SUMMER.replace(tzinfo=UTC)),
        (
            {TAKEN: "2026:03:14 09:26:53", OFFSET: "-09:30"},
            SUMMER.replace(tzinfo=timezone(-timedelta(hours=9, minutes=30))),
        ),
        ({TAKEN: "2026:03:14 09:26:53", OFFSET: "   :  "}, SUMMER),
        ({TAKEN: "2026:03:14 09:26:53", OFFSET: "+99:99"}, SUMMER),
        ({TAKEN: "2026-03-14T09:26:53"}, SUMMER),
        ({TAKEN: "2026:03:14 09:26:53.250"}, SUMMER),
        ({TAKEN: "2026:03:14 09:26:53\0\0"}, SUMMER),
        ({TAKEN: "0000:00:00 00:00:00"}, None),
        ({TAKEN: "    :  :     :  :  "}, None),
        ({TAKEN: "2026:02:30 09:26:53"}, None),
        ({TAKEN: "2026:03:14 24:60:61"}, None),
        ({TAKEN: "昨天"}, None),
        ({TAKEN: ""}, None),
        ({TAKEN: 20260314}, None),
        ({OFFSET: "+08:00"}, None),
        ({}, None),
    ],
)
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_capture_time(kind: str, tags: Mapping[int, object], taken_at: datetime | None) -> None:
    facts = examine(encoded(scene(32, 24), kind, exif=exif(1, tags).tobytes()))
    assert facts is not None
    assert facts.taken_at == taken_at
    assert (facts.taken_at and facts.taken_at.tzinfo) == (taken_at and taken_at.tzinfo)


@pytest.mark.parametrize(
    "data", [b"Exif\0\0", b"Exif\0\0II*\0\xff\xff\xff\xff", b"Exif\0\0" + b"\xee" * 50]
)
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
def test_damaged_exif_spoils_no_picture(kind: str, data: bytes) -> None:
    facts = examine(encoded(scene(), kind, exif=data))
    assert facts is not None
    assert (facts.width, facts.taken_at, facts.orientation) == (160, None, 1)


def test_a_jpeg_with_a_second_picture_and_a_film_behind_it_is_a_jpeg() -> None:
    pair = encoded(scene(), "MPO", save_all=True, append_images=[scene(80, 60)])
    assert pair.count(b"\xff\xd8\xff") == 2
    film = b"\0\0\0\x18ftypmp42" + b"\xff\xda" * 500  # a phone's moving photo
    for data in (pair, encoded(scene()) + film):
        assert examine(data) == PhotoFacts("JPEG", "jpg", 160, 120, None, 1)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0" * 5000,
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"<!doctype html><html><body>404</body></html>",
        b"%PDF-1.7\n",
        b"MZ\x90\0",
        b"PK\x03\x04",
        b"RIFF\0\0\0\0WAVEfmt ",
        b"\0\0\0\x18ftypmp42\0\0\0\0",
        b"II*\0\x08\0\0\0",
        "不是图片".encode(),
    ],
)
def test_what_is_only_named_like_a_picture_is_refused(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(NotAPictureError) as refusal:
        examine(write(tmp_path, "照片.jpg", data))
    assert refusal.value.name == "照片.jpg"
    with pytest.raises(NotAPictureError) as refusal:
        examine(data)
    assert refusal.value.name == ""


@pytest.mark.ci
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("part", [0.2, 0.5, 0.8, 0.97])
def test_a_truncated_picture_is_refused(kind: str, part: float) -> None:
    noise = Image.effect_noise((320, 240), 80).convert("RGB")
    data = encoded(noise, kind)
    with pytest.raises(BrokenPictureError) as refusal:
        examine(data[: int(len(data) * part)], "a.jpg")
    assert refusal.value.name == "a.jpg"


@pytest.mark.ci
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF", "GIF"])
def test_a_copy_that_stopped_short_with_zeros_is_refused(kind: str) -> None:
    """What copying programs leave: the whole length, and nothing in the rest of it."""
    data = encoded(Image.effect_noise((640, 480), 80).convert("RGB"), kind)
    assert examine(data)
    with pytest.raises(BrokenPictureError):
        examine(data[: len(data) // 2] + bytes(len(data) - len(data) // 2))


@pytest.mark.parametrize(
    ("kind", "cut"),
    # Behind the name of a PNG's end stands only the end's checksum.
    [(kind, cut) for kind in ("JPEG", "HEIF", "WEBP") for cut in (1, 2, 4)] + [("PNG", 5)],
)
def test_the_last_bytes_count(kind: str, cut: int) -> None:
    with pytest.raises(BrokenPictureError):
        examine(encoded(scene(), kind)[:-cut])


def forged_png(width: int, height: int) -> bytes:
    """A PNG of a few hundred bytes that claims to be enormous."""
    from struct import pack
    from zlib import crc32

    data = bytearray(encoded(scene(), "PNG"))
    data[16:24] = pack(">II", width, height)
    data[29:33] = pack(">I", crc32(bytes(data[12:29])))
    return bytes(data)


@pytest.mark.parametrize(
    ("width", "height", "megapixels"),
    [(60000, 60000, 3600), (12001, 10000, 121), (2_000_000, 1000, 2000)],
)
def test_a_bomb_is_refused_undecoded(width: int, height: int, megapixels: int) -> None:
    with pytest.raises(PictureTooLargeError) as refusal:
        examine(forged_png(width, height), "炸弹.png")
    assert (refusal.value.name, refusal.value.megapixels, refusal.value.most) == (
        "炸弹.png",
        megapixels,
        120,
    )


def test_a_header_that_promises_more_than_there_is_is_refused() -> None:
    with pytest.raises(BrokenPictureError):
        examine(forged_png(9000, 9000))


def test_a_jpeg_may_have_200_megapixels_and_no_more() -> None:
    data = bytearray(encoded(scene()))
    frame = data.index(b"\xff\xc0") + 5
    data[frame : frame + 4] = (14200).to_bytes(2, "big") + (14200).to_bytes(2, "big")
    with pytest.raises(PictureTooLargeError) as refusal:
        examine(bytes(data))
    assert (refusal.value.megapixels, refusal.value.most) == (202, 200)


def test_a_huge_file_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture_opening, "MOST_MEGABYTES", 1)
    path = write(tmp_path, "a.jpg", encoded(scene()) + bytes(2_500_000))
    with pytest.raises(PictureFileTooLargeError) as refusal:
        examine(path)
    assert (refusal.value.megabytes, refusal.value.most) == (2, 1)


def test_a_picture_that_is_not_there_or_is_none(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        examine(tmp_path / "gone.jpg")
    (tmp_path / "folder.jpg").mkdir()
    with pytest.raises(CannotReadError):
        examine(tmp_path / "folder.jpg")
