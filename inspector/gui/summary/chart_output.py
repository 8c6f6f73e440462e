"""The chart as a picture: into a file, or onto the clipboard."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication, QImageWriter
from PySide6.QtWidgets import QWidget

from inspector.gui.papers.file_writer import write_file
from inspector.gui.session import Session
from inspector.gui.summary.sections.figure_words import DOT, observed_text, scope_text
from inspector.gui.summary.sections.trend_lines import trend_of
from inspector.gui.summary.sections.trend_painting import trend_picture
from inspector.gui.widgets.file_choice import picture_to_write
from inspector.storage.files.whole_files import hand_out
from inspector.translation import tr
from inspector.workspace.extent import Extent
from inspector.workspace.papers.period_figures import SummaryFigures


def save_chart(
    parent: QWidget, session: Session, figures: SummaryFigures, place: str, extent: Extent
) -> None:
    """Ask where to, and write the trend as PNG; `place` is the site, or all of them."""
    name = session.workspace.reports.chart_name(extent)
    path = picture_to_write(session, parent, tr("Save picture"), name)
    if path is None:
        return
    picture = trend_picture(trend_of(figures.parts), chart_title(figures, place))

    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(picture)
    write_file(session, path, lambda hear: hand_out(path, bytes(content.data())))


def copy_chart(figures: SummaryFigures, place: str) -> None:
    """Put the trend on the clipboard as a picture."""
    QGuiApplication.clipboard().setImage(
        trend_picture(trend_of(figures.parts), chart_title(figures, place))
    )


def chart_title(figures: SummaryFigures, place: str) -> str:
    """Return what is written above the chart: whose mean, of when, and how much was observed."""
    said = [tr("Mean score after appeals"), place, scope_text(figures.scope)]
    if figures.key.coverage is not None:
        said.append(tr("{share} observed", share=observed_text(figures.key.coverage)))
    return DOT.join(said)
