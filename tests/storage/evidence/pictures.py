"""Real pictures, made here: four quarters of known colours, in every kind and position."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from PIL import Image
from pillow_heif import register_heif_opener

register_heif_opener()

RED, GREEN, BLUE, YELLOW = (200, 30, 30), (30, 160, 30), (30, 30, 200), (220, 200, 30)

KINDS = ("JPEG", "PNG", "WEBP", "HEIF", "GIF", "BMP")
LOSSY = 60
"""How far a colour of a quarter may be off after two lossy encodings and a palette."""

_EXIF_PART = 0x8769

TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""How the upright picture is turned so that its EXIF orientation undoes it."""


def scene(width: int = 160, height: int = 120) -> Image.Image:
    """Red and green on top, blue and yellow below."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(GREEN, (width // 2, 0, width, height))
    image.paste(BLUE, (0, height // 2, width // 2, height))
    image.paste(YELLOW, (width // 2, height // 2, width, height))
    return image


def encoded(image: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:  # noqa: ANN401
    buffer = BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def exif(orientation: int = 1, tags: Mapping[int, object] | None = None) -> Image.Exif:
    """EXIF with an orientation and with `tags` in the part that the camera fills."""
    made = Image.Exif()
    made[0x0112] = orientation
    made.get_ifd(_EXIF_PART).update(tags or {})
    return made


def decoded(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


def quarters(image: Image.Image) -> list[tuple[int, ...]]:
    """The colours in the middles of the four quarters, row by row."""
    rgb, found = image.convert("RGB"), []
    for y in (rgb.height // 4, rgb.height * 3 // 4):
        for x in (rgb.width // 4, rgb.width * 3 // 4):
            colour = rgb.getpixel((x, y))
            assert isinstance(colour, tuple)
            found.append(colour)
    return found


def looks_like(image: Image.Image, *expected: tuple[int, int, int]) -> bool:
    return all(
        abs(one - other) <= LOSSY
        for found, wanted in zip(quarters(image), expected, strict=True)
        for one, other in zip(found, wanted, strict=True)
    )


def is_upright(data: bytes) -> bool:
    return looks_like(decoded(data), RED, GREEN, BLUE, YELLOW)
