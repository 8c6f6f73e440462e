"""Opening a picture that somebody else made, and refusing it when it is not one.

The kind is told by the content, and only kinds on the list are given to their decoder. Nothing
is decoded before the size is known to be within bounds.
"""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import IO, TYPE_CHECKING

from inspector.domain.errors import (
    BrokenPictureError,
    CannotReadError,
    InspectorError,
    NotAPictureError,
    PictureFileTooLargeError,
    PictureTooLargeError,
)
from inspector.storage.evidence.evidence_files import opened_source
from inspector.storage.evidence.heif_items import has_readable_items
from inspector.storage.evidence.jpeg_scans import is_whole_jpeg

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_MEGAPIXELS_JPEG = 200
"""The largest sensors in phones; a JPEG is decoded at an eighth of its size."""

MOST_MEGAPIXELS = 120
"""For kinds that can only be decoded whole: PNG takes 4 bytes a pixel, HEIC 8, WebP 16."""

MOST_MEGABYTES = 400
"""Of a picture's file; 108 megapixels uncompressed are 324."""

_BLOCK = 64 << 20
"""Bytes in which Pillow asks for memory. What is below 32 MB the system's library may keep for the
next time once it was let go: of a picture of 48 megapixels it kept 240 MB."""

_CHUNK = 1 << 20
"""Bytes that a decoder is given at once. Before each piece a thread waits for Python's lock, and
with the usual 64 KB two threads that decode took a tenth longer."""

_EMPTY_END = 4096
"""Bytes; so many zeros at its end no picture has, but a copy that stopped short does."""


@contextmanager
def opened_picture(source: Path | bytes, name: str = "") -> "Iterator[Image]":
    """Open a picture for the length of a block; it is decoded when its pixels are first used.

    `name` is what refusals call it, the file's own when empty. Raises NotAPictureError,
    BrokenPictureError, PictureTooLargeError, PictureFileTooLargeError, NotFoundError or
    CannotReadError, also for what goes wrong while decoding inside the block.
    """
    path = source if isinstance(source, Path) else Path(name)
    name = name or path.name
    with opened_source(source) as stream:
        try:
            kind = _kind(stream)
            if kind is None:
                raise NotAPictureError(name)
            _refuse_large_file(stream, name)
            if not _is_whole(stream, kind):
                raise BrokenPictureError(name)
            stream.seek(0)
            with _pillow(kind).open(stream, formats=[kind]) as image:
                _refuse_large(image, kind, name)
                image.decodermaxblock = _CHUNK
                yield image
        except InspectorError:
            raise
        except MemoryError as error:
            raise CannotReadError(path, "not enough memory") from error
        except Exception as error:
            if isinstance(error, OSError) and error.errno is not None:  # the system's, not Pillow's
                raise CannotReadError(path, error.strerror or str(error)) from error
            # Decoders fail on damaged files in every way there is.
            raise BrokenPictureError(name) from error


def _kind(stream: IO[bytes]) -> str | None:
    """Return Pillow's name for what the first bytes announce; None for no picture."""
    head = stream.read(16)
    if head[4:8] == b"ftyp":
        return "HEIF" if head[8:12] in _HEIF_BRANDS else None
    if head[:4] == b"RIFF":
        return "WEBP" if head[8:12] == b"WEBP" else None
    return next((kind for begin, kind in _BEGINNINGS.items() if head.startswith(begin)), None)


_BEGINNINGS = {
    b"\xff\xd8\xff": "JPEG",
    b"\x89PNG\r\n\x1a\n": "PNG",
    b"GIF87a": "GIF",
    b"GIF89a": "GIF",
    b"BM": "BMP",
}

_HEIF_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})


def _refuse_large_file(stream: IO[bytes], name: str) -> None:
    size = stream.seek(0, 2)
    if size > MOST_MEGABYTES * 10**6:
        raise PictureFileTooLargeError(name, size // 10**6, MOST_MEGABYTES)


def _is_whole(stream: IO[bytes], kind: str) -> bool:
    """Tell what decoders do not: they make up what is missing in these kinds."""
    if kind == "JPEG":
        return is_whole_jpeg(stream)
    if kind in ("HEIF", "WEBP"):
        size = stream.seek(0, 2)
        stream.seek(max(0, size - _EMPTY_END))
        if size >= _EMPTY_END and not any(stream.read()):
            return False
    return kind != "HEIF" or has_readable_items(stream)


def _refuse_large(image: "Image", kind: str, name: str) -> None:
    most = MOST_MEGAPIXELS_JPEG if kind == "JPEG" else MOST_MEGAPIXELS
    pixels = image.width * image.height
    if pixels > most * 10**6:
        raise PictureTooLargeError(name, -(-pixels // 10**6), most)


@cache
def _pillow(kind: str) -> ModuleType:
    """Return `PIL.Image`, able to open this kind; what costs time to import waits until then."""
    from PIL import Image

    # Our own bound is asked right after opening, with a sentence.
    Image.MAX_IMAGE_PIXELS = None
    Image.core.set_block_size(_BLOCK)  # type: ignore[attr-defined]
    # Odd metadata is no news to an inspector.
    warnings.filterwarnings("ignore", module=r"PIL\.")
    if kind == "HEIF":
        from pi_heif import register_heif_opener

        register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)
    elif kind == "WEBP":
        from PIL import WebPImagePlugin  # noqa: F401  # registers itself
    return Image
