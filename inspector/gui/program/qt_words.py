"""Qt's own words: file dialogs, the menu of a text field, the questions of both."""

from collections.abc import Mapping

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

from inspector.translation import tr


class QtWords(QTranslator):
    """Qt's catalogue, and the few words that it leaves in English: it lags behind its sources."""

    _own: Mapping[str, str] = {}

    def speak(self, language: str) -> bool:
        """Load Qt's catalogue; False where there is none, as in English."""
        self._own = {
            "&Look in:": tr("&Look in:"),
            "Files of &type:": tr("Files of &type:"),
            "&Directory:": tr("&Directory:"),
            "Duplex Printing": tr("Duplex Printing"),
            "Long side": tr("Long side"),
            "Short side": tr("Short side"),
        }
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        return self.load(QLocale(language), "qtbase", "_", folder)

    def translate(
        self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        own = self._own.get(sourceText)
        # Qt takes an empty answer from Python for a translation.
        return own or super().translate(context, sourceText, disambiguation, n) or sourceText
