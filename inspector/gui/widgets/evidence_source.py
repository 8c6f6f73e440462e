"""What a clipboard, a drop or a file dialog holds that can be evidence."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QMimeData
from PySide6.QtGui import QImage

from inspector.domain.errors import BrokenPictureError

FAST = 80
"""Qt's word for a PNG that is packed quickly rather than tightly."""

_RAW = ("image/jpeg", "image/png", "image/webp", "image/heic")


@dataclass(frozen=True, slots=True)
class Source:
    """One thing to take in: a file, the bytes of a picture, or a picture without any."""

    content: Path | bytes | QImage
    name: str = ""  # of the file

    def for_store(self) -> Path | bytes:
        """Return what the store takes; packs a picture, so from any thread but the window's."""
        if not isinstance(self.content, QImage):
            return self.content
        buffer = QBuffer()
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        if not self.content.save(buffer, "PNG", FAST):  # type: ignore[call-overload]
            raise BrokenPictureError(self.name)
        return bytes(buffer.data().data())


def from_paths(paths: list[Path]) -> list[Source]:
    """Return files as sources."""
    return [Source(path, path.name) for path in paths]


def from_mime(data: QMimeData | None) -> list[Source]:
    """Return the files of the clipboard or of a drop, else its picture, else nothing.

    A clipboard that nobody has copied to yet has no data at all.
    """
    if data is None:
        return []
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if paths:
        return from_paths(paths)
    for kind in _RAW:  # as the camera or the screenshot wrote it, not as Qt would write it again
        if data.hasFormat(kind) and (raw := bytes(data.data(kind).data())):
            return [Source(raw)]
    if data.hasImage():
        image = data.imageData()
        if isinstance(image, QImage) and not image.isNull():
            return [Source(image)]
    return []


def is_evidence(data: QMimeData | None, in_text: bool = False) -> bool:
    """Tell whether a clipboard or drop holds files or a picture.

    `in_text`: a field has the keyboard. There what office programs copy, text and a picture of
    it, is text.
    """
    if data is None:
        return False
    if any(url.isLocalFile() for url in data.urls()):
        return True
    if in_text and data.hasText():
        return False
    return data.hasImage() or any(data.hasFormat(kind) for kind in _RAW)
