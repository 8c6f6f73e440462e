"""A chapter as one reads it: headings, keys in their frames, pictures as wide as there is room."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QImage,
    QImageReader,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
    QTextTable,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit

from inspector.gui.handbook.chapters import picture
from inspector.gui.theme import GRID, TEXT_SIZE, colours_of, text_font
from inspector.translation import language, tr

_WIDEST = 760
"""Pixels of a line of text: a longer one is not found again by the eye."""

_HEADINGS = {1: TEXT_SIZE + 8, 2: TEXT_SIZE + 3, 3: TEXT_SIZE}
"""Pixels of the letters of each degree."""

_LINE = 150
"""Percent of the height of a line."""


class ChapterView(QTextBrowser):
    """Shows one chapter at a time; links are told (`anchorClicked`) and not followed."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("handbookText")
        self.setAccessibleName(tr("Handbook"))
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(3 * GRID)
        self._markdown = ""
        self._unscaled: dict[int, QTextImageFormat] = {}  # pictures by where they stand

    def show_chapter(self, markdown: str) -> None:
        """Show a text from its beginning."""
        self._markdown = markdown
        self._lay()
        self.verticalScrollBar().setValue(0)

    def dress(self) -> None:
        """Show the same text in the colours of the theme, where it stood."""
        at = self.verticalScrollBar().value()
        self._lay()
        self.verticalScrollBar().setValue(at)

    def go_to(self, number: int) -> None:
        """Scroll so that a heading of the first two degrees, counted from 0, is on top."""
        heads = [each for each in self._blocks() if each.blockFormat().headingLevel() in (1, 2)]
        if number < len(heads):
            layout = self.document().documentLayout()
            top = layout.blockBoundingRect(heads[number]).top() if number else 0
            self.verticalScrollBar().setValue(int(top) - GRID)

    def mark(self, words: list[str]) -> None:
        """Mark every occurrence of some words in the text."""
        selections = []
        colours = colours_of(self)
        look = QTextCharFormat()
        look.setBackground(colours.colour("selection"))
        look.setForeground(colours.colour("accent"))
        for word in words:
            found = self.document().find(word)
            while not found.isNull():
                selection = QTextEdit.ExtraSelection()
                selection.cursor, selection.format = found, look
                selections.append(selection)
                found = self.document().find(word, found)
        self.setExtraSelections(selections)

    def resizeEvent(self, event: QResizeEvent) -> None:
        beyond = max(0, self.width() - _WIDEST - 6 * GRID)
        self.setViewportMargins(0, 0, beyond, 0)
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            with self._laid_out_once():
                self._fit_pictures()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._scale_in_sight()
        super().paintEvent(event)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        return _blank()

    # How it looks

    def _lay(self) -> None:
        document = self.document()
        document.setDefaultFont(text_font(TEXT_SIZE + 1))
        self.setMarkdown(self._markdown)
        with self._laid_out_once():
            for block in self._blocks():
                self._dress_block(block)
            for each in document.rootFrame().childFrames():
                if isinstance(each, QTextTable):
                    self._dress_table(each)
            self._fit_pictures()

    @contextmanager
    def _laid_out_once(self) -> Iterator[None]:
        """Let Qt lay the text out at the end of many changes, not after each of them."""
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        try:
            yield
        finally:
            cursor.endEditBlock()

    def _blocks(self) -> list[QTextBlock]:
        block, found = self.document().begin(), []
        while block.isValid():
            found.append(block)
            block = block.next()
        return found

    def _dress_block(self, block: QTextBlock) -> None:
        level = block.blockFormat().headingLevel()
        cursor = QTextCursor(block)
        shape = QTextBlockFormat()
        shape.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        tight = block.textList() is not None or cursor.currentTable() is not None
        shape.setTopMargin(3 * GRID if level == 2 else GRID if level else 0)
        shape.setBottomMargin(GRID // 2 if tight else GRID)
        cursor.mergeBlockFormat(shape)
        for start, length, look in self._pieces(block):
            self._dress_piece(cursor, start, length, look, level)

    def _dress_table(self, table: QTextTable) -> None:
        look = table.format()
        look.setBorder(0)
        look.setCellPadding(GRID // 2)
        look.setBottomMargin(2 * GRID)
        table.setFormat(look)

    def _pieces(self, block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
        found, pieces = [], block.begin()
        while not pieces.atEnd():
            piece = pieces.fragment()
            found.append((piece.position(), piece.length(), piece.charFormat()))
            pieces += 1
        return found

    def _dress_piece(
        self, cursor: QTextCursor, start: int, length: int, look: QTextCharFormat, level: int
    ) -> None:
        is_key = look.fontFixedPitch()
        if look.isImageFormat() or not (is_key or look.isAnchor() or level):
            return  # most of a text is as Qt made it
        colours, dressed = colours_of(self), QTextCharFormat(look)
        if is_key:
            dressed.setFontFamilies(text_font().families())
            dressed.setFontFixedPitch(False)
            dressed.setBackground(colours.colour("chip"))
            dressed.setForeground(colours.colour("text"))
            dressed.setFontWeight(QFont.Weight.Medium)
        if look.isAnchor():
            dressed.setForeground(colours.colour("accent"))
            dressed.setFontUnderline(False)
        if level:
            dressed.clearProperty(QTextCharFormat.Property.FontSizeAdjustment)
            dressed.setFont(text_font(_HEADINGS[level], bold=True))
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(dressed)

    def _fit_pictures(self) -> None:
        """Let pictures be as wide as they are, or as there is room."""
        room = self.viewport().width() - 6 * GRID
        self._unscaled.clear()
        for block in self._blocks():
            for start, length, look in self._pieces(block):
                if look.isImageFormat():
                    self._fit(start, length, look.toImageFormat(), room)

    def _fit(self, start: int, length: int, look: QTextImageFormat, room: int) -> None:
        """Give a picture its room; it is read and scaled when it comes into sight."""
        size = QImageReader(_file_of(look.name())).size()
        width = min(room, size.width())
        look.setWidth(width)
        look.setHeight(width * size.height() / size.width())
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(look)
        self._unscaled[start] = look

    def _scale_in_sight(self) -> None:
        document, top = self.document(), self.verticalScrollBar().value()
        for start in list(self._unscaled):
            room = document.documentLayout().blockBoundingRect(document.findBlock(start))
            if room.top() < top + self.viewport().height() and room.bottom() > top:
                self._scale(self._unscaled.pop(start))

    def _scale(self, look: QTextImageFormat) -> None:
        image, ratio = _picture(look.name()), self.devicePixelRatio()
        smooth = Qt.TransformationMode.SmoothTransformation
        shown = image.scaledToWidth(int(look.width() * ratio), smooth)  # Qt scales it roughly
        painter = QPainter(shown)
        painter.setPen(colours_of(self).colour("hairline"))
        painter.drawRect(shown.rect().adjusted(0, 0, -1, -1))
        painter.end()
        shown.setDevicePixelRatio(ratio)
        kind = QTextDocument.ResourceType.ImageResource.value
        self.document().addResource(kind, QUrl(look.name()), shown)


def _file_of(name: str) -> str:
    return str(picture(name, language()))


def _blank() -> QImage:
    """Return what stands for a picture until it comes into sight; Qt 6.8 asks while laying."""
    return QImage(1, 1, QImage.Format.Format_RGB32)


def _picture(name: str) -> QImage:
    """Return a picture of the handbook, in as many colours as one can draw with."""
    image = QImage(_file_of(name))
    return image.convertToFormat(QImage.Format.Format_RGB32)
