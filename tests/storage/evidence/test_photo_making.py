"""Smaller copies show what the photo shows, upright, on white, and nothing of its metadata."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageCms, ImageStat

from inspector.domain.errors import BrokenPictureError, NotAPictureError
from inspector.domain.papers.print_size import PrintSize
from inspector.storage.evidence.photo_making import for_print, preview
from tests.storage.evidence.pictures import (
    BLUE,
    GREEN,
    KINDS,
    RED,
    TURNS,
    YELLOW,
    decoded,
    encoded,
    exif,
    is_upright,
    looks_like,
    quarters,
    scene,
)

ROOM = PrintSize(650, 437)
"""Half the width of A4."""


@pytest.mark.ci
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_becomes_a_small_jpeg(kind: str) -> None:
    made = preview(encoded(scene(1600, 1200), kind), 256)
    assert decoded(made).format == "JPEG"
    assert decoded(made).size == (256, 192)
    assert is_upright(made)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_is_upright(kind: str, orientation: int) -> None:
    image = scene(320, 240)
    if orientation > 1:
        image = image.transpose(TURNS[orientation])
    made = preview(encoded(image, kind, exif=exif(orientation).tobytes()), 160)
    assert decoded(made).size == (160, 120)
    assert is_upright(made)


@pytest.mark.ci
@pytest.mark.parametrize(
    ("size", "side", "expected"),
    [
        ((160, 120), 256, (160, 120)),
        ((120, 160), 64, (48, 64)),
        ((4000, 3), 256, (256, 1)),
        ((3, 4000), 100, (1, 100)),
        ((1, 1), 256, (1, 1)),
        ((257, 256), 256, (256, 255)),
        ((5001, 2999), 97, (97, 58)),
    ],
)
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_proportions_stay_and_nothing_grows(
    kind: str, size: tuple[int, int], side: int, expected: tuple[int, int]
) -> None:
    assert decoded(preview(encoded(scene(*size), kind), side)).size == expected


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_every_mode_of_png(mode: str) -> None:
    image = scene(64, 48).convert(mode)
    expected = [(red, green, blue) for red, green, blue in quarters(image)]
    assert looks_like(decoded(preview(encoded(image, "PNG"), 64)), *expected)


@pytest.mark.parametrize("shade", [0, 1000, 32768, 65535])
def test_16_bits_of_grey(shade: int) -> None:
    made = decoded(preview(encoded(Image.new("I;16", (600, 400), shade), "PNG"), 64))
    assert all(abs(part - shade // 257) <= 1 for colour in quarters(made) for part in colour)


@pytest.mark.ci
@pytest.mark.parametrize("kind", ["PNG", "WEBP", "HEIF"])
def test_what_is_transparent_is_white(kind: str) -> None:
    image = scene(600, 600).convert("RGBA")
    image.paste((0, 0, 0, 0), (0, 0, 300, 300))
    made = decoded(preview(encoded(image, kind), 100))
    assert looks_like(made, (255, 255, 255), GREEN, BLUE, YELLOW)


@pytest.mark.parametrize("kind", ["PNG", "GIF"])
def test_a_transparent_palette_is_white(kind: str) -> None:
    image = Image.new("P", (64, 64), 0)
    image.putpalette([0, 0, 0, *RED, *GREEN])
    image.paste(1, (0, 0, 64, 32))
    made = decoded(preview(encoded(image, kind, transparency=0), 64))
    assert looks_like(made, RED, RED, (255, 255, 255), (255, 255, 255))


def test_cmyk_of_a_print_shop() -> None:
    made = decoded(preview(encoded(scene().convert("CMYK")), 100))
    assert made.mode == "RGB"
    assert looks_like(made, RED, GREEN, BLUE, YELLOW)


def test_grey_and_progressive_jpeg() -> None:
    assert is_upright(preview(encoded(scene(), progressive=True), 100))
    grey = decoded(preview(encoded(scene().convert("L")), 100))
    assert grey.mode == "RGB"


def test_other_colours_become_the_usual_ones() -> None:
    """A profile whose red and blue are those of sRGB, swapped: the picture shows them swapped."""
    swapped = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, blue = swapped.index(b"rXYZ"), swapped.index(b"bXYZ")
    swapped[red : red + 4], swapped[blue : blue + 4] = b"bXYZ", b"rXYZ"
    made = decoded(preview(encoded(scene(), "PNG", icc_profile=bytes(swapped)), 100))
    assert looks_like(made, RED[::-1], GREEN, BLUE[::-1], YELLOW[::-1])


@pytest.mark.parametrize("profile", [b"", b"nonsense", b"\0" * 200])
def test_a_damaged_colour_profile_spoils_nothing(profile: bytes) -> None:
    assert is_upright(preview(encoded(scene(), icc_profile=profile), 100))


def test_a_profile_of_other_colours_spoils_nothing() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    assert is_upright(preview(encoded(scene(), icc_profile=lab), 100))


def test_no_metadata_is_left() -> None:
    marks = exif(1, {0x9003: "2026:03:14 09:26:53"})
    marks[0x010F] = "SECRETMAKER"
    marks.get_ifd(0x8825).update({1: "N", 2: (31.0, 14.0, 0.0)})
    data = encoded(
        scene(600, 400), exif=marks, comment=b"SECRETWORDS", xmp=b"<x:xmpmeta>SECRETXMP</x:xmpmeta>"
    )
    assert data.count(b"SECRET") == 3
    for made in (preview(data, 256), for_print(data, ROOM), preview(data, 5000)):
        assert b"SECRET" not in made
        assert b"Exif" not in made
        assert not decoded(made).getexif()


@pytest.mark.ci
def test_pictures_for_print_have_the_pixels_of_their_place_and_few_bytes() -> None:
    assert decoded(for_print(encoded(scene(4000, 3000)), ROOM)).size == (583, 437)
    assert decoded(for_print(encoded(scene(3000, 4000)), ROOM)).size == (328, 437)
    assert decoded(for_print(encoded(scene(300, 200)), ROOM)).size == (300, 200)
    noise = encoded(Image.effect_noise((2000, 1500), 120).convert("RGB"))
    assert len(for_print(noise, ROOM)) <= 583 * 437 * 0.16


@pytest.mark.parametrize("orientation", [1, 6])
def test_room_on_paper_is_that_of_the_picture_as_it_is_seen(orientation: int) -> None:
    image = scene(1200, 900)
    if orientation > 1:
        image = image.transpose(TURNS[orientation])
    made = for_print(encoded(image, exif=exif(orientation).tobytes()), ROOM)
    assert decoded(made).size == (583, 437)
    assert is_upright(made)


def test_a_picture_for_print_never_vanishes() -> None:
    noise = encoded(Image.effect_noise((600, 450), 120).convert("RGB"))
    assert max(decoded(for_print(noise, PrintSize(270, 200))).size) >= 256


def test_what_is_no_picture_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(b"hello")
    with pytest.raises(NotAPictureError):
        preview(path, 256)
    path.write_bytes(encoded(scene())[:900])
    with pytest.raises(BrokenPictureError):
        for_print(path, ROOM)


@pytest.mark.ci
def test_many_threads_at_once(tmp_path: Path) -> None:
    paths: list[Path] = []
    for kind in KINDS * 4:
        paths.append(tmp_path / f"{len(paths)}.jpg")
        paths[-1].write_bytes(encoded(scene(600, 450), kind))
    with ThreadPoolExecutor(8) as threads:
        assert all(map(is_upright, threads.map(lambda path: preview(path, 200), paths)))


@pytest.mark.ci
def test_a_print_with_fewer_pixels_is_as_sharp_as_one_made_of_all_of_them() -> None:
    fine = Image.effect_noise((250, 187), 90).convert("RGB")
    photo = fine.resize((4000, 3000), Image.Resampling.BICUBIC)
    made = decoded(for_print(encoded(photo, quality=92), ROOM))
    assert 400 < made.width < 583  # it has too much in it for its place
    due = photo.resize(made.size, Image.Resampling.HAMMING)
    at_once = decoded(encoded(due, quality=48))
    assert difference(made, due) < 1.1 * difference(at_once, due)


def difference(one: Image.Image, other: Image.Image) -> float:
    """How far two pictures of a size are apart, in shades."""
    return max(ImageStat.Stat(ImageChops.difference(one.convert("RGB"), other)).rms)
