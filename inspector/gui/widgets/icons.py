"""Our own SVG icons, drawn in `currentColor` and tinted with a role of the theme."""

from functools import cache

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap

from inspector.paths import resources_folder


def icon_pixmap(name: str, colour: QColor, size: int) -> QPixmap:
    """Return the icon `name` in `colour`, `size` logical pixels square."""
    from PySide6.QtSvg import QSvgRenderer

    drawing = _drawing(name).replace("currentColor", colour.name())
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


@cache
def _drawing(name: str) -> str:
    """Return an icon as its file has it, read once: a disk may be busy while one is painted."""
    return (resources_folder() / "icons" / f"{name}.svg").read_text("utf-8")


def application_icon() -> QIcon:
    """Return the icon of the window and the task bar."""
    return QIcon(str(resources_folder() / "icons" / "inspector.svg"))
