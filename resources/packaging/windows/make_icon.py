"""./run python resources/packaging/windows/make_icon.py: draws inspector.ico anew from the SVG.

Windows shows no SVG in its menus. Kept beside the installer's script, as nothing else needs it.
"""

import io
import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

HERE = Path(__file__).resolve().parent
SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
"""Pixels, at 100 to 250 percent, and the one for large icons."""


def drawn(size: int) -> Image.Image:
    """Return the icon in one size."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(HERE.parents[1] / "icons" / "inspector.svg")).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants bytes
    return Image.open(io.BytesIO(bytes(buffer.data().data()))).copy()


def main() -> int:
    """Write the icon; return 0."""
    app = QGuiApplication(["make_icon", "-platform", "offscreen"])
    *smaller, largest = [drawn(size) for size in SIZES]
    sizes = [(size, size) for size in SIZES]
    largest.save(HERE / "inspector.ico", sizes=sizes, append_images=smaller)
    del app
    return 0


if __name__ == "__main__":
    sys.exit(main())
