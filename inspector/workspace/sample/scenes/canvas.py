"""A surface to draw a scene on, which comes out as a JPEG.

A scene is 1,000 wide and 750 high, or 750 wide and 1,000 high, whatever its pixels are. It is drawn
twice as fine as it is kept, which is what smooths its edges.
"""

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

WIDE, HIGH = (1000, 750), (750, 1000)

_PIXELS = 0.88
"""Pixels of the photo to a unit of the scene: enough for a projector, and a small file."""

_FINE = 2
_QUALITY = 78
_SOFT = 8  # a shadow is drawn so many times as coarse: nobody sees where it ends

Points = Sequence[tuple[float, float]]


class Canvas:
    """One scene while it is drawn; positions and lengths are in units of the scene."""

    def __init__(self, size: tuple[int, int], above: str, below: str) -> None:
        """Begin with a colour that runs from `above` to `below`."""
        self.width, self.height = size
        self._scale = _PIXELS * _FINE
        from PIL import ImageDraw

        pixels = (round(self.width * self._scale), round(self.height * self._scale))
        self._image = _run(above, below, pixels)
        self._draw = ImageDraw.Draw(self._image)

    def box(self, x: float, y: float, w: float, h: float, fill: str, radius: float = 0) -> None:
        """Fill a rectangle, its corners rounded by `radius`."""
        place = (*self._at(x, y), *self._at(x + w, y + h))
        if radius:
            self._draw.rounded_rectangle(place, radius * self._scale, fill)
        else:
            self._draw.rectangle(place, fill)

    def run(self, x: float, y: float, w: float, h: float, above: str, below: str) -> None:
        """Fill a rectangle with a colour that runs from `above` to `below`."""
        left, top = self._at(x, y)
        right, bottom = self._at(x + w, y + h)
        size = (max(1, round(right - left)), max(1, round(bottom - top)))
        self._image.paste(_run(above, below, size), (round(left), round(top)))

    def round(self, x: float, y: float, rx: float, ry: float, fill: str) -> None:
        """Fill an ellipse about a point."""
        self._draw.ellipse((*self._at(x - rx, y - ry), *self._at(x + rx, y + ry)), fill)

    def shape(self, points: Points, fill: str) -> None:
        """Fill a polygon."""
        self._draw.polygon([self._at(*point) for point in points], fill)

    def line(self, points: Points, colour: str, width: float) -> None:
        """Draw a line with round joints and ends."""
        placed = [self._at(*point) for point in points]
        thick = max(1, round(width * self._scale))
        self._draw.line(placed, colour, thick, joint="curve")
        for x, y in (placed[0], placed[-1]):
            half = thick / 2
            self._draw.ellipse((x - half, y - half, x + half, y + half), colour)

    def shadow(self, x: float, y: float, rx: float, ry: float, strength: float = 0.35) -> None:
        """Darken an ellipse softly, before what throws the shadow is drawn."""
        from PIL import Image, ImageDraw, ImageFilter

        reach = 1.5
        coarse = reach * 2 * self._scale / _SOFT
        size = (max(4, round(rx * coarse)), max(4, round(ry * coarse)))
        mask = Image.new("L", size)
        edge = (size[0] * (1 - 1 / reach) / 2, size[1] * (1 - 1 / reach) / 2)
        ImageDraw.Draw(mask).ellipse(
            (*edge, size[0] - edge[0], size[1] - edge[1]), round(255 * strength)
        )
        mask = mask.filter(ImageFilter.GaussianBlur(min(size) / 10))
        left, top = self._at(x - rx * reach, y - ry * reach)
        right, bottom = self._at(x + rx * reach, y + ry * reach)
        mask = _smoothly(mask, (round(right - left), round(bottom - top)))
        self._image.paste("#20242c", (round(left), round(top)), mask)

    def blur(self, radius: float) -> None:
        """Put out of focus what was drawn so far."""
        from PIL import ImageFilter

        small = self._image.reduce(2 * _FINE).filter(ImageFilter.GaussianBlur(radius))
        self._image.paste(_smoothly(small, self._image.size))

    def jpeg(self) -> bytes:
        """Return the photo: darker towards its corners, as a telephone takes it."""
        from PIL import Image, ImageChops

        kept = self._image.reduce(_FINE)
        corners = Image.radial_gradient("L").resize(kept.size, Image.Resampling.BILINEAR)
        light = corners.point([255 - max(0, level - 90) // 3 for level in range(256)])
        kept = ImageChops.multiply(kept, Image.merge("RGB", (light, light, light)))
        made = BytesIO()
        kept.save(made, "JPEG", quality=_QUALITY)
        return made.getvalue()

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return x * self._scale, y * self._scale


def _run(above: str, below: str, size: tuple[int, int]) -> "Image":
    """Return a picture whose colour runs from one to the other."""
    from PIL import Image

    strip = Image.new("RGB", (1, 2))
    strip.paste(above, (0, 0, 1, 1))
    strip.paste(below, (0, 1, 1, 2))
    column = strip.resize((1, size[1]), Image.Resampling.BILINEAR)
    return column.resize(size, Image.Resampling.NEAREST)


def _smoothly(picture: "Image", size: tuple[int, int]) -> "Image":
    """Return a soft picture larger: no finer than it is kept, which takes a third of the time."""
    from PIL import Image

    kept = (max(1, size[0] // _FINE), max(1, size[1] // _FINE))
    grown = picture.resize(kept, Image.Resampling.BILINEAR)
    return grown.resize((max(1, size[0]), max(1, size[1])), Image.Resampling.NEAREST)
