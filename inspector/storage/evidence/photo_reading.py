"""What a photo says of itself: its kind, its size as seen, and when it was taken."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.domain.visit.attachment import kept_suffix
from inspector.storage.evidence.picture_opening import opened_picture

if TYPE_CHECKING:
    from PIL.Image import Image

_JPEG_SUFFIXES = {"jpg", "jpeg", "jpe", "jfif", "mpo"}
_HEIC_SUFFIXES = {"heic", "heics", "heif", "hif"}

PICTURE_SUFFIXES = frozenset({*_JPEG_SUFFIXES, *_HEIC_SUFFIXES, "png", "webp", "gif", "bmp", "dib"})
"""Suffixes, without the dot, of files that have to be pictures."""

_KINDS = {
    "JPEG": ("JPEG", "jpg"),
    "MPO": ("JPEG", "jpg"),  # a JPEG with more pictures behind it, as some phones write
    "PNG": ("PNG", "png"),
    "WEBP": ("WebP", "webp"),
    "HEIF": ("HEIC", "heic"),
    "GIF": ("GIF", "gif"),
    "BMP": ("BMP", "bmp"),
}

_ORIENTATION = 0x0112
_EXIF_PART = 0x8769
_TAKEN = 0x9003  # DateTimeOriginal
_TAKEN_OFFSET = 0x9011  # OffsetTimeOriginal

_EXIF_TIME = re.compile(r"(\d{4})[:\-/.](\d\d)[:\-/.](\d\d)[ T](\d\d):(\d\d):(\d\d)")
_EXIF_OFFSET = re.compile(r"([+-])(\d\d):?(\d\d)")


@dataclass(frozen=True, slots=True)
class PhotoFacts:
    """What is known of a photo that was decoded to its end.

    `suffix` is the right one for its content, whatever the file was named, without a dot.
    Width and height are in pixels as it is seen. A capture time without a zone is the local
    time of the camera. `orientation` is EXIF's 1 to 8, already honoured in width and height.
    """

    format: str
    suffix: str
    width: int
    height: int
    taken_at: datetime | None
    orientation: int


def examine(source: Path | bytes, name: str = "") -> PhotoFacts | None:
    """Return the facts of a photo; None for a file that is not named like a picture.

    `name` is what refusals call it, the file's own when empty. Bytes have to be a picture.
    Takes as long as decoding. Raises what `opened_picture` raises.
    """
    if isinstance(source, Path) and kept_suffix(source.name) not in PICTURE_SUFFIXES:
        return None
    with opened_picture(source, name) as image:
        if image.format == "PNG":
            image.verify()  # every checksum up to the end; decoding stops at the last row
    with opened_picture(source, name) as image:
        width, height = image.size
        # A JPEG is read to its end at an eighth of the size; other kinds have no such way.
        image.draft("L", (max(1, width // 8), max(1, height // 8)))
        image.load()
        orientation = orientation_of(image)
        if orientation > 4:  # lying on its side
            width, height = height, width
        kind, suffix = _KINDS[image.format or ""]
        return PhotoFacts(kind, suffix, width, height, _taken_at(image), orientation)


def orientation_of(image: "Image") -> int:
    """Return how EXIF says the pixels lie, 1 (upright) to 8; 1 when it says nothing sensible."""
    try:
        value = image.getexif().get(_ORIENTATION)
    except Exception:  # damaged EXIF fails in every way there is, and the picture is still good
        return 1
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def _taken_at(image: "Image") -> datetime | None:
    try:
        part = image.getexif().get_ifd(_EXIF_PART)
        taken, offset = part.get(_TAKEN), part.get(_TAKEN_OFFSET)
    except Exception:  # as above
        return None
    return exif_time(_text(taken), _text(offset))


def exif_time(taken: str, offset: str) -> datetime | None:
    """Return EXIF's date and time, with its zone when it has one; None for what is no time."""
    match = _EXIF_TIME.match(taken.strip())
    if match is None:
        return None
    year, month, day, hour, minute, second = map(int, match.groups())
    try:
        return datetime(year, month, day, hour, minute, second, tzinfo=_zone(offset.strip()))
    except ValueError:
        return None


def _zone(offset: str) -> timezone | None:
    if offset == "Z":
        return UTC
    match = _EXIF_OFFSET.fullmatch(offset)
    if match is None or int(match[2]) > 14 or int(match[3]) > 59:
        return None
    east = timedelta(hours=int(match[2]), minutes=int(match[3]))
    return timezone(east if match[1] == "+" else -east)


def _text(value: object) -> str:
    if isinstance(value, bytes):
        value = value.decode("ascii", "replace")
    return value.replace("\0", " ").strip() if isinstance(value, str) else ""
