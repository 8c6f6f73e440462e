"""Copies of a photo, mostly smaller, for lists, the viewer and workbooks.

Upright, in plain RGB on white, and without any metadata of the original: no place, no device.
Every function may be called from any thread.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from inspector.domain.papers.print_size import PrintSize
from inspector.storage.evidence.photo_corner import with_corner, with_lines
from inspector.storage.evidence.photo_reading import orientation_of
from inspector.storage.evidence.picture_opening import opened_picture

if TYPE_CHECKING:
    from PIL.Image import Image

Size: TypeAlias = tuple[int, int]
"""Width and height in pixels."""

PREVIEW_QUALITY = 85
PRINT_QUALITIES = {80: 1.0, 72: 0.85, 64: 0.76, 56: 0.70, 48: 0.65}
"""What a photo is saved with for print, and about what part of the bytes of the first it needs."""

_SAVED_BY_TIME = 0.95
"""What part of the bytes is left when a JPEG is not made in haste."""

_SHRINKING = 0.7
"""How the side goes with the bytes: a half would do where detail went with the pixels."""

_GROWING = 1.35
"""How the bytes go with the side, from half of the pixels to those of a place."""

_SHARPER = 1.02
"""How many times the bytes has a picture that is made of a rough one in the sharper way."""

_LYING = range(5, 9)
"""Orientations of EXIF in which width and height are the other way round."""

SMALLEST_PRINT = 256
"""Pixels of the long side below which a picture shows nothing any more."""

_BYTES_PER_PIXEL, _LIGHTEST = 0.155, 6_000
"""Of a print at most: 40 KB for a photo two of which fill the width of A4."""

_HALVED, _ENOUGH = 1.3, 1.1
"""How many times the pixels of a side has what may be halved to tell how much is in a photo, and
what pixels may be made of."""

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
    image = _small(source, PrintSize(long_side, long_side))
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
    return _jpeg(_small(source, PrintSize(long_side, long_side)), PREVIEW_QUALITY)


def preview_and_prints(
    source: Path | bytes, long_side: int, rooms: Sequence[PrintSize]
) -> tuple[bytes, list[bytes]]:
    """Return a photo as `preview` makes it, and as `for_print` does for each of some places.

    Decoding, which is most of the work of each, is done once. Raises what `opened_picture` raises.
    """
    with _decoded(source, [PrintSize(long_side, long_side), *rooms]) as photo:
        small, *others = photo.targets
        made = photo.made(small, quick=True)
        return _jpeg(made, PREVIEW_QUALITY), [_printed(photo, each) for each in others]


def for_print(source: Path | bytes, room: PrintSize, corner: Sequence[str] = ()) -> bytes:
    """Return a JPEG of a photo for its place on paper; of one with very much in it a coarser one.

    `corner` are lines that are written into its corner. Raises what `opened_picture` raises.
    """
    with _decoded(source, [room]) as photo:
        (target,) = photo.targets
        if corner:
            return _printed_with(photo.made(target, quick=True), corner)
        return _printed(photo, target)


def _printed(photo: "_Decoded", target: Size) -> bytes:
    """Return the JPEG; how fine it may be is told by one made in haste of fewer pixels."""
    rough = photo.rough(target)
    grown = (max(target) / max(rough.size)) ** _GROWING
    first = len(_jpeg(rough, max(PRINT_QUALITIES), in_haste=True)) * _SAVED_BY_TIME * grown
    at_most = _most_bytes(target)
    shrunk = _shrunk(target, first, at_most)
    if shrunk != target:
        shrunk = _shrunk(target, first * _SHARPER, at_most)
        first = _coarse(at_most)
    return _fitting(photo.made(shrunk, rough, quick=True), first, at_most)


def _printed_with(image: "Image", corner: Sequence[str]) -> bytes:
    at_most = _most_bytes(image.size)
    image = with_corner(image, corner)
    # Made in haste it tells how fine a print may be; mostly that is right, and two are made.
    first = len(_jpeg(image, max(PRINT_QUALITIES), in_haste=True)) * _SAVED_BY_TIME
    shrunk = _shrunk(image.size, first, at_most)
    if shrunk != image.size:
        image, first = image.resize(shrunk, _filter(quick=True)), _coarse(at_most)
    return _fitting(image, first, at_most)


def _most_bytes(size: Size) -> int:
    return max(_LIGHTEST, round(size[0] * size[1] * _BYTES_PER_PIXEL))


def _coarse(at_most: int) -> float:
    """Return what the finest would have of a picture whose coarsest is just light enough."""
    return at_most / min(PRINT_QUALITIES.values())


def _shrunk(size: Size, first: float, at_most: int) -> Size:
    """Return the size at which the coarsest is light enough, whose finest has `first` bytes."""
    coarsest = first * min(PRINT_QUALITIES.values())
    if coarsest <= at_most:
        return size
    side = max(SMALLEST_PRINT, round(max(size) * (at_most / coarsest) ** _SHRINKING))
    return PrintSize(side, side).holding(*size)


def _fitting(image: "Image", first: float, at_most: int) -> bytes:
    """Return a JPEG as fine as `at_most` bytes allow, whose finest has about `first` bytes."""
    for quality, part in PRINT_QUALITIES.items():
        if first * part <= at_most or quality == min(PRINT_QUALITIES):
            made = _jpeg(image, quality)
            if len(made) <= at_most:
                break
    return made


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


def _jpeg(image: "Image", quality: int, *, in_haste: bool = False) -> bytes:
    buffer = BytesIO()
    image.save(buffer, "JPEG", quality=quality, optimize=not in_haste)
    return buffer.getvalue()


def _small(source: Path | bytes, room: PrintSize) -> "Image":
    with _decoded(source, [room]) as photo:
        return photo.made(photo.targets[0])


@dataclass(slots=True)
class _Decoded:
    """A photo that was decoded once, for several places: with `targets` pixels in each."""

    whole: "Image"  # not upright yet, and in its own colours
    targets: list[Size]  # lying as it lies
    orientation: int
    profile: bytes | None

    def made(self, size: Size, rough: "Image | None" = None, *, quick: bool = False) -> "Image":
        """Return it of a size, made of a rough one where that has pixels enough."""
        from PIL.Image import Resampling

        small = self.whole
        if rough is not None and rough.size == size:
            small = rough
        elif rough is not None and max(rough.size) >= _ENOUGH * max(size):
            small = rough.resize(size, Resampling.BICUBIC)  # sharper than the quick way twice
        elif small.size != size:
            small = small.resize(size, _filter(quick=quick))
        if self.profile:
            small = _in_srgb(small, self.profile)
        return _upright(small, self.orientation)

    def rough(self, target: Size) -> "Image":
        """Return it with about the pixels of a place, the quickest way."""
        if max(self.whole.size) >= _HALVED * max(target):
            return self.whole.reduce(2)
        if self.whole.size == target:
            return self.whole
        return self.whole.resize(target, _filter(quick=True))


@contextmanager
def _decoded(source: Path | bytes, rooms: Sequence[PrintSize]) -> "Iterator[_Decoded]":
    with opened_picture(source) as image:
        orientation = orientation_of(image)
        targets = [
            (room.turned if orientation in _LYING else room).holding(*image.size) for room in rooms
        ]
        largest = max(targets)  # all have the same proportions
        if image.format in ("JPEG", "MPO"):
            image.draft(None, largest)  # decoded at a half, quarter or eighth, not below target
        profile = image.info.get("icc_profile") if image.mode in ("RGB", "RGBA", "P") else None
        image.load()
        whole = _reduced(image, max(1, max(image.size) // (2 * max(largest))))
        yield _Decoded(whole, targets, orientation, profile)


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


def _filter(*, quick: bool) -> int:
    """Return how pixels are made of more pixels; the quick way is half the work, and as sharp."""
    from PIL.Image import Resampling

    return Resampling.HAMMING if quick else Resampling.LANCZOS
