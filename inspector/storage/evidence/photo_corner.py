"""Words in the corner of a copy of a photo: white on a dark strip, legible on any picture."""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont, ImageFont

_SHARE = 0.052
"""Of the longer side a character is high: 6 points where a photo is printed 40 mm wide."""

_SMALLEST = 0.7  # of that, before a line that is too long is cut
_DARK = 0.72  # of black in the strip: white on it has 7:1 even where the picture is white
_FONTS = (
    ("msyh.ttc", 0), ("msyh.ttf", 0), ("Deng.ttf", 0), ("simhei.ttf", 0), ("simsun.ttc", 0),
    ("PingFang.ttc", 0), ("Hiragino Sans GB.ttc", 0), ("STHeiti Light.ttc", 0),
    ("NotoSansCJK-Regular.ttc", 2), ("NotoSansCJKsc-Regular.otf", 0), ("NotoSansSC-Regular.otf", 0),
    ("SourceHanSansSC-Regular.otf", 0), ("SourceHanSansCN-Regular.otf", 0),
    ("NotoSerifCJK-Regular.ttc", 2), ("wqy-microhei.ttc", 0), ("wqy-zenhei.ttc", 0),
    ("DroidSansFallbackFull.ttf", 0), ("DroidSansFallback.ttf", 0), ("uming.ttc", 0),
)  # fmt: skip
"""Files of Chinese fonts on Windows, macOS, UOS, Kylin and Debian, with the face in them."""


def with_corner(image: "Image", lines: Sequence[str]) -> "Image":
    """Return an RGB picture with lines in its lower right corner; where there are none, itself.

    Where no Chinese font is found, what can be drawn without one is.
    """
    from PIL import Image, ImageDraw

    font, drawable = _font(max(9, round(max(image.size) * _SHARE))), lines
    if font is None:
        drawable = [line for line in lines if line.isascii()]
    fitted = [_fitted(line, image.width, max(image.size)) for line in drawable if line]
    if not fitted:
        return image
    boxes = [one.getbbox(line) for line, one in fitted]
    height = max(round(box[3] - box[1]) for box in boxes)
    pad = max(2, height // 3)
    width = min(image.width, round(max(box[2] - box[0] for box in boxes)) + 2 * pad)
    tall = len(fitted) * (height + pad) + pad
    area = (image.width - width, image.height - tall, image.width, image.height)
    made = image.copy()
    strip = made.crop(area)
    made.paste(Image.blend(strip, Image.new("RGB", strip.size, "black"), _DARK), area)
    draw = ImageDraw.Draw(made)
    top = area[1] + pad
    for (line, one), box in zip(fitted, boxes, strict=True):
        draw.text((area[0] + pad - box[0], top - box[1]), line, font=one, fill="white")
        top += height + pad
    return made


def with_lines(image: "Image", lines: Sequence[str]) -> "Image":
    """Return an RGB picture with black lines in its middle; the last where no other can be drawn.

    The last is plain figures, which every computer has: it stands alone or not at all.
    """
    from PIL import ImageDraw

    *worded, bare = lines
    size = max(12, image.width // 12)
    font = _font(size)
    drawn, one = (worded, font) if font is not None else ([bare], _latin(size))
    made, top = image.copy(), (image.height - len(drawn) * 2 * size) // 2 + size // 2
    draw = ImageDraw.Draw(made)
    for line in drawn:
        draw.text(((image.width - one.getlength(line)) / 2, top), line, font=one, fill="black")
        top += 2 * size
    return made


def _fitted(line: str, width: int, side: int) -> tuple[str, "FreeTypeFont | ImageFont"]:
    """Return a line with the font in which it is not wider than the picture; cut if need be."""
    usual = max(9, round(side * _SHARE))
    room = width * 0.94
    for size in (usual, round(usual * (1 + _SMALLEST) / 2), round(usual * _SMALLEST)):
        font = _font(size) or _latin(size)
        if font.getlength(line) <= room:
            return line, font
    while len(line) > 1 and font.getlength(f"{line}…") > room:
        line = line[:-1]
    return f"{line}…", font


@lru_cache(maxsize=16)
def _font(size: int) -> "FreeTypeFont | None":
    """Return a font with Chinese characters; None where this computer has none that is known."""
    found = _found()
    if found is None:
        return None
    from PIL import ImageFont

    return ImageFont.truetype(found[0], size, index=found[1])


@lru_cache(maxsize=1)
def _found() -> tuple[str, int] | None:
    from PIL import ImageFont

    for name, face in _FONTS:
        try:  # Pillow looks for the name where the system keeps its fonts
            font = ImageFont.truetype(name, 12, index=face)
        except (OSError, ValueError):
            continue
        return str(font.path), face
    return None


@lru_cache(maxsize=16)
def _latin(size: int) -> "FreeTypeFont | ImageFont":
    from PIL import ImageFont

    return ImageFont.load_default(size)
