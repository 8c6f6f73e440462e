"""The program's icon, as each system wants it: SVG, and on Windows ICO."""

import io
import shutil
from pathlib import Path

from targets import Target
from wheel_unpacking import ROOT

SOURCE = ROOT / "resources" / "icons" / "inspector.svg"
SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
"""In pixels, as Windows asks for them at 100, 125, 150 and 200 %."""


def write_icons(folder: Path, target: Target) -> None:
    """Write the icon into a folder, which is made."""
    folder.mkdir()
    shutil.copyfile(SOURCE, folder / SOURCE.name)
    if target.is_windows:
        write_ico(folder / "inspector.ico")


def write_ico(path: Path) -> None:
    """Draw the icon in every size into one file."""
    from PIL import Image
    from PySide6.QtCore import QBuffer, QByteArray
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(str(SOURCE))
    drawn: list[Image.Image] = []
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        renderer.render(painter)
        painter.end()
        kept = QByteArray()
        buffer = QBuffer(kept)
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")
        drawn.append(Image.open(io.BytesIO(kept.data())))
    sizes = [(size, size) for size in SIZES]
    drawn[-1].save(path, format="ICO", sizes=sizes, append_images=drawn[:-1])
