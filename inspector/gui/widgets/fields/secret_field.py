"""A line for a passphrase: dots instead of characters, nothing remembered, nothing put forward."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from inspector.gui.widgets.fields.text_limit import LINE, TextLimit


class SecretField(QLineEdit):
    """What is typed or pasted into it is only handed out whole; it cannot be copied."""

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        TextLimit(self, LINE)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
