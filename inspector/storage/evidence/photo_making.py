"""Copies of a photo, mostly smaller, for lists, the viewer and workbooks.

Upright, in plain RGB on white, and without any metadata of the original: no place, no device.
Every function may be called from any thread.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.storage.evidence.photo_corner import with_corner, with_lines
from inspector.storage.evidence.photo_reading import orientation_of
from inspector.storage.evidence.picture_opening import opened_picture

if TYPE_CHECKING:
    from PIL.Image import Image

PREVIEW_QUALITY = 85
PRINT_QUALITIES = (85, 75, 65, 55, 45)
SMALLEST_PRINT = 256
"""Pixels of the long side below which a picture shows nothing any more."""

_STRIP = 256  # rows converted at a time, so that a large picture is never there twice


@dataclass(frozen=True, slots=True)
class Pixels:
    """A picture as the screen has it: four bytes a pixel (blue, green, red, none), by strips.

    `strips` can be gone through once; each is made then, so that no second picture is in memory.
    """

    width: int
    height: int
    strips: Iterator[bytes]


def pixels(source: Path | bytes, long_side: int) -> Pixels:
    """Return a photo for the screen, its longer side at most `long_side` pixels; never enlarged.

    Raises what `opened_picture` raises.
    """
    image = _small(source, long_side)
    width, height = image.size
    strips = (
        image.crop((0, top, width, min(top + _STRIP, height))).tobytes("raw", "BGRX")
        for top in range(0, height, _STRIP)
    )
    return Pixels(width, height, strips)


def preview(source: Path | bytes, long_side: int) -> bytes:
    """Return a JPEG of a photo, its longer side at most `long_side` pixels; never enlarged.

    Raises what `opened_picture` raises.
    """
    return _jpeg(_small(source, long_side), PREVIEW_QUALITY)


def for_print(
    source: Path | bytes,
    long_side: int = 1024,
    at_most: int = 150_000,
    corner: Sequence[str] = (),
) -> bytes:
    """Return a JPEG like `preview` of at most `at_most` bytes, first less fine, then smaller.

    `corner` are lines that are written into its corner. Raises what `opened_picture` raises.
    """
    image = _small(source, long_side)
    if corner:
        image = with_corner(image, corner)
    while True:
        for quality in PRINT_QUALITIES:
            made = _jpeg(image, quality)
            if len(made) <= at_most:
                return made
        side = max(image.size) * 4 // 5
        if side < SMALLEST_PRINT:
            return made
        image = image.resize(_within(image.size, side))


def crossed_out() -> bytes:
    """Return a JPEG that stands for a photo which can no longer be read: a crossed box."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (400, 300), "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((2, 2, 397, 297), outline="black", width=3)
    draw.line((2, 2, 397, 297), fill="black", width=3)
    draw.line((2, 297, 397, 2), fill="black", width=3)
    return _jpeg(image, PREVIEW_QUALITY)


def erased_picture(day: date) -> bytes:
    """Return a JPEG that stands for a photo which was lawfully erased on a day: a box that says so.

    Where no Chinese font is found it has the day alone.
    """
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (400, 300), "white")
    ImageDraw.Draw(image).rectangle((2, 2, 397, 297), outline="black", width=3)
    written = f"{day.year}年{day.month}月{day.day}日"
    return _jpeg(with_lines(image, ("照片已按规定删除", written, day.isoformat())), PREVIEW_QUALITY)


def _jpeg(image: "Image", quality: int) -> bytes:
    buffer = BytesIO()
    image.save(buffer, "JPEG", quality=quality, optimize=True)
    return buffer.getvalue()


def _small(source: Path | bytes, long_side: int) -> "Image":
    with opened_picture(source) as image:
        target = _within(image.size, long_side)
        if image.format in ("JPEG", "MPO"):
            image.draft(None, target)  # decoded at a half, quarter or eighth, not below target
        profile = image.info.get("icc_profile")
        coloured = image.mode in ("RGB", "RGBA", "P")
        orientation = orientation_of(image)
        image.load()
        small = _reduced(image, max(1, max(image.size) // (2 * long_side)))
        if small.size != target:
            small = small.resize(target, _lanczos())
        if profile and coloured:
            small = _in_srgb(small, profile)
        return _upright(small, orientation)


def _within(size: tuple[int, int], long_side: int) -> tuple[int, int]:
    longer = max(size)
    if longer <= long_side:
        return size
    return (
        max(1, round(size[0] * long_side / longer)),
        max(1, round(size[1] * long_side / longer)),
    )


def _reduced(image: "Image", factor: int) -> "Image":
    """Return an RGB picture `factor` times smaller, strip by strip."""
    from PIL import Image

    if factor == 1 and image.mode == "RGB" and "transparency" not in image.info:
        image.info.clear()  # as it is, and bare: of a large one there is no room for two
        return image
    width, height = image.size
    small = Image.new("RGB", (-(-width // factor), -(-height // factor)))
    rows = factor * max(1, _STRIP // factor)
    for top in range(0, height, rows):
        strip = _on_white(image.crop((0, top, width, min(top + rows, height))))
        small.paste(strip.reduce(factor) if factor > 1 else strip, (0, top // factor))
    return small


def _on_white(image: "Image") -> "Image":
    """Return a picture of any mode as RGB, what is transparent in it white."""
    from PIL import Image

    if image.mode.startswith("I"):  # 16 bits of grey
        image = image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    elif image.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in image.info:
        image = image.convert("RGBA")
        white = Image.new("RGB", image.size, "white")
        white.paste(image, mask=image.getchannel("A"))
        return white
    return image.convert("RGB")


def _in_srgb(image: "Image", profile: bytes) -> "Image":
    """Return an RGB picture in the colours that every program assumes."""
    from PIL import ImageCms

    try:
        return (
            ImageCms.profileToProfile(
                image, ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
            )
            or image
        )
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return image  # a profile that is damaged, or of other colours: a shade off is no loss


def _upright(image: "Image", orientation: int) -> "Image":
    from PIL.Image import Transpose

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    return image.transpose(turns[orientation]) if orientation in turns else image


def _lanczos() -> int:
    from PIL.Image import Resampling

    return Resampling.LANCZOS
