"""Real photos, made by Pillow."""

from datetime import datetime
from io import BytesIO
from pathlib import Path

from PIL import Image


def jpeg(
    colour: str = "#806040", size: tuple[int, int] = (640, 480), taken_at: datetime | None = None
) -> bytes:
    """A JPEG of one colour, with a capture time when one is given."""
    exif = Image.Exif()
    if taken_at is not None:
        exif.get_ifd(0x8769)[0x9003] = f"{taken_at:%Y:%m:%d %H:%M:%S}"
    made = BytesIO()
    Image.new("RGB", size, colour).save(made, "JPEG", exif=exif)
    return made.getvalue()


def photo(folder: Path, name: str = "IMG_0001.jpg", **kind: object) -> Path:
    """A JPEG file."""
    path = folder / name
    path.write_bytes(jpeg(**kind))  # type: ignore[arg-type]
    return path
