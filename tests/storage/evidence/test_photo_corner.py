"""Words in the corner of a copy: legible on any picture, nothing else of it touched."""

import pytest
from PIL import Image, ImageChops

from inspector.storage.evidence import photo_corner
from inspector.storage.evidence.photo_corner import with_corner

LINES = ("城东营业厅", "2026-11-23 13:16")
AREA = (0.4, 0.75)  # of width and height, beyond which the corner lies


def luminance(value: int) -> float:
    share = value / 255
    return share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4


@pytest.mark.parametrize("size", [(1024, 768), (768, 1024), (512, 384)])
@pytest.mark.parametrize("colour", ["white", "#808080", "black"])
def test_it_is_legible_and_the_rest_stays(size: tuple[int, int], colour: str) -> None:
    plain = Image.new("RGB", size, colour)
    made = with_corner(plain, LINES)
    assert made.size == size
    touched = ImageChops.difference(plain, made).getbbox()
    assert touched is not None
    left, top, right, bottom = touched
    assert (right, bottom) <= size
    assert top > size[1] * AREA[1]
    words = made.crop((left, top, *size)).convert("L").tobytes()
    contrast = (luminance(max(words)) + 0.05) / (luminance(min(words)) + 0.05)
    assert contrast >= 7
    assert made.crop((left, top, *size)).getpixel((1, 1)) != (255, 255, 255)


def test_a_name_too_long_is_cut_and_the_time_is_whole() -> None:
    plain = Image.new("RGB", (768, 1024), "white")
    made = with_corner(plain, ("很长的名字" * 20, LINES[1]))
    touched = ImageChops.difference(plain, made).getbbox()
    assert touched is not None
    assert touched[2] - touched[0] <= 768
    assert touched[1] > 1024 * AREA[1]


def test_without_a_chinese_font_the_time_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(photo_corner, "_FONTS", ())
    photo_corner._found.cache_clear()
    photo_corner._font.cache_clear()
    try:
        plain = Image.new("RGB", (1024, 768), "white")
        one = with_corner(plain, LINES)
        assert ImageChops.difference(one, with_corner(plain, LINES[1:])).getbbox() is None
        assert ImageChops.difference(one, plain).getbbox() is not None
        assert with_corner(plain, LINES[:1]) is plain
    finally:
        photo_corner._found.cache_clear()
        photo_corner._font.cache_clear()
